"""Days, minutes and people after Arabic numerals: the tokenizer reads 4月1日 as いちにち and 10分 as じゅうふん."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .align import Group

_COUNTED = re.compile(r"(?<![0-9０-９])(?P<number>[0-9０-９]+(?:[.．][0-9０-９]+)?)(?P<unit>日|分|人|月)(?P<tail>間|末|後|前|目|中)?")
_DAYS = dict(zip(
    (*range(2, 11), 14, 20, 24),
    "ふつか みっか よっか いつか むいか なのか ようか ここのか とおか じゅうよっか はつか にじゅうよっか".split(), strict=True,
))
_PEOPLE = {1: "ひとり", 2: "ふたり"}
_TAILS = {"": "", "間": "かん", "末": "まつ", "後": "ご", "前": "まえ", "目": "め", "中": "ちゅう"}
# What makes another word of the unit: 10分野, 3人材.
_LONGER = {"分": "野類析担割", "人": "材員権口数格", "日": "本常程", "月": ""}


def counted(text: str) -> list[Group]:
    """Groups of the numerals in `text` whose units have a reading of their own."""
    return [
        group for match in _COUNTED.finditer(text)
        if (text[match.end():match.end() + 1] or "。") not in _LONGER[match["unit"]]
        for group in _groups(match, text)
    ]


def _groups(match: re.Match[str], text: str) -> Iterator[Group]:
    number, unit = match["number"], match["unit"]
    before, after = text[:match.start()], text[match.end():match.end() + 2]
    whole = {"日": _DAYS, "人": _PEOPLE}.get(unit, {}).get(int(number)) if number.isdigit() else None
    if unit == "日" and number in ("1", "１") and before.endswith("月"):
        whole = "ついたち"
    if whole:
        yield Group(match.start(), match.end("unit"), whole)
    else:
        yield Group(match.start("unit"), match.end("unit"), _alone(number, unit, before, after))
    if match["tail"]:
        yield Group(match.start("tail"), match.end("tail"), _TAILS[match["tail"]])


def _alone(number: str, unit: str, before: str, after: str) -> str:
    if unit != "分":
        return {"日": "にち", "人": "にん", "月": "がつ"}[unit]
    if re.match(r"の[0-9０-９]", after):
        return "ぶん"
    if before.endswith("割"):
        return "ぶ"
    return "ふん" if int(number[-1]) in (2, 5, 7, 9) else "ぷん"
