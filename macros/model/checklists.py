"""Checklists for self-assessment. They are ours, made from the sources, and say so."""

from __future__ import annotations

from dataclasses import dataclass

from .fields import DATE, DATE_HINT, ROLES, VERSION, Record, spec
from .knowledge import Citation


SUBJECTS = {"municipality": "市町村", "area": "圏域", "prefecture": "都道府県", "other": "そのほか"}
SUBJECT_LABELS = {
    "municipality": "市町村・協議会の名前", "area": "圏域・協議会の名前", "prefecture": "都道府県協議会の名前", "other": "協議会の名前",
}
ASKED = {"municipality": "都道府県", "area": "都道府県", "prefecture": "国など", "other": "都道府県"}
"""Whom the council of such a subject can ask for help."""

OWN_SCALE = "scale-four"
"""The scale of a checklist that names none."""

OCCASIONS = {
    "start": "年度のはじめ・担当が替わったとき",
    "before-meeting": "会議の前",
    "budget": "予算や計画を考えるとき",
    "block-meeting": "ブロック会議の前",
    "training": "研修で使うとき",
    "review": "一年を振り返るとき",
}


@dataclass(frozen=True, kw_only=True)
class Level(Record):
    """答えの段階。"""

    id: str = spec("段階の id（scale の中だけで使う）", pattern=r"[a-z]+", hint="小文字の英字")
    label: str = spec("画面に出す言葉")
    easy: str = spec("やさしい日本語の言い方", default="", plain=True)


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

    id: str = spec("項目の id", own="item", ours=True, default="")
    text: str = spec("問い（「〜していますか。」）")
    easy: str = spec("やさしい日本語の問い", plain=True, ours=True, default="")
    why: str = spec("なぜ大切か", prose=True, ours=True, default="")
    look_for: tuple[str, ...] = spec("見るところ（根拠になる資料・場面）", ours=True, default=())
    next_steps: dict[str, str] = spec("段階ごとの次の一歩（段階の id: 文）", prose=True, ours=True, default={})
    links: tuple[str, ...] = spec("関わる記述", ours=True, default=(), refs=("statement", "function", "meeting", "statistic", "section"))
    functions: tuple[str, ...] = spec("関わる機能", default=(), refs=("function",))
    sources: tuple[Citation, ...] = spec("出典と場所", ours=True, default=())
    weight: int = spec("話し合う順をきめる重み（1〜3）", default=1)
    ask_prefecture: str = spec("都道府県に頼めること（あれば）", default="")
    benchmark_row: str = spec("くらべる統計（チェックリストの benchmark）の行の id（あれば）", default="")


@dataclass(frozen=True, kw_only=True)
class Domain(Record):
    """項目のまとまり。"""

    id: str = spec("領域の id", own="domain", ours=True, default="")
    title: str = spec("領域の名前")
    about: str = spec("この領域で確かめること（一文）", ours=True, default="")
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

    id: str = spec("id（ファイル名と同じ）", own="checklist", ours=True, default="")
    title: str = spec("題")
    short: str = spec("一覧に出す短い題", ours=True, default="")
    publisher: str = spec("作ったところ（都道府県などが作ったものだけに書く。書くと、出典や id などがなくてもよい）", default="")
    order: int = spec("一覧で並べる順（小さい順。書かなければ最後）", default=100)
    version: str = spec("版", pattern=VERSION, hint="1.0.0 の形", ours=True, default="1.0.0")
    audience: tuple[str, ...] = spec("だれが使うか", choices=ROLES, ours=True, default=())
    purpose: str = spec("何のために使うか", prose=True, ours=True, default="")
    when: str = spec("いつ使うか", prose=True, ours=True, default="")
    time_minutes: int = spec("目安の時間（分）", ours=True, default=0)
    occasions: tuple[str, ...] = spec("どんなときに使うか（選ぶページの絞り込みに使う）", default=(), choices=OCCASIONS)
    subject_kind: str = spec(
        "点検の対象", default="municipality",
        choices=SUBJECTS,
    )
    subject_label: str = spec("対象の名前を書く欄の見出し（書かなければ点検の対象から決まる）", default="")
    scale: str = spec("段階の組", refs=("scale",), ours=True, default=OWN_SCALE)
    about: str = spec("このチェックリストの成り立ち（だれが何から作ったか）", prose=True, ours=True, default="")
    domains: tuple[Domain, ...] = spec("領域")
    benchmark: str = spec("くらべる統計（あれば）", default="", refs=("statistic",))
    changes: tuple[Change, ...] = spec("版の履歴（新しい順）", ours=True, default=())
