"""The bytes of a YAML file → its nodes, or what is wrong with it and on which line."""

from __future__ import annotations

import re

import yaml

from .faults import Fault
from .model.fields import Place

_Composer = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 50
_UNSEEN_BREAK = re.compile("[\x85\u2028\u2029]")
_LONE_RETURN = re.compile(r"\r(?!\n)")
"""YAML takes both for the end of a line and reads on, so that a text changes and nothing tells it."""
_MAYBE_ALIAS = re.compile(r"(?:^|[\s\[{,:])\*[^\s*]", re.M)
_BLOCK_START = re.compile(r"^[ \-?]*", re.M)


def compose(raw: bytes, name: str, faults: list[Fault]) -> yaml.Node | None:
    """The nodes of the file `name`, or None where it cannot be read; what is wrong goes to `faults`."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        faults.append(Fault(Place(name, line), "文字コードが UTF-8 ではありません。エディターで「UTF-8」を選んで保存し直してください"))
        return None
    if unseen := _UNSEEN_BREAK.search(text) or ("\n" in text and _LONE_RETURN.search(text)):
        line, sign = text.count("\n", 0, unseen.start()) + 1, ord(unseen.group())
        faults.append(Fault(Place(name, line), f"見えない改行（U+{sign:04X}）があります。文が途中で切れるので、この行を打ち直してください"))
        return None
    deep = _line_nested_too_deep(text)
    if deep:
        faults.append(Fault(Place(name, deep), "入れ子が深すぎます。かっこの閉じ忘れと字下げを、この行で確かめてください"))
        return None
    if alias := _line_of_alias(text):
        faults.append(Fault(Place(name, alias), "アンカー（&名前）と参照（*名前）は使えません。中身を書き写してください"))
        return None
    try:
        node = yaml.compose(text, Loader=_Composer)
    except yaml.YAMLError as error:
        faults.append(_yaml_fault(name, text, error))
        return None
    if node is None:
        faults.append(Fault(Place(name, 1), "ファイルが空です。中身を書くか、ファイルを消してください"))
    return node


def _line_nested_too_deep(text: str) -> int:
    """The first line nested deeper than any record needs, or 0: the composer would overflow its stack."""
    depth = 0
    for match in re.finditer(r"[\[\]{}]", text):
        depth = depth + 1 if match[0] in "[{" else max(0, depth - 1)
        if depth > _DEEPEST:
            return text.count("\n", 0, match.start()) + 1
    for match in _BLOCK_START.finditer(text):
        if len(match[0]) > 2 * _DEEPEST:
            return text.count("\n", 0, match.start()) + 1
    return 0


def _line_of_alias(text: str) -> int:
    """The first line with an alias (`*name`), or 0: it would give the same value twice, with one place, or one that holds itself."""
    if not _MAYBE_ALIAS.search(text):
        return 0
    try:
        return next((event.start_mark.line + 1 for event in yaml.parse(text, Loader=_Composer) if isinstance(event, yaml.AliasEvent)), 0)
    except yaml.YAMLError:
        return 0  # composing it will say what is wrong


def _yaml_fault(name: str, text: str, error: yaml.YAMLError) -> Fault:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 1
    lines = text.splitlines()
    written = lines[line - 1] if 0 < line <= len(lines) else ""
    if "\t" in written:
        return Fault(Place(name, line), "タブ文字があります。YAML の字下げは半角スペース2つにしてください")
    problem = getattr(error, "problem", None) or "読み取れません"
    return Fault(
        Place(name, line),
        f"YAML として読めません（{problem}）。字下げ、コロンの後の空白、引用符の閉じ忘れを、この行と前の行で確かめてください",
    )
