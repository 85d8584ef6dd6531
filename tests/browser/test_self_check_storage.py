"""What happens to the work when the storage does not do as it should."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .self_check import PATH, PREFIX, SelfCheck, read_json, saved_file

FILL_UP = """() => {
  for (let size = 1 << 20; size > 0; size >>= 1) {
    try { for (let n = 0; ; n++) localStorage.setItem(`filler-${size}-${n}`, 'x'.repeat(size)); } catch { /* full at this size */ }
  }
}"""
EMPTY_AGAIN = "() => Object.keys(localStorage).filter(k => k.startsWith('filler')).forEach(k => localStorage.removeItem(k))"
FORBID_WRITING = """() => {
  const set = Storage.prototype.setItem;
  window.allowAgain = () => (Storage.prototype.setItem = set);
  Storage.prototype.setItem = () => { throw new DOMException('forbidden', 'SecurityError'); };
}"""
FORBID_ALL = """Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('forbidden', 'SecurityError'); } });"""


@pytest.fixture
def context(new_context: Callable[..., BrowserContext]) -> BrowserContext:
    return new_context()


@pytest.fixture
def check(context: BrowserContext, address: Callable[[str, str], str]) -> SelfCheck:
    """A record with one answer, saved twice: where the page reads it, and in its second copy."""
    check = SelfCheck(context.new_page(), address("http", PATH)).open()
    check.begin()
    check.answer(check.item_ids()[0], "little")
    check.saved()
    check.on_disk('"little"')
    return check


def second_tab(context: BrowserContext, check: SelfCheck) -> SelfCheck:
    """The same record in another tab."""
    return SelfCheck(context.new_page(), check.url).open("#" + check.page.url.split("#")[1])


def changed_elsewhere(context: BrowserContext, check: SelfCheck) -> str:
    """Another tab answers the second item; the item's id, once this tab has said so."""
    second = check.item_ids()[1]
    other = second_tab(context, check)
    other.answer(second, "done")
    other.saved()
    expect(check.bar()).to_contain_text("別のタブで変わりました")
    return second


def test_a_full_storage_is_said_and_a_file_holds_the_work(check: SelfCheck, tmp_path: Path) -> None:
    second = check.item_ids()[1]
    check.page.evaluate(FILL_UP)
    check.answer(second, "not")
    expect(check.bar()).to_contain_text("いっぱい")
    expect(check.hook("status")).to_have_attribute("data-state", "failed")
    with check.page.expect_download() as download:
        check.hook("act", "backup").click()
    assert read_json(saved_file(download.value, tmp_path))["answers"][second]["level"] == "not"
    check.page.evaluate(EMPTY_AGAIN)
    check.hook("act", "retry").click()
    check.saved()
    expect(check.bar()).to_have_count(0)
    assert check.only_record()["answers"][second]["level"] == "not"


def test_a_forbidden_write_is_said_and_the_next_change_tries_again(check: SelfCheck) -> None:
    first, second, third = check.item_ids()[:3]
    check.page.evaluate(FORBID_WRITING)
    check.answer(second, "done")
    expect(check.bar()).to_contain_text("保存できません")
    check.page.evaluate("() => window.allowAgain()")
    check.answer(third, "done")
    check.saved()
    expect(check.bar()).to_have_count(0)
    assert set(check.only_record()["answers"]) == {first, second, third}


def test_without_any_storage_one_can_still_work_and_take_a_file(
    context: BrowserContext, address: Callable[[str, str], str], watch
) -> None:
    watch.allow("forbidden")  # the theme's own scripts ask for localStorage too
    context.add_init_script(FORBID_ALL)
    check = SelfCheck(context.new_page(), address("http", PATH)).open()
    expect(check.bar()).to_contain_text("保存できません")
    check.begin()
    check.answer(check.item_ids()[0], "done")
    expect(check.hook("status")).to_contain_text("保存していません")
    assert check.export("json").suggested_filename.endswith(".json")


def test_a_record_cleared_in_another_tab_stays_on_the_screen(context: BrowserContext, check: SelfCheck) -> None:
    other = context.new_page()
    # A page without the self-check: its start would bring back what it finds missing.
    other.goto(check.url.replace(PATH, "index.html"))
    other.evaluate("() => localStorage.clear()")
    expect(check.bar()).to_contain_text("消されました")
    second = check.item_ids()[1]
    check.answer(second, "mostly")
    assert check.stored() == {}
    check.hook("act", "overwrite").click()
    check.saved()
    assert check.only_record()["answers"][second]["level"] == "mostly"


