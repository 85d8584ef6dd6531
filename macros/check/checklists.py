"""Rules for checklists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from ..faults import Fault
from ..model.checklists import Checklist, Item
from ..model.fields import Text
from ..model.files import Handbook
from ..own_checklists import OWN_ID, essence
from .common import fault


def _items(checklist: Checklist) -> Iterator[Item]:
    for domain in checklist.domains:
        yield from domain.items


def checklists_are_named_as_their_file(handbook: Handbook) -> Iterator[Fault]:
    """The id that a checklist's file gives it is the name of the file, since it becomes the address."""
    for checklist in handbook.checklists:
        stem = PurePosixPath(checklist.place.path).stem
        if isinstance(checklist.id, Text) and checklist.id != stem:
            yield fault(checklist.id, checklist, f"id「{checklist.id}」がファイル名「{stem}.yml」とちがいます。同じにしてください")
        elif isinstance(checklist.id, Text) and checklist.id.startswith(OWN_ID):
            yield fault(checklist.id, checklist, f"「{OWN_ID}」で始まる id は、中身から作る id のためのものです。ほかの名前にしてください")


def next_steps_cover_every_level(handbook: Handbook) -> Iterator[Fault]:
    """An item of ours has a next step for each level of its scale; nobody's has one for anything else."""
    for checklist in handbook.checklists:
        scale = handbook.index.get(checklist.scale)
        levels = {level.id: f"{level.label}、{level.place}" for level in getattr(scale, "levels", ())}
        for item in _items(checklist) if levels else ():
            for name in () if checklist.publisher else levels.keys() - item.next_steps.keys():
                yield fault(None, item, f"項目「{item.id}」の next_steps に「{name}」（{levels[name]}）がありません。書き足してください")
            for name in item.next_steps.keys() - levels.keys():
                yield fault(name, item, f"next_steps の「{name}」という段階はありません。{', '.join(levels)} のどれかにしてください")


def items_ask_one_thing(handbook: Handbook) -> Iterator[Fault]:
    """An item of ours asks one question, once: it ends with か。 and joins no two questions."""
    for checklist in (c for c in handbook.checklists if not c.publisher):
        seen: dict[str, str] = {}
        for item in _items(checklist):
            if not item.text.endswith("か。") or item.text.count("。") > 1:
                yield fault(item.text, item, "点検項目は「〜していますか。」のように、一つの問いで書いてください")
            elif "、かつ" in item.text or "するとともに" in item.text:
                yield fault(item.text, item, "一つの項目で二つのことを問うています。項目を分けてください")
            if item.text in seen:
                yield fault(item.text, item, f"同じ問いが {seen[item.text]} にもあります。どちらかを消してください")
            seen.setdefault(item.text, item.id)


def foreign_items_differ(handbook: Handbook) -> Iterator[Fault]:
    """A domain of another publisher's checklist asks each question once, and its titles differ."""
    for checklist in (c for c in handbook.checklists if c.publisher):
        titles: set[str] = set()
        for domain in checklist.domains:
            if essence(domain.title) in titles:
                yield fault(domain.title, domain, f"領域「{domain.title}」が二度あります。一つにまとめるか、ちがう名前にしてください")
            titles.add(essence(domain.title))
            seen: set[str] = set()
            for item in domain.items:
                if essence(item.text) in seen:
                    yield fault(item.text, item, "同じ領域に同じ問いがあります。どちらかを消すか、書き分けてください")
                seen.add(essence(item.text))


def benchmark_rows_exist(handbook: Handbook) -> Iterator[Fault]:
    """The row that an item is compared with is a row of the checklist's benchmark."""
    for checklist in handbook.checklists:
        statistic = handbook.index.get(checklist.benchmark)
        rows = [row.id for row in getattr(statistic, "rows", ())]
        for item in _items(checklist):
            if item.benchmark_row and not checklist.benchmark:
                yield fault(None, item, "benchmark_row がありますが、チェックリストに benchmark（統計の id）がありません。書き足してください")
            elif item.benchmark_row and rows and item.benchmark_row not in rows:
                yield fault(item.benchmark_row, item, f"benchmark_row の「{item.benchmark_row}」という行は {checklist.benchmark} にありません。{', '.join(rows)} のどれかにしてください")


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
    foreign_items_differ,
    benchmark_rows_exist,
    weights_are_one_to_three,
    changes_tell_the_version,
    moved_items_have_arrived,
    added_items_are_there,
)
