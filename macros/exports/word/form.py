"""A form as a Word file: how to use it, the form itself, and on the last page what it rests on."""

from __future__ import annotations

from docx.document import Document
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from ...forms import HOW_TO, OURS, articles, full_title, origins
from ...model.files import Handbook
from ...model.forms import Form, FormArticle, FormField, FormPart
from ...prose import plain
from .blanks import write, write_blank, write_choice, write_tick
from .paper import paper, saved
from .tables import head, height, label, line, table

_INDENT = Mm(5.5)


def form_document(form: Form, handbook: Handbook) -> bytes:
    """The Word file of a form."""
    sheet = form.group == "group-work"
    document = paper(full_title(form), "協議会ハンドブック" if sheet else "ひな形　協議会ハンドブック", wide=form.wide)
    document.add_paragraph(form.title, style="Title")
    if not sheet:
        _how_to(document, form)
    numbers = articles(form)
    for part in form.parts:
        _part(document, part, numbers)
    if not sheet:
        _behind(document, form, handbook)
    return saved(document)


def _how_to(document: Document, form: Form) -> None:
    """A box that is deleted before use."""
    box = table(document, [1], 1, "このひな形の使い方").rows[0].cells[0]
    first = line(box)
    first.style = "Hint"
    first.add_run("使い方（この枠は、使う前に消してください）").bold = True
    for words in (HOW_TO, f"書く人：{form.who}　／　使うとき：{form.when}"):
        box.add_paragraph(words, style="Hint").paragraph_format.space_after = Pt(1)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _part(document: Document, part: FormPart, numbers: dict[int, str]) -> None:
    if part.title:
        document.add_heading(part.title, 1)
    if part.note:
        note = document.add_paragraph(part.note, style="Hint")
        note.paragraph_format.keep_with_next = True
    for text in part.lines:
        write(document.add_paragraph(), text)
    for article in part.articles:
        _article(document, article, numbers[id(article)])
    {"fields": _fields, "boxes": _boxes, "checks": _checks, "table": _table}.get(part.kind, _nothing)(document, part)


def _nothing(document: Document, part: FormPart) -> None:
    """Text and articles are written already."""


def _article(document: Document, article: FormArticle, number: str) -> None:
    document.add_heading(f"（{article.title}）", 2)
    _hanging(document, 1, f"{number}　{article.text[0]}")
    for place, text in enumerate(article.items, 1):
        _hanging(document, 2, f"（{place}）　{text}").paragraph_format.space_after = Pt(0)
    for place, text in enumerate(article.text[1:], 2):
        _hanging(document, 1, f"{place}　{text}")


def _hanging(document: Document, depth: int, text: str) -> Paragraph:
    """A paragraph whose later lines stand further in than its number."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = _INDENT * depth, -_INDENT
    paragraph.paragraph_format.space_after = Pt(2)
    write(paragraph, text)
    return paragraph


def _fields(document: Document, part: FormPart) -> None:
    made = table(document, [3, 9], len(part.fields), part.title or "記入欄")
    for row, field in zip(made.rows, part.fields, strict=True):
        name, blank = row.cells
        label(name, field.label)
        _blank(line(blank), field)
        height(row, field.lines)
    _after(document)


def _boxes(document: Document, part: FormPart) -> None:
    for field in part.fields:
        rows = table(document, [1], 2, field.label).rows
        label(rows[0].cells[0], field.label)
        line(rows[0].cells[0]).paragraph_format.keep_with_next = True
        _blank(line(rows[1].cells[0]), field)
        height(rows[1], field.lines)
        _after(document)


def _checks(document: Document, part: FormPart) -> None:
    made = table(document, [1, 10, 5], len(part.checks) + 1, part.title or "確かめる欄")
    rows = list(made.rows)
    head(rows[0], ["印", "確かめること", "覚え書き"])
    for row, check in zip(rows[1:], part.checks, strict=True):
        tick, text, _ = row.cells
        write_tick(line(tick), check.text)
        write(line(text), check.text)
        height(row, 1)
    _after(document)


def _table(document: Document, part: FormPart) -> None:
    made = table(document, [column.width for column in part.columns], 1 + len(part.rows) + part.blank, part.title or "表")
    rows = list(made.rows)
    head(rows[0], [column.title for column in part.columns])
    for number, row in enumerate(rows[1:]):
        words = part.rows[number].cells if number < len(part.rows) else ()
        for place, (cell, column) in enumerate(zip(row.cells, part.columns, strict=True)):
            if place < len(words) and words[place]:
                write(line(cell), words[place])
            elif column.choices:
                write_choice(line(cell), column.title, column.choices)
        height(row, part.height)
    _after(document)


def _blank(paragraph: Paragraph, field: FormField) -> None:
    if field.choices:
        write_choice(paragraph, field.label, field.choices)
    elif field.lines == 1 or field.hint:
        write_blank(paragraph, field.label, f"〔{field.hint or '　　　　　'}〕")


def _after(document: Document) -> None:
    gap = document.add_paragraph()
    gap.paragraph_format.space_after, gap.paragraph_format.line_spacing = Pt(0), Pt(8)


def _behind(document: Document, form: Form, handbook: Handbook) -> None:
    """What the form rests on, what is to be adapted and what is left open."""
    document.add_page_break()
    document.add_heading("このひな形について（使う前に、この頁を消してください）", 1)
    for title, points in (("地域に合わせて変えるところ", form.adapt), ("資料が決めていないところ", form.open)):
        if points:
            document.add_heading(title, 2)
            for point in points:
                _hanging(document, 1, f"・{plain(point.text, handbook)}").style = "Hint"
    document.add_heading("もとになった資料", 2)
    for name, found in origins(form, handbook):
        _hanging(document, 1, f"・{name}：{'／'.join(found)}").style = "Hint"
    document.add_paragraph(f"ここに挙げていないところは、{OURS}です。", style="Hint")

