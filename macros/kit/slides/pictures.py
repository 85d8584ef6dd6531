"""Figures of the site as PNG for slides: drawn by the same template, taken by Chromium, with few colours."""

from __future__ import annotations

import io
from pathlib import Path

import jinja2
from PIL import Image

from ... import templates
from ...figures import drawings
from ...model.figures import Figure
from ...model.files import Handbook
from ..browser import Press
from ..typeface import face_css

_STYLES = ("styles/tokens.css", "components/picture/style.css")
_COLOURS = 32


class Pictures:
    """Takes each figure once."""

    def __init__(self, handbook: Handbook, root: Path, press: Press) -> None:
        self._handbook = handbook
        self._root = root
        self._press = press
        self._taken: dict[str, bytes] = {}
        self._templates = templates.environment({"prose": str})
        self._templates.loader = jinja2.ChoiceLoader([jinja2.FileSystemLoader(Path(__file__).parent / "templates"), self._templates.loader])

    def of(self, figure: Figure) -> bytes:
        """The figure as PNG, sharp on a projector."""
        if figure.id not in self._taken:
            self._taken[figure.id] = self._small(self._press.png(self._html(figure), 640, 1.75))
        return self._taken[figure.id]

    def shape(self, figure: Figure) -> float:
        """Height by width."""
        _, _, wide = drawings(figure, self._handbook)
        return wide.height / wide.width

    def _html(self, figure: Figure) -> str:
        _, _, wide = drawings(figure, self._handbook)
        package = Path(__file__).parents[2]
        style = face_css(self._root) + "".join((package / name).read_text(encoding="utf-8") for name in _STYLES)
        return self._templates.get_template("figure.html").render(figure=figure, drawing=wide, style=style)

    @staticmethod
    def _small(png: bytes) -> bytes:
        picture = Image.open(io.BytesIO(png)).convert("RGB").quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        out = io.BytesIO()
        picture.save(out, "PNG", optimize=True)
        return out.getvalue()
