"""Rules for figures: what a drawing needs, and that nothing is drawn that no record says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ..faults import Fault
from ..lines import width
from ..model.fields import Place
from ..model.figures import Figure
from ..model.files import Handbook
from ..model.guidance import CalendarEvent
from ..model.knowledge import FunctionSet, Meeting, Page
from .common import fault

_CALL = re.compile(r"""\{\{\s*picture\(\s*["']([^"']+)["']""")
_LABEL, _TEXT = 16, 30  # em: more does not fit a phone
_NEEDS = {
    "hub": {"main": 1},
    "wheels": {"main": 1, "axle": 1, "ground": 1, "": 2},
    "widening": {"person": 1, "main": 1},
}


def figure_parts_are_named_once(handbook: Handbook) -> Iterator[Fault]:
    """The ids of the parts of a figure are unique within it."""
    for figure in handbook.figures:
        counts = Counter(part.id for part in figure.parts)
        for part in figure.parts:
            if counts[part.id] > 1:
                counts[part.id] = 1
                yield fault(part.id, part, f"部品の id「{part.id}」が二度使われています。ほかにない id に変えてください")


def figure_links_join_parts(handbook: Handbook) -> Iterator[Fault]:
    """An arrow leads from one part of the figure to another, once."""
    for figure in handbook.figures:
        own, seen = {part.id for part in figure.parts}, set()
        for link in figure.links:
            for end in (link.start, link.to):
                if end not in own:
                    yield fault(end, link, f"矢印の端「{end}」という部品がありません。parts の id を書いてください")
            if link.start == link.to or (link.start, link.to) in seen:
                yield fault(link.start, link, f"「{link.start}」から「{link.to}」への矢印は要りません。この矢印を消してください")
            seen.add((link.start, link.to))


def figure_parts_rest_on_records(handbook: Handbook) -> Iterator[Fault]:
    """A part names what it rests on (`of` or `see`) and has a label of its own or that of a record."""
    for figure in handbook.figures:
        for part in figure.parts:
            if not part.of and not part.see:
                yield fault(part.id, part, f"部品「{part.id}」の根拠がありません。of か see に記録の id を書いてください")
            if not part.of and not part.label:
                yield fault(part.id, part, f"部品「{part.id}」の見出しがありません。label を書くか、of に記録の id を書いてください")


def figure_words_are_short(handbook: Handbook) -> Iterator[Fault]:
    """Labels and texts are short enough for a phone."""
    for figure in handbook.figures:
        for part in figure.parts:
            for name, most in (("label", _LABEL), ("text", _TEXT)):
                value = getattr(part, name)
                if "${" not in value and width(value) > most:
                    yield fault(value, part, f"図の「{name}」が長すぎます（{most}字まで）。短くして、くわしいことは本文に書いてください")


def figures_have_what_their_kind_needs(handbook: Handbook) -> Iterator[Fault]:
    """A kind of figure finds the parts that it draws: a centre, two wheels, two columns, dates in order …."""
    for figure in handbook.figures:
        for mark, number in _NEEDS.get(figure.kind, {}).items():
            found = sum(part.mark == mark for part in figure.parts)
            if found != number:
                name = f"mark が {mark} の部品" if mark else "mark のない部品"
                yield fault(None, figure, f"描き方 {figure.kind} では、{name}が {number} つ要ります（いまは {found}）")
        groups = len({part.group for part in figure.parts})
        if figure.kind in ("compare", "year") and groups != 2:
            yield fault(None, figure, f"描き方 {figure.kind} では、部品の group を二つにします（いまは {groups}）")
        if figure.kind == "timeline":
            yield from _dates_rise(figure)
        for part in figure.parts if figure.kind == "year" else ():
            if part.of not in handbook.unread and not isinstance(handbook.index.get(part.of), CalendarEvent):
                yield fault(part.id, part, f"描き方 year の部品「{part.id}」の of には、年間の流れの id（ev-…）を書いてください")


def _dates_rise(figure: Figure) -> Iterator[Fault]:
    last = ""
    for part in figure.parts:
        if not part.when:
            yield fault(part.id, part, f"年表の部品「{part.id}」に when（時点）がありません。書き足してください")
        elif part.when < last:
            yield fault(part.when, part, f"年表の部品「{part.id}」が時の順に並んでいません。古いものから並べてください")
        last = max(last, part.when)


def figures_show_the_whole_list(handbook: Handbook) -> Iterator[Fault]:
    """A figure of a list of functions shows each of them; one of the meetings shows each meeting and words real feeds."""
    for figure in handbook.figures:
        shown = {part.of for part in figure.parts}
        listed = handbook.index.get(figure.of)
        wanted = [function.id for function in listed.functions] if isinstance(listed, FunctionSet) else []
        if figure.kind == "network":
            wanted = [meeting.id for meeting in handbook.meetings]
            yield from _links_are_feeds(figure, handbook)
        for own in wanted:
            if own not in shown:
                yield fault(None, figure, f"図に「{own}」がありません。of: {own} の部品を書き足してください")


def _links_are_feeds(figure: Figure, handbook: Handbook) -> Iterator[Fault]:
    records = {part.id: handbook.index.get(part.of) for part in figure.parts}
    for link in figure.links:
        start, to = records.get(link.start), records.get(link.to)
        if isinstance(start, Meeting) and isinstance(to, Meeting) and to.id not in {feed.to for feed in start.feeds}:
            yield fault(link.start, link, f"「{start.id}」から「{to.id}」へ渡すものが meetings.yml にありません。feeds に書くか、この矢印を消してください")


def faults(handbook: Handbook, root: Path) -> Iterator[Fault]:
    """A figure stands once on the page that it names."""
    calls = Counter(
        (path.relative_to(root / "docs" / "handbook").as_posix(), call)
        for path in (root / "docs" / "handbook").glob("*/*.md")
        for call in _CALL.findall(path.read_text(encoding="utf-8"))
    )
    for figure in handbook.figures:
        page = handbook.index.get(figure.page)
        if not isinstance(page, Page):
            continue
        place = PurePosixPath(page.place.path)
        name = f"{place.parent.name}/{place.stem}.md"
        if calls.pop((name, figure.id), 0) != 1 and (root / "docs" / "handbook" / name).is_file():
            yield fault(figure.page, figure, f"docs/handbook/{name} に {{{{ picture(\"{figure.id}\") }}}} と一度だけ書いてください")
    for name, call in calls:
        figure = handbook.index.get(call)
        known = isinstance(figure, Figure) and isinstance(handbook.index.get(figure.page), Page)
        if known or (figure is None and call not in handbook.unread):
            yield Fault(Place(f"docs/handbook/{name}", 1), f"図「{call}」は、このページの図ではありません。図の page と id を確かめてください")


RULES = (
    figure_parts_are_named_once,
    figure_links_join_parts,
    figure_parts_rest_on_records,
    figure_words_are_short,
    figures_have_what_their_kind_needs,
    figures_show_the_whole_list,
)
