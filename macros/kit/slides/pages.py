"""The slides of one handbook page, each with the rank by which it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ...check.common import everything
from ...figures import drawings
from ...model.checklists import Item
from ...model.evidence import Column, Statistic
from ...model.figures import Figure
from ...model.files import Handbook
from ...model.guidance import Question
from ...model.knowledge import Citation, Page, Section, Statement
from ...prose import plain
from ...relations import Relations, on_page
from . import layout, plan, words
from .measure import packed, table_height
from .plan import Line, Slide

_SHOWN = re.compile(r"""\{\{\s*(?:picture|statistic)\(\s*["']([^"']+)["']""")
CHART_ROWS = 9
_MOST_BARS = 12
_MOST_TABLES = 2  # slides of a table; a longer one is to be read, not shown
_KEY_MINUTES = 2  # the points themselves; what is behind them is read when somebody asks
_RANKS = {"pitfall": plan.METHOD, "example": plan.EXAMPLE}


class PageSlides:
    """Plans slides for pages; each question for the room is asked once in a deck."""

    def __init__(self, handbook: Handbook, root: Path) -> None:
        self.handbook = handbook
        self._root = root
        self._relations = Relations(handbook)
        self._asked: set[str] = set()

    def forget(self) -> None:
        """Begin a new deck: its questions may be those of another."""
        self._asked.clear()

    def of(self, page: Page) -> list[Slide]:
        """All slides of a page, the most important ones first in rank, in reading order."""
        found = [self._key(page), *self._shown(page)]
        for section in page.sections:
            found += self._section(section, page)
        found += [*self._quiz(page), *self._check(page)]
        return [replace(slide, group=page.id, ask=slide.ask or self._question(page)) for slide in found]

    def _key(self, page: Page) -> Slide:
        lines = tuple(Line(plain(point.text, self.handbook), place=point.place) for point in page.key_points)
        behind = [self.handbook.index[own] for point in page.key_points for own in point.see]
        say = tuple(line.text for line in lines) + words.spoken((r for r in behind if isinstance(r, Statement)), self.handbook)
        cited = [citation for record in behind for citation in getattr(record, "sources", ())]
        slide = self._slide("points", page.title, lines, say, cited, plan.KEY, page)
        return replace(slide, minutes=min(slide.minutes, _KEY_MINUTES))

    def _section(self, section: Section, page: Page) -> Iterator[Slide]:
        briefs = [(line, statement) for statement in section.statements if (line := words.brief(statement, self.handbook))]
        if len(briefs) < 2:
            return
        whole = f"{page.short}：{section.title}" if section.purpose != "body" else section.title
        of = {id(line): statement for line, statement in briefs}
        rank = _RANKS.get(section.purpose, plan.MORE if section.layout == "prose" else plan.METHOD)
        pages = packed([line for line, _ in briefs], layout.BODY_SIZE, layout.BODY)
        unsaid = [statement for statement in section.statements if statement not in of.values()]
        for number, lines in enumerate(pages, 1):
            shown = [of[id(line)] for line in lines] + (unsaid if number == len(pages) else [])
            title = f"{whole}（{number}/{len(pages)}）" if len(pages) > 1 else whole
            cited = [citation for statement in shown for citation in statement.sources]
            yield self._slide("points", title, lines, words.spoken(shown, self.handbook), cited, rank, section)

    def _shown(self, page: Page) -> Iterator[Slide]:
        prose = self._root / "docs" / page.place.path.replace("data/guidelines/topics", "handbook").replace(".yml", ".md")
        for own in _SHOWN.findall(prose.read_text(encoding="utf-8")):
            record = self.handbook.index[own]
            if isinstance(record, Figure):
                yield from self.figure(record)
            elif isinstance(record, Statistic):
                yield from self.statistic(record)

    def figure(self, figure: Figure) -> Iterator[Slide]:
        """The picture, and its words beside it in large type."""
        content, _, _ = drawings(figure, self.handbook)
        lines = [
            Line(piece.when or piece.text or (piece.group if piece.group != piece.label else ""), piece.label, figure.place)
            for piece in content.pieces
        ]
        pages = packed(lines, layout.SIDE_SIZE, layout.HALF_RIGHT, most=7)
        for number, shown in enumerate(pages, 1):
            title = f"図：{figure.title}（{number}/{len(pages)}）" if len(pages) > 1 else f"図：{figure.title}"
            told = tuple(f"{p.when or p.group or ''}{'：' if p.when or p.group else ''}{p.label}{'。' + p.text if p.text else ''}" for p in content.pieces)
            say = (figure.alt, *told) if number == 1 else tuple(line.label for line in shown)
            yield replace(self._slide("figure", title, shown, say, figure.sources, plan.PICTURE, figure), figure=figure)

    def statistic(self, statistic: Statistic) -> Iterator[Slide]:
        """A native chart, or a table where there is none to draw."""
        count = f"、{statistic.n_label or '回答数'} {statistic.n:,}" if statistic.n else ""
        lead = f"{statistic.as_of_label}{count}{'、速報値' if statistic.provisional else ''}"
        say = (plain(statistic.summary, self.handbook), *([f"読むときの注意：{plain(statistic.caution, self.handbook)}"] if statistic.caution else []))
        base = replace(
            self._slide("chart", statistic.title, (), say, statistic.sources, plan.PICTURE, statistic), statistic=statistic,
        )
        if statistic.chart in ("bar", "stacked", "line") and not _crowded(statistic):
            rows, note = _chart_rows(statistic)
            yield replace(base, lines=(Line(lead + note, place=statistic.place),), rows=rows)
            return
        rows = tuple(row for row in statistic.rows if row.total) if len(statistic.rows) > 20 else statistic.rows
        note = f"、{len(statistic.rows)}行のうち全国の値" if len(rows) < len(statistic.rows) else ""
        whole = replace(base, kind="table", lines=(Line(lead + note, place=statistic.place),), rows=rows)
        slides = list(_tables(whole))
        if len(slides) <= _MOST_TABLES:
            yield from slides
            return
        found = Line(words.first_sentence(say[0]), place=statistic.place), Line(f"{lead}。{len(rows)}行の表は、サイトの「データで見る」と配布資料にあります。", place=statistic.place)
        yield replace(base, kind="points", statistic=None, lines=found)

    def _quiz(self, page: Page) -> Iterator[Slide]:
        own = set(on_page(page, self.handbook))
        for question in everything(self.handbook):
            if isinstance(question, Question) and not own.isdisjoint(question.see) and question.id not in self._asked:
                self._asked.add(question.id)
                lines = tuple(Line(choice.text, "ABCDE"[number], question.place) for number, choice in enumerate(question.choices))
                right = "、".join("ABCDE"[number] for number, choice in enumerate(question.choices) if choice.correct)
                say = ("30秒ほど考えてもらい、手をあげてもらいます。", f"答えは {right} です。{plain(question.explanation, self.handbook)}")
                cited = [c for target in question.see for c in getattr(self.handbook.index[target], "sources", ())]
                text = plain(question.text, self.handbook)
                slide = self._slide("question", f"クイズ：{text}", lines, say, cited, plan.CHECK, question)
                yield replace(slide, minutes=2, ask=text)
                return

    def _check(self, page: Page) -> Iterator[Slide]:
        items = [item for item in self._relations.items(page) if item.id not in self._asked][:3]
        if items:
            self._asked.update(item.id for item in items)
            lines = tuple(Line(item.text, place=item.place) for item in items)
            say = ("自分のまちのことを、一人で一分考えます。", "隣の人と、できているところを一つ、気になるところを一つ話します。",
                   *(f"{item.text}　見るところ：{'、'.join(plain(p, self.handbook) for p in item.look_for)}" for item in items))
            cited = [c for item in items for c in item.sources]
            slide = self._slide("question", f"自分のまちでは：{page.short}", lines, say, cited, plan.CHECK, page)
            yield replace(slide, minutes=3, ask="できているところを一つ、気になるところを一つ、挙げられますか。")

    def _question(self, page: Page) -> str:
        """A question for the room that was not asked yet: an item of a checklist, else one of the FAQ."""
        for record in (*self._relations.items(page), *self._relations.of_kind(page, "Faq")):
            if record.id not in self._asked:
                self._asked.add(record.id)
                return f"みなさんのまちでは、{record.text}" if isinstance(record, Item) else record.question
        return "ここまでで、自分のまちと同じところ、ちがうところはどこですか。"

    def _slide(self, kind: plan.Kind, title: str, lines: Iterable[Line], say: tuple[str, ...], cited: Iterable[Citation], rank: int, record: object) -> Slide:
        return Slide(
            kind, plain(title, self.handbook), tuple(lines), say, minutes=words.minutes_for(say), rank=rank,
            citations=tuple(dict.fromkeys(cited)), place=record.place, unit=f"{kind} {record.id}",
        )


def drawn(statistic: Statistic) -> list[Column]:
    """The columns that share the first one's unit, as on the site (macros/charts.py)."""
    numeric = [c for c in statistic.columns if c.kind != "text" and (not statistic.chart_columns or c.id in statistic.chart_columns)]
    return [c for c in numeric if (c.kind, c.unit) == (numeric[0].kind, numeric[0].unit)]


def _crowded(statistic: Statistic) -> bool:
    """True if the bars of a chart would stand too close for their numbers."""
    return statistic.chart == "bar" and len(drawn(statistic)) > 1 and len(drawn(statistic)) * len(statistic.rows) > _MOST_BARS


def _chart_rows(statistic: Statistic) -> tuple[tuple, str]:
    """Rows that a chart on a slide can hold, and the words that say which."""
    rows = statistic.rows
    if statistic.chart == "bar" and len(rows) > CHART_ROWS:
        first = drawn(statistic)[0].id
        ordered = sorted((row for row in rows if not row.total), key=lambda row: -(row.values[first] or 0))
        return tuple(ordered[:CHART_ROWS]), f"、{len(rows)}項目のうち大きい順に{CHART_ROWS}つ"
    return rows, ""


def _tables(whole: Slide) -> Iterator[Slide]:
    """One slide, or several with some rows each."""
    parts: list[list] = [[]]
    for row in whole.rows:
        if parts[-1] and table_height(replace(whole, rows=(*parts[-1], row))) > layout.CHART.height:
            parts.append([])
        parts[-1].append(row)
    for number, rows in enumerate(parts, 1):
        title = f"{whole.title}（{number}/{len(parts)}）" if len(parts) > 1 else whole.title
        yield replace(whole, title=title, rows=tuple(rows))
