"""Checklists for self-assessment. They are ours, made from the sources, and say so."""

from __future__ import annotations

from dataclasses import dataclass

from .fields import DATE, DATE_HINT, ROLES, VERSION, Record, spec
from .knowledge import Citation


@dataclass(frozen=True, kw_only=True)
class Level(Record):
    """答えの段階。"""

    id: str = spec("段階の id（scale の中だけで使う）", pattern=r"[a-z]+", hint="小文字の英字")
    label: str = spec("画面に出す言葉")
    easy: str = spec("やさしい日本語の言い方", default="")


@dataclass(frozen=True, kw_only=True)
class Scale(Record):
    """段階の組。高い方から並べる。"""

    id: str = spec("id", own="scale")
    title: str = spec("名前")
    levels: tuple[Level, ...] = spec("段階（高い方から）")
    sources: tuple[Citation, ...] = spec("出典と場所")


@dataclass(frozen=True, kw_only=True)
class Item(Record):
    """点検項目。一つの項目で一つのことだけを問う。"""

    id: str = spec("項目の id", own="item")
    text: str = spec("問い（「〜していますか。」）")
    easy: str = spec("やさしい日本語の問い")
    why: str = spec("なぜ大切か", prose=True)
    look_for: tuple[str, ...] = spec("見るところ（根拠になる資料・場面）")
    next_steps: dict[str, str] = spec("段階ごとの次の一歩（段階の id: 文）", prose=True)
    links: tuple[str, ...] = spec("関わる記述", refs=("statement", "function", "meeting", "statistic", "section"))
    functions: tuple[str, ...] = spec("関わる機能", default=(), refs=("function",))
    sources: tuple[Citation, ...] = spec("出典と場所")
    weight: int = spec("話し合う順をきめる重み（1〜3）", default=1)
    ask_prefecture: str = spec("都道府県に頼めること（あれば）", default="")


@dataclass(frozen=True, kw_only=True)
class Domain(Record):
    """項目のまとまり。"""

    id: str = spec("領域の id", own="domain")
    title: str = spec("領域の名前")
    about: str = spec("この領域で確かめること（一文）")
    items: tuple[Item, ...] = spec("項目")


@dataclass(frozen=True, kw_only=True)
class Change(Record):
    """版ごとの変更。"""

    version: str = spec("版", pattern=VERSION, hint="1.0.0 の形")
    date: str = spec("日付", pattern=DATE, hint=DATE_HINT)
    summary: str = spec("何を変えたか")
    moved: dict[str, str] = spec("移った項目（古い id: 新しい id）", default={})
    retired: tuple[str, ...] = spec("やめた項目の id", default=())
    added: tuple[str, ...] = spec("新しく加えた項目の id（前の版の回答を「その版にない」と見分けるため）", default=())


@dataclass(frozen=True, kw_only=True)
class Checklist(Record):
    """チェックリスト。一つのファイルが一つのページになる。"""

    id: str = spec("id（ファイル名と同じ）", own="checklist")
    title: str = spec("題")
    short: str = spec("一覧に出す短い題")
    version: str = spec("版", pattern=VERSION, hint="1.0.0 の形")
    audience: tuple[str, ...] = spec("だれが使うか", choices=ROLES)
    purpose: str = spec("何のために使うか", prose=True)
    when: str = spec("いつ使うか", prose=True)
    time_minutes: int = spec("目安の時間（分）")
    subject_kind: str = spec(
        "点検の対象", default="municipality",
        choices={"municipality": "市町村", "area": "圏域", "prefecture": "都道府県", "other": "そのほか"},
    )
    scale: str = spec("段階の組", refs=("scale",))
    about: str = spec("このチェックリストの成り立ち（だれが何から作ったか）", prose=True)
    domains: tuple[Domain, ...] = spec("領域")
    benchmark: str = spec("くらべる統計（あれば）", default="", refs=("statistic",))
    changes: tuple[Change, ...] = spec("版の履歴（新しい順）")
