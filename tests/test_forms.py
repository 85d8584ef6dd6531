"""Forms and guides as files: Word reopened by lxml over the ZIP, Excel by openpyxl; complete, Japanese, the same every time."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest
from lxml import etree

from macros.exports.form_files import form_file, guide_file
from macros.exports.sheet_names import ABOUT
from macros.forms import BLANK
from macros.kit.forms import parts
from macros.load import walk

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEMPLATES = {
    "form-council-rules", "form-subcommittee-rules", "form-year-plan", "form-agenda-minutes", "form-issue-sheet",
    "form-subcommittee-plan", "form-secrecy-confirmation", "form-sharing-record", "form-member-briefing",
    "form-access-check", "form-commission-review", "form-self-evaluation",
}
"""The twelve forms that the handbook promises."""


class WordFile:
    """A Word file as its parts: what python-docx wrote, read without it."""

    def __init__(self, content: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(content))
        self.document, self.styles, self.core = (
            etree.fromstring(self.archive.read(name)) for name in ("word/document.xml", "word/styles.xml", "docProps/core.xml")
        )

    @property
    def text(self) -> str:
        """All words, paragraphs one after the other."""
        return "\n".join("".join(p.itertext(f"{W}t")) for p in self.document.iter(f"{W}p"))

    def values(self, tag: str, root: etree._Element | None = None) -> list[str]:
        """The `val` of every element `tag`."""
        return [found.get(f"{W}val") for found in (self.document if root is None else root).iter(f"{W}{tag}")]


@pytest.fixture(scope="module")
def word(handbook) -> dict[str, tuple[object, WordFile]]:
    """Id → form and file, for every form for Word."""
    return {form.id: (form, WordFile(form_file(form, handbook))) for form in handbook.forms if form.file == "docx"}


@pytest.fixture(scope="module")
def excel(handbook) -> dict[str, tuple[object, openpyxl.Workbook]]:
    """Id → form and workbook, for every form for Excel."""
    return {
        form.id: (form, openpyxl.load_workbook(io.BytesIO(form_file(form, handbook))))
        for form in handbook.forms if form.file == "xlsx"
    }


def test_the_twelve_forms_are_there_and_each_guide_has_sheets_for_its_groups(handbook) -> None:
    assert TEMPLATES == {form.id for form in handbook.forms if form.group != "group-work"}
    sheets = {form.id for form in handbook.forms if form.group == "group-work"}
    for guide in handbook.guides:
        assert sheets & {handout.go for handout in guide.handouts}, guide.id
    assert len(handbook.guides) == 4


def test_a_word_file_says_all_that_its_record_says(word) -> None:
    for form, file in word.values():
        wanted = [form.title, *(value for part in form.parts for record in walk(part) for value in _words(record))]
        missing = [text for text in wanted if text and text not in file.text]
        assert missing == [], form.id


def _words(record) -> list[str]:
    """What a reader of the file sees of a record: not the hints of columns, which only Excel shows."""
    names = ("title",) if type(record).__name__ == "FormColumn" else ("title", "note", "label", "text", "hint", "lines", "items", "cells")
    values = (getattr(record, name, "") for name in names)
    return [text for value in values for text in ((value,) if isinstance(value, str) else value if isinstance(value, tuple) else ())]


def test_every_blank_is_a_control_of_its_own(word) -> None:
    for form, file in word.values():
        shown = ["".join(control.itertext(f"{W}t")) for control in file.document.iter(f"{W}sdt")]
        words = [text for part in form.parts for record in walk(part) for text in _words(record)]
        blanks = [blank for text in words for blank in BLANK.findall(text)]
        assert set(blanks) <= set(shown), form.id
        numbers = file.values("id", file.document)
        assert len(set(numbers)) == len(numbers) == len(shown), form.id
        ticks = sum(len(part.checks) for part in form.parts)
        assert shown.count("☐") == ticks, form.id


def test_a_word_file_is_japanese_a4_with_headings_table_heads_and_page_numbers(word) -> None:
    for form, file in word.values():
        languages = file.styles.findall(f".//{W}lang")
        assert {(found.get(f"{W}val"), found.get(f"{W}eastAsia")) for found in languages} == {("ja-JP", "ja-JP")}
        fonts = file.styles.find(f"./{W}style[@{W}styleId='Normal']//{W}rFonts")
        assert fonts.get(f"{W}eastAsia") == "BIZ UDPゴシック"
        settings = file.archive.read("word/settings.xml").decode()
        assert 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in settings
        size = file.document.find(f".//{W}pgSz")
        assert sorted((int(size.get(f"{W}w")), int(size.get(f"{W}h")))) == [11906, 16838]
        assert "Title" in file.values("pStyle")
        titles = [part.title for part in form.parts if part.title]
        assert file.values("pStyle").count("Heading1") >= len(titles)
        tables = [part for part in form.parts if part.kind in ("table", "checks")]
        assert len(list(file.document.iter(f"{W}tblHeader"))) == len(tables), form.id
        assert all(value for value in file.values("tblCaption")), form.id
        footer = file.archive.read("word/footer1.xml").decode()
        assert "PAGE" in footer and "NUMPAGES" in footer


def test_a_form_says_that_it_is_no_official_one_and_what_it_rests_on(word) -> None:
    for form, file in word.values():
        if form.group == "group-work":
            continue
        header = file.archive.read("word/header1.xml").decode()
        assert "ひな形" in header
        assert "公式の様式ではありません" in file.text
        assert "もとになった資料" in file.text and "設置・運営ガイドライン" in file.text or "行政説明資料" in file.text


def test_an_article_stands_with_its_number_and_source(word) -> None:
    _, file = word["form-council-rules"]
    assert "第13条　協議会の事務に携わる者" in file.text
    place = next(line for line in file.text.splitlines() if "第12条（協力の求め）" in line)
    assert "第Ⅰ章1（1）枠「令和4年12月改正」" in place


def test_elements_stand_in_the_order_that_word_insists_on(word) -> None:
    order = ["tblStyle", "tblW", "tblBorders", "tblLayout", "tblLook", "tblCaption", "tblDescription"]
    for _, file in word.values():
        for settings in file.document.iter(f"{W}tblPr"):
            assert [etree.QName(child).localname for child in settings] == order
        for cell in file.document.iter(f"{W}tc"):
            assert etree.QName(cell[-1]).localname == "p"  # a cell ends with a paragraph


def test_an_excel_form_has_a_sheet_for_each_table_ready_to_print(excel) -> None:
    for form, book in excel.values():
        tables = [part for part in form.parts if part.kind == "table"]
        assert book.sheetnames == [*((part.sheet or part.title) for part in tables), ABOUT]
        for part in tables:
            sheet = book[part.sheet or part.title]
            head = next(row for row in sheet.iter_rows() if [cell.value for cell in row][: len(part.columns)] == [c.title for c in part.columns])
            assert sheet.freeze_panes == f"B{head[0].row + 1}"
            assert sheet.print_title_rows == f"${head[0].row}:${head[0].row}"
            setup = sheet.page_setup
            assert (setup.orientation, setup.paperSize, setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == ("landscape", 9, 0, True)
            offered = {str(rule.formula1) for rule in sheet.data_validations.dataValidation}
            assert {f'"{",".join(c.choices)}"' for c in part.columns if c.choices} <= offered
            for number, row in enumerate(part.rows, 1):
                assert tuple(sheet.cell(head[0].row + number, place).value for place, _ in enumerate(row.cells, 1)) == row.cells


def test_no_cell_of_an_excel_form_is_a_formula(excel) -> None:
    for _, book in excel.values():
        assert not [cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_a_choice_list_is_short_enough_for_excel(handbook) -> None:
    for form in handbook.forms:
        for part in form.parts:
            for record in (*part.columns, *part.fields):
                assert len(",".join(record.choices)) <= 255, (form.id, record)
                assert not any("," in word for word in record.choices)


def test_a_guide_tells_every_minute_and_names_its_sources(handbook) -> None:
    for guide in handbook.guides:
        text = WordFile(guide_file(guide, handbook)).text
        assert f"{guide.minutes - guide.timetable[-1].minutes}〜{guide.minutes}分" in text
        assert all(step.text in text for slot in guide.timetable for step in slot.steps)
        assert "このハンドブックの提案" in text
        assert "\n出典\n・" in text


def test_the_bytes_are_the_same_every_time_and_known_to_the_kit(handbook) -> None:
    offered = list(parts(handbook))
    assert len({part.id for part in offered}) == len({part.path for part in offered}) == len(handbook.forms) + len(handbook.guides)
    for part in offered:
        assert part.path.isascii() and len(part.path) < 60
    for own in ("form-sharing-record", "form-issue-sheet", "guide-newcomers"):
        part = next(part for part in offered if part.id == own)
        first = part.write()
        assert first == part.write()
        if part.path.endswith(".docx"):
            entries = zipfile.ZipFile(io.BytesIO(first)).infolist()
            assert {entry.date_time for entry in entries} == {(2020, 1, 1, 0, 0, 0)}
            assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
            core = WordFile(first).core
            assert {node.text for node in core if node.tag.endswith(("created", "modified"))} == {"2020-01-01T00:00:00Z"}
