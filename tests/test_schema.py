"""What is generated from the model: fresh, and true to the data."""

from __future__ import annotations

import json

import jsonschema
import pytest
import yaml

from macros.model.files import FILE_KINDS
from macros.model.types import shape
from macros.schema import file_schema, generated

from .conftest import FIXTURES, ROOT

REAL_FILES = [(kind, path) for kind in FILE_KINDS for path in sorted((ROOT / "data").glob(kind.glob))]


def test_the_generated_files_are_fresh() -> None:
    for path, text in generated(ROOT).items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name}: make schema で作り直してください"


def _plain(text: str) -> object:
    class Plain(yaml.SafeLoader):
        """Dates stay text, as editors' language servers read them."""

    Plain.yaml_implicit_resolvers = {
        first: [(tag, regexp) for tag, regexp in resolvers if not tag.endswith("timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(text, Loader=Plain)


@pytest.mark.parametrize(("kind", "path"), REAL_FILES, ids=lambda value: getattr(value, "stem", ""))
def test_an_editor_with_the_schema_accepts_the_real_file(kind, path) -> None:
    jsonschema.validate(_plain(path.read_text(encoding="utf-8")), file_schema(kind))


@pytest.mark.parametrize("name", ["unknown-key", "missing-key", "word-not-among-choices", "badly-spelled-id", "statement-without-source"])
def test_an_editor_with_the_schema_marks_the_fault(name: str) -> None:
    head, _, body = (FIXTURES / "faulty" / f"{name}.txt").read_text(encoding="utf-8").partition("# ----\n")
    file = head.splitlines()[0].removeprefix("# file: data/")
    kind = next(kind for kind in FILE_KINDS if (ROOT / "data" / file).match(kind.glob))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(_plain(body), file_schema(kind))


@pytest.mark.parametrize(("kind", "path"), REAL_FILES, ids=lambda value: getattr(value, "stem", ""))
def test_the_first_line_of_a_data_file_names_its_schema(kind, path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    target = (path.parent / first.partition("$schema=")[2]).resolve()
    assert target == (ROOT / "data" / "schema" / f"{kind.name}.json").resolve(), first


@pytest.mark.parametrize("kind", FILE_KINDS, ids=lambda kind: kind.name)
def test_every_field_is_explained(kind) -> None:
    assert all(field.meta["doc"] for field in shape(kind.record))
    json.dumps(file_schema(kind))
