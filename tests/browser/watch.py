"""Watches pages for what must never happen: console errors, policy violations, requests to other hosts."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response

OWN_SCHEMES = ("file:", "data:", "blob:", "about:")


class Watch:
    """Collects troubles of all contexts it is put over."""

    def __init__(self, server: str) -> None:
        self._server = server
        self._allowed: list[str] = []
        self.troubles: list[str] = []

    def over(self, context: BrowserContext) -> None:
        """Watch every page of this context."""
        context.on("console", self._console)
        context.on("weberror", lambda error: self._note(f"error: {error.error}"))
        context.on("request", self._request)
        context.on("response", self._response)

    def allow(self, part: str) -> None:
        """Overlook troubles whose text holds `part`: what the test itself brings about."""
        self._allowed.append(part)

    def check(self) -> None:
        """Fail if there was any trouble."""
        found = [trouble for trouble in self.troubles if not any(part in trouble for part in self._allowed)]
        assert not found, "\n".join(found)

    def _note(self, trouble: str) -> None:
        self.troubles.append(trouble)

    def _console(self, message: ConsoleMessage) -> None:
        # A violation of the Content Security Policy is a console error too.
        if message.type == "error":
            self._note(f"console: {message.text} ({message.location.get('url', '')})")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self._server, *OWN_SCHEMES)):
            self._note(f"foreign request: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self._note(f"{response.status}: {response.url}")
