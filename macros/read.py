"""YAML nodes → records of the model, by the model's types."""

from __future__ import annotations

import difflib
from typing import Any

import yaml

from .faults import Fault
from .model.fields import Place, Record, Text
from .model.types import FieldShape, shape

_MISSING = object()
_TOO_LARGE = 10**15
_LOOKS = {
    "tag:yaml.org,2002:bool": "真偽値",
    "tag:yaml.org,2002:int": "数",
    "tag:yaml.org,2002:float": "数",
    "tag:yaml.org,2002:null": "空の値",
}


class NodeReader:
    """Reads the nodes of one file and collects their faults."""

    def __init__(self, path: str, faults: list[Fault], *, foreign: bool = False) -> None:
        """`foreign`: another publisher's file, which may lack what only ours need."""
        self._path = path
        self._foreign = foreign
        self._faults = faults

    def records(self, node: yaml.Node, record: type[Record], label: str) -> list[Record]:
        """Read a list of records; faulty ones are left out."""
        if not isinstance(node, yaml.SequenceNode):
            self._fault(node, f"{label}は一覧です。一つずつ「- 」で始めてください")
            return []
        read = (self.record(child, record, label) for child in node.value)
        return [r for r in read if r is not None]

    def record(self, node: yaml.Node, record: type[Record], label: str) -> Record | None:
        """Read one record, or None if it has a fault."""
        if not isinstance(node, yaml.MappingNode):
            self._fault(node, f"{label}は「名前: 値」の並びで書いてください")
            return None
        before = len(self._faults)
        fields = {field.name: field for field in shape(record)}
        nodes = self._mapping(node, set(fields), label)
        values: dict[str, Any] = {"place": self._place(node)}
        for name, field in fields.items():
            if name not in nodes:
                if field.required and not (self._foreign and field.meta["ours"]):
                    self._fault(node, f"{label}に「{name}」（{field.meta['doc']}）がありません。書き足してください")
                continue
            value = self._value(nodes[name], field)
            if value is not _MISSING:
                values[name] = value
        return record(**values) if len(self._faults) == before else None

    def _mapping(self, node: yaml.MappingNode, allowed: set[str] | None, label: str) -> dict[str, yaml.Node]:
        nodes: dict[str, yaml.Node] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
            if key is None:
                self._fault(key_node, f"{label}の項目名が読めません。「名前: 値」の形にしてください")
            elif key in nodes:
                self._fault(key_node, f"「{key}」が二度書かれています。どちらか一つにしてください")
            elif allowed is not None and key not in allowed:
                self._fault(key_node, f"{label}に「{key}」という項目はありません。{_suggest(key, allowed)}")
            else:
                nodes[key] = value_node
        return nodes

    def _value(self, node: yaml.Node, field: FieldShape) -> Any:
        if field.nullable and _is_null(node):
            return None
        name = field.name
        match field.kind:
            case "text":
                return self._text(node, name)
            case "int" | "float":
                return self._number(node, name, whole=field.kind == "int")
            case "bool":
                return self._bool(node, name)
            case "number_or_text":
                return self._number_or_text(node, name)
            case "record":
                return self._or_missing(self.record(node, field.record, f"「{name}」"))
            case "texts":
                return self._list(node, name, lambda child: self._text(child, name))
            case "numbers":
                return self._list(node, name, lambda child: self._number(child, name, whole=True))
            case "records":
                return tuple(self.records(node, field.record, f"「{name}」"))
            case "text_map":
                return self._map(node, name, lambda child: self._text(child, name))
            case "value_map":
                return self._map(node, name, lambda child: None if _is_null(child) else self._number_or_text(child, name))
        raise TypeError(field.kind)

    def _text(self, node: yaml.Node, name: str) -> Any:
        if not isinstance(node, yaml.ScalarNode):
            self._fault(node, f"「{name}」は文字で書いてください（いまは一覧か「名前: 値」になっています）")
            return _MISSING
        # Plain numbers are read as written ("2025", "1.0.0"): only words that YAML turns into
        # something else in silence (yes, no, null …) are asked for in quotation marks.
        if node.tag in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:null") and node.value:
            self._fault(node, f"「{name}」の {node.value} は{_LOOKS[node.tag]}として読まれます。文字なら \"{node.value}\" と引用符で囲んでください")
            return _MISSING
        if not node.style and node.end_mark.line > node.start_mark.line:
            # A line moved to the right by mistake would be swallowed by the text above it.
            self._fault(node, f"「{name}」の文が次の行へ続いています。次の行の字下げを確かめてください。続けるときは、文の前に「>-」と書いて改行してください")
            return _MISSING
        text = node.value.strip()
        if not text:
            self._fault(node, f"「{name}」が空です。中身を書くか、この行を消してください")
            return _MISSING
        return Text.at(text, self._place(node))

    def _number(self, node: yaml.Node, name: str, *, whole: bool) -> Any:
        value = _parse_number(node)
        if value is None or (whole and value != int(value)):
            kind = "整数" if whole else "数"
            written = node.value if isinstance(node, yaml.ScalarNode) else "一覧"
            self._fault(node, f"「{name}」は{kind}で書いてください（いまは「{written}」。桁区切りのコンマや単位は付けません）")
            return _MISSING
        return int(value) if whole else value

    def _number_or_text(self, node: yaml.Node, name: str) -> Any:
        value = _parse_number(node)
        return self._text(node, name) if value is None else value

    def _bool(self, node: yaml.Node, name: str) -> Any:
        if isinstance(node, yaml.ScalarNode) and node.value in ("true", "false"):
            return node.value == "true"
        self._fault(node, f"「{name}」は true か false で書いてください")
        return _MISSING

    def _list(self, node: yaml.Node, name: str, read: Any) -> Any:
        if not isinstance(node, yaml.SequenceNode):
            self._fault(node, f"「{name}」は一覧です。行を「- 」で始めてください")
            return _MISSING
        return tuple(value for value in map(read, node.value) if value is not _MISSING)

    def _map(self, node: yaml.Node, name: str, read: Any) -> Any:
        if not isinstance(node, yaml.MappingNode):
            self._fault(node, f"「{name}」は「名前: 値」の並びで書いてください")
            return _MISSING
        values = {
            Text.at(key, self._place(child)): read(child)
            for key, child in self._mapping(node, None, f"「{name}」").items()
        }
        return {key: value for key, value in values.items() if value is not _MISSING}

    def _or_missing(self, value: Any) -> Any:
        return _MISSING if value is None else value

    def _place(self, node: yaml.Node) -> Place:
        return Place(self._path, node.start_mark.line + 1)

    def _fault(self, node: yaml.Node, message: str) -> None:
        self._faults.append(Fault(self._place(node), message))


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"


def _parse_number(node: yaml.Node) -> int | float | None:
    if not isinstance(node, yaml.ScalarNode) or node.style in ("'", '"'):
        return None
    try:
        value = int(node.value) if node.tag.endswith(":int") else float(node.value) if node.tag.endswith(":float") else None
    except ValueError:
        return None
    # Infinity, what is no number, and what no table could show: a slip of the hand.
    return value if value is not None and abs(value) < _TOO_LARGE else None


def _suggest(key: str, allowed: set[str]) -> str:
    close = difflib.get_close_matches(key, allowed, n=1, cutoff=0.6)
    if close:
        return f"「{close[0]}」の書きまちがいではありませんか"
    return f"使えるのは {', '.join(sorted(allowed))} です"
