"""Records → JSON for the browser: what the pages of checklists inline.

The shape is `ChecklistData` in client/types.ts; a test holds the two together.
"""

from __future__ import annotations

import hashlib
import json

from markupsafe import Markup

from .model.checklists import ASKED, OWN_SCALE, SUBJECT_LABELS, SUBJECTS, Checklist, Domain, Item, Scale
from .model.fields import ROLES
from .model.files import Handbook
from .model.types import shape
from .own_checklists import OWN_ID


def sheet_data(checklist: Checklist, handbook: Handbook) -> dict:
    """What a self-check page's sheet does not say of its checklist: `ChecklistData` without its domains.

    The script reads those on the sheet (components/self-check/read-sheet.ts): no text is sent twice.
    """
    return {
        "id": checklist.id,
        "version": checklist.version,
        "title": checklist.title,
        "items_digest": items_digest(checklist),
        "subject_kind": checklist.subject_kind,
        "scale": scale_data(handbook.index[checklist.scale]),
        "changes": [
            {"version": c.version, "date": c.date, "summary": c.summary, "moved": c.moved, "retired": c.retired,
             "added": c.added}
            for c in checklist.changes
        ],
    }


def catalogue(handbook: Handbook) -> list[dict]:
    """Every checklist without help texts, for pages that read many checklists' files: `ChecklistData` each."""
    return [
        {**sheet_data(checklist, handbook), "short": checklist.short, "domains": [
            {"id": domain.id, "title": domain.title, "items": [_question(item) for item in domain.items]}
            for domain in checklist.domains
        ]}
        for checklist in handbook.checklists
    ]


def _question(item: Item) -> dict:
    return {
        "id": item.id, "text": item.text, "easy": item.easy, "next_steps": {},
        "ask_prefecture": item.ask_prefecture, "weight": item.weight, "links": [],
    }


def sheet_words(checklist: Checklist) -> dict[str, str]:
    """Words of the sheet that depend on what is checked: the label of the name, and who can be asked."""
    return {
        "subject_label": checklist.subject_label or SUBJECT_LABELS[checklist.subject_kind],
        "asked": ASKED[checklist.subject_kind],
    }


def own_standards(handbook: Handbook) -> dict:
    """What the page for own checklists needs to judge and fill one: `Standards` in client/own/types.ts."""
    scale = handbook.index[OWN_SCALE]
    return {
        "scale": scale_data(scale),
        "roles": ROLES,
        "subjects": SUBJECTS,
        "subjectLabels": SUBJECT_LABELS,
        "asked": ASKED,
        "keys": {
            name: [field.name for field in shape(record)]
            for name, record in (("checklist", Checklist), ("domain", Domain), ("item", Item))
        },
    }


def scale_data(scale: Scale) -> dict:
    """A scale as `Scale` in client/types.ts."""
    return {
        "id": scale.id,
        "levels": [{"id": level.id, "label": level.label, "easy": level.easy} for level in scale.levels],
    }


def items_digest(checklist: Checklist) -> str:
    """Twelve hexadecimal digits that change when an item's id or wording changes.

    Where the id is made from the content, the digits are those in it, as the browser has them.
    """
    if checklist.id.startswith(OWN_ID):
        return checklist.id.removeprefix(OWN_ID)
    wording = [[item.id, item.text] for domain in checklist.domains for item in domain.items]
    return hashlib.sha256(json.dumps(wording, ensure_ascii=False).encode()).hexdigest()[:12]


def script_json(value: object) -> Markup:
    """JSON that can stand inside a `<script type="application/json">`: no `<` that could end it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))
