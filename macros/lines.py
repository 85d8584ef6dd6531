"""Japanese line breaking by the width of characters: SVG does not break lines by itself."""

from __future__ import annotations

import functools
import re
import unicodedata

_NO_START = "、。，．・：；？！）」』】〕〉》ー〜…々ゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ％%)"
_NO_END = "（「『【〔〈《("
_FORBIDDEN = 1000.0
_LINE = 14.0  # what one more line costs
_RAGGED = 14.0  # what an empty line would cost


def width(text: str) -> float:
    """Width in em: a full-width character counts 1, a half-width one 0.6."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.6 for c in text)


@functools.cache
def wrap(text: str, most: float) -> tuple[str, ...]:
    """Break `text` into lines of at most `most` em, at phrases where possible, of even length.

    A line is longer than `most` only where no break is allowed (a long word in Latin letters).
    """
    best: list[tuple[float, int]] = [(0.0, 0)]  # cost of the text up to here, start of its last line
    for end in range(1, len(text) + 1):
        cost, start = min(
            (best[start][0] + _line_cost(text, start, end, most), start) for start in range(end)
        )
        best.append((cost, start))
    lines: list[str] = []
    end = len(text)
    while end:
        start = best[end][1]
        lines.insert(0, text[start:end].strip())
        end = start
    return tuple(lines)


def _line_cost(text: str, start: int, end: int, most: float) -> float:
    wide = width(text[start:end])
    over = max(0.0, wide - most)
    last = end == len(text)
    ragged = _RAGGED * max(0.0, 1 - wide / most) ** 2 * (0.5 if last else 1.0)
    alone = 20.0 if last and start and end - start < 2 else 0.0
    return _LINE + ragged + alone + 200.0 * over + (0.0 if last else _break_cost(text[end - 1], text[end]))


def _break_cost(before: str, after: str) -> float:
    """How bad a break between two characters is: 0 after a comma, high inside a word."""
    if after in _NO_START or before in _NO_END or (_latin(before) and _latin(after)):
        return _FORBIDDEN
    if before in "、。 　）」：":
        return 0.0
    if before == "・":
        return 2.0
    kinds = _kind(before), _kind(after)
    return _COSTS.get(kinds, 5.0)


_COSTS = {
    ("hiragana", "kanji"): 1.0,
    ("hiragana", "katakana"): 1.0,
    ("hiragana", "latin"): 1.0,
    ("hiragana", "other"): 1.0,
    ("kanji", "katakana"): 3.0,
    ("katakana", "kanji"): 3.0,
    ("kanji", "kanji"): 16.0,
    ("hiragana", "hiragana"): 7.0,
    ("kanji", "hiragana"): 12.0,
    ("katakana", "hiragana"): 9.0,
    ("katakana", "katakana"): 20.0,
    ("latin", "kanji"): 15.0,
    ("kanji", "latin"): 3.0,
}


def _kind(character: str) -> str:
    for name, pattern in (("hiragana", r"[ぁ-ゖ]"), ("katakana", r"[ァ-ヶー]"), ("kanji", r"[\u4e00-\u9fff々]")):
        if re.match(pattern, character):
            return name
    return "latin" if _latin(character) else "other"


def _latin(character: str) -> bool:
    return unicodedata.east_asian_width(character) not in "WFA"
