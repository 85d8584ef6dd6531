"""Texts of the data → HTML for paper: links stay where the handout holds their target, readings stand above the words."""

from __future__ import annotations

import re
from collections.abc import Callable

import markdown
from markupsafe import Markup, escape

from ...check.common import FIGURE, ID_LINK
from ...furigana.align import Group
from ...model.files import Handbook
from ...prose import figure

_GIVEN = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")
_FIRST_CELL = re.compile(r"(<tr>\s*)<td>(.*?)</td>", re.S)


def paper(handbook: Handbook, held: frozenset[str]) -> Callable[..., Markup]:
    """Return a filter that renders texts; a link leads to an id of `held`, any other is plain words."""
    converter = _converter()

    def link(match: re.Match[str]) -> str:
        words, own = match[0][1:match[0].index("]")], match[1]
        return f"[{words}](#{own})" if own in held else words

    def render(text: str, inline: bool = False, lead: str = "", tail: str = "") -> Markup:
        text = FIGURE.sub(lambda match: figure(handbook, match[1]), text)
        text = _GIVEN.sub(r"\1", text)
        html = converter.reset().convert(ID_LINK.sub(link, text))
        html = _FIRST_CELL.sub(r'\1<th scope="row">\2</th>', html)
        if inline and html.count("<p>") == 1 and html.startswith("<p>") and html.endswith("</p>"):
            html = html[3:-4]
        return Markup(_between(lead, html, tail))

    return render


def _converter() -> markdown.Markdown:
    """Markdown in which a tag stays the words that it is, and an address is no link."""
    made = markdown.Markdown(extensions=["tables", "sane_lists"])
    made.preprocessors.deregister("html_block")
    for name in ("html", "autolink", "automail", "image_link", "image_reference", "short_image_ref"):
        made.inlinePatterns.deregister(name)
    return made


def _between(lead: str, html: str, tail: str) -> str:
    """Set `lead` before and `tail` after the words, inside the first and the last paragraph or point."""
    if lead:
        html = f"<p>{lead} {html[3:]}" if html.startswith("<p>") else f"<p>{lead}</p>\n{html}"
    match = re.search(r"</p>\s*$|</li>\s*</[ou]l>\s*$", html) if tail else None
    if match:
        return f"{html[:match.start()]}{tail}{match.group()}"
    return f"{html}\n<p>{tail}</p>" if tail else html


def ruby(groups: Callable[[str], tuple[Group, ...]]) -> Callable[[str], Markup]:
    """Return a filter that sets readings over the kanji of a text, as `groups` reads it."""

    def render(text: str) -> Markup:
        text = ID_LINK.sub(lambda match: match[0][1:match[0].index("]")], text)
        html, done = Markup(""), 0
        for given in _GIVEN.finditer(text):
            html += _read(text[done:given.start()], groups) + _over(given[1], given[2])
            done = given.end()
        return html + _read(text[done:], groups)

    return render


def _read(text: str, groups: Callable[[str], tuple[Group, ...]]) -> Markup:
    html, done = Markup(""), 0
    for group in groups(text):
        html += escape(text[done:group.start]) + _over(text[group.start:group.end], group.reading)
        done = group.end
    return html + escape(text[done:])


def _over(word: str, reading: str) -> Markup:
    return Markup("<ruby>{}<rt>{}</rt></ruby>").format(word, reading)
