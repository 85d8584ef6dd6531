"""The id ledger: an id that was released once is never lost and never used for something else.

data/id-ledger.txt lists every released id with its kind, one per line. `make release-ids`
adds the new ones when a version is released; nobody edits it by hand.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

from ..faults import Fault
from ..model.fields import Place
from ..model.files import Handbook
from ..model.types import own_field
from .common import fault

LEDGER = Path("data/id-ledger.txt")


def faults(handbook: Handbook, root: Path) -> Iterator[Fault]:
    """A released id is still there with the same kind, or stands in retired.yml; a retired one is not reused."""
    retired = {record.id: record for record in handbook.retired}
    for record in handbook.retired:
        if record.id in handbook.index:
            yield Fault(record.place, f"やめたはずの id「{record.id}」がまた使われています。新しい id にしてください")
        if record.moved_to and record.moved_to not in handbook.index.keys() | handbook.unread:
            yield Fault(record.place, f"移り先の id「{record.moved_to}」がありません。いまある id にしてください")
    moved = {old for checklist in handbook.checklists for change in checklist.changes for old in (*change.moved, *change.retired)}
    kinds = _kinds(handbook)
    released = list(_released(root / LEDGER))
    fresh = kinds.keys() - {own for _, own, _ in released}
    for number, own, kind in released:
        place = Place(LEDGER.as_posix(), number)
        if own in handbook.unread:
            continue
        if own not in kinds and own not in retired and own not in moved:
            renamed = difflib.get_close_matches(own, [name for name in fresh if kinds[name] == kind], n=1, cutoff=0.8)
            if renamed:
                yield fault(renamed[0], handbook.index[renamed[0]], f"公開ずみの id「{own}」が「{renamed[0]}」に変わっています。id を「{own}」に戻すか、data/guidelines/retired.yml に移り先と理由を書いてください")
                continue
            yield Fault(place, f"公開ずみの id「{own}」がなくなりました。id を元に戻すか、data/guidelines/retired.yml に理由を書いてください")
        elif own in kinds and kinds[own] != kind:
            yield Fault(place, f"公開ずみの id「{own}」の種類が {kind} から {kinds[own]} に変わりました。新しい id にしてください")


def release(handbook: Handbook, root: Path) -> int:
    """Write all present ids into the ledger beside the released ones; return how many are new."""
    lines = {own: kind for _, own, kind in _released(root / LEDGER)}
    before = len(lines)
    lines.update(_kinds(handbook))
    text = "".join(f"{own} {kind}\n" for own, kind in sorted(lines.items()))
    (root / LEDGER).write_text(text, encoding="utf-8")
    return len(lines) - before


def _kinds(handbook: Handbook) -> dict[str, str]:
    return {own: own_field(type(record)).meta["own"] for own, record in handbook.index.items()}


def _released(path: Path) -> Iterator[tuple[int, str, str]]:
    if not path.is_file():
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        own, _, kind = line.partition(" ")
        yield number, own, kind


def main() -> None:
    """`python -m macros.check.ledger`: release the ids of the data in the current folder."""
    from . import checked

    print(f"台帳に {release(checked(Path.cwd()), Path.cwd())} 件の id を書き足しました。")


if __name__ == "__main__":
    main()
