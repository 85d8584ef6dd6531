"""Fixtures of the browser tests: the built site over http and from file://, Chromium, and a watch over every page."""

from __future__ import annotations

import functools
import http.server
import os
import re
import threading
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from .axe import EVERYTHING
from .chromium import FLAGS, find
from .watch import Watch

ROOT = Path(__file__).parents[2]
# Two workers share what may be a slow machine.
PATIENCE_MS = 20_000
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def site_dir() -> Path:
    """The built site: <root>/site, or $SITE_DIR."""
    folder = Path(os.environ.get("SITE_DIR", ROOT / "site")).resolve()
    if not (folder / "index.html").is_file():
        pytest.fail(f"{folder} に組み立てたサイトがありません。make build を先に実行してください")
    return folder


# What is opened both ways every time: answering, searching, and that pages work at all.
_BOTH_WAYS = {"test_self_check", "test_search", "test_pages"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """In `make test` a test that runs on http:// and file:// takes one of the two, always the same; `make test-all` runs both."""
    if EVERYTHING:
        return
    left_out = [item for item in items if not _has_its_turn(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if _has_its_turn(item)]


def _has_its_turn(item: pytest.Item) -> bool:
    callspec = getattr(item, "callspec", None)
    ways = {value for value in callspec.params.values() if value in ("http", "file")} if callspec else set()
    if not ways or item.path.stem in _BOTH_WAYS or item.path.parent != Path(__file__).parent:
        return True
    name = re.sub(r"\b(http|file)\b", "", item.nodeid)
    return ways == {("http", "file")[zlib.crc32(name.encode()) % 2]}


class _Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: pytest's output is for failures."""


@pytest.fixture(scope="session")
def server(site_dir: Path) -> Iterator[str]:
    """Address of a server of the built site, without a slash at its end."""
    handler = functools.partial(_Handler, directory=str(site_dir))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as served:
        thread = threading.Thread(target=served.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{served.server_address[1]}"
        served.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def address(server: str, site_dir: Path) -> Callable[[str, str], str]:
    """Address of a page: `address("http" or "file", "self-check/x.html")`."""
    bases = {"http": server, "file": site_dir.as_uri()}
    return lambda scheme, path: f"{bases[scheme]}/{path}"


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, once for each worker."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Path of Chromium: $CHROMIUM, one on the PATH, or Playwright's own."""
    path = find()
    if path is None:
        pytest.fail("Chromium が見つかりません。python -m tests.browser.chromium を実行してください")
    return path


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium_path: str) -> Iterator[Browser]:
    """One Chromium for each worker; every test has contexts of its own in it."""
    running = playwright.chromium.launch(executable_path=chromium_path, args=list(FLAGS))
    yield running
    running.close()


@pytest.fixture
def watch(server: str) -> Iterator[Watch]:
    """Collects console errors, violations of the policy and foreign requests; any of them fails the test."""
    watching = Watch(server)
    yield watching
    watching.check()


@pytest.fixture
def new_context(browser: Browser, watch: Watch) -> Iterator[Callable[..., BrowserContext]]:
    """Make a fresh profile, watched: `new_context(viewport=…)`."""
    contexts: list[BrowserContext] = []

    def make(**options: object) -> BrowserContext:
        settings = {"locale": "ja-JP", "timezone_id": "Asia/Tokyo", "viewport": {"width": 1300, "height": 900}}
        context = browser.new_context(**{**settings, **options})
        context.set_default_timeout(PATIENCE_MS)
        watch.over(context)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    """A page in a fresh profile."""
    return new_context().new_page()
