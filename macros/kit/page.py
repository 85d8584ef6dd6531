"""What the kit's page shows: the parts by kind and by occasion, listed and not made."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..client_data import script_json
from ..model.files import Handbook
from .kinds import KINDS, occasions, shelves
from .registry import parts

_FRAME = Path(__file__).parent.parent / "components/kit/contents.html"


def kit_values(handbook: Handbook) -> dict[str, Any]:
    """Values of the component: `data` is `KitData` in client/kit/types.ts."""
    found = parts(handbook)
    chosen = list(occasions(handbook, found))
    data = {
        "parts": [{"id": part.id, "kind": part.kind, "title": part.title, "path": part.path} for part in found],
        "kinds": {words.kind: words.label for words in KINDS},
        "occasions": {occasion.id: occasion.parts for occasion in chosen},
        "frame": _FRAME.read_text(encoding="utf-8"),
    }
    return {"shelves": shelves(found), "occasions": chosen, "data": script_json(data)}
