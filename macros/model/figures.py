"""Figures: what a drawing shows, as data. How it is drawn is macros/figures."""

from __future__ import annotations

from dataclasses import dataclass

from .fields import PARTIAL_DATE, PARTIAL_DATE_HINT, Record, spec
from .knowledge import Citation

FIGURE_KINDS = {
    "network": "会議のつながり（meetings.yml の feeds から）",
    "widening": "だんだん広がる手順",
    "hub": "中心とまわり",
    "timeline": "年表",
    "wheels": "両輪",
    "compare": "新旧の対照",
    "stages": "場面と段階",
    "layers": "層",
    "year": "一年の流れ",
}
PART_MARKS = {
    "person": "一人の人・一人の課題",
    "main": "いちばん大切なもの",
    "new": "新しく加わった・広がった",
    "gone": "なくなった・移った",
    "future": "これから・見込み",
    "gate": "場面の境目",
    "ground": "土台",
    "side": "横から支える",
    "axle": "二つをつなぐ軸",
}
FACTS = ("statement", "statistic", "function", "meeting", "law", "case", "event", "difference", "section")


@dataclass(frozen=True, kw_only=True)
class FigurePart(Record):
    """図の部品。"""

    id: str = spec("部品の id（図の中だけで使う）", pattern=r"[a-z][a-z0-9-]*", hint="小文字の英数字とハイフン")
    of: str = spec("もとになる記録（見出しを書かなければ、ここから借りる）", default="", refs=FACTS)
    label: str = spec("見出し（短く）", default="")
    text: str = spec("説明（二十字ほどまで）", default="", prose=True)
    group: str = spec("部品のまとまり（列・場面・系統の名前）", default="")
    when: str = spec("時点（年表で使う）", default="", pattern=PARTIAL_DATE, hint=PARTIAL_DATE_HINT)
    when_label: str = spec("時点の書き方（書かなければ when から作る）。例: 令和8年度末", default="")
    mark: str = spec("部品の役目", default="", choices=PART_MARKS)
    beside: bool = spec("前の部品の横に並べるか（stages で使う）", default=False)
    see: tuple[str, ...] = spec("根拠になる記録（of を書かないときは一つ以上）", default=(), refs=FACTS)


@dataclass(frozen=True, kw_only=True)
class FigureLink(Record):
    """部品から部品への矢印。"""

    start: str = spec("始まりの部品の id", pattern=r"[a-z][a-z0-9-]*", hint="部品の id")
    to: str = spec("終わりの部品の id", pattern=r"[a-z][a-z0-9-]*", hint="部品の id")
    label: str = spec("矢印に添える言葉（短く）", default="")


@dataclass(frozen=True, kw_only=True)
class Figure(Record):
    """図。一つのファイルが一つの図になる。"""

    id: str = spec("図の id", own="figure")
    title: str = spec("図の題")
    kind: str = spec("描き方", choices=FIGURE_KINDS)
    page: str = spec("図を載せるページ", refs=("page",))
    alt: str = spec("図が伝えること（一文か二文。図が見えない人はこれを聞く）")
    of: str = spec("図のもとになる機能の一覧（hub で使う）", default="", refs=("function_set",))
    parts: tuple[FigurePart, ...] = spec("部品（読む順に）")
    links: tuple[FigureLink, ...] = spec("矢印", default=())
    note: str = spec("図の下に添える注（読み方や断り）", default="", prose=True)
    as_of: str = spec("時点（あれば）", default="", pattern=PARTIAL_DATE, hint=PARTIAL_DATE_HINT)
    sources: tuple[Citation, ...] = spec("出典と場所")
