"""Rules for forms (様式) and facilitation guides (進行ガイド): names, shapes, blanks, and minutes that add up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from ..exports.sheet_names import ABOUT
from ..faults import Fault
from ..model.files import Handbook
from ..model.forms import PART_CONTENT, FormPart
from .common import fault, texts

_SHEET = re.compile(r"(?!')[^\[\]:*?/\\]{1,31}(?<!')")
"""What Excel takes for the name of a sheet."""
_BLANK = re.compile(r"〔[^〔〕]*〕")


def forms_and_guides_are_named_as_their_file(handbook: Handbook) -> Iterator[Fault]:
    """The id of a form or guide is its prefix and the name of its file, since the file name becomes the address."""
    for prefix, records in (("form-", handbook.forms), ("guide-", handbook.guides)):
        for record in records:
            stem = PurePosixPath(record.place.path).stem
            if record.id != f"{prefix}{stem}":
                yield fault(record.id, record, f"id「{record.id}」とファイル名「{stem}.yml」が合いません。id を「{prefix}{stem}」にしてください")


def parts_hold_what_their_kind_says(handbook: Handbook) -> Iterator[Fault]:
    """A part of a form holds the one content that its kind needs, and no other."""
    for part in _parts(handbook):
        needed = PART_CONTENT.get(part.kind)
        if needed and not getattr(part, needed):
            yield fault(part.kind, part, f"kind が {part.kind} のまとまりに「{needed}」がありません。書き足すか、kind を変えてください")
        for name in dict.fromkeys(PART_CONTENT.values()):
            if needed and name != needed and getattr(part, name):
                yield fault(part.kind, part, f"kind が {part.kind} のまとまりに「{name}」は書けません。まとまりを分けてください")


def rows_fit_their_columns(handbook: Handbook) -> Iterator[Fault]:
    """A row of a form's table has at most as many words as the table has columns."""
    for part in _parts(handbook):
        for row in part.rows:
            if len(row.cells) > len(part.columns):
                yield fault(row.cells[0], row, f"列は {len(part.columns)} 本ですが、行に {len(row.cells)} 個の言葉があります。数を合わせてください")


def spreadsheets_have_sheets(handbook: Handbook) -> Iterator[Fault]:
    """A form for Excel ends with a table, and each of its tables gives a sheet a name that Excel takes, used once."""
    for form in (form for form in handbook.forms if form.file == "xlsx" and form.parts):
        if form.parts[-1].kind != "table":
            yield fault(form.parts[-1].kind, form.parts[-1], "Excel の様式は、最後のまとまりを表（table）にしてください。前のまとまりは、次の表のシートに入ります")
        seen = {ABOUT}
        for part in (part for part in form.parts if part.kind == "table"):
            name = part.sheet or part.title
            if not _SHEET.fullmatch(name):
                yield fault(name, part, f"シートの名前「{name}」は Excel で使えません。31字まで、記号 [ ] : * ? / \\ なし、' で始めも終わりもせずに、sheet に書いてください")
            if name.casefold() in seen:
                yield fault(name, part, f"シートの名前「{name}」が二度あります。sheet に別の名前を書いてください")
            seen.add(name.casefold())


def blanks_are_closed(handbook: Handbook) -> Iterator[Fault]:
    """A blank to fill in is written 〔 … 〕: each is closed before the next one opens."""
    for record, field, text in texts(handbook):
        if type(record).__module__ == FormPart.__module__ and re.search(r"[〔〕]", _BLANK.sub("", text)):
            yield fault(text, record, f"「{field.name}」の〔　〕が閉じていません。〔と〕を一つずつ組にしてください")


def forms_and_guides_say_where_they_come_from(handbook: Handbook) -> Iterator[Fault]:
    """A point of a form or guide that rests on a source names the statements it rests on."""
    points = [point for form in handbook.forms for point in (*form.follows, *form.adapt, *form.open)]
    points += [point for guide in handbook.guides for point in (*guide.basis, *guide.pitfalls)]
    for point in points:
        if point.basis == "source" and not point.see:
            yield fault(point.text, point, "出典による文なのに see がありません。もとになる記述を書くか、basis を ours にしてください")


def forms_rest_on_a_source(handbook: Handbook) -> Iterator[Fault]:
    """A form names at least one source that it follows."""
    for form in handbook.forms:
        if form.follows and not any(point.basis == "source" for point in form.follows):
            yield fault(form.id, form, "「follows」に、出典による文（basis: source）がありません。もとにした記述を一つ以上書いてください")


def minutes_of_a_guide_add_up(handbook: Handbook) -> Iterator[Fault]:
    """The slots of a timetable add up to the time of the whole, and the steps of a slot to the time of the slot."""
    for guide in handbook.guides:
        total = sum(slot.minutes for slot in guide.timetable)
        if total != guide.minutes:
            yield fault(None, guide, f"時間割の合計は {total} 分ですが、minutes は {guide.minutes} 分です。そろえてください")
        for slot in guide.timetable:
            steps = sum(step.minutes for step in slot.steps)
            if slot.steps and steps != slot.minutes:
                yield fault(slot.title, slot, f"「{slot.title}」の手順の合計は {steps} 分ですが、こまは {slot.minutes} 分です。そろえてください")


def _parts(handbook: Handbook) -> Iterator[FormPart]:
    for form in handbook.forms:
        yield from form.parts


RULES = (
    forms_and_guides_are_named_as_their_file,
    parts_hold_what_their_kind_says,
    rows_fit_their_columns,
    spreadsheets_have_sheets,
    blanks_are_closed,
    forms_and_guides_say_where_they_come_from,
    forms_rest_on_a_source,
    minutes_of_a_guide_add_up,
)
