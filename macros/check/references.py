"""Rules for references: every id that is named exists and is of the right kind."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator

from ..faults import Fault
from ..model.files import Handbook
from ..model.ids import ID_KINDS
from ..model.types import own_field
from .common import FIGURE, ID_LINK, KANA, everything, fault, texts

_OTHER_LINK = re.compile(r"!\[[^\]\n]*\]|\]\((?![^)\s]+\))[^)\n]*\)?|^ {0,3}\[[^\]\n]+\]:|\] ?\[", re.M)
"""Pictures, links with a title or in brackets, and links by number, as Markdown reads them; the rest are `ID_LINK`s."""
_HEADING = re.compile(r"^ {0,3}#.*|(?<=\S\n)(?:=+|-+) *$", re.M)
"""As Markdown has them: after #, and above a line of = or -."""
_READING = re.compile(r"\{[^{}|\n]+\|([^{}|]*)\}")


def references_lead_to_records(handbook: Handbook) -> Iterator[Fault]:
    """A reference names an existing record of a kind that the field may refer to."""
    for record, field, value in texts(handbook):
        kinds = field.meta["refs"]
        if not kinds:
            continue
        if value in handbook.unread:
            continue
        if value not in handbook.index:
            yield fault(value, record, f"「{field.name}」の「{value}」という id はありません。{_nearest(value, handbook.index)}")
            continue
        target = handbook.index[value]
        kind = own_field(type(target)).meta["own"]
        if kind not in kinds:
            allowed = "・".join(ID_KINDS[k].label for k in kinds)
            yield fault(value, record, f"「{field.name}」の「{value}」は{ID_KINDS[kind].label}の id です。{allowed}の id を書いてください")


def nothing_refers_to_itself(handbook: Handbook) -> Iterator[Fault]:
    """A record does not name itself under `see` or `next`."""
    for record in everything(handbook):
        own = getattr(record, "id", None)
        for value in (*getattr(record, "see", ()), *getattr(record, "next", ())):
            if value == own:
                yield fault(value, record, f"「{value}」が自分自身を指しています。この行を消してください")


def links_in_prose_lead_to_records(handbook: Handbook) -> Iterator[Fault]:
    """A link `[word](id)` in a text names an existing record; sites outside are named only in `url`."""
    for record, field, value in texts(handbook):
        for target in ID_LINK.findall(value) if field.meta["prose"] else ():
            if target not in handbook.index and target not in handbook.unread:
                yield fault(value, record, f"リンク先の id「{target}」がありません。{_nearest(target, handbook.index)}")


def prose_holds_no_other_links_and_no_pictures(handbook: Handbook) -> Iterator[Fault]:
    """A text holds no picture, and no link but `[word](id)`: nothing that a page would load, or run when pressed."""
    for record, field, value in texts(handbook):
        if field.meta["prose"] and "[" in value and (other := _OTHER_LINK.search(value)):
            yield fault(value, record, f"「{field.name}」の「{other.group().strip()}」は使えません。リンクは [言葉](id) とだけ書いてください。絵は入れられません")


def prose_holds_no_headings(handbook: Handbook) -> Iterator[Fault]:
    """A text holds no heading: the headings of a page are its records', and a text stands below them."""
    for record, field, value in texts(handbook):
        if field.meta["prose"] and ("#" in value or "\n" in value) and (heading := _HEADING.search(value)):
            yield fault(value, record, f"「{field.name}」の「{heading.group().strip()}」は見出しになります。見出しは書けません。文にするか、太字（**言葉**）にしてください")


def readings_in_prose_are_kana(handbook: Handbook) -> Iterator[Fault]:
    """A reading `{漢字|よみ}` in a text is written in kana."""
    for record, field, value in texts(handbook):
        for reading in _READING.findall(value) if field.meta["prose"] and "|" in value else ():
            if not re.fullmatch(KANA, reading):
                yield fault(value, record, f"「{field.name}」の {{…|{reading}}} の読みは、ひらがなかカタカナだけで書いてください")


def figures_in_prose_exist(handbook: Handbook) -> Iterator[Fault]:
    """A figure `${statistic.row.column}` names an existing value that is a number."""
    values = {
        f"{statistic.id}.{row.id}.{column}": value
        for statistic in handbook.statistics for row in statistic.rows for column, value in row.values.items()
    }
    for record, field, value in texts(handbook):
        for name in FIGURE.findall(value):
            if not field.meta["prose"]:
                yield fault(value, record, f"「{field.name}」では ${{{name}}} は使えません。数字をそのまま書いてください")
            elif name.partition(".")[0] in handbook.unread:
                continue
            elif name not in values:
                yield fault(value, record, f"${{{name}}} という数字がありません。${{統計の id.行の id.列の id}} の形で、統計にある名を書いてください。{_nearest(name, values)}")
            elif values[name] is None:
                yield fault(value, record, f"${{{name}}} は資料にない値（null）です。文から外してください")


def citations_are_not_repeated(handbook: Handbook) -> Iterator[Fault]:
    """A record cites each place of a source once."""
    for record in everything(handbook):
        seen: set[tuple[str, str]] = set()
        for citation in getattr(record, "sources", ()):
            key = (citation.source, citation.at)
            if key in seen:
                yield fault(citation.at, record, f"出典「{citation.at}」が二度あります。一つにしてください")
            seen.add(key)


def _nearest(value: str, known: Iterable[str]) -> str:
    kind = value.partition("-")[0] + "-"
    close = difflib.get_close_matches(value, [name for name in known if name.startswith(kind)], n=1, cutoff=0.7)
    return f"「{close[0]}」ではありませんか" if close else "id を確かめるか、その記録を先に書いてください"


RULES = (
    references_lead_to_records,
    nothing_refers_to_itself,
    links_in_prose_lead_to_records,
    prose_holds_no_other_links_and_no_pictures,
    prose_holds_no_headings,
    readings_in_prose_are_kana,
    figures_in_prose_exist,
    citations_are_not_repeated,
)
