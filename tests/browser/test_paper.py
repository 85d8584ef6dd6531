"""Paper with furigana: readings are printed, touch nothing, and stand on what is made only for printing too."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
from playwright.sync_api import BrowserContext, Page, expect

from .probes import LAY_OUT_EVERYTHING, TOUCHING_READINGS
from .self_check import PATH, SelfCheck

PAPER_WIDTH = 658  # 174 mm between the margins of A4 (styles/print.css)
READY = "html[data-furigana-made=all]"


def with_furigana(new_context: Callable[..., BrowserContext]) -> Page:
    """A page in a profile that has chosen furigana."""
    context = new_context()
    context.add_init_script("try { localStorage.setItem('kyogikai:handbook:_look', '{\"furigana\":\"all\"}') } catch {}")
    return context.new_page()


def touching(page: Page) -> list[str]:
    """Readings that touch something on paper."""
    page.set_viewport_size({"width": PAPER_WIDTH, "height": 900})
    page.emulate_media(media="print")
    page.evaluate(LAY_OUT_EVERYTHING)
    found = page.evaluate(TOUCHING_READINGS)
    page.emulate_media(media="null")
    return found


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "".join("".join(page.get_textpage().get_text_bounded() for page in document).split())


def test_a_page_prints_its_readings(new_context, address) -> None:
    page = with_furigana(new_context)
    for path, reading in (("handbook/meetings/meetings.html", "かいぎ"), ("block-meeting/index.html", "かいぎ"), ("data/members-plenary.html", "こうせい")):
        page.goto(address("http", path))
        page.locator(READY).wait_for(state="attached")
        assert touching(page) == [], path
        assert reading in text_of(page.pdf(prefer_css_page_size=True)), path


def test_papers_of_the_self_check_have_readings(new_context, address) -> None:
    check = SelfCheck(with_furigana(new_context), address("http", PATH)).open()
    check.page.locator(READY).wait_for(state="attached")
    check.lay_out("blank")
    assert check.hook("print-area").locator("rt").count() > 500
    assert touching(check.page) == []
    check.clear_paper()
    check.begin()
    check.answer_some()
    check.go("result")
    for kind in ("result", "answers"):
        check.lay_out(kind)
        assert check.hook("print-area").locator("rt").count() > 50, kind
        assert touching(check.page) == [], kind
        check.clear_paper()
        expect(check.hook("print-area").locator("rt")).to_have_count(0)
