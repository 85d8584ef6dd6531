"""わかりやすい版: pages in plain Japanese, each traceable to the statements that it renders."""

from __future__ import annotations

from dataclasses import dataclass

from .fields import Record, spec

EASY_GROUPS = {
    "council": "協議会の こと",
    "meeting": "会議に 出る 人へ",
    "place": "相談する ところ",
    "site": "言葉と 使い方",
}
EASY_PICTURES = {
    "meeting": "机を囲む人",
    "people": "いろいろな人",
    "say": "話す人",
    "talk": "話す人と聞く人",
    "ask": "手をあげてたずねる人",
    "agree": "「いいよ」と言う人",
    "secret": "鍵のついた話",
    "paper": "資料",
    "letters": "大きな文字とふりがな",
    "calendar": "こよみ",
    "rest": "休む時間",
    "online": "画面の中の人",
    "town": "町",
    "widen": "一人からみんなへ",
    "centre": "相談の窓口",
    "urgent": "急なときの家",
    "home": "くらす家",
    "check": "印をつける紙",
    "words": "言葉の本",
    "steps": "一歩ずつ進む",
    "wheels": "二つの車輪",
}
_FACTS = ("statement", "statistic", "function", "meeting", "law", "page", "section", "term", "faq", "checklist", "tool", "path")


@dataclass(frozen=True, kw_only=True)
class EasyPart(Record):
    """わかりやすい版のまとまり。一つのことだけを書く。"""

    title: str = spec("見出し（読み手の問い）", plain=True)
    sentences: tuple[str, ...] = spec("文（一つの文に一つのこと）", prose=True, plain=True)
    picture: str = spec("絵（あれば）", default="", choices=EASY_PICTURES)
    terms: tuple[str, ...] = spec("意味を並べる用語（言葉の一覧で使う）", default=(), refs=("term",))
    items: tuple[str, ...] = spec("並べる点検項目（やさしい問いが出る）", default=(), refs=("item",))
    see: tuple[str, ...] = spec("もとになる記述（一つ以上）", refs=_FACTS)


@dataclass(frozen=True, kw_only=True)
class EasyPage(Record):
    """わかりやすい版の一ページ。easy/<名前>.yml が easy/<名前>.html になる。文の書き方は下の「やさしい日本語の書き方」。"""

    id: str = spec("id（「easy-」とファイル名）", own="easy")
    title: str = spec("題（読み手の問い）", plain=True)
    group: str = spec("一覧でのまとまり", choices=EASY_GROUPS)
    order: int = spec("並べる順（わかりやすい版ぜんぶで小さい順。同じ group は続ける）")
    page: str = spec("やさしく言いかえたハンドブックのページ（あれば。互いに行き来できる）", default="", refs=("page",))
    picture: str = spec("はじめの絵", choices=EASY_PICTURES)
    lead: tuple[str, ...] = spec("はじめの文（一つか二つ。ここだけで大事なことが分かる）", prose=True, plain=True)
    parts: tuple[EasyPart, ...] = spec("まとまり")
