"""Sets of 30, 60 and 90 minutes: the same slides cut by rank, so that the minutes add up exactly.

One file holds all three (PowerPoint: 目的別スライドショー), so that a change is made once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model.fields import NOWHERE, Place
from .plan import Deck, Line, Slide

SETS = (30, 60, 90)
_TALK = {30: 6, 60: 14, 90: 24}  # minutes kept for talking to each other, at least
_LONG_TALK = 30
_EXERCISE = "exercise"
_EXERCISES = _ALONE, _TOGETHER, _SHARED = "自分のまちのことを書き出しましょう", "話し合ってみましょう", "話したことを分け合いましょう"
_OURS = "進め方は、このハンドブックの提案です。"


def deck(own: str, title: str, about: str, opening: Sequence[Slide], found: Sequence[Slide], closing: Sequence[Slide]) -> Deck:
    """The slides that any set shows, in order, with each set's minutes."""
    cuts = {minutes: cut(opening, found, closing, minutes) for minutes in SETS}
    exercises = {slide.title: slide for cut_ in cuts.values() for slide in cut_ if slide.unit == _EXERCISE}
    shown = {id(slide) for cut_ in cuts.values() for slide in cut_}
    order = [*opening, *(slide for slide in found if id(slide) in shown), *(exercises[name] for name in _EXERCISES if name in exercises), *closing]
    places = {_key(slide): place for place, slide in enumerate(order)}
    sets = {minutes: {places[_key(slide)]: slide.minutes for slide in cut_} for minutes, cut_ in cuts.items()}
    return Deck(own, title, about, tuple(order), sets)


def _key(slide: Slide) -> str | int:
    return slide.title if slide.unit == _EXERCISE else id(slide)


def cut(opening: Sequence[Slide], found: Sequence[Slide], closing: Sequence[Slide], minutes: int) -> tuple[Slide, ...]:
    """Choose from `found` (reading order) what fits, and give the rest of the time to a talk.

    A page gets its second slide of a rank only after every page has its first, so that no page is left out.
    """
    fixed = sum(slide.minutes for slide in (*opening, *closing))
    budget = minutes - fixed - _TALK[minutes]
    chosen: set[str] = set()
    for unit, cost in _units(found):
        if cost <= budget:
            chosen.add(unit)
            budget -= cost
    kept = [slide for slide in found if _unit(slide) in chosen]
    rest = minutes - fixed - sum(slide.minutes for slide in kept)
    return (*opening, *kept, *_talk(rest, found[0].place if found else NOWHERE), *closing)


def _unit(slide: Slide) -> str:
    return f"{slide.group} {slide.unit}"


def _units(found: Sequence[Slide]) -> list[tuple[str, int]]:
    """Units with their minutes, the most important first; within a rank the first of every page, then the second …"""
    costs: dict[str, int] = {}
    keys: dict[str, tuple[int, int, int]] = {}
    counts: dict[tuple[str, int], int] = {}
    for place, slide in enumerate(found):
        own = _unit(slide)
        costs[own] = costs.get(own, 0) + slide.minutes
        if own not in keys:
            nth = counts[slide.group, slide.rank] = counts.get((slide.group, slide.rank), 0) + 1
            keys[own] = (slide.rank, nth, place)
    return [(own, costs[own]) for own in sorted(keys, key=keys.__getitem__)]


def _talk(minutes: int, place: Place) -> Iterator[Slide]:
    """Thinking alone (where there is much time), talking in groups, telling the others: together so many minutes."""
    alone = minutes // 4 if minutes > _LONG_TALK else 0
    shared = (minutes - alone) * 2 // 5 if minutes > _LONG_TALK // 2 else 0
    if alone:
        yield _exercise(
            _ALONE, alone, place,
            ("うまくいっていることを、三つまで書きます。", "難しいと感じることを、三つまで書きます。", "だれに聞けば分かるかも書きます。"),
            ("一人で静かに書く時間です。書いたものは集めません。", "分からないところは空けておきます。", _OURS), "だれに聞けば分かりそうですか。",
        )
    yield _exercise(
        "話し合ってみましょう", minutes - alone - shared, place,
        ("自分のまちで、うまくいっていることは何ですか。", "気になったこと、分からなかったことは何ですか。", "明日から一つ変えるとしたら、何を、だれとしますか。"),
        ("四、五人の組になります。はじめの一分は、一人で考えて書きます。",
         "一人ずつ話してから、組で一つにまとめます。話す順を決め、話さない自由もあることを伝えます。",
         "個人の名前や、だれのことか分かる事例は話しません。", _OURS), "明日から一つ変えるとしたら、何を、だれとしますか。",
    )
    if shared:
        yield _exercise(
            _SHARED, shared, place,
            ("組で出たことを、一つずつ紹介します。", "ほかの組と同じこと、ちがうことはどこですか。", "次の会議の議題にできることはありますか。"),
            ("組ごとに一分ほどで紹介します。良い悪いの評価はしません。", "似た話をまとめ、次の会議で話したいことを一つ決めます。", _OURS),
            "次の会議の議題にできることはありますか。",
        )


def _exercise(title: str, minutes: int, place: Place, lines: Sequence[str], say: tuple[str, ...], ask: str) -> Slide:
    return Slide("question", title, tuple(Line(line) for line in lines), say, ask, minutes, unit=_EXERCISE, place=place)
