"""A folder as GitHub Pages serves it, and what a first view loads from it."""

from __future__ import annotations

import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

from playwright.sync_api import Browser

_PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv")


@dataclass(frozen=True)
class Served:
    """A running server: its address without a slash at its end, and the path and bytes of all that it sent."""

    address: str
    sent: list[tuple[str, int]] = field(default_factory=list)


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Serve a folder on a free local port.

    As on GitHub Pages: gzip, ten minutes in the browser's cache, connections kept open. Missing: HTTPS and HTTP/2.
    """
    sent: list[tuple[str, int]] = []
    handler = partial(_Pages, sent, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Served(f"http://127.0.0.1:{server.server_address[1]}", sent)
        server.shutdown()


class _Pages(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, sent: list[tuple[str, int]], *arguments: object, **options: object) -> None:
        self._sent = sent
        super().__init__(*arguments, **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send a file, packed where packing helps."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        packs = path.suffix in _PACKED
        body = packed(path) if packs else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path) + ("; charset=utf-8" if packs else ""))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if packs:
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        self.wfile.write(body)
        self._sent.append((self.path, len(body)))

    def log_message(self, *_: object) -> None:
        """Print nothing."""


def packed(path: Path) -> bytes:
    """The bytes of a file as they are sent."""
    return _packed(path, path.stat().st_mtime_ns)


@cache
def _packed(path: Path, changed: int) -> bytes:
    del changed  # a file that was written anew is packed anew
    return gzip.compress(path.read_bytes(), 6)


@dataclass(frozen=True)
class FirstView:
    """What a page loads with nothing cached until it is quiet: requests, and bytes as they are sent (gzip)."""

    requests: int
    bytes: int


def first_view(browser: Browser, site: Served, path: str) -> FirstView:
    """The first view of a page of a served site."""
    site.sent.clear()
    context = browser.new_context(locale="ja-JP")
    context.new_page().goto(f"{site.address}/{path}", wait_until="networkidle")
    context.close()
    return FirstView(len(site.sent), sum(size for _, size in site.sent))
