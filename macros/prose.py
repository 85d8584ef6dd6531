"""Text of the data → HTML: Markdown, links by id, figures by name.

A text may hold Markdown, `[word](id)` and `${statistic.row.column}`. Nothing else.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping

import markdown
from markupsafe import Markup

from .addresses import Address
from .check.common import FIGURE, KANA
from .model.evidence import Column, Statistic
from .model.files import Handbook

_LINK = re.compile(r"\]\((?P<id>[a-z][a-z0-9-]*)\)")
_RUBY = re.compile(rf"\{{([^{{}}|]+)\|({KANA})\}}")
_WITH_READING = r'<span data-yomi="\2">\1</span>'  # see macros/furigana/pages.py
_PLAIN_TABLE = re.compile(r"<table>(?P<inside>.*?)</table>", re.S)
_FRAME = '<div class="table-scroll" role="group" tabindex="0" aria-label="表（はみ出すときは横に動かせます）">'
_MARKUP = re.compile(r"[\\`*_\[\]<>&|#\n\t]|^[-+=~:]|^\d+[.)]|^ | $|^$")
"""What Markdown might read; a text without it is a paragraph as it stands, and most texts are."""
_LAST_WORDS = re.compile(r"</p>\s*$|</li>\s*</[ou]l>\s*$")


def format_value(value: float | str | None, column: Column) -> str:
    """Write a value of a statistic for readers, without its unit. None is "―" (not in the source)."""
    if value is None:
        return "―"
    if isinstance(value, str):
        return value
    if column.decimals:
        return f"{value:,.{column.decimals}f}"
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def figure(handbook: Handbook, name: str) -> str:
    """The figure `statistic.row.column`, formatted. Raises KeyError if there is none."""
    statistic_id, row_id, column_id = name.split(".")
    statistic = handbook.index[statistic_id]
    if not isinstance(statistic, Statistic):
        raise KeyError(name)
    column = {c.id: c for c in statistic.columns}[column_id]
    row = {r.id: r for r in statistic.rows}[row_id]
    return format_value(row.values[column_id], column)


def plain(text: str, handbook: Handbook) -> str:
    """The text without markup: for descriptions, spreadsheets, search and client data."""
    text = FIGURE.sub(lambda m: figure(handbook, m.group(1)), text)
    text = _RUBY.sub(r"\1", text)
    text = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", text)
    return re.sub(r"\*\*([^*]+)\*\*", r"\1", text)


def prose_filter(handbook: Handbook, places: Mapping[str, Address], here: Callable[[], str]) -> Callable[..., Markup]:
    """Return a function that renders texts; links are as seen from the page at `here()`."""
    def render(text: str, inline: bool = False, lead: str = "", tail: str = "") -> Markup:
        text = FIGURE.sub(lambda m: figure(handbook, m.group(1)), text)
        text = _RUBY.sub(_WITH_READING, text)
        text = _LINK.sub(lambda m: f"]({places[m.group('id')].seen_from(here())})", text)
        html = _converted(text)
        if inline and html.startswith("<p>") and html.count("<p>") == 1 and html.endswith("</p>"):
            html = html[3:-4]
        return Markup(framed_tables(_between(lead, html, tail)))

    return render


@functools.lru_cache(maxsize=None)  # a text is the same on each page, and at the next build while the site is served
def _converted(text: str) -> str:
    if not _MARKUP.search(text):
        return f"<p>{text}</p>"
    return _converter().reset().convert(text)


@functools.cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=["tables", "sane_lists"])


def framed_tables(html: str) -> str:
    """Put each plain table into a frame that scrolls, so that no table widens the page."""
    return _PLAIN_TABLE.sub(rf'{_FRAME}<table class="table">\g<inside></table></div>', html)


def _between(lead: str, html: str, tail: str) -> str:
    """Set `lead` before and `tail` after the words: inside the first and the last paragraph or point."""
    if lead:
        html = f"<p>{lead}{html[3:]}" if html.startswith("<p>") else f"<p>{lead}</p>\n{html}"
    if tail:
        match = _LAST_WORDS.search(html)
        html = f"{html[:match.start()]}\u2060{tail}{match.group()}" if match else f"{html}\n<p>{tail}</p>"
    return html
