"""How accessible the site is: the outcome for each success criterion of WCAG 2.2."""

from __future__ import annotations

from dataclasses import dataclass

from .fields import Record, spec

LEVELS = {"A": "A", "AA": "AA"}
RESULTS = {
    "met": "確かめた範囲で満たしている",
    "partly": "一部だけ確かめた",
    "none": "当てはまる内容がない",
    "failed": "満たしていないところがある",
    "open": "まだ確かめていない",
}
METHODS = {
    "auto": "自動の検査（axe-core）",
    "test": "ブラウザーを動かす試験",
    "view": "つくりと画面を人が見る",
}


@dataclass(frozen=True, kw_only=True)
class Criterion(Record):
    """アクセシビリティの達成基準ごとの試験の結果。"""

    number: str = spec("WCAG 2.2 の番号", pattern=r"[1-4]\.\d\.\d+", hint="1.4.10 の形")
    title: str = spec("達成基準の名前")
    level: str = spec("レベル", choices=LEVELS)
    result: str = spec("結果", choices=RESULTS)
    how: tuple[str, ...] = spec("確かめ方", default=(), choices=METHODS)
    note: str = spec("何を確かめ、何を確かめていないか")
