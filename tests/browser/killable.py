"""A Chromium of our own that can be killed outright, as when the machine goes down."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Playwright

from .chromium import FLAGS


class KillableChromium:
    """Chromium with a profile folder; it outlives nothing but its profile."""

    def __init__(self, playwright: Playwright, program: str, profile: Path) -> None:
        self._playwright = playwright
        self._program = program
        self._profile = profile
        self._process: subprocess.Popen[bytes] | None = None
        self._browser: Browser | None = None

    def start(self) -> BrowserContext:
        """Start it on its profile; return its context."""
        port_file = self._profile / "DevToolsActivePort"
        port_file.unlink(missing_ok=True)
        command = [
            self._program, "--headless=new", *FLAGS, f"--user-data-dir={self._profile}",
            "--remote-debugging-port=0", "--lang=ja", "--window-size=1300,1000", "about:blank",
        ]
        self._process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        port = self._wait_for_port(port_file)
        self._browser = self._playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{port}")
        return self._browser.contexts[0]

    def kill(self) -> None:
        """Kill the browser and all its processes without a word."""
        if self._process is None:
            return
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process = None

    def _wait_for_port(self, port_file: Path) -> int:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            lines = port_file.read_text().splitlines() if port_file.exists() else []
            if len(lines) >= 2:
                return int(lines[0])
            assert self._process and self._process.poll() is None, "Chromium did not start"
            time.sleep(0.02)
        raise TimeoutError("Chromium did not say where it listens")
