"""What the kit's page shows: the parts by kind and by occasion, listed and not made."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..client_data import script_json
from ..model.files import Handbook
from .kinds import KINDS, occasions, shelves
from .part import Part
from .registry import plain_parts

LISTED = "KIT_PARTS"
"""Name of the environment variable by which `make kit` tells the build the file that lists all parts. A build of the
site alone does without: planning slides takes seconds, and packages that only the kit needs."""
_FRAME = Path(__file__).parent.parent / "components/kit/contents.html"


def kit_values(handbook: Handbook) -> dict[str, Any]:
    """Values of the component: `data` is `KitData` in client/kit/types.ts."""
    path = os.environ.get(LISTED)
    found = from_list(Path(path).read_text(encoding="utf-8")) if path else plain_parts(handbook)
    chosen = list(occasions(handbook, found))
    data = {
        "parts": [{"id": part.id, "kind": part.kind, "title": part.title, "path": part.path} for part in found],
        "kinds": {words.kind: words.label for words in KINDS},
        "occasions": {occasion.id: occasion.parts for occasion in chosen},
        "frame": _FRAME.read_text(encoding="utf-8"),
    }
    return {
        "shelves": shelves(found), "occasions": chosen, "data": script_json(data), "complete": bool(path),
        "others": [words for words in KINDS if not any(part.kind == words.kind for part in found)],
    }


def as_list(parts: Iterable[Part]) -> str:
    """The parts as a file for the build of the site."""
    fields = ("id", "kind", "title", "path", "about")
    return json.dumps([{name: getattr(part, name) for name in fields} for part in parts], ensure_ascii=False)


def from_list(text: str) -> list[Part]:
    """The parts of such a file, which can be shown and not made."""
    return [Part(**fields, write=_unmade) for fields in json.loads(text)]


def _unmade() -> bytes:
    raise NotImplementedError("the page only lists the parts")
