"""Broken files through the real pages: taken or refused in words, no error, nothing changed, nothing run.

FAULTS=all (`make faults`) tries a hundred; `make fuzz-files` tries 10,000 with the same functions, without a browser.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from . import test_workbench
from .self_check import PATH, SelfCheck, saved_file
from .test_own_checklist import PATH as OWN_PATH
from .test_own_checklist import YAML, OwnPage

COUNT = 100 if os.environ.get("FAULTS") == "all" else 12
SEED = int(os.environ.get("SEED", "20261121"))
HOSTILE = (b"__proto__", b"constructor", b'"><img src=x onerror=window.hacked=1>', b"\x00", b"\xff\xfe", b"[" * 5000, b"{a: " * 5000, b"&a [*a]", b"\t", b"-" * 3000)


def mutated(content: bytes, rng: random.Random) -> bytes:
    """The file with a piece lost, doubled, exchanged or put in."""
    at = rng.randrange(len(content))
    to = min(len(content), at + rng.choice((1, 4, 60)))
    return rng.choice((
        lambda: content[:at], lambda: content[:at] + content[to:], lambda: content[:to] + content[at:],
        lambda: content[:at] + rng.choice(HOSTILE) + content[to:], lambda: content[:at] + rng.randbytes(to - at) + content[to:],
    ))()


def files(folder: Path, sources: list[Path], count: int, name: str) -> list[Path]:
    """So many mutated files, of all sources in turn."""
    folder.mkdir()
    paths = []
    for number in range(count):
        source = sources[number % len(sources)]
        path = folder / f"{number}{source.suffix}"
        path.write_bytes(mutated(source.read_bytes(), random.Random(f"{SEED}/{name}/{number}")))
        paths.append(path)
    return paths


def unharmed(page: Page) -> None:
    """Nothing was run, and no prototype has a new part."""
    assert page.evaluate("() => [window.hacked, ({}).polluted, Object.keys(Object.prototype).length, document.querySelectorAll('img[src=x]').length]") == [None, None, 0, 0]


def test_broken_files_change_nothing_on_any_page_that_takes_files(
    page: Page, address: Callable[[str, str], str], tmp_path: Path, site_dir: Path,
) -> None:
    check = SelfCheck(page, address("http", PATH)).open()
    check.begin()
    check.answer_some()
    check.saved()
    sources = [saved_file(check.export(kind), tmp_path) for kind in ("json", "csv", "xlsx")]
    before = check.stored()
    check.hook("close").click()
    for path in files(tmp_path / "records", sources, COUNT // 2, "records"):
        check.choose_file(path)
        expect(check.hook("import-dialog").or_(check.hook("import-refusal")).filter(visible=True)).to_be_visible()
        page.keyboard.press("Escape")
        expect(check.hook("import-dialog")).to_be_hidden()
        assert check.stored() == before, path.name
        unharmed(page)

    own = OwnPage(page, address("http", OWN_PATH))
    (tmp_path / "own.yml").write_text(YAML, encoding="utf-8")
    for path in files(tmp_path / "own", [tmp_path / "own.yml", site_dir / "self-check/own-template.xlsx"], COUNT // 4, "own"):
        own.open().choose(path)
        taken = page.locator("[data-js-self-check].is-live")
        expect(taken.or_(page.locator("[data-js-own-refusal]")).filter(visible=True).first).to_be_visible()
        unharmed(page)

    test_workbench.open_page(page, address("http", test_workbench.PATH))
    heap = files(tmp_path / "heap", sources, COUNT // 2, "heap")
    test_workbench.take(page, tmp_path / "heap")
    panel = page.locator("[data-js-panel=check]")
    expect(panel.locator("[data-js-refused] li, [data-js-read-rows] tr")).to_have_count(len(heap))
    unharmed(page)
