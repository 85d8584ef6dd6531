"""The training kit's page, and the offline edition in a folder as somebody unpacks it."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from macros.kit import manifest
from macros.kit.archive import offline_zip
from macros.kit.edition import Edition
from macros.kit.make import Made
from macros.kit.part import Part

from .axe import faults
from .self_check import PATH as CHECK_PATH
from .self_check import SelfCheck, read_json, saved_file

EDITION = Edition(1_795_253_677, "0508121")
IDS = ("sheet-municipal-council", "sheet-privacy-confidentiality")
MADE = [
    Made(Part(own, "checklist", "", f"sheets/{own.removeprefix('sheet-')}.xlsx", "", bytes), f"中身 {own} ".encode() * 500)
    for own in IDS
]
HOST = "</p></main><svg data-payload onload=alert(1)>⟦chapters⟧$&{date}"
TYPED = '<img src=x onerror="alert(1)">研修'


@pytest.fixture(scope="session")
def unpacked(site_dir: Path, tmp_path_factory) -> Path:
    """The offline edition of the built site with two small files of the kit, unpacked as a user would."""
    data = offline_zip(site_dir, EDITION, "協議会ハンドブック", instead={
        manifest.MANIFEST: manifest.manifest(MADE, EDITION, wrapped=True).encode(),
        **{f"{manifest.FILES}/{made.part.path}.js": manifest.wrapped(made).encode() for made in MADE},
    })
    folder = tmp_path_factory.mktemp("共有 フォルダー") / "協議会 ハンドブック"
    zipfile.ZipFile(io.BytesIO(data)).extractall(folder)
    return folder / "kyogikai-handbook"


def _unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('[data-js-shelf]').forEach((shelf) => { shelf.open = true; })")


def _pack(page: Page, title: str) -> zipfile.ZipFile:
    for own in IDS:
        page.locator(f"[data-js-box][value={own}]").check()
    page.get_by_label("研修や会議の名前").fill(title)
    page.get_by_label("都道府県、団体、講師などの名前").fill(HOST)
    page.get_by_label("日付").fill("2026-12-04")
    with page.expect_download() as download:
        page.get_by_role("button", name="一つのZIPにまとめる").click()
    expect(page.locator("[data-js-said]")).to_contain_text("を作りました（2個")
    assert re.fullmatch(r"研修キット_.*_2026-12-04\.zip", download.value.suggested_filename)
    return zipfile.ZipFile(download.value.path())


def _holds_the_picked(kit: zipfile.ZipFile) -> None:
    assert kit.testzip() is None
    assert kit.namelist() == ["00-contents.html", "00-contents.txt", *(made.part.path for made in MADE)]
    assert all(kit.read(made.part.path) == made.data for made in MADE)
    lines = kit.read("00-contents.txt").decode("utf-8-sig").split("\r\n")
    assert lines[:3] == [TYPED, HOST, "2026年12月4日（金）"]
    assert f"　{MADE[0].part.path}" in lines


def test_the_offline_edition_does_its_work_in_a_folder_with_a_japanese_name(page, unpacked, tmp_path) -> None:
    page.goto((unpacked / "index.html").as_uri())
    page.wait_for_url("**/site/index.html")

    # The main job: an answer, kept and exported.
    root = unpacked / "site"
    check = SelfCheck(page, (root / CHECK_PATH).as_uri()).open()
    check.begin()
    check.answer_some()
    check.saved()
    answered = read_json(saved_file(check.export("json"), tmp_path))["answers"]
    assert any(answer["state"] == "answered" for answer in answered.values())

    # A search.
    page.goto((root / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("守秘義務")
    page.locator("[data-js-search-results] a").first.wait_for()

    # A kit put together without a server.
    page.goto((root / "kit/index.html").as_uri())
    assert page.get_by_text("いま開いているのが、オフライン版です").is_visible()
    _unfold(page)
    with page.expect_download() as download:
        page.locator(f"[data-js-part={IDS[0]}] [data-js-get]").click()
    assert download.value.suggested_filename == "municipal-council.xlsx"
    assert Path(download.value.path()).read_bytes() == MADE[0].data
    kit = _pack(page, TYPED)
    _holds_the_picked(kit)
    kit.extractall(tmp_path / "開いた kit")
    page.goto((tmp_path / "開いた kit/00-contents.html").as_uri())
    assert page.title() == page.get_by_role("heading", level=1).inner_text() == TYPED
    assert page.locator(".host").inner_text() == HOST
    assert page.locator("img, svg, script").count() == 0
    links = [unquote(urlsplit(link.get_attribute("href")).path) for link in page.get_by_role("link").all()]
    assert links == [made.part.path for made in MADE]
    assert faults(page) == []


def test_a_site_hands_out_its_files_and_packs_them(page, address) -> None:
    empty = manifest.manifest()
    _serve(page, empty)
    page.goto(address("http", "kit/index.html"))
    expect(page.get_by_text("まだファイルが入っていません")).to_be_visible()
    assert page.locator("[data-js-get]:visible, [data-js-box]:visible").count() == 0
    assert not page.get_by_role("button", name="一つのZIPにまとめる").is_visible()

    missing = Made(Part("sheet-adviser", "checklist", "", "sheets/adviser.xlsx", "", bytes), missing="Chromium を入れてください。")
    _serve(page, manifest.manifest([*MADE, missing], EDITION, offline=b"x" * 3_000_000))
    page.reload()
    _unfold(page)
    link = page.get_by_role("link", name="オフライン版を受け取る")
    assert link.get_attribute("href").endswith("kit/files/kyogikai-handbook-offline.zip")
    assert page.get_by_text("2026年11月21日（土）版、2.9 MB").is_visible()
    entry = page.locator("[data-js-part=sheet-adviser]")
    assert entry.get_by_text("Chromium を入れてください。").is_visible() and entry.get_by_role("checkbox").count() == 0
    assert page.locator("[data-js-get]:visible").count() == 2

    # Nothing picked, by keyboard; then a whole shelf; then both.
    page.get_by_role("button", name="一つのZIPにまとめる").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("一つも選んでいません")
    page.get_by_role("button", name="点検表（記入前）を全部選ぶ").click()
    expect(page.locator("[data-js-chosen]")).to_contain_text("2個を選んでいます")
    page.get_by_role("button", name="印を全部外す").click()
    expect(page.locator("[data-js-chosen]")).to_contain_text("まだ選んでいません")
    _holds_the_picked(_pack(page, TYPED))
    assert faults(page) == []

    # A file that is cut short is not packed.
    page.route(f"**/{MADE[1].part.path}", lambda route: route.fulfill(body=b"short"))
    page.get_by_role("button", name="一つのZIPにまとめる").click()
    expect(page.get_by_role("alert")).to_contain_text("読み込めませんでした。ZIPは作っていません")
    assert page.locator("[data-js-box]:checked").count() == 2


def _serve(page: Page, script: str) -> None:
    """Let the site carry these files, whatever is in it."""
    page.unroute_all()
    page.route("**/kit/files/**", lambda route: route.fulfill(status=404))
    page.route(f"**/{manifest.MANIFEST}", lambda route: route.fulfill(body=script, content_type="text/javascript"))
    for made in MADE:
        page.route(f"**/{made.part.path}", lambda route, _, data=made.data: route.fulfill(body=data))
