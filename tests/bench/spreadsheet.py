"""The workbench against a program that reads the same workbooks with openpyxl and makes the same table."""

from __future__ import annotations

import base64
import statistics
import tempfile
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import openpyxl
from playwright.sync_api import Browser, sync_playwright

from .figures import Figure, against
from .measuring import SITE, launched
from .serving import Served, served
from .workbench import PAGE, record_of, time_to_matrix

FILES = 200
CHECKLIST = "municipal-council"
MOST = 0.1
SHEET, ID, ANSWER, COUNCIL = "点検シート", "項目ID", "答え", "協議会の名前"
_CHECKLIST = "(id) => JSON.parse(document.querySelector('[data-js-catalogue]').textContent).find((one) => one.id === id)"
_EXPORT = """
async ([records, checklist]) => {
  const packed = [];
  for (const record of records) {
    const bytes = await KyogikaiXlsx.exportXlsx(record, checklist, { withPrivate: false, mark: "" });
    packed.push(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")));
  }
  return packed;
}"""


def versions() -> dict[str, str]:
    """Version of openpyxl."""
    return {"openpyxl": version("openpyxl")}


def rows(runs: int) -> Iterator[Figure]:
    """Time to the table by both ways, and the least that any way takes."""
    with tempfile.TemporaryDirectory() as name, served(SITE) as site, sync_playwright() as playwright:
        folder = Path(name)
        browser = launched(playwright)
        write_workbooks(browser, site, folder)
        ours, others, reads = [], [], []
        for _ in range(runs):
            ours.append(_workbench(browser, site, folder))
            others.append(min(_timed(folder, read_only=True), _timed(folder, read_only=False)))
            reads.append(_read(folder))
        browser.close()
    mine, other, limit = (statistics.median(times) for times in (ours, others, reads))
    yield against(f"Excel のファイル{FILES}件を読み、表にするまで", mine, other, "秒", MOST, digits=2)
    yield Figure("（限界）同じファイルをディスクから読むだけ", f"{limit:.3f} 秒")


def write_workbooks(browser: Browser, site: Served, folder: Path) -> None:
    """What councils would send, exported by our own page."""
    page = browser.new_page()
    page.goto(f"{site.address}/{PAGE}")
    page.add_script_tag(url=f"{site.address}/assets/app/xlsx.lazy.js")
    checklist = page.evaluate(_CHECKLIST, CHECKLIST)
    records = [record_of(number, checklist) for number in range(FILES)]
    for number, packed in enumerate(page.evaluate(_EXPORT, [records, checklist])):
        (folder / f"{number:04}.xlsx").write_bytes(base64.b64decode(packed))
    page.close()


def _workbench(browser: Browser, site: Served, folder: Path) -> float:
    page = browser.new_page()
    page.goto(f"{site.address}/{PAGE}")
    taken, _ = time_to_matrix(page, folder)
    page.close()
    return taken / 1000


def _timed(folder: Path, *, read_only: bool) -> float:
    start = time.perf_counter()
    found = table(folder, read_only=read_only)
    taken = time.perf_counter() - start
    if len(next(iter(found.values()))) != FILES:
        raise RuntimeError("openpyxl の表に、足りない協議会があります")
    return taken


def table(folder: Path, *, read_only: bool) -> dict[str, dict[str, str]]:
    """Item → council → answer, as a program for a spreadsheet's files would read it."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(folder.glob("*.xlsx")):
        book = openpyxl.load_workbook(path, read_only=read_only, data_only=True)
        rows = [list(row) for row in book[SHEET].iter_rows(values_only=True)]
        book.close()
        at = next(number for number, row in enumerate(rows) if ID in row)
        council = next(row[row.index(COUNCIL) + 1] for row in rows[:at] if COUNCIL in row)
        item, answer = rows[at].index(ID), rows[at].index(ANSWER)
        for row in rows[at + 1:]:
            if row[item]:
                found.setdefault(str(row[item]), {})[str(council)] = str(row[answer] or "")
    return found


def _read(folder: Path) -> float:
    start = time.perf_counter()
    for path in folder.glob("*.xlsx"):
        path.read_bytes()
    return time.perf_counter() - start
