"""The typeface of everything that is printed: BIZ UDPゴシック, cut down to the characters in use.

One typeface of the project's own makes the same bytes on every machine, whatever is installed there;
a universal design face is easier on low vision; and TrueType stays text in a PDF, where Chromium
writes the outlines of Noto Sans CJK (CFF) one by one.
"""

from __future__ import annotations

import base64
import functools
import io
from collections.abc import Iterator
from pathlib import Path

from ..faults import StopBuild

_PACKAGE = Path("node_modules/@expo-google-fonts/biz-udpgothic")
_FACES = {400: "400Regular/BIZUDPGothic_400Regular.ttf", 700: "700Bold/BIZUDPGothic_700Bold.ttf"}
_TEXTS = ("data/**/*.yml", "macros/**/*.html", "macros/**/*.py")
MISSING = "書体（BIZ UDPゴシック）が node_modules にありません。make を実行しなおすか、tools/with-node npm ci を実行してください。"


@functools.cache
def face_css(root: Path) -> str:
    """CSS that brings the typeface "Kit" with it. Raises StopBuild where its package is not installed."""
    return "".join(
        f'@font-face {{ font-family: "Kit"; font-weight: {weight}; src: url("data:font/ttf;base64,{base64.b64encode(font).decode()}"); }}\n'
        for weight, font in _cut(root)
    )


def _cut(root: Path) -> Iterator[tuple[int, bytes]]:
    """Yield weight and font without the glyphs that no text of ours uses, and without screen hints: half the bytes of each PDF."""
    from fontTools import subset

    used = set(map(chr, range(0x20, 0x7F))) | set(map(chr, range(0x3041, 0x30FF)))
    for pattern in _TEXTS:
        for path in root.glob(pattern):
            used.update(path.read_text(encoding="utf-8"))
    options = subset.Options(hinting=False, notdef_outline=True, recalc_timestamp=False, layout_features=["*"])
    options.drop_tables += ["meta", "gasp"]
    for weight, name in _FACES.items():
        path = root / _PACKAGE / name
        if not path.is_file():
            raise StopBuild(MISSING)
        font = subset.load_font(str(path), options)
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=sorted(map(ord, used)))
        cutter.subset(font)
        out = io.BytesIO()
        subset.save_font(font, out, options)
        yield weight, out.getvalue()
