"""What changed: between the sources, on this site, and among its ids."""

from __future__ import annotations

from dataclasses import dataclass

from .fields import DATE, DATE_HINT, PARTIAL_DATE, PARTIAL_DATE_HINT, Record, spec
from .knowledge import Citation


@dataclass(frozen=True, kw_only=True)
class Difference(Record):
    """新旧のちがい。出典の間で変わったこと。"""

    id: str = spec("id", own="difference")
    title: str = spec("何が変わったか")
    before: str = spec("以前", prose=True)
    before_as_of: str = spec("以前の時点", pattern=PARTIAL_DATE, hint=PARTIAL_DATE_HINT)
    after: str = spec("現在", prose=True)
    after_as_of: str = spec("現在の時点", pattern=PARTIAL_DATE, hint=PARTIAL_DATE_HINT)
    meaning: str = spec("実務では何が変わるか", default="", prose=True)
    sources: tuple[Citation, ...] = spec("出典と場所（新旧それぞれ）")
    see: tuple[str, ...] = spec("関わる記述", refs=("statement", "statistic", "law", "page", "section"))


@dataclass(frozen=True, kw_only=True)
class Update(Record):
    """このサイトの更新履歴。"""

    id: str = spec("id", own="update")
    date: str = spec("日付", pattern=DATE, hint=DATE_HINT)
    text: str = spec("何を変えたか", prose=True)


@dataclass(frozen=True, kw_only=True)
class Retired(Record):
    """使うのをやめた id。公開した id は、消さずにここへ移す。"""

    id: str = spec("やめた id")
    moved_to: str = spec("移り先の id（あれば）", default="")
    date: str = spec("やめた日", pattern=DATE, hint=DATE_HINT)
    reason: str = spec("やめた理由")
