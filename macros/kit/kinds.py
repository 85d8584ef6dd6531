"""What the kit's kinds of files are called, for whom they are, and when they are handed out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model.files import Handbook
from .part import Kind, Part


@dataclass(frozen=True)
class KindWords:
    """label: the heading. use: for whom and when, one sentence."""

    kind: Kind
    label: str
    use: str


KINDS = (
    KindWords("slides", "スライド", "研修で映す人へ。話すこと、時間の目安、会場への問いが、ノートにあります。自分の地域に合わせて直せます。"),
    KindWords("handout", "配布資料", "研修や会議で、参加者に配ります。"),
    KindWords("large-print", "配布資料（大きな文字）", "大きな文字で読みたい参加者に配ります。"),
    KindWords("easy", "わかりやすい版", "当事者や家族の委員に、会議の前に渡します。短い文に、ふりがなを付けています。"),
    KindWords("checklist", "点検表（記入前）", "自己点検の前に、回答する人へ配ります。"),
    KindWords("worksheet", "話合いのシート", "ブロック会議や研修の組で、書き込みながら使います。"),
    KindWords("template", "様式（ひな形）", "事務局の人へ。要綱や会議の書類を作るときに、直して使います。"),
    KindWords("guide", "進行ガイド", "研修や会議を進める人へ。準備と時間割、問いかけがあります。"),
)


@dataclass(frozen=True)
class Shelf:
    """The parts of one kind."""

    words: KindWords
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Occasion:
    """A training or meeting, and the ids of the parts that its guide hands out."""

    id: str
    title: str
    description: str
    parts: tuple[str, ...]


def shelves(parts: list[Part]) -> list[Shelf]:
    """The parts by kind, in the order of KINDS; kinds without parts are left out."""
    found = (Shelf(words, tuple(part for part in parts if part.kind == words.kind)) for words in KINDS)
    return [shelf for shelf in found if shelf.parts]


def occasions(handbook: Handbook, parts: list[Part]) -> Iterator[Occasion]:
    """Each facilitation guide with the parts made from what it hands out."""
    chapters = {own: chapter.id for chapter in handbook.chapters for own in chapter.pages}
    sections = {section.id: page.id for page in handbook.pages for section in page.sections}
    for guide in getattr(handbook, "guides", ()):
        wanted = {guide.id}
        for handout in guide.handouts:
            page = sections.get(handout.go, handout.go)
            wanted |= {handout.go, page, chapters.get(page, page)}
        if chosen := tuple(_chosen(parts, wanted)):
            yield Occasion(guide.id, guide.title, guide.description, chosen)


def _chosen(parts: list[Part], wanted: set[str]) -> Iterator[str]:
    """Ids of the parts made from what is wanted. Of slides about one thing, only the first, which is the shortest set;
    what is asked for in large print is picked by hand."""
    shown: set[str] = set()
    for part in parts:
        if part.about not in wanted or part.kind == "large-print" or (part.kind == "slides" and part.about in shown):
            continue
        shown |= {part.about} if part.kind == "slides" else set()
        yield part.id
