"""A blank checklist as plain text: to be transcribed into braille, read aloud, or filled in with any editor."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.checklists import Checklist, Item
from ..model.files import Handbook
from ..prose import plain


def checklist_paragraphs(checklist: Checklist, handbook: Handbook) -> list[str]:
    """The paragraphs of a blank checklist; the first is its title."""
    levels = "、".join(f"{number} {level.label}" for number, level in enumerate(handbook.index[checklist.scale].levels, 1))
    lines = [
        checklist.title, plain(checklist.purpose, handbook),
        f"答え方：{levels}。ほかに、該当しない、わからない、今は取り組まない。答えの番号か言葉を「答え：」の後に書きます。",
    ]
    for number, domain in enumerate(checklist.domains, 1):
        lines += [f"■ {number} {domain.title}", plain(domain.about, handbook)]
        for place, item in enumerate(domain.items, 1):
            lines += _item(item, f"{number}-{place}", handbook)
    return lines


def _item(item: Item, number: str, handbook: Handbook) -> Iterator[str]:
    yield f"□ {number} {item.text}"
    yield f"（やさしい日本語）{item.easy}"
    yield "見るところ：" + "、".join(plain(place, handbook) for place in item.look_for)
    yield "答え："
    yield "根拠・メモ："