def test_a_record_deleted_in_another_tab_can_stay_deleted(context: BrowserContext, check: SelfCheck) -> None:
    other = SelfCheck(context.new_page(), check.url).open()
    other.hook("do", "delete").click()
    other.hook("delete-run").click()
    expect(check.bar()).to_contain_text("消されました")
    check.hook("act", "discard").click()
    expect(check.view("start")).to_be_visible()
    check.page.reload()
    check.ready()
    expect(check.hook("records-section")).to_be_hidden()


def test_two_tabs_the_other_ones_version_can_be_taken(context: BrowserContext, check: SelfCheck) -> None:
    second = changed_elsewhere(context, check)
    check.hook("act", "adopt").click()
    expect(check.item(second).locator("[data-js-level=done]")).to_be_checked()
    expect(check.bar()).to_have_count(0)


def test_two_tabs_this_ones_version_can_be_kept(context: BrowserContext, check: SelfCheck) -> None:
    second = changed_elsewhere(context, check)
    check.answer(second, "not")
    assert check.only_record()["answers"][second]["level"] == "done"
    check.hook("act", "overwrite").click()
    check.saved()
    assert check.only_record()["answers"][second]["level"] == "not"


def test_two_tabs_both_versions_can_be_kept(context: BrowserContext, check: SelfCheck) -> None:
    second = changed_elsewhere(context, check)
    check.answer(second, "not")
    check.bar().locator("[data-js-act=keep]").click()
    check.saved()
    assert sorted(record["answers"][second]["level"] for record in check.stored().values()) == ["done", "not"]


def test_trying_without_saving_leaves_no_trace_until_one_keeps_it(page: Page, address: Callable[[str, str], str]) -> None:
    check = SelfCheck(page, address("http", PATH)).open()
    check.begin(kept=False)
    first = check.item_ids()[0]
    check.answer(first, "done")
    assert check.stored() == {}
    check.hook("close").click()
    expect(check.view("start")).to_be_visible()
    check.hook("act", "back").click()
    expect(check.item(first).locator("[data-js-level=done]")).to_be_checked()
    check.bar().locator("[data-js-act=keep]").click()
    check.saved()
    assert check.only_record()["answers"][first]["level"] == "done"


def test_another_record_is_not_opened_over_unsaved_work_unasked(page: Page, address: Callable[[str, str], str]) -> None:
    check = SelfCheck(page, address("http", PATH)).open()
    check.begin(kept=False)
    check.answer(check.item_ids()[0], "done")
    check.hook("close").click()
    check.hook("new-start").click()
    expect(check.hook("leave-dialog")).to_be_visible()
    check.hook("leave-run").click()
    expect(check.view("answer")).to_be_visible()
    check.saved()


