"""The panel 「表示」, furigana and plain Japanese: by keyboard, kept, quiet, on http and from file://."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from .axe import EVERYTHING, violations
from .self_check import SelfCheck

PAGE = "handbook/basics/what-is-council.html"
SELF_CHECK = "self-check/municipal-council.html"
KEY = "kyogikai:handbook:_look"
WIDE = ("handbook/meetings/meetings.html", SELF_CHECK, "glossary/index.html", "about/accessibility.html")
SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"


@pytest.fixture(params=["http", "file"])
def at(request: pytest.FixtureRequest, address: Callable[[str, str], str]) -> Callable[[str], str]:
    """Address of a page over http and from file://."""
    return lambda path: address(request.param, path)


def keep(context: BrowserContext, settings: str) -> None:
    """Let every page of a profile begin with these settings."""
    context.add_init_script(f"try {{ localStorage.setItem('{KEY}', '{settings}') }} catch {{}}")  # frames of workers have none


def panel(page: Page) -> Locator:
    """Open the panel by keyboard. By hooks: with furigana, Playwright puts spaces into names (Chromium does not)."""
    page.locator("[data-js-open-settings]").press("Enter")
    expect(page.locator("[data-js-settings]")).to_be_visible()
    return page.locator("[data-js-settings]")


def choose(page: Page, name: str, value: str) -> None:
    """Choose in the open panel."""
    page.locator(f"[name=look-{name}][value={value}]").check()


