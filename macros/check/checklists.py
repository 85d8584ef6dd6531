"""Rules for checklists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from ..faults import Fault
from ..model.checklists import Checklist, Item
from ..model.files import Handbook
from .common import fault


def _items(checklist: Checklist) -> Iterator[Item]:
    for domain in checklist.domains:
        yield from domain.items


def checklists_are_named_as_their_file(handbook: Handbook) -> Iterator[Fault]:
    """The id of a checklist is the name of its file, since the file name becomes the address."""
    for checklist in handbook.checklists:
        stem = PurePosixPath(checklist.place.path).stem
        if checklist.id != stem:
            yield fault(checklist.id, checklist, f"id「{checklist.id}」がファイル名「{stem}.yml」とちがいます。同じにしてください")


def next_steps_cover_every_level(handbook: Handbook) -> Iterator[Fault]:
    """An item has a next step for each level of its scale, and for nothing else."""
    for checklist in handbook.checklists:
        scale = handbook.index.get(checklist.scale)
        levels = {level.id: level.label for level in getattr(scale, "levels", ())}
        for item in _items(checklist) if levels else ():
            for name in levels.keys() - item.next_steps.keys():
                yield fault(None, item, f"項目「{item.id}」の next_steps に「{name}」（{levels[name]}）がありません。書き足してください")
            for name in item.next_steps.keys() - levels.keys():
                yield fault(name, item, f"next_steps の「{name}」という段階はありません。{', '.join(levels)} のどれかにしてください")


def items_ask_one_thing(handbook: Handbook) -> Iterator[Fault]:
    """An item asks one question, once: it ends with か。 and joins no two questions."""
    for checklist in handbook.checklists:
        seen: dict[str, str] = {}
        for item in _items(checklist):
            if not item.text.endswith("か。") or item.text.count("。") > 1:
                yield fault(item.text, item, "点検項目は「〜していますか。」のように、一つの問いで書いてください")
            elif "、かつ" in item.text or "するとともに" in item.text:
                yield fault(item.text, item, "一つの項目で二つのことを問うています。項目を分けてください")
            if item.text in seen:
                yield fault(item.text, item, f"同じ問いが {seen[item.text]} にもあります。どちらかを消してください")
            seen.setdefault(item.text, item.id)


def weights_are_one_to_three(handbook: Handbook) -> Iterator[Fault]:
    """The weight of an item is 1, 2 or 3."""
    for checklist in handbook.checklists:
        for item in _items(checklist):
            if item.weight not in (1, 2, 3):
                yield fault(None, item, f"weight が {item.weight} です。1、2、3 のどれかにしてください")


def changes_tell_the_version(handbook: Handbook) -> Iterator[Fault]:
    """The newest entry of `changes` is the checklist's version; versions fall from new to old."""
    for checklist in handbook.checklists:
        versions = [change.version for change in checklist.changes]
        if versions and versions[0] != checklist.version:
            yield fault(checklist.version, checklist, f"version は {checklist.version} ですが、changes の先頭は {versions[0]} です。新しい版の説明を changes の先頭に書いてください")
        numbers = [_number(version) for version in versions]
        if numbers != sorted(set(numbers), reverse=True):
            yield fault(None, checklist, "changes は新しい版から順に、一つの版につき一つ書いてください")


def moved_items_have_arrived(handbook: Handbook) -> Iterator[Fault]:
    """An item that moved leads to an item of the checklist (or on to a later move), and its old id is gone."""
    for checklist in handbook.checklists:
        present = {item.id for item in _items(checklist)}
        onward = {old for change in checklist.changes for old in (*change.moved, *change.retired)}
        for change in checklist.changes:
            for old, new in change.moved.items():
                if new not in present | onward:
                    yield fault(new, change, f"移り先の項目「{new}」がありません。いまある項目の id にしてください")
            for old in (*change.moved, *change.retired):
                if old in present:
                    yield fault(old, change, f"項目「{old}」は移した・やめたことになっていますが、まだあります。どちらかを直してください")


def added_items_are_there(handbook: Handbook) -> Iterator[Fault]:
    """An item that a version added is in the checklist, or has moved or retired since."""
    for checklist in handbook.checklists:
        known = {item.id for item in _items(checklist)}
        known |= {old for change in checklist.changes for old in (*change.moved, *change.retired)}
        for change in checklist.changes:
            for own in change.added:
                if own not in known:
                    yield fault(own, change, f"加えたとされる項目「{own}」がありません。いまある項目の id にしてください")


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


RULES = (
    checklists_are_named_as_their_file,
    next_steps_cover_every_level,
    items_ask_one_thing,
    weights_are_one_to_three,
    changes_tell_the_version,
    moved_items_have_arrived,
    added_items_are_there,
)