def test_a_hidden_tab_has_written_the_last_letter(check: SelfCheck) -> None:
    first = check.item_ids()[0]
    check.item(first).locator("[data-js-field=note_shared]").fill("最後の文字まで")
    check.page.evaluate("() => dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert check.only_record()["answers"][first]["note_shared"] == "最後の文字まで"


DAMAGE = """both => new Promise(resolve => {
  const key = Object.keys(localStorage).find(k => /:r-[0-9a-f]+$/.test(k));
  localStorage[key] = '{broken';
  if (!both) return resolve();
  const request = indexedDB.open('kyogikai:handbook');
  request.onsuccess = () => {
    const change = request.result.transaction('records', 'readwrite');
    change.objectStore('records').put({ key, text: '{broken', first: 0, last: 0 });
    change.oncomplete = () => { request.result.close(); resolve(); };
  };
})"""


def test_a_damaged_record_comes_back_as_it_was_and_says_so(check: SelfCheck) -> None:
    first = check.item_ids()[0]
    check.page.evaluate(DAMAGE, False)
    check.page.reload()
    check.ready()
    expect(check.bar()).to_contain_text("保存できていたところまで戻しました")
    check.saved()
    assert check.only_record()["answers"][first]["level"] == "little"


AGED = """milliseconds => new Promise(resolve => {
  const request = indexedDB.open('kyogikai:handbook');
  request.onsuccess = () => {
    const change = request.result.transaction('records', 'readwrite'), records = change.objectStore('records');
    records.getAll().onsuccess = ({ target }) => target.result.forEach(copy => records.put({ ...copy, first: 0, last: milliseconds }));
    change.oncomplete = () => { request.result.close(); localStorage.clear(); resolve(); };
  };
})"""


def test_a_record_that_is_lost_again_and_again_comes_back_each_time(check: SelfCheck) -> None:
    """Over many short lives that end with a kill it grows older than one that was removed on purpose."""
    first, second, _ = check.item_ids()[:3]
    check.on_disk(first)
    check.page.evaluate(AGED, 179_900)
    check.page.reload()
    check.ready()
    check.answer(second, "done")
    check.on_disk(second)
    check.page.evaluate("() => localStorage.clear()")
    check.page.reload()
    check.ready()
    check.saved()
    assert {first, second} <= set(check.only_record()["answers"])


def test_a_damaged_record_is_listed_and_can_be_taken_as_it_is(check: SelfCheck) -> None:
    check.page.evaluate(DAMAGE, True)
    check.page.goto(check.url + "#/")
    check.page.reload()
    check.ready()
    expect(check.hook("records")).to_contain_text("読めない記録")
    with check.page.expect_download() as download:
        check.hook("do", "raw").click()
    assert Path(download.value.path()).read_text() == "{broken"


def test_who_types_without_a_pause_is_saved_all_the_same(check: SelfCheck) -> None:
    check.page.evaluate("""id => {
      const field = document.querySelector(`[data-js-item="${id}"] [data-js-field=note_shared]`);
      let count = 0;
      window.typing = setInterval(() => {
        field.value = String(count += 1);
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }, 20);
    }""", check.item_ids()[0])
    check.page.wait_for_function("prefix => Object.keys(localStorage).some(key => key.startsWith(prefix) && localStorage[key].includes('note_shared'))", arg=PREFIX)
    check.page.evaluate("() => clearInterval(window.typing)")


def test_records_that_come_up_late_stand_beside_what_was_written_since(check: SelfCheck, context: BrowserContext) -> None:
    """A database on a slow disk answers when the page has long begun: nothing replaces anything."""
    first = check.item_ids()[0]
    check.page.evaluate("() => localStorage.clear()")
    context.add_init_script("""
      const real = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function (...given) {
        const request = real.apply(this, given), late = {};
        request.onsuccess = () => (window.answerNow = () => { late.result = request.result; late.onsuccess(); });
        return late;
      };""")
    late = SelfCheck(context.new_page(), check.url).open()
    late.begin("遅い市")
    late.saved()
    late.page.evaluate("() => window.answerNow()")
    expect(late.bar()).to_contain_text("別の記録として一覧に加えました")
    assert sorted(record["subject"]["name"] for record in late.stored().values()) == ["白浜市", "遅い市"]
    assert [record["answers"][first]["level"] for record in late.stored().values() if record["answers"]] == ["little"]


def test_records_can_be_renamed_duplicated_and_deleted_one_by_one_and_all(check: SelfCheck) -> None:
    page = check.page
    check.hook("close").click()
    check.hook("do", "duplicate").click()
    check.hook("info-dialog").locator("[data-js-info=name]").fill("二つ目の市")
    page.keyboard.press("Enter")
    expect(check.hook("records").locator("[data-js-title]")).to_have_count(2)
    assert sorted(r["subject"]["name"] for r in check.stored().values()) == ["二つ目の市", "白浜市"]
    check.page.locator("[data-record]", has_text="二つ目の市").locator("[data-js-do=delete]").click()
    check.hook("delete-run").click()
    expect(check.hook("records").locator("[data-js-title]")).to_have_text(["和歌山県白浜市"])
    check.hook("delete-all").click()
    check.hook("delete-run").click()
    expect(check.hook("records-section")).to_be_hidden()
    assert page.evaluate("() => Object.keys(localStorage).filter(k => k.startsWith('kyogikai:'))") == []


def test_a_trouble_is_seen_far_down_the_sheet_too(check: SelfCheck) -> None:
    ids = check.item_ids()
    check.item(ids[5]).locator("[data-js-level=done]").focus()
    check.page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    check.page.evaluate(FORBID_WRITING)
    check.page.keyboard.press("4")
    expect(check.hook("trouble")).to_be_in_viewport()
    check.hook("trouble-go").click()
    expect(check.bar()).to_be_in_viewport()
    expect(check.hook("trouble")).to_be_hidden()
    expect(check.hook("act", "backup")).to_be_focused()