def spoken(page: Page) -> list[str]:
    """Every name in the accessibility tree as Chromium itself makes it."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [node["name"]["value"] for node in nodes if not node["ignored"] and node.get("name", {}).get("value")]


def test_settings_are_chosen_by_keyboard_and_kept(page: Page, at) -> None:
    page.goto(at(PAGE))
    dialog = panel(page)
    expect(dialog.get_by_role("button", name="とじる")).to_be_focused()
    dialog.get_by_role("group", name="文字の大きさ").get_by_label("標準").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("html")).to_have_attribute("data-look-text", "112")
    expect(dialog.get_by_role("status")).to_contain_text("この端末に保存しました")
    dialog.get_by_label("あるところで使う").check()
    dialog.get_by_label("はっきり").check()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="表示", exact=True)).to_be_focused()

    page.goto(at("about/index.html"))  # on every page, before anything is drawn
    assert page.evaluate("document.documentElement.dataset.lookContrast") == "high"
    page.goto(at(PAGE))
    expect(page.locator(".easy-words").first).to_contain_text("障害のある 人の くらしを")
    expect(page.locator(".plain-words p").first).to_be_hidden()
    panel(page).get_by_role("button", name="はじめの表示に戻す").click()
    assert page.evaluate(f"localStorage.getItem('{KEY}')") == "{}"
    expect(page.locator(".easy-words").first).to_be_hidden()


def test_plain_words_of_the_self_check_are_the_same_setting(page: Page, at) -> None:
    page.goto(at(SELF_CHECK))
    panel(page).get_by_label("あるところで使う").check()
    assert page.locator("[data-js-easy]").is_checked()


def test_furigana_come_go_and_are_no_text(page: Page, at) -> None:
    page.goto(at(PAGE))
    words = page.locator(".key-points").inner_text()
    assert page.locator("script[src*=furigana]").count() == 0  # nothing is loaded until it is wanted
    panel(page)
    choose(page, "furigana", "all")
    expect(page.locator(".key-points rt[data-reading=きょうぎかい]").first).to_be_visible()
    assert page.locator(".key-points").inner_text().replace("\n", "") == words.replace("\n", "")
    names = spoken(page)
    assert "表示を変える" in names and not [name for name in names if "きょうぎかい" in name]
    page.keyboard.press("Escape")
    assert page.evaluate("window.find('困りごとを持ち寄り')"), "find in page meets words across readings"

    page.reload()
    expect(page.locator(".key-points rt").first).to_be_visible()
    panel(page)
    choose(page, "furigana", "terms")
    expect(page.locator(".key-points ruby[data-term] > rt").first).to_be_visible()
    expect(page.locator(".key-points ruby:not([data-term]) > rt").first).to_be_hidden()
    choose(page, "furigana", "off")
    expect(page.locator(".key-points rt").first).to_be_hidden()
    page.keyboard.press("Escape")
    assert not [name for name in spoken(page) if "きょうぎかい" in name]
    assert page.evaluate("getSelection().removeAllRanges() ?? window.find('地域の支援体制を整えること')")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.key-points'))")
    assert "きょうぎかい" not in page.evaluate("getSelection().toString()")


FOCUS = """
() => {
  const focused = document.activeElement;
  const target = focused.closest("label") ?? focused;
  const { left, right, top, bottom } = target.getBoundingClientRect();
  const box = [Math.max(left, 0), Math.max(top, 0), Math.min(right, innerWidth), Math.min(bottom, innerHeight)];
  const places = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [box[0] + (box[2] - box[0]) * x, box[1] + (box[3] - box[1]) * y]));
  const isHit = ([x, y]) => target.contains(document.elementFromPoint(x, y));
  return {
    name: `${focused.tagName} ${focused.id || focused.name || focused.textContent.trim().slice(0, 20)}`,
    isLost: focused === document.body,
    isSeen: box[2] > box[0] && box[3] > box[1] && places.some(isHit),
    top: top + scrollY,
    isInMain: focused.closest("main") !== null && focused.closest("dialog") === null,
  };
}
"""
"""Where the focus is, and whether any of it can be seen (WCAG 2.2, 2.4.11)."""


def tab_through(page: Page, most: int) -> list[str]:
    """Press Tab through the text of a page in one column; what is lost, hidden, or out of the order as seen."""
    faults, last = [], 0.0
    for _ in range(most):
        page.keyboard.press("Tab")
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => done()))")  # it has scrolled
        focus = page.evaluate(FOCUS)
        if focus["isLost"]:
            faults.append(f"lost after {last}")
        elif not focus["isSeen"]:
            faults.append(f"hidden: {focus['name']}")
        if focus["isInMain"]:
            faults += [f"goes back up: {focus['name']}"] if focus["top"] < last - 80 else []  # fields side by side in a row
            last = focus["top"]
        elif last:
            break  # into the footer
    assert last > 0, "Tab never came into the text"
    return faults


def test_the_self_check_is_answered_by_keyboard_with_furigana_at_400_percent(new_context, at) -> None:
    context = new_context(viewport={"width": 320, "height": 256})
    page = context.new_page()
    check = SelfCheck(page, at(SELF_CHECK)).open()
    panel(page)
    page.locator("[name=look-furigana][value=off]").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    page.locator("html[data-furigana-made=all]").wait_for(state="attached")
    page.evaluate("document.activeElement.blur() ?? scrollTo(0, 0)")
    assert tab_through(page, 60) == []
    check.begin()
    radio = page.locator("[data-js-item]:visible input[type=radio]").first
    radio.focus()
    page.keyboard.press("Space")
    expect(radio).to_be_checked()
    expect(page.locator("[data-js-self-check] [role=status]:visible").first).to_contain_text("保存しました")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('[data-js-item]').dataset.jsItem") != radio.get_attribute("name")
    assert page.evaluate(FOCUS)["isSeen"]
    assert page.locator("[data-js-item]:visible rt:visible").count() > 0
    assert tab_through(page, 12) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.reload()
    check.ready()
    assert page.evaluate("document.documentElement.dataset.lookFurigana") == "all"
    page.locator("main rt").first.wait_for(state="attached")


@pytest.mark.parametrize("scheme", ["light", "dark"] if EVERYTHING else ["dark"])
def test_the_changed_look_has_no_accessibility_fault_and_fits(new_context, address, scheme: str) -> None:
    context = new_context(viewport={"width": 1300, "height": 900}, color_scheme=scheme)
    keep(context, '{"furigana":"all","contrast":"high","text":"125"}')
    page = context.new_page()
    for path in (SELF_CHECK, PAGE):  # the shorter page last: it is looked at twice
        page.goto(address("http", path))
        page.locator("main rt").first.wait_for(state="attached")
        assert violations(page) == []
    panel(page)
    assert violations(page) == []


@pytest.mark.parametrize(("settings", "spacing"), [('{"text":"200","furigana":"all","lines":"wider"}', "x {}"), ("{}", SPACING)])
def test_large_text_and_wide_spacing_fit_a_phone(new_context, address, settings: str, spacing: str) -> None:
    context = new_context(viewport={"width": 390, "height": 844}, bypass_csp=True)
    keep(context, settings)
    page = context.new_page()
    for path in WIDE:
        page.goto(address("http", path))
        page.add_style_tag(content=spacing)
        if "furigana" in settings:
            page.locator("main rt").first.wait_for(state="attached")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path


def test_large_text_leaves_a_wide_screen_one_column(new_context, address) -> None:
    context = new_context()
    keep(context, '{"text":"200"}')
    check = SelfCheck(context.new_page(), address("http", SELF_CHECK)).open()
    check.begin()
    assert check.page.locator("[data-js-item]:visible").first.bounding_box()["width"] > 900
    check.page.goto(address("http", "index.html"))
    assert check.page.locator("h1").bounding_box()["width"] > 900
