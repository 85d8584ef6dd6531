"""What the sources say: documents, laws, statements, pages, functions and meetings."""

from __future__ import annotations

from dataclasses import dataclass

from .fields import PARTIAL_DATE, PARTIAL_DATE_HINT, ROLES, Record, spec

STATEMENT_KINDS = {
    "must": "法令上の義務",
    "endeavour": "努力義務",
    "recommended": "すすめられていること",
    "definition": "意味",
    "fact": "事実・現状",
    "example": "例",
    "caution": "注意",
    "history": "以前の扱い",
    "proposal": "このハンドブックの提案",
}
SOURCE_KINDS = {
    "guideline": "ガイドライン",
    "briefing": "行政説明資料",
    "lecture": "講義資料",
    "report": "自治体の報告",
    "notice": "事務連絡",
}
LAYOUTS = {
    "prose": "段落",
    "list": "箇条書き",
    "steps": "番号つきの手順",
    "cards": "見出しつきの枠",
}
SECTION_PURPOSES = {
    "body": "本文",
    "pitfall": "つまずきやすいところ",
    "example": "例",
}


@dataclass(frozen=True, kw_only=True)
class Source(Record):
    """出典になる文書。"""

    id: str = spec("文書の id", own="source")
    title: str = spec("引用するときの正式な題名")
    short: str = spec("短い呼び名（出典の印に使う）")
    issuer: str = spec("作成した機関")
    date: str = spec("作成・発出の日", pattern=PARTIAL_DATE, hint=PARTIAL_DATE_HINT)
    kind: str = spec("文書の種類", choices=SOURCE_KINDS)
    about: str = spec("どのような文書か", prose=True)
    url: str = spec("公開されている場所（分かるときだけ）", default="", pattern=r"https?://\S+", hint="https:// で始まる番地")
    provisional: str = spec("数字の扱いについての注意（速報値など）", default="")


@dataclass(frozen=True, kw_only=True)
class Citation(Record):
    """出典とその場所。"""

    source: str = spec("出典の id", refs=("source",))
    at: str = spec("文書の中の場所。例: 第Ⅱ章3（2）、スライド「協議会の機能」")


@dataclass(frozen=True, kw_only=True)
class Law(Record):
    """条文や通知。"""

    id: str = spec("法令の id", own="law")
    title: str = spec("法令・通知の正式な題名")
    short: str = spec("短い呼び名。例: 法第89条の3")
    article: str = spec("条・項・号（あれば）", default="")
    group: str = spec("どの法律・通知のまとまりか。例: 障害者総合支援法")
    text: str = spec("何を定めているか（自分たちの言葉で）", prose=True)
    since: str = spec("いつからか", default="", pattern=PARTIAL_DATE, hint=PARTIAL_DATE_HINT)
    history: str = spec("改正の経緯", default="", prose=True)
    sources: tuple[Citation, ...] = spec("出典と場所")
    see: tuple[str, ...] = spec("関わる記述など", default=(), refs=("statement", "section", "page", "law", "term"))


@dataclass(frozen=True, kw_only=True)
class Statement(Record):
    """出典に基づく一つの記述。知識の最小単位。"""

    id: str = spec("記述の id", own="statement")
    label: str = spec("太字の見出し語（箇条書き・手順・枠で使う）", default="")
    text: str = spec("本文（自分たちの言葉。Markdown、${統計.行.列}、[語](id) が使える）", prose=True)
    kind: str = spec("記述の種類", choices=STATEMENT_KINDS)
    roles: tuple[str, ...] = spec("だれに関わるか（書かなければ全員）", default=(), choices=ROLES)
    functions: tuple[str, ...] = spec("関わる機能", default=(), refs=("function",))
    law: tuple[str, ...] = spec("根拠になる法令", default=(), refs=("law",))
    sources: tuple[Citation, ...] = spec("出典と場所（一つ以上）")
    as_of: str = spec("時点（数字や現状を述べるとき）", default="", pattern=PARTIAL_DATE, hint=PARTIAL_DATE_HINT)
    easy: str = spec("やさしい日本語の文", default="", plain=True)
    see: tuple[str, ...] = spec(
        "あわせて読むもの", default=(),
        refs=("statement", "section", "page", "law", "term", "statistic", "case", "meeting", "function", "faq"),
    )


@dataclass(frozen=True, kw_only=True)
class KeyPoint(Record):
    """「この頁の要点」の一つ。"""

    text: str = spec("要点（一文か二文）", prose=True)
    see: tuple[str, ...] = spec("もとになる記述（一つ以上）", refs=("statement", "statistic", "function", "meeting"))


