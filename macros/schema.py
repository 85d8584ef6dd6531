"""JSON Schema and field reference, both from the model: `python -m macros.schema` writes them.

data/schema/*.json serves editors (the `# yaml-language-server` line of each file),
data/README.md serves people. A test holds both against the model.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .check.plain import KANJI_RUN, LONGEST_PHRASE, LONGEST_SENTENCE
from .model.fields import Record
from .model.files import FILE_KINDS, FileKind
from .model.ids import ID_KINDS
from .model.types import FieldShape, shape

_KINDS_JA = {
    "text": "文字", "int": "整数", "float": "数", "bool": "true / false", "number_or_text": "数か文字",
    "texts": "文字の一覧", "numbers": "整数の一覧", "text_map": "名前と文字の組", "value_map": "列の id と値の組",
}


def generated(root: Path) -> dict[Path, str]:
    """Return path → text of every file that is made from the model."""
    files = {root / "data" / "schema" / f"{kind.name}.json": _json(file_schema(kind)) for kind in FILE_KINDS}
    files[root / "data" / "README.md"] = reference()
    return files


def file_schema(kind: FileKind) -> dict[str, Any]:
    """JSON Schema of a data file."""
    definitions: dict[str, Any] = {}
    record = _record_schema(kind.record, definitions)
    top = {"type": "array", "items": record} if kind.many else record
    return {
        "$schema": "http://json-schema.org/draft-07/schema#", "title": kind.label,
        **top, "definitions": definitions,
    }


def reference() -> str:
    """The field reference for editors, as Markdown."""
    lines = [
        "# データの書き方（項目の一覧）", "",
        "この表は `macros/model/` から作られます。手で直さず、`make schema` で作り直してください。",
        "書きはじめるときは、近くにある同じ種類のファイルをまねるのが早道です。誤りは `make check` が行番号つきで知らせます。", "",
        "## どのファイルに何を書くか", "", "| 種類 | ファイル | 形 |", "| --- | --- | --- |",
        *(f"| {k.label} | {'、'.join(f'`data/{glob}`' for glob in k.globs)} | {'一覧（「- 」で並べる）' if k.many else '一つのファイルに一つ'} |" for k in FILE_KINDS), "",
        "## id の形", "", "id は半角の小文字・数字・ハイフンで書き、公開したあとは変えません。", "",
        "| 種類 | はじまり | 例 |", "| --- | --- | --- |",
        *(f"| {k.label} | `{k.prefix}` | `{k.example}` |" if k.prefix else f"| {k.label} | （ファイル名） | `{k.example}` |" for k in ID_KINDS.values()), "",
    ]
    lines += plain_rules()
    seen: set[type[Record]] = set()
    for kind in FILE_KINDS:
        for record in _family(kind.record):
            if record not in seen:
                seen.add(record)
                lines += _record_table(record)
    return "\n".join(lines)


def write(root: Path) -> None:
    """Write the generated files below `root`."""
    for path, text in generated(root).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _record_schema(record: type[Record], definitions: dict[str, Any]) -> dict[str, Any]:
    name = record.__name__
    if name not in definitions:
        definitions[name] = {}  # breaks the circle for records inside themselves
        fields = shape(record)
        definitions[name] = {
            "type": "object", "description": _summary(record), "additionalProperties": False,
            # An editor cannot know whose file it is: what only ours need, `make check` asks for.
            "required": [field.name for field in fields if field.required and not field.meta["ours"]],
            "properties": {field.name: _field_schema(field, definitions) for field in fields},
        }
    return {"$ref": f"#/definitions/{name}"}


def _field_schema(field: FieldShape, definitions: dict[str, Any]) -> dict[str, Any]:
    word = _word_schema(field)
    schemas: dict[str, Any] = {
        "text": word,
        "int": {"type": "integer"},
        "float": {"type": "number"},
        "bool": {"type": "boolean"},
        "number_or_text": {"type": ["number", "string"]},
        "texts": {"type": "array", "items": word},
        "numbers": {"type": "array", "items": {"type": "integer"}},
        "text_map": {"type": "object", "additionalProperties": {"type": "string"}},
        "value_map": {"type": "object", "additionalProperties": {"type": ["number", "string", "null"]}},
    }
    if field.record is None:
        schema = schemas[field.kind]
    else:
        inner = _record_schema(field.record, definitions)
        schema = {"type": "array", "items": inner} if field.kind == "records" else inner
    if field.required and not field.meta["ours"] and schema.get("type") == "array":
        schema = {**schema, "minItems": 1}
    return {"description": field.meta["doc"], **schema}


def _word_schema(field: FieldShape) -> dict[str, Any]:
    # Dates and versions may stand unquoted in YAML, where an editor reads them as numbers.
    if field.meta["choices"]:
        return {"type": "string", "enum": list(field.meta["choices"])}
    if field.meta["own"]:
        return {"type": "string", "pattern": ID_KINDS[field.meta["own"]].pattern}
    if field.meta["pattern"]:
        return {"type": ["string", "number"], "pattern": f"^(?:{field.meta['pattern']})$"}
    return {"type": ["string", "number"]}


def plain_rules() -> list[str]:
    """How plain Japanese is written; macros/check/plain.py holds the data to it."""
    return [
        "## やさしい日本語の書き方", "",
        "`easy` の項目と、わかりやすい版（`guidelines/easy/`）の文は、次のように書きます。`make check` が確かめます。", "",
        f"- です・ますで書き、一つの文に一つのことだけを書く。一つの文は {LONGEST_SENTENCE} 字まで（空きは数えない）。",
        "- 文節の間を、半角の空き一つで分ける（分かち書き）。例: `障害のある 人も 会議に 出ます。` 句読点のあとは空けない。",
        f"- 空きや読点なしに {LONGEST_PHRASE} 字をこえて続けない。全角の空きは使わない。",
        f"- 漢字を {KANJI_RUN} 字以上続けない。用語集にある語（別の呼び名も）は使ってよいが、はじめに出るところで意味を書く。",
        "- 打ち消しは一つの文に一つ。「〜なくはない」「〜ないと〜ない」「〜なければなりません」は使わず、「〜します」「〜してください」と書く。",
        "- 数は算用数字で書く（「一人」「一つ」など、言葉になったものは漢字でよい）。",
        "- ふりがなは「表示」で付けられるので、ふつうは書かない。読みのめずらしい語だけ `{漢字|よみ}` と書く。", "",
    ]


def _family(record: type[Record]) -> list[type[Record]]:
    found = [record]
    for field in shape(record):
        if field.record is not None and field.record is not record:
            found += [inner for inner in _family(field.record) if inner not in found]
    return found


def _record_table(record: type[Record]) -> list[str]:
    rows = [
        f"| `{f.name}` | {_need_ja(f)} | {_kind_ja(f)} | {f.meta['doc']}{_words_ja(f)} |"
        for f in shape(record)
    ]
    return [f"## {record.__name__}：{_summary(record)}", "", "| 項目 | | 形 | 意味 |", "| --- | --- | --- | --- |", *rows, ""]


def _need_ja(field: FieldShape) -> str:
    if field.meta["ours"]:
        return "必要（`publisher` があれば任意）"
    return "必要" if field.required else "任意"


def _kind_ja(field: FieldShape) -> str:
    if field.record is not None:
        return f"{field.record.__name__} の一覧" if field.kind == "records" else field.record.__name__
    return _KINDS_JA[field.kind]


def _words_ja(field: FieldShape) -> str:
    if field.meta["choices"]:
        return "。使える語: " + "、".join(f"`{word}`（{label}）" for word, label in field.meta["choices"].items())
    if field.meta["refs"]:
        return "。指せるもの: " + "、".join(ID_KINDS[kind].label for kind in field.meta["refs"])
    if field.meta["plain"]:
        return "。やさしい日本語で"
    return f"。{field.meta['hint']}" if field.meta["hint"] else ""


def _summary(record: type[Record]) -> str:
    return (record.__doc__ or "").strip().splitlines()[0]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    write(Path.cwd())
