"""The tools as people use them: by keyboard, on http and from file://, and readable without a script."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, expect

from .axe import faults, violations

SHARING, COSTS, ISSUES = "tools/sharing.html", "tools/coordinator-costs.html", "tools/sort-issues.html"
KEY = "kyogikai:handbook:_issues"
EVIL = '=HYPERLINK("x")<img src=x onerror="window.hacked=1">'
WITHOUT_CONSENT = {
    "identify": "yes", "aim": "no", "consent": "cannot", "cannot": "yes", "danger": "yes",
    "together": "yes", "whom": "council", "sensitive": "yes", "least": "yes",
}
NEW_FORUM = {"level": "macro", "now": "none", "term": "long", "area": "here", "need": "deepen", "forum": "no"}
QUICK = {"level": "micro", "now": "all"}


@pytest.fixture(params=["http", "file"])
def visit(request: pytest.FixtureRequest, page: Page, address: Callable[[str, str], str]) -> Callable[[str], Page]:
    """Open a page over http and from file://."""

    def open_page(path: str) -> Page:
        page.goto(address(request.param, path))
        return page

    return open_page


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on an element that matches."""
    for _ in range(150):
        if page.evaluate("s => document.activeElement?.matches(s) ?? false", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never came to {selector}")


def press(page: Page, selector: str) -> None:
    """Go to a button by Tab and press it."""
    tab_to(page, selector)
    page.keyboard.press("Enter")


def choose(page: Page, tool: str, question: str, choice: str) -> None:
    """Answer a question with the keys of a radio group."""
    tab_to(page, f'input[name="tq-{tool}-{question}"]')
    wanted = f"tc-{tool}-{question}-{choice}"
    page.keyboard.press("Space")
    for _ in range(6):
        if page.evaluate("document.activeElement.value") == wanted:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"no choice {wanted}")


def answer(page: Page, tool: str, answers: Mapping[str, str]) -> None:
    for question, choice in answers.items():
        choose(page, tool, question, choice)


def outcome(page: Page):
    return page.locator("[data-js-outcome]:visible h3")


def text_of(download: Download, folder: Path) -> str:
    path = folder / "file"
    download.save_as(path)
    return path.read_bytes().decode("utf-8")


# ---- 個人情報の共有判断

def test_the_questions_lead_to_an_outcome_with_a_reason_for_each_step(visit) -> None:
    page = visit(SHARING)
    expect(page.locator("[data-js-question]:visible")).to_have_count(1)
    answer(page, "sharing", WITHOUT_CONSENT)
    expect(outcome(page)).to_have_text("しぼった情報を、共有できると考えられます")
    reasons = page.locator(".guide-answer:visible")
    expect(reasons).to_have_count(len(WITHOUT_CONSENT))
    assert page.locator("[data-js-result] li:visible:has(.guide-answer) .guide-reason").count() >= len(WITHOUT_CONSENT)
    expect(page.locator("[data-js-live]")).to_contain_text("結果：")


def test_one_condition_that_is_missing_stops_the_sharing(visit) -> None:
    page = visit(SHARING)
    answer(page, "sharing", {**dict(list(WITHOUT_CONSENT.items())[:4]), "danger": "no"})
    expect(outcome(page)).to_have_text("いまは、本人の同意なしに共有しません")
    expect(page.locator("[data-js-question]:visible")).to_have_count(5)


def test_an_earlier_answer_can_be_changed_and_changed_back(visit) -> None:
    page = visit(SHARING)
    answer(page, "sharing", WITHOUT_CONSENT)
    page.locator("input[value=tc-sharing-consent-not-yet]").check()
    expect(outcome(page)).to_have_text("共有する前に、本人に聞きます")
    page.locator("input[value=tc-sharing-consent-cannot]").check()
    expect(outcome(page)).to_have_text("しぼった情報を、共有できると考えられます")


def test_the_record_says_how_it_was_decided_and_its_limit(visit, tmp_path: Path) -> None:
    page = visit(SHARING)
    answer(page, "sharing", WITHOUT_CONSENT)
    tab_to(page, "[data-js-save]")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.startswith("個人情報の共有判断_")
    assert download.value.suggested_filename.endswith(".txt")
    text = text_of(download.value, tmp_path)
    assert text.startswith("\ufeff個人情報を協議会で共有してよいか")
    assert text.count("\n") == text.count("\r\n")
    for part in ("法律の助言ではありません", "要件1", "要件2", "要件3", "出典：", "スライド「", "この紙に書かないで"):
        assert part in text
    expect(page.locator("[data-js-said]")).to_contain_text("書き出しました")


def test_the_record_can_be_copied(visit) -> None:
    page = visit(SHARING)
    answer(page, "sharing", {"identify": "no"})
    press(page, "[data-js-copy]")
    expect(page.locator("[data-js-said]")).to_have_text("写しました。文書に貼り付けられます。")


def test_the_sharing_tool_asks_for_no_word_and_keeps_nothing(visit) -> None:
    page = visit(SHARING)
    assert page.locator("[data-js-guide] :is(input[type=text], textarea:not([readonly]))").count() == 0
    answer(page, "sharing", WITHOUT_CONSENT)
    assert [key for key in page.evaluate("Object.keys(localStorage)") if key.startswith("kyogikai:")] == []
    press(page, "[data-js-reset]")
    expect(page.locator("[data-js-question]:visible")).to_have_count(1)
    assert page.evaluate("document.activeElement.name") == "tq-sharing-identify"


def test_a_link_into_the_folded_rules_opens_them(visit) -> None:
    page = visit(f"{SHARING}#tq-sharing-danger")
    expect(page.locator("#tq-sharing-danger")).to_be_in_viewport()


# ---- 拠点コーディネーター財源試算

@pytest.mark.parametrize(("example", "total", "change"), [
    ("1人（見込み）", "1,500,000", ""),
    ("2人（見込み）", "3,000,000", ""),
    ("A市 活用後", "3,000,000", "300万円多く"),
    ("B市 活用後", "1,500,000", "150万円多く"),
    ("B市 来年度の予定", "3,000,000", "300万円多く"),
    ("C市 活用後", "10,800,000", "420万円少なく"),
    ("D圏域 活用後", "4,300,000", "570万円少なく"),
])
def test_an_example_of_the_source_comes_out_as_the_source_says(page: Page, address, example: str, total: str, change: str) -> None:
    page.goto(address("file", COSTS))
    button = page.get_by_role("button", name=example, exact=True)
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-js-yen=total]")).to_have_text(total)
    said = page.locator("[data-js-costs] [data-js-said]")
    expect(said).to_contain_text(f"約{int(total.replace(',', '')) // 10_000:,}万円")
    if change:
        expect(page.locator("[data-js-change]")).to_contain_text(change)
    else:
        expect(page.locator("[data-js-change]")).to_be_hidden()


def test_the_estimate_follows_what_is_typed(visit) -> None:
    page = visit(COSTS)
    expect(page.locator("[data-js-formula]")).to_have_text("500単位 × 月100回 × 12か月 × 10円 ＝ 6,000,000円")
    tab_to(page, "#cost-coordinators")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("２")
    expect(page.locator("[data-js-yen=benefit]")).to_have_text("12,000,000")
    expect(page.locator("#cost-times")).to_have_value("200")
    tab_to(page, "[name=full]")
    page.keyboard.press("Space")
    page.locator("#cost-times").fill("250")
    expect(page.locator("[data-js-capped]")).to_contain_text("月200回まで")
    page.locator("#cost-spending").fill("1300")
    expect(page.locator("[data-js-left]")).to_contain_text("100万円足りない")


def test_the_assumptions_can_be_changed_and_brought_back(visit) -> None:
    page = visit(COSTS)
    page.get_by_text("計算の前提を変える").click()
    page.locator("#cost-price").fill("10.72")
    expect(page.locator("[data-js-yen=benefit]")).to_have_text("6,432,000")
    page.locator("#cost-national").fill("40")
    expect(page.locator("[data-js-waiting]")).to_be_visible()
    expect(page.locator("#cost-municipal-fault")).to_contain_text("100%")
    expect(page.locator("#cost-municipal")).to_have_attribute("aria-invalid", "true")
    press(page, "[data-js-form] [type=reset]")
    expect(page.locator("[data-js-yen=benefit]")).to_have_text("6,000,000")
    expect(page.locator("#cost-price")).to_have_value("10")


def test_a_number_that_cannot_be_read_is_named_and_nothing_is_lost(visit) -> None:
    page = visit(COSTS)
    page.locator("#cost-others").fill("千万")
    expect(page.locator("#cost-others-fault")).to_have_text("数として読めません。数字で書いてください。")
    expect(page.locator("[data-js-result]")).to_be_hidden()
    page.locator("#cost-others").fill("1,000万円")
    expect(page.locator("[data-js-yen=total]")).to_have_text("11,500,000")


def test_the_estimate_goes_into_a_csv(visit, tmp_path: Path) -> None:
    page = visit(COSTS)
    tab_to(page, "[data-js-csv]")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    rows = list(csv.reader(io.StringIO(text_of(download.value, tmp_path).removeprefix("\ufeff"))))
    assert ["1単位の単価", "10", "円"] in rows
    assert ["市町村の負担", "1500000", "6,000,000円 × 25%"] in rows


# ---- 課題の交通整理

def put(page: Page, text: str, answers: Mapping[str, str]) -> None:
    """Write an issue, answer, and put it on the list; all by keyboard."""
    tab_to(page, "[data-js-text]")
    page.keyboard.insert_text(text)
    answer(page, "sort", answers)
    press(page, "[data-js-add]")


def test_issues_are_sorted_into_a_list_by_meeting(visit) -> None:
    page = visit(ISSUES)
    put(page, "日中に活動する場が足りない", NEW_FORUM)
    expect(page.locator("[data-js-noted]")).to_contain_text("全部で1件")
    put(page, "連絡の順番が決まっていない", QUICK)
    assert page.locator("[data-js-group-title]").all_inner_texts() == ["サービス担当者会議", "事務局会議（新しい専門部会）"]
    expect(page.locator("[data-issue]").last).to_contain_text("段階：マクロ（体制づくり）")
    expect(page.locator("[data-issue]").last).to_contain_text("時期：中長期")
    page.reload()
    expect(page.locator("[data-issue]")).to_have_count(2)


def test_an_issue_can_be_changed_and_removed_and_brought_back(visit) -> None:
    page = visit(ISSUES)
    put(page, "場が足りない", QUICK)
    press(page, "[data-js-edit]")
    expect(page.locator("[data-js-text]")).to_have_value("場が足りない")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("夜に泊まれる場が足りない")
    press(page, "[data-js-add]")
    expect(page.locator("[data-issue]")).to_have_count(1)
    expect(page.locator("[data-js-issue-text]")).to_have_text("夜に泊まれる場が足りない")
    press(page, "[data-js-remove]")
    expect(page.locator("[data-issue]")).to_have_count(0)
    assert page.evaluate("document.activeElement.matches('[data-js-undo]')")
    page.keyboard.press("Enter")
    expect(page.locator("[data-js-issue-text]")).to_have_text("夜に泊まれる場が足りない")


def test_all_issues_are_deleted_at_once_and_leave_nothing(visit) -> None:
    page = visit(ISSUES)
    put(page, "場が足りない", QUICK)
    assert page.evaluate("key => localStorage.getItem(key)", KEY)
    press(page, "[data-js-clear]")
    assert page.evaluate("key => localStorage.getItem(key)", KEY) is None
    expect(page.locator("[data-js-list] [data-js-said]")).to_contain_text("すべて消しました")
    expect(page.locator("[data-js-empty]")).to_be_visible()


def test_the_list_goes_into_a_csv_in_which_nothing_is_a_formula(visit, tmp_path: Path) -> None:
    page = visit(ISSUES)
    put(page, EVIL, NEW_FORUM)
    assert page.evaluate("window.hacked") is None
    expect(page.locator("[data-js-issue-text]")).to_have_text(EVIL)
    tab_to(page, "[data-js-csv]")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    rows = list(csv.reader(io.StringIO(text_of(download.value, tmp_path).removeprefix("\ufeff"))))
    assert rows[1][:4] == [f"'{EVIL}", "マクロ（体制づくり）", "中長期", "事務局会議（新しい専門部会）"]
    assert "出典：" in rows[1][5]


def test_a_name_is_noticed_and_does_not_stop_the_work(visit) -> None:
    page = visit(ISSUES)
    page.locator("[data-js-text]").fill("山田さんの通う場がない")
    expect(page.locator("[data-js-hints]")).to_contain_text("人の名前")
    page.locator("[data-js-text]").fill("通う場がない")
    expect(page.locator("[data-js-hints]")).to_be_hidden()


def test_without_words_the_issue_is_asked_for(visit) -> None:
    page = visit(ISSUES)
    answer(page, "sort", QUICK)
    press(page, "[data-js-add]")
    expect(page.locator("[data-js-text-fault]")).to_be_visible()
    assert page.evaluate("document.activeElement.matches('[data-js-text]')")
    expect(outcome(page)).to_be_visible()


def test_a_damaged_list_is_not_overwritten_unseen(page: Page, address) -> None:
    page.goto(address("http", ISSUES))
    page.evaluate("key => localStorage.setItem(key, '{broken')", KEY)
    page.reload()
    expect(page.locator("[data-js-damaged]")).to_be_visible()
    put(page, "場が足りない", QUICK)
    assert page.evaluate("key => localStorage.getItem(key)", KEY) == "{broken"
    assert page.evaluate("document.activeElement.matches('[data-js-discard]')")
    page.keyboard.press("Enter")
    press(page, "[data-js-add]")
    expect(page.locator("[data-issue]")).to_have_count(1)


def test_a_full_storage_is_said_and_the_list_stays_on_the_page(page: Page, address) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    page.goto(address("http", ISSUES))
    put(page, "場が足りない", QUICK)
    expect(page.locator("[data-js-unsaved]")).to_be_visible()
    expect(page.locator("[data-issue]")).to_have_count(1)


def test_two_tabs_do_not_undo_each_other(new_context, address) -> None:
    context = new_context()
    one, two = context.new_page(), context.new_page()
    for tab in (one, two):
        tab.goto(address("http", ISSUES))
    put(one, "一つ目の画面の課題", QUICK)
    expect(two.locator("[data-issue]")).to_have_count(1)
    put(two, "二つ目の画面の課題", QUICK)
    expect(one.locator("[data-issue]")).to_have_count(2)
    stored = json.loads(one.evaluate("key => localStorage.getItem(key)", KEY))
    assert [issue["text"] for issue in stored["issues"]] == ["一つ目の画面の課題", "二つ目の画面の課題"]


# ---- All of them

@pytest.mark.parametrize("path", [SHARING, COSTS, ISSUES])
def test_without_a_script_the_rules_can_be_read(new_context, address, path: str) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(address("file", path))
    expect(page.locator(".needs-js:visible")).to_have_count(0)
    expect(page.locator("#tool-rules")).to_be_visible()
    rules = page.locator(".guide-rule:visible, .costs__rules > li:visible")
    assert rules.count() >= 7
    assert rules.locator(".source-mark").count() >= 7


@pytest.mark.parametrize("path", ["tools/index.html", SHARING, COSTS, ISSUES])
def test_everybody_can_use_a_tool(page: Page, address, path: str) -> None:
    page.goto(address("http", path))
    if path == SHARING:
        answer(page, "sharing", WITHOUT_CONSENT)
    elif path == COSTS:
        page.get_by_text("計算の前提を変える").click()
        page.locator("#cost-price").fill("x")
        assert violations(page) == []
        page.locator("#cost-price").fill("10")
    elif path == ISSUES:
        put(page, "山田さんの通う場がない", QUICK)
        page.locator("[data-js-text]").fill("山田さんの通う場がない")
        answer(page, "sort", NEW_FORUM)
        page.locator(".issue summary").click()
    page.locator("[data-js-fold] > summary").evaluate_all("all => all.forEach(one => one.click())")
    assert faults(page) == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(("path", "kept", "left_out"), [
    (SHARING, ".guide-outcome:visible", "#tool-rules"), (COSTS, ".costs__table", "#tool-rules"), (ISSUES, "[data-issue]", "[data-js-text]"),
])
def test_on_paper_stands_the_result_alone(page: Page, address, path: str, kept: str, left_out: str) -> None:
    page.add_init_script("window.print = () => {}")
    page.goto(address("http", path))
    if path == SHARING:
        answer(page, "sharing", WITHOUT_CONSENT)
    elif path == ISSUES:
        put(page, "場が足りない", QUICK)
    button = page.locator("[data-js-print]:visible")
    button.click()
    page.emulate_media(media="print")
    expect(page.locator(kept).first).to_be_visible()
    expect(page.locator(left_out)).to_be_hidden()
    expect(page.locator("#tool-cautions")).to_be_visible()
    if path == SHARING:
        expect(page.locator(".sources__list")).to_be_visible()
    if path == ISSUES:
        expect(page.locator("[data-js-issue-why]")).to_be_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(page.locator("#tool-rules")).to_be_visible()