@dataclass(frozen=True, kw_only=True)
class Section(Record):
    """ページの節。見出し一つと記述の並び。"""

    id: str = spec("節の id", own="section")
    title: str = spec("見出し（読み手の問いや仕事）")
    purpose: str = spec("節の役目", default="body", choices=SECTION_PURPOSES)
    layout: str = spec("見せ方", default="prose", choices=LAYOUTS)
    lead: str = spec("つなぎの一文（事実を書かない）", default="")
    roles: tuple[str, ...] = spec("だれ向けの節か（書かなければ全員）", default=(), choices=ROLES)
    statements: tuple[Statement, ...] = spec("記述")


@dataclass(frozen=True, kw_only=True)
class Page(Record):
    """ハンドブックの一ページ。topics/<章>/<ページ>.yml が docs/handbook/<章>/<ページ>.md になる。"""

    id: str = spec("ページの id", own="page")
    title: str = spec("ページの題（読み手の問い）")
    short: str = spec("目次に出す短い題")
    description: str = spec("検索や一覧に出す一文")
    roles: tuple[str, ...] = spec("おもにだれが読むか（書かなければ全員）", default=(), choices=ROLES)
    key_points: tuple[KeyPoint, ...] = spec("この頁の要点（二つか三つ）")
    sections: tuple[Section, ...] = spec("節")
    next: tuple[str, ...] = spec("次に読むもの", default=(), refs=("page", "checklist", "statistic", "trouble", "tool"))


@dataclass(frozen=True, kw_only=True)
class Chapter(Record):
    """ハンドブックの章。並びがそのまま目次になる。"""

    id: str = spec("章の id", own="chapter")
    folder: str = spec("topics/ と docs/handbook/ のフォルダー名", pattern=r"[a-z0-9-]+", hint="小文字の英数字とハイフン")
    title: str = spec("章の題")
    summary: str = spec("章で分かること（一文）")
    pages: tuple[str, ...] = spec("ページの並び（空の章は目次に出ない）", default=(), refs=("page",))


@dataclass(frozen=True, kw_only=True)
class Function(Record):
    """協議会の機能の一つ。"""

    id: str = spec("機能の id", own="function")
    title: str = spec("機能の名前")
    text: str = spec("何をする機能か（自分たちの言葉で）", prose=True)
    easy: str = spec("やさしい日本語の文", default="", plain=True)
    sources: tuple[Citation, ...] = spec("出典と場所")
    relates: tuple[str, ...] = spec("対応するほかの機能", default=(), refs=("function",))
    statements: tuple[Statement, ...] = spec("この機能についての記述・留意点", default=())


@dataclass(frozen=True, kw_only=True)
class FunctionSet(Record):
    """機能の一覧（市町村の7つ、都道府県の7つ、6つの要素）。"""

    id: str = spec("一覧の id", own="function_set")
    title: str = spec("一覧の名前")
    text: str = spec("何の一覧か", prose=True)
    page: str = spec("この一覧を載せるページ", refs=("page",))
    as_of: str = spec("時点", pattern=PARTIAL_DATE, hint=PARTIAL_DATE_HINT)
    sources: tuple[Citation, ...] = spec("出典と場所")
    functions: tuple[Function, ...] = spec("機能")


@dataclass(frozen=True, kw_only=True)
class Feed(Record):
    """ある会議から次の会議へ渡すもの。"""

    to: str = spec("渡す先の会議", refs=("meeting",))
    what: str = spec("何を渡すか", prose=True)
    sources: tuple[Citation, ...] = spec("出典と場所")


@dataclass(frozen=True, kw_only=True)
class Meeting(Record):
    """協議会の会議の一つ。"""

    id: str = spec("会議の id", own="meeting")
    title: str = spec("会議の名前")
    aka: tuple[str, ...] = spec("ほかの呼び名", default=())
    question: str = spec("この会議を一言でいうと何の場か")
    page: str = spec("この会議を載せるページ", refs=("page",))
    easy: str = spec("やさしい日本語の説明", default="", plain=True)
    purpose: tuple[Statement, ...] = spec("目的")
    members: tuple[Statement, ...] = spec("参加する人", default=())
    frequency: tuple[Statement, ...] = spec("開く頻度と時期", default=())
    points: tuple[Statement, ...] = spec("進め方の勘所", default=())
    feeds: tuple[Feed, ...] = spec("次の会議へ渡すもの", default=())
