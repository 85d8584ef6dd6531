"""The self-check page as a person uses it. Hooks: macros/components/self-check/template.html."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Download, Locator, Page, expect

SLUG = "municipal-council"
PATH = f"self-check/{SLUG}.html"
PREFIX = f"kyogikai:handbook:{SLUG}:"
EVIL = '<img src=x onerror="window.hacked=1">'
COUNT_UNFINISHED_WRITES = """{
  const real = IDBDatabase.prototype.transaction;
  window.unfinishedWrites = 0;
  IDBDatabase.prototype.transaction = function (...given) {
    const transaction = real.apply(this, given);
    if (given[1] === "readwrite") {
      window.unfinishedWrites += 1;
      for (const end of ["complete", "abort"]) transaction.addEventListener(end, () => (window.unfinishedWrites -= 1));
    }
    return transaction;
  };
}"""


class SelfCheck:
    """One self-check page in one tab."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        page.add_init_script(COUNT_UNFINISHED_WRITES)

    # ---- Coming and going

    def open(self, fragment: str = "") -> "SelfCheck":
        """Load the page and wait until its script is ready."""
        self.page.goto(self.url + fragment)
        self.ready()
        return self

    def ready(self) -> None:
        """Wait until the script has taken the page over."""
        # Not `expect`: while it waits, it writes down the whole page again and again, minutes for 500 items on a busy machine.
        self.page.locator("[data-js-self-check].is-live").wait_for(state="attached")

    def begin(self, name: str = "白浜市", label: str = "障害福祉課", *, kept: bool = True) -> None:
        """Start a record from the start view."""
        form = self.hook("new-form")
        form.locator("[data-js-info=prefecture]").select_option("和歌山県")
        form.locator("[data-js-info=name]").fill(name)
        form.locator("[data-js-info=label]").fill(label)
        form.locator("[data-js-info=date]").fill("2026-11-21")
        self.hook("new-start" if kept else "new-try").click()
        self.view("answer").wait_for()

    def go(self, view: str) -> None:
        """Turn to a view by its tab."""
        self.page.locator(f".sc-tab[data-js-go={view}]").click()
        self.page.locator(f"[data-js-view={view}]:not([aria-busy])").wait_for()

    # ---- Finding

    def hook(self, name: str, value: str | None = None) -> Locator:
        """The element with a hook."""
        return self.page.locator(f"[data-js-{name}]" if value is None else f'[data-js-{name}="{value}"]')

    def view(self, name: str) -> Locator:
        return self.hook("view", name)

    def item(self, item_id: str) -> Locator:
        return self.hook("item", item_id)

    def bar(self) -> Locator:
        """The bars above the work."""
        return self.page.locator(".sc-bar")

    # ---- Answering

    def item_ids(self) -> list[str]:
        """All items of the checklist in order."""
        return self.page.eval_on_selector_all("[data-js-sheet] [data-js-item]", "all => all.map(e => e.dataset.jsItem)")

    def turn_to(self, item_id: str) -> None:
        """Show the domain of an item."""
        domain = self.page.evaluate("id => document.getElementById(id).closest('[data-js-domain]').id", item_id)
        self.hook("domain-link", domain).click()

    def answer(self, item_id: str, level: str) -> None:
        """Answer an item with a level, or with a state (":unknown" …)."""
        if not self.item(item_id).is_visible():
            self.turn_to(item_id)
        self.item(item_id).locator(f'input[value="{level}"]').check()

    def write(self, item_id: str, field: str, text: str) -> None:
        """Write into a field of an item, unfolding it where needed."""
        place = self.item(item_id).locator(f"[data-js-field={field}]")
        if not place.is_visible():
            self.item(item_id).locator(f"[data-js-note={field}] > summary").click()
        place.fill(text)

    def answer_some(self, levels: dict[str, str] | None = None) -> list[str]:
        """Answer the first items, low and high; return all item ids."""
        ids = self.item_ids()
        for item_id, level in (levels or dict(zip(ids, ["not", "little", "done", "mostly", ":unknown"]))).items():
            self.answer(item_id, level)
        return ids

    # ---- Paper

    def lay_out(self, kind: str) -> str:
        """Press the button of a paper and wait until it is laid out as for the printer; return its text."""
        self.page.evaluate(
            """kind => {
              window.print = () => dispatchEvent(new Event("beforeprint")); // nothing can run between the two
              document.querySelector(`[data-js-print=${kind}]`).click();
            }""",
            kind,
        )
        # Some papers come with a script that may still be on its way.
        self.page.locator(f"[data-js-self-check][data-print={kind}]").wait_for(state="attached")
        return self.hook("print-area").text_content() or ""

    def clear_paper(self) -> None:
        """Close the print dialogue."""
        self.page.evaluate("dispatchEvent(new Event('afterprint'))")

    # ---- What is stored

    def saved(self) -> None:
        """Wait until the status line says that the work is on the device."""
        expect(self.hook("status")).to_have_attribute("data-state", "saved")

    def on_disk(self, text: str) -> None:
        """Wait until IndexedDB has kept a record with these words: the second copy is written when the page is idle.

        Chromium 156 lets others read what it takes back again if the page goes away before its transaction is complete.
        """
        self.page.wait_for_function(
            """text => new Promise((resolve, reject) => {
              const opening = indexedDB.open('kyogikai:handbook');
              opening.onerror = reject;
              opening.onsuccess = () => {
                const all = opening.result.transaction('records').objectStore('records').getAll();
                all.onerror = reject;
                all.onsuccess = () => { opening.result.close(); resolve(!window.unfinishedWrites && all.result.some(copy => copy.text.includes(text))); };
              };
            })""",
            arg=text,
        )

    def stored(self) -> dict[str, dict[str, Any]]:
        """Record id → record, as they lie in localStorage."""
        return self.page.evaluate(
            """prefix => Object.fromEntries(Object.keys(localStorage)
              .filter(key => key.startsWith(prefix) && !key.endsWith('_index') && !key.endsWith(':spare'))
              .map(key => [key.slice(prefix.length), JSON.parse(localStorage[key]).record]))""",
            PREFIX,
        )

    def only_record(self) -> dict[str, Any]:
        """The one record of this device."""
        (record,) = self.stored().values()
        return record

    # ---- Files

    def export(self, kind: str, audience: str = "self") -> Download:
        """Export the open record by the dialogue."""
        self.hook("export-open").click()
        dialog = self.hook("export-dialog")
        dialog.locator(f'[data-js-audience][value="{audience}"]').check()
        dialog.locator(f'[data-js-format][value="{kind}"]').check()
        with self.page.expect_download() as download:
            self.hook("export-run").click()
        dialog.wait_for(state="hidden")
        return download.value

    def choose_file(self, path: Path) -> None:
        """Choose a file on the start view."""
        self.hook("import-file").set_input_files(path)

    def take_over(self) -> None:
        """Accept the file that the import dialogue shows, as a new record."""
        self.hook("import-dialog").wait_for()
        self.hook("import-run").click()
        self.view("answer").wait_for()


def saved_file(download: Download, folder: Path) -> Path:
    """Keep a download under its own name."""
    path = folder / download.suggested_filename
    download.save_as(path)
    return path


def read_json(path: Path) -> dict[str, Any]:
    """A result file as a dictionary."""
    return json.loads(path.read_text(encoding="utf-8"))
