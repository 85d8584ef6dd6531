"""回答の比較 as a person uses it, and the files that go into it. Hooks: macros/components/compare/template.html."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from .self_check import SLUG

PATH = "self-check/compare.html"
# By eye: where the three stand on the first items, and what that makes. done 0, mostly 1, little 2, not 3.
ANSWERS = {
    #        甲課        乙センター   丙委員         spread, others than most
    0: ("done", "mostly", "done"),          # 1, 1
    1: ("done", "not", "done"),             # 3, 1
    2: ("done", "little", "not"),           # 3, 2
    3: ("not", "not", "not"),               # 0
    4: ("little", ":unknown", None),        # one level only
    5: ("mostly", ":not_applicable", "little"),  # 1, 1
}
ORDER = [2, 1, 0, 5, 3, 4]
LABELS = ("甲課", "乙センター", "丙委員")
ROLES = ("市町村の担当", "基幹相談支援センター", "協議会の委員")
PRIVATE = "ひみつの手元メモ"


def item_ids(page: Page) -> list[str]:
    """All items of the checklist for municipal councils, in order."""
    catalogue = json.loads(page.locator("[data-js-catalogue]").text_content() or "[]")
    checklist = next(one for one in catalogue if one["id"] == SLUG)
    return [item["id"] for domain in checklist["domains"] for item in domain["items"]]


def answer(word: str | None, **texts: str) -> dict[str, str]:
    """One answer of a result file: a level, a state (":unknown"), or nothing but texts."""
    if word is None:
        return texts
    return {"state": word[1:], **texts} if word.startswith(":") else {"state": "answered", "level": word, **texts}


def record(who: int, ids: list[str], **changes: Any) -> dict[str, Any]:
    """The result file of one of the three."""
    answers = {ids[at]: answer(words[who]) for at, words in ANSWERS.items() if words[who]}
    answers[ids[2]] |= {"note_shared": f"メモ{who}", "note_private": PRIVATE}
    return {
        "format": "kyogikai-check/1",
        "checklist": {"id": SLUG, "version": "1.0.0", "items_digest": ""},
        "subject": {"prefecture": "和歌山県", "name": "白浜市", "kind": "municipality"},
        "respondent": {"label": LABELS[who], "role": ROLES[who]},
        "date": "2026-11-21", "saved_at": f"2026-11-21T0{who}:00:00.000Z",
        "answers": answers, "agreed": {}, "plan": {"goals": [], "actions": [], "requests": []}, "snapshots": [],
        **changes,
    }


def write(path: Path, value: Any) -> Path:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


class Comparison:
    """The comparison page in one tab."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    def open(self, fragment: str = "") -> "Comparison":
        self.page.goto(self.url + fragment)
        return self.ready()

    def ready(self) -> "Comparison":
        self.page.locator("[data-js-compare].is-live").wait_for(state="attached")
        return self

    def hook(self, name: str, value: str | None = None) -> Locator:
        return self.page.locator(f"[data-js-{name}]" if value is None else f'[data-js-{name}="{value}"]')

    def take(self, *paths: Path) -> None:
        """Choose files, and wait until each is judged."""
        before = self.hook("taken").locator("li").count()
        self.hook("file").set_input_files(list(paths))
        expect(self.hook("taken").locator("li")).to_have_count(before + len(paths))

    def go(self, step: str) -> None:
        self.hook("step", step).click()
        self.hook("panel", step).wait_for()

    def row(self, item_id: str) -> Locator:
        return self.page.locator(f'[data-item="{item_id}"]')

    def shown(self, name: str = "list") -> list[str]:
        """The items of the list, from the top."""
        return self.hook(name).locator("> li").evaluate_all("rows => rows.map(row => row.dataset.item)")

    def agree(self, item_id: str, level: str, reason: str) -> None:
        row = self.row(item_id)
        row.locator("[data-js-agree] > summary").click()
        row.locator(f'input[value="{level}"]').check()
        row.locator("[data-js-reason]").fill(reason)
