"""Readings that the tokenizer gets wrong."""

from __future__ import annotations

from dataclasses import dataclass

from .fields import Record, spec


@dataclass(frozen=True, kw_only=True)
class Reading(Record):
    """ふりがなの直し。一番長い語が、形態素解析より先に当たる。"""

    word: str = spec("語。前後のかなも書くと、当たる場所を絞れる。例: の要は")
    reading: str = spec("語ぜんぶの読み。漢字でないところは、語と同じに書く。例: のかなめは", pattern=r"[^㐀-鿿]+", hint="漢字を使わずに")
