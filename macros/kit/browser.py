"""Chromium: where it is, and how the kit prints pages and takes pictures with it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any

from .part import ToolMissing

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
# Without the background flags Chromium asks its maker's hosts for updates at every start.
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)
MISSING = (
    "Chromium が見つからないので、配布資料（PDF）とスライドの図を作れません。"
    "Chromium か Google Chrome を入れるか、環境変数 CHROMIUM に場所を書いてください。Debian・Ubuntu では apt install chromium で入ります。"
)


def find() -> str | None:
    """Path of a Chromium: $CHROMIUM, one on the PATH, or Playwright's own; None if there is none."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    for name in NAMES:
        if found := shutil.which(name):
            return found
    return _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if path and Path(path).exists() else None


class Press:
    """One Chromium that prints and takes pictures; it starts with the first sheet and ends with the `with` block."""

    def __init__(self) -> None:
        self._folder: TemporaryDirectory[str] | None = None
        self._playwright: Any = None
        self._browser: Any = None

    def __enter__(self) -> Press:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._browser is not None:
            self._browser.close()
            self._playwright.stop()
        if self._folder is not None:
            self._folder.cleanup()
        self._browser = self._playwright = self._folder = None

    def pdf(self, html: str, width: int, check: Callable[[Any], None] = lambda page: None) -> bytes:
        """Print a page (A4, tagged, with bookmarks). `check` sees it before, `width` CSS px wide, as it will be printed."""
        page = self._open(html, {"width": width, "height": 1000})
        try:
            check(page)
            return page.pdf(tagged=True, outline=True, prefer_css_page_size=True, print_background=True)
        finally:
            page.context.close()

    def png(self, html: str, width: int, scale: float) -> bytes:
        """A picture of the first SVG of a page."""
        page = self._open(html, {"width": width, "height": 1000}, device_scale_factor=scale)
        try:
            return page.locator("svg").first.screenshot(animations="disabled")
        finally:
            page.context.close()

    def _open(self, html: str, viewport: dict[str, int], **options: Any) -> Any:
        browser = self._running()
        context = browser.new_context(viewport=viewport, locale="ja-JP", timezone_id="Asia/Tokyo", offline=True, java_script_enabled=True, **options)
        page = context.new_page()
        page.emulate_media(media="print")
        # A file of its own: a page given as text may not load the typeface from the disk.
        sheet = Path(self._folder.name) / "sheet.html"
        sheet.write_text(html, encoding="utf-8")
        page.goto(sheet.as_uri())
        page.evaluate("document.fonts.ready.then(() => undefined)")
        return page

    def _running(self) -> Any:
        if self._browser is None:
            path = find()
            if path is None:
                raise ToolMissing(MISSING)
            from playwright.sync_api import sync_playwright

            self._folder = TemporaryDirectory(prefix="kit-")
            self._playwright = sync_playwright().start()
            self._browser = self._playwright.chromium.launch(executable_path=path, args=[*FLAGS, "--allow-file-access-from-files"])
        return self._browser
