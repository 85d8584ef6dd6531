"""Quizzes, learning paths and the filter of the cases, by keyboard, on http and from file://."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

FORBID = """Object.defineProperty(window, "localStorage", { get() { throw new DOMException("forbidden", "SecurityError"); } });"""


@pytest.fixture(params=["http", "file"])
def at(request: pytest.FixtureRequest, address: Callable[[str, str], str]) -> Callable[[str], str]:
    """Address of a page over http and from file://."""
    return lambda path: address(request.param, path)


def test_a_quiz_is_answered_by_keyboard_and_explained(page: Page, at, handbook) -> None:
    quiz = next(quiz for quiz in handbook.quizzes if quiz.id == "quiz-basics")
    page.goto(at("learn/quiz-basics.html"))
    question = next(q for q in quiz.questions if sum(choice.correct for choice in q.choices) == 1)
    form = page.locator(f"#{question.id}")
    verdict, explanation = form.get_by_role("status"), form.locator("[data-js-explanation]")
    form.get_by_role("button", name="答え合わせ").press("Enter")
    expect(verdict).to_have_text("答えを選んでから押してください。")
    right = [choice.correct for choice in question.choices].index(True)
    radios = form.get_by_role("radio")
    wrong = 0 if right else 1
    radios.nth(wrong).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(verdict).to_have_text("ちがうところがあります。解説を見てみましょう。")
    expect(explanation).to_have_attribute("open", "")
    for _ in range((right - wrong) % len(question.choices)):
        page.keyboard.press("ArrowDown")
    expect(radios.nth(right)).to_be_checked()
    page.keyboard.press("Enter")
    expect(verdict).to_have_text("正解です。")
    expect(explanation.locator("a").first).to_be_visible()
    form.get_by_role("button", name="やり直す").press("Enter")
    expect(verdict).to_have_text("")
    expect(explanation).not_to_have_attribute("open", "")
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('kyogikai')).length") == 0


def test_progress_on_a_path_is_kept_here_and_shown_on_the_home_page(page: Page, at, handbook) -> None:
    path = next(path for path in handbook.paths if path.id == "path-municipality")
    page.goto(at("learn/path-municipality.html"))
    first = page.get_by_role("checkbox", name="終わった").first
    first.focus()
    page.keyboard.press("Space")
    expect(page.locator("[data-js-path-count]")).to_have_text(f"{len(path.steps)}つのうち1つ終わりました")
    expect(page.locator("[data-js-path-next] a")).to_have_text(path.steps[1].title)
    page.reload()
    expect(first).to_be_checked()
    page.goto(at("index.html"))
    expect(page.locator("[data-js-resume]")).to_contain_text(path.title)


def test_where_nothing_can_be_kept_a_tick_says_so(new_context: Callable[..., BrowserContext], at, watch) -> None:
    watch.allow("forbidden")  # the theme's own scripts ask for localStorage too
    context = new_context()
    context.add_init_script(FORBID)
    page = context.new_page()
    page.goto(at("learn/path-member.html"))
    page.get_by_role("checkbox", name="終わった").first.check()
    expect(page.get_by_role("alert")).to_contain_text("この端末に印を残せません")


def test_cases_are_filtered_by_keyboard_and_shared_by_address(page: Page, at, handbook) -> None:
    page.goto(at("cases/index.html"))
    page.locator("summary", has_text="くわしくしぼる").press("Enter")
    choice = page.get_by_label("都道府県")
    choice.focus()
    choice.select_option("広島県")
    expected = [case.id for case in handbook.cases if case.prefecture == "広島県"]
    shown = page.locator("[data-js-filter-entry]:visible").evaluate_all("all => all.map(one => one.id)")
    assert shown == expected
    page.reload()
    expect(page.locator("[data-js-filter-entry]:visible")).to_have_count(len(expected))
    page.get_by_role("button", name="しぼりこみをやめる").press("Enter")
    expect(page.get_by_label("ことばでさがす")).to_be_focused()
    expect(page.get_by_role("button", name="しぼりこみをやめる")).to_be_hidden()
    expect(page.locator("[data-js-filter-entry]:visible")).to_have_count(len(handbook.cases))
    page.get_by_label("協議会の機能").select_option("fn-element-people")
    expected = sum("fn-element-people" in case.functions for case in handbook.cases)
    expect(page.locator("[data-js-filter-entry]:visible")).to_have_count(expected)


def test_a_checklist_is_chosen_by_role_time_and_occasion(page: Page, at, handbook) -> None:
    page.goto(at("self-check/index.html"))
    page.get_by_label("あなたは").select_option("adviser")
    page.get_by_label("使える時間は").select_option("30")
    page.get_by_label("どんなときに使いますか").select_option("training")
    expected = [c.title for c in handbook.checklists if "adviser" in c.audience and c.time_minutes <= 30 and "training" in c.occasions]
    assert page.locator("[data-js-filter-entry]:visible .card__title").all_inner_texts() == expected
    assert expected
