"""Handouts from template to PDF: rendered, checked in the browser, printed twice where page numbers stand in the text."""

from __future__ import annotations

import html as html_text
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2

from ... import furigana, templates
from ...faults import StopBuild
from ...kana import kana_rows
from ...model.files import Handbook
from ..browser import Press
from ..typeface import face_css
from .terms import landed
from .words import paper, ruby

HERE = Path(__file__).parent / "templates"
SITE_NAME = "協議会ハンドブック"
WIDTHS = {"a4": 658, "large": 658, "easy": 658}  # A4 less the margins, in CSS px
_STYLES = ("styles/tokens.css", "components/picture/style.css", "components/statistic/style.css", "components/easy-page/style.css")
_LINK = re.compile(r'<a [^>]*href="#([^"]+)"[^>]*>(.*?)</a>', re.S)
_ID = re.compile(r' id="([^"]+)"')
_TOO_WIDE = """width => [...document.querySelectorAll('table, svg, .chart, pre, img')]
  .filter(box => box.getBoundingClientRect().right > width + 1 || box.scrollWidth > box.clientWidth + 1 && box.matches('table'))
  .map(box => { const own = box.closest('[data-record]'); const held = box.closest('[id]');
    return (own ? own.dataset.record + ' ' : '') + (held ? held.id : box.className) })"""


class Studio:
    """Makes the handouts of one handbook with one press."""

    def __init__(self, handbook: Handbook, root: Path, press: Press) -> None:
        self.handbook = handbook
        self.root = root
        self._press = press
        self._held: dict[str, frozenset[str]] = {}

    @property
    def date(self) -> str:
        """The date of the content: that of the latest update of the site."""
        return max((update.date for update in self.handbook.updates), default="2026-01-01")

    def make(self, template: str, form: str, title: str, **values: Any) -> bytes:
        """Return a finished PDF of a template in the form a4, large or easy. Raises StopBuild where something leaves the page."""
        from .finish import finished, landings  # here: the site lists the parts without the kit's packages

        raw, html = self._print(template, form, title, {}, values)
        if "numbers_of_pages" in (HERE / template).read_text(encoding="utf-8"):
            raw, html = self._print(template, form, title, landings(raw), values)
        return finished(raw, title, self.date, _labels(html))

    def _print(self, template: str, form: str, title: str, numbers: Mapping[str, int], values: Mapping[str, Any]) -> tuple[bytes, str]:
        html = self._html(template, form, title, numbers, values)

        def check(page: Any) -> None:
            wide = page.evaluate(_TOO_WIDE, WIDTHS[form])
            if wide:
                raise StopBuild("\n".join(self._too_wide(name, title) for name in wide))

        return self._press.pdf(html, WIDTHS[form], check), html

    def _too_wide(self, name: str, title: str) -> str:
        own = name.rsplit(" ", 1)[-1]
        place = self.handbook.index[own].place if own in self.handbook.index else name
        return f"{place}: 「{own}」の表か図が、配布資料「{title}」の紙からはみ出します。列を減らすか、見出しを短くしてください"

    def _html(self, template: str, form: str, title: str, numbers: Mapping[str, int], values: Mapping[str, Any]) -> str:
        def render(held: frozenset[str]) -> str:
            self._environment.filters["prose"] = paper(self.handbook, held)
            return self._environment.get_template(template).render(
                form=form, title=title, numbers_of_pages=numbers, style=self._style, site_name=SITE_NAME, date=self.date,
                handbook=self.handbook, index=self.handbook.index, **values,
            )

        # A link is kept where its target stands in the same handout: the first rendering tells what does.
        if title not in self._held:
            self._held[title] = frozenset(_ID.findall(render(frozenset())))
        return render(self._held[title])

    @cached_property
    def _environment(self) -> jinja2.Environment:
        reader = furigana.reader_of(self.handbook)
        made = templates.environment({"prose": lambda text: text, "ruby": ruby(reader.groups), "kana_rows": kana_rows, "landed": landed})
        made.loader = jinja2.ChoiceLoader([jinja2.FileSystemLoader(HERE), made.loader])
        return made

    @cached_property
    def _style(self) -> str:
        package = Path(__file__).parents[2]
        return face_css(self.root) + "".join((package / name).read_text(encoding="utf-8") for name in _STYLES) + (HERE / "style.css").read_text(encoding="utf-8")


def _labels(html: str) -> dict[str, str]:
    """Anchor → the words of the first link to it."""
    found: dict[str, str] = {}
    for own, words in _LINK.findall(html):
        words = html_text.unescape(re.sub(r"<[^>]+>", "", words)).strip()
        found.setdefault(own, f"出典{words}" if words.isdigit() else words)
    return found


