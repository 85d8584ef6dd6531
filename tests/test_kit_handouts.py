"""The handouts: some are printed, and reopened by another library."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from pikepdf import Pdf

from macros.faults import StopBuild
from macros.kit.browser import Press
from macros.kit.handouts.accessible import complaints
from macros.kit.handouts.content import Block, ChapterContent, PageContent, chapter_content
from macros.kit.handouts.finish import finished
from macros.kit.handouts.parts import parts
from macros.kit.handouts.studio import WIDTHS, Studio, _labels
from macros.kit.part import Part
from macros.model.files import Handbook

from .hostile import PAYLOADS, hostile

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    with Press() as running:
        yield running


@pytest.fixture(scope="module")
def handouts(handbook: Handbook, press: Press) -> dict[str, Part]:
    return {part.id: part for part in parts(handbook, ROOT, press)}


def text_of(content: bytes) -> list[str]:
    """The text of each page, as another program reads it."""
    return ["".join(page.get_textpage().get_text_bounded().split()) for page in pypdfium2.PdfDocument(content)]


def test_there_is_one_for_each_chapter_checklist_and_sheet(handouts: dict[str, Part], handbook: Handbook) -> None:
    about = [part.about for part in handouts.values()]
    assert all(about.count(record.id) == 2 for record in (*handbook.chapters, *handbook.checklists))
    assert {"handout-book", "handout-easy", "worksheet-municipality", "worksheet-prefecture"} <= handouts.keys()
    paths = [part.path for part in handouts.values()]
    assert len(set(paths)) == len(paths) and all(path.isascii() and len(path) < 60 for path in paths)


def test_a_chapter_is_accessible_and_its_contents_lead_to_the_right_pages(handouts: dict[str, Part], handbook: Handbook) -> None:
    content = handouts["handout-self-plan-a4"].write()
    assert complaints(content) == []
    pages = text_of(content)
    chapter = next(chapter for chapter in handbook.chapters if chapter.id == "ch-self-plan")
    for own in chapter.pages:
        title = handbook.index[own].title
        number = next(number for number, text in enumerate(pages, 1) if number > 1 and title in text)
        assert f"{title}{number}" in pages[0]
    assert pypdfium2.PdfDocument(content).get_metadata_dict()["Title"] == "セルフプラン　配布資料"
    assert f"2/{len(pages)}" in pages[1] and "出典" in pages[-1]


def test_easy_wording_has_readings_and_two_runs_are_the_same(handouts: dict[str, Part]) -> None:
    part = handouts["checklist-guideline-quick-easy"]
    content = part.write()
    assert complaints(content) == [] and content == part.write()
    assert "きょうぎかい" in "".join(text_of(content))


def test_a_table_wider_than_the_paper_is_named(handbook: Handbook, press: Press) -> None:
    statistic = handbook.index["stat-self-plan-rate"]
    wide = dataclasses.replace(statistic, chart="none", columns=tuple(
        dataclasses.replace(statistic.columns[0], title=f"{number:04}", id=statistic.columns[0].id) for number in range(60)
    ))
    page = handbook.index["page-self-plan-rate"]
    content = ChapterContent(handbook.chapters[0], (PageContent(page, (Block("statistic", wide, rows=wide.rows),)),), {c: 1 for c in wide.sources})
    with pytest.raises(StopBuild, match=r"^data/guidelines/statistics/self-plan-rate\.yml:\d+: 「stat-self-plan-rate」の表か図が.+はみ出します"):
        Studio(handbook, ROOT, press).make("chapter.html", "a4", "試し", chapter=content)


def test_the_checks_see_what_chromium_leaves_undone(press: Press) -> None:
    found = complaints(press.pdf('<!doctype html><html lang="en"><title>x</title><style>@page { margin: 20mm; @bottom-center { content: "1" } }</style><h1>あ</h1><h3>い</h3><ul><li>う</ul><svg role="img" width="9" height="9"><rect width="9" height="9"/></svg><hr>', 600))
    assert {"no language", "no PDF/UA mark or no title in the metadata", "heading H3 after H1", "a figure without an alternative"} <= set(found)
    assert any(complaint.startswith("a point that holds") for complaint in found)
    assert any("neither tagged nor an artifact" in complaint for complaint in found)


_HARM = """() => {
  const script = document.createElement('script')
  script.textContent = 'window.hacked = 1'
  document.head.append(script)
  return [window.hacked ?? null, document.querySelectorAll('[data-payload], a[href^="javascript"], a[href^="http"], iframe, img').length]
}"""


def test_a_handout_of_payloads_holds_their_words_and_the_press_runs_nothing(handbook: Handbook, press: Press) -> None:
    tricked = hostile(handbook)
    chapter = next(chapter for chapter in tricked.chapters if chapter.id == "ch-self-plan")
    content = chapter_content(dataclasses.replace(chapter, pages=chapter.pages[1:2]), tricked, ROOT, large=False)
    studio, found = Studio(tricked, ROOT, press), []
    html = studio._html("chapter.html", "a4", PAYLOADS[0], {}, {"chapter": content})
    raw = press.pdf(html, WIDTHS["a4"], lambda page: found.append(page.evaluate(_HARM)))
    file = finished(raw, PAYLOADS[0], studio.date, _labels(html))
    assert found == [[None, 0]]
    assert complaints(file) == []
    with Pdf.open(io.BytesIO(file)) as pdf:
        assert pdf.docinfo["/Title"] == PAYLOADS[0] and not {"/OpenAction", "/AA", "/AcroForm"} & set(pdf.Root.keys())
        assert [note.keys() for page in pdf.pages for note in page.get("/Annots", ()) if "/A" in note or "/AA" in note] == []
    shown, page = "".join(text_of(file)), content.pages[0]
    own = [section.title for section in page.page.sections] + [block.record.title for block in page.blocks]
    own += [row.title for block in page.blocks for row in block.rows]
    # A text that turns the direction of writing is read backwards; the rules refuse it.
    assert [text for text in own if "\u202e" not in text and "".join(text.split()) not in shown] == []
    assert all(word in shown for word in ("<scriptdata-payload>", "<iframedata-payload", "http://127.0.0.1:9/"))


def test_a_missing_chromium_is_said_with_what_to_install(handbook: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.kit.browser.find", lambda: None)
    with Press() as none, pytest.raises(StopBuild, match="Chromium が見つからない"):
        Studio(handbook, ROOT, none).make("worksheet.html", "a4", "試し", kind="municipality")
