"""YAML → records. Strict: no duplicate key, no silent boolean, every fault with its place.

The types of the model decide how a scalar is read, never the look of the scalar.
PyYAML alone would take `no` for False and keep the last of two equal keys silently.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

import yaml

from .compose import compose
from .faults import Fault
from .memo import kept
from .model.checklists import Checklist
from .model.fields import Place, Record, Text
from .model.files import FILE_KINDS, FileKind, Handbook
from .model.types import own_field, shape
from .own_checklists import completed
from .read import NodeReader


def load(data: Path) -> tuple[Handbook, list[Fault]]:
    """Read all of `data` (the project's data/ folder).

    Returns the handbook of all records that could be read, and every fault found
    on the way. A record with a fault of its own is left out of the handbook.
    """
    faults: list[Fault] = []
    families: dict[str, tuple[Record, ...]] = {}
    known: set[Path] = set()
    unread: set[str] = set()
    for kind in FILE_KINDS:
        paths = [path for glob in kind.globs for path in sorted(data.glob(glob))]
        known.update(paths)
        found: list[Record] = []
        for path in paths:
            before = len(faults)
            found += _read_file(path, data, kind, faults)
            if len(faults) > before:
                unread.update(_ids_written_in(path))
        # Files of one record each may say their place in lists; the sort keeps file order where they do not.
        families[kind.name] = tuple(sorted(found, key=lambda record: getattr(record, "order", 0)))
    faults.extend(_stray_files(data, known))
    return _assemble(families, frozenset(unread), faults), faults


def walk(record: Record) -> Iterator[Record]:
    """Yield `record` and every record inside it, in file order."""
    yield record
    for name in _inner(type(record)):
        for part in getattr(record, name):
            yield from walk(part)


@functools.cache
def _inner(record: type[Record]) -> tuple[str, ...]:
    """Fields that hold records."""
    return tuple(field.name for field in shape(record) if field.kind == "records")


def _read_file(path: Path, data: Path, kind: FileKind, faults: list[Fault]) -> list[Record]:
    records, found = _read(path.relative_to(data.parent).as_posix(), path.read_bytes(), kind)
    faults.extend(found)
    return records


@kept
def _read(name: str, raw: bytes, kind: FileKind) -> tuple[list[Record], list[Fault]]:
    faults: list[Fault] = []
    return _records(name, raw, kind, faults), faults


def _records(name: str, raw: bytes, kind: FileKind, faults: list[Fault]) -> list[Record]:
    node = compose(raw, name, faults)
    if node is None:
        return []
    reader = NodeReader(name, faults, foreign=kind.record is Checklist and _has_publisher(node))
    if kind.many:
        if node.value == []:
            faults.append(Fault(Place(name, 1), f"{kind.label}が一つもありません。「- 」で始めて書くか、ファイルを消してください"))
        return reader.records(node, kind.record, kind.label)
    record = reader.record(node, kind.record, kind.label)
    if isinstance(record, Checklist) and record.publisher:
        record = completed(record)
    return [] if record is None else [record]


def _has_publisher(node: yaml.Node) -> bool:
    keys = node.value if isinstance(node, yaml.MappingNode) else []
    return any(isinstance(key, yaml.ScalarNode) and key.value == "publisher" for key, _ in keys)


def _ids_written_in(path: Path) -> list[str]:
    """Ids in a file with faults: what refers to them is not at fault too."""
    text = path.read_bytes().replace(b"\0", b"").decode("utf-8", errors="replace")  # saved as UTF-16, each letter brings a NUL
    return re.findall(r"""^\s*(?:- )?id:\s*["']?([A-Za-z0-9_-]+)""", text, re.M)


def _stray_files(data: Path, known: set[Path]) -> Iterator[Fault]:
    """A file that no kind claims would be ignored silently: a wrong folder or ending."""
    for path in sorted(p for p in data.rglob("*") if p.is_file()):
        if path.suffix in {".yml", ".yaml"} and path not in known:
            name = path.relative_to(data.parent).as_posix()
            yield Fault(Place(name, 1), "このファイルは読まれません。置き場所と名前（.yml）を data/README.md の表に合わせてください")


def _assemble(families: dict[str, tuple[Record, ...]], unread: frozenset[str], faults: list[Fault]) -> Handbook:
    index: dict[str, Record] = {}
    for family in families.values():
        for top in family:
            for record in walk(top):
                field = own_field(type(record))
                if field is None:
                    continue
                own = getattr(record, field.name)
                if own in index:
                    first = index[own].place
                    faults.append(Fault(
                        own.place if isinstance(own, Text) else record.place,
                        f"id「{own}」は {first} でもう使われています。ほかにない id に変えてください",
                    ))
                else:
                    index[own] = record
    return Handbook(**families, index=MappingProxyType(index), unread=unread - index.keys())


