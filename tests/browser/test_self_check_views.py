"""The views of the self-check: sheet, result, plan, group mode, paper; and whether everybody can use them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .axe import faults
from .self_check import PATH, SelfCheck


@pytest.fixture
def check(page: Page, address: Callable[[str, str], str]) -> SelfCheck:
    """A record is open, nothing is answered."""
    check = SelfCheck(page, address("http", PATH)).open()
    check.begin()
    return check


def test_without_script_the_page_is_a_whole_sheet_to_print(new_context: Callable[..., BrowserContext], address) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(address("http", PATH))
    items = page.locator("[data-js-item]")
    expect(items.first.locator("input[type=radio]")).to_have_count(7)
    expect(items.last).to_be_visible()
    expect(page.locator("a[href$='.xlsx']")).to_be_visible()
    expect(page.locator("[data-js-new-form]")).to_be_hidden()
    expect(page.get_by_role("button")).to_have_count(0)


def test_an_item_shows_its_help_with_the_step_for_the_answer(check: SelfCheck) -> None:
    first = check.item_ids()[0]
    check.answer(first, "little")
    help_of_item = check.item(first).locator("[data-js-help]")
    expect(help_of_item).to_be_visible()
    expect(help_of_item.locator(".is-now")).to_contain_text("いまの答え")
    expect(help_of_item.locator("a[href*='handbook']").first).to_be_visible()


def test_notes_open_by_themselves_where_it_is_difficult(check: SelfCheck) -> None:
    first = check.item_ids()[0]
    note = check.item(first).locator("[data-js-field=note_shared]")
    check.answer(first, "done")
    expect(note).to_be_hidden()
    check.answer(first, "not")
    expect(note).to_be_visible()
    expect(check.item(first)).to_contain_text("どんなところが難しいですか")


def test_a_reason_is_asked_where_an_item_does_not_apply(check: SelfCheck) -> None:
    first = check.item_ids()[0]
    check.answer(first, ":not_applicable")
    check.item(first).locator("[data-js-field=reason]").fill("指定事業所がない")
    check.page.keyboard.press("Tab")
    check.saved()
    assert check.only_record()["answers"][first] == {"state": "not_applicable", "reason": "指定事業所がない"}


def test_an_answer_can_be_taken_back(check: SelfCheck) -> None:
    first = check.item_ids()[0]
    check.answer(first, "done")
    check.item(first).locator("[data-js-clear]").click()
    expect(check.item(first).locator("input:checked")).to_have_count(0)
    check.saved()
    assert check.only_record()["answers"] == {}


def test_progress_counts_what_was_dealt_with(check: SelfCheck) -> None:
    ids = check.answer_some()
    expect(check.hook("total")).to_have_text(f"{len(ids)}項目中5項目に答えました")
    expect(check.hook("domain-link").first.locator("[data-js-count]")).to_contain_text("5/")


def test_filters_show_what_is_open_and_what_is_difficult(check: SelfCheck) -> None:
    ids = check.answer_some()
    check.page.locator("[data-js-filter][value=low]").check()
    expect(check.page.locator("[data-js-item]:visible")).to_have_count(2)
    check.page.locator("[data-js-filter][value=unanswered]").check()
    expect(check.page.locator("[data-js-item]:visible")).to_have_count(len(ids) - 5)
    check.answer(ids[6], "done")
    expect(check.item(ids[6])).to_be_visible()  # it does not vanish under the hand
    check.hook("filter-again").click()
    expect(check.item(ids[6])).to_be_hidden()


def test_a_filter_with_nothing_in_it_says_so(check: SelfCheck) -> None:
    check.page.locator("[data-js-filter][value=low]").check()
    expect(check.hook("filter-empty")).to_have_text("難しいと答えた項目は、いまはありません。")


def test_easy_wording_changes_the_words_and_not_the_answers(check: SelfCheck) -> None:
    first = check.item(check.item_ids()[0])
    plain = first.locator("legend").inner_text()
    check.hook("easy").check()
    expect(first.locator("legend")).not_to_have_text(plain, use_inner_text=True)
    check.hook("easy").uncheck()
    expect(first.locator("legend")).to_have_text(plain, use_inner_text=True)


def test_a_link_from_the_handbook_leads_to_its_item(check: SelfCheck) -> None:
    check.saved()
    last = check.item_ids()[-1]
    check.page.goto("about:blank")
    check.open(f"#{last}")
    expect(check.item(last).locator("[data-js-level=done]")).to_be_focused()


def test_back_and_reload_keep_the_place(check: SelfCheck) -> None:
    check.go("result")
    check.page.reload()
    expect(check.view("result")).to_be_visible()
    check.page.go_back()
    expect(check.view("answer")).to_be_visible()
    check.page.go_back()
    expect(check.view("start")).to_be_visible()


def test_the_way_to_the_top_of_the_page_leaves_the_record_open(check: SelfCheck) -> None:
    check.page.evaluate("() => { location.hash = '#top'; }")
    expect(check.view("answer")).to_be_visible()


def test_the_result_names_what_to_talk_about_first_and_what_goes_well(check: SelfCheck) -> None:
    check.answer_some()
    check.go("result")
    picks = check.hook("discuss").locator(".sc-pick")
    expect(picks).to_have_count(3)  # not, little, unknown
    expect(picks.first).to_contain_text("できていない")
    expect(picks.first).to_contain_text("次の一歩")
    expect(picks.first.locator("a[href*='handbook']").first).to_be_visible()
    expect(check.hook("well").locator(".sc-pick")).to_have_count(2)
    expect(check.hook("rests")).to_contain_text("低い段階とは数えません")


def test_bars_and_table_say_the_same_numbers(check: SelfCheck) -> None:
    check.answer_some()
    check.go("result")
    check.page.get_by_text("同じ数字を表で見る").click()
    row = check.hook("table-rows").locator("tr").first
    numbers = [int(text) for text in row.locator("td").all_inner_texts()]
    assert numbers[:4] == [1, 1, 1, 1] and numbers[5] == 1
    label = check.hook("spread").locator("svg").first.get_attribute("aria-label") or ""
    assert [int(n) for n in re.findall(r"いる (\d+)|いない (\d+)", label) for n in n if n] == numbers[:4]
    expect(check.hook("spread").locator("text")).to_have_text(["1", "1", "1", "1"])


def test_the_radar_comes_on_request_as_a_picture_with_words(check: SelfCheck) -> None:
    check.answer_some()
    check.go("result")
    check.page.get_by_text("レーダー図で見る").click()
    expect(check.hook("radar").get_by_role("img")).to_have_attribute("aria-label", re.compile("50%"))


def test_plan_entries_are_tied_to_items_by_one_click(check: SelfCheck) -> None:
    ids = check.answer_some()
    check.go("result")
    check.page.locator(f'[data-item="{ids[0]}"] [data-js-make=actions]').click()
    entry = check.hook("entries", "actions").locator("[data-js-entry]")
    expect(entry.locator("[aria-pressed=true]")).to_have_count(1)
    entry.locator(f'[data-js-tie-item="{ids[1]}"]').click()
    check.saved()
    assert check.only_record()["plan"]["actions"][0]["items"] == [ids[0], ids[1]]
    entry.locator(f'[data-js-tie-item="{ids[0]}"]').click()
    entry.locator("[data-js-tie-select]").select_option(ids[9])
    entry.get_by_role("button", name="結びつける").click()
    assert check.only_record()["plan"]["actions"][0]["items"] == [ids[1], ids[9]]
    entry.locator("[data-js-remove]").click()
    assert check.only_record()["plan"]["actions"] == []


def test_a_request_starts_with_what_the_prefecture_can_be_asked(check: SelfCheck) -> None:
    ids = check.answer_some()
    check.go("result")
    check.page.locator(f'[data-item="{ids[0]}"] [data-js-make=requests]').click()
    check.saved()
    (request,) = check.only_record()["plan"]["requests"]
    assert request["to"] == "和歌山県" and request["items"] == [ids[0]]


def test_group_mode_keeps_the_agreed_answer_beside_ones_own(check: SelfCheck) -> None:
    ids = check.answer_some()
    check.go("group")
    expect(check.hook("group-own")).to_have_text("できていない")
    check.page.locator("[data-js-agreed][value=mostly]").check()
    check.hook("agreed-reason").fill("要綱を見直したため")
    check.hook("group-next").click()
    expect(check.hook("group-question")).to_be_focused()
    check.saved()
    record = check.only_record()
    assert record["agreed"] == {ids[0]: {"level": "mostly", "reason": "要綱を見直したため"}}
    assert record["answers"][ids[0]]["level"] == "not"
    check.go("result")
    check.page.locator("[data-js-basis][value=agreed]").check()
    expect(check.hook("discuss")).not_to_contain_text("できていないできていない")
    expect(check.hook("discuss").locator(".sc-pick")).to_have_count(2)


def test_group_mode_goes_through_all_items_by_keyboard(check: SelfCheck) -> None:
    ids = check.item_ids()
    check.go("group")
    check.page.locator("[data-js-scope][value=all]").check()
    expect(check.hook("group-place")).to_have_text(f"1 / {len(ids)}")
    check.page.locator("[data-js-agreed]").first.focus()
    check.page.keyboard.press("Space")
    check.page.keyboard.press("Enter")
    expect(check.hook("group-place")).to_have_text(f"2 / {len(ids)}")


def test_no_caret_stays_in_a_domain_that_was_turned_away_from(check: SelfCheck) -> None:
    """The browser would look for it through everything hidden, at each press of the mouse."""
    ids = check.item_ids()
    check.item(ids[0]).locator("[data-js-level]").first.locator("xpath=..").click()
    caret_is_seen = "() => { const { anchorNode } = getSelection(); return anchorNode === null ? null : (anchorNode.parentElement ?? anchorNode).checkVisibility(); }"
    assert check.page.evaluate(caret_is_seen) is True
    check.page.evaluate("domain => document.querySelector(`[data-js-domain-link=${domain}]`).click()", "dom-mc-privacy")
    expect(check.item(ids[0])).to_be_hidden()
    assert check.page.evaluate(caret_is_seen) is not False


def paper(check: SelfCheck, kind: str) -> bytes:
    """The PDF of a paper, asked for by its button."""
    check.page.evaluate("kind => { window.print = () => {}; document.querySelector(`[data-js-print=${kind}]`).click(); }", kind)
    return check.page.pdf(prefer_css_page_size=True)


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_the_result_prints_on_two_sheets_of_a4(check: SelfCheck) -> None:
    ids = check.item_ids()
    pattern = ["done", "mostly", "little", "not", "done", ":unknown"]
    for at, item_id in enumerate(ids):
        check.answer(item_id, pattern[at % len(pattern)])
    check.go("result")
    pdf = paper(check, "result")
    assert pages_of(pdf) == 2
    assert re.search(rb"/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]", pdf)


def test_paper_is_light_where_the_screen_is_dark(new_context: Callable[..., BrowserContext], address) -> None:
    check = SelfCheck(new_context(color_scheme="dark").new_page(), address("http", PATH)).open()
    lightness = "() => getComputedStyle(document.body).color.match(/\\d+/g).map(Number).reduce((sum, n) => sum + n)"
    assert check.page.evaluate(lightness) > 600
    check.page.emulate_media(media="print")
    assert check.page.evaluate(lightness) < 150


def test_all_answers_print_with_their_notes_and_private_ones_only_if_asked(check: SelfCheck) -> None:
    first = check.answer_some()[0]
    check.write(first, "note_shared", "見せるメモ")
    check.write(first, "note_private", "見せないメモ")
    check.go("result")
    texts = []
    for private in (False, True):
        check.hook("print-private").set_checked(private)
        texts.append(check.lay_out("answers"))
        check.clear_paper()
    assert "見せるメモ" in texts[0] and "見せないメモ" not in texts[0]
    assert "見せないメモ" in texts[1]


def test_the_blank_sheet_prints_without_answers_and_leaves_them_alone(check: SelfCheck) -> None:
    first = check.answer_some()[0]
    check.hook("close").click()
    pdf = paper(check, "blank")
    assert 5 < pages_of(pdf) < 20
    check.hook("do", "open").click()
    expect(check.item(first).locator("[data-js-level=not]")).to_be_checked()


def fill_every_view(check: SelfCheck) -> None:
    first = check.answer_some()[0]
    check.write(first, "note_shared", "要綱が古い")


VIEWS = ("start", "answer", "result", "group", "export")


def show_view(check: SelfCheck, view: str) -> None:
    if view == "start":
        check.hook("close").click()
    elif view == "export":
        check.hook("export-open").click()
    else:
        check.go(view)
    if view == "result":
        for summary in check.view("result").locator("details.disclosure > summary").all():
            summary.click()
        check.page.locator("[data-js-make]").first.click()


@pytest.mark.parametrize("view", VIEWS)
def test_everybody_can_use_a_view(check: SelfCheck, view: str) -> None:
    fill_every_view(check)
    show_view(check, view)
    assert faults(check.page, "[data-js-self-check]") == []


@pytest.mark.parametrize("width", [320, 650])
def test_nothing_is_wider_than_the_screen(new_context: Callable[..., BrowserContext], address, width: int) -> None:
    context = new_context(viewport={"width": width, "height": 700})
    check = SelfCheck(context.new_page(), address("http", PATH)).open()
    check.begin("とても長い名前の市町村と広域の協議会連絡会議", "障害福祉課・基幹相談支援センター")
    fill_every_view(check)
    for view in ("answer", "result", "group", "start"):
        show_view(check, view)
        assert check.page.evaluate("() => document.documentElement.scrollWidth") <= width, view


def test_targets_are_large_enough(new_context: Callable[..., BrowserContext], address) -> None:
    context = new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    check = SelfCheck(context.new_page(), address("http", PATH)).open()
    check.begin()
    fill_every_view(check)
    for view in ("answer", "result", "group", "start"):
        show_view(check, view)
        small = check.view(view).evaluate(
            """root => [...root.querySelectorAll('button, label.choice, label.sc-pill, summary, select, input[type=text], .sc-tab')]
                 .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML.slice(0, 120))"""
        )
        assert small == []


def test_the_focus_is_never_hidden_behind_what_sticks(check: SelfCheck) -> None:
    check.answer_some()
    check.page.set_viewport_size({"width": 1300, "height": 700})
    check.page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    for _ in range(60):
        check.page.keyboard.press("Shift+Tab")
        hidden = check.page.evaluate(
            """() => {
              const e = document.activeElement, bar = document.querySelector('.sc-workbar');
              if (!e.closest('[data-js-sheet]')) return false;
              return e.getBoundingClientRect().top < bar.getBoundingClientRect().bottom - 1;
            }"""
        )
        assert not hidden, check.page.evaluate("() => document.activeElement.outerHTML.slice(0, 200)")
