"""`python -m tests.browser.kills`: the browser is killed at random moments while somebody answers and types.

One profile is killed again and again; after each kill it is started anew, the record is opened, and everything
that was done more than a second before the kill has to be there, whole, and with a word where it was brought back.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from .chromium import find
from .conftest import _Handler
from .killable import KillableChromium
from .self_check import PATH, SelfCheck

SECOND_MS = 1000
# Hands that never tire: each deed carries the time at which it was done, and says so to the harness.
TYPIST = """mode => {
  const cards = [...document.querySelectorAll('[data-js-sheet] [data-js-item]')].filter(card => card.checkVisibility());
  const field = cards[0].querySelector('[data-js-field=note_shared]');
  let count = 0;
  const deed = () => {
    const now = Date.now();
    count += 1;
    if (mode === 'type' || (mode === 'both' && count % 3)) {
      field.value = `${now} ` + 'あ'.repeat(count % 400);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      console.debug(`note ${now}`);
    } else {
      const levels = cards[count % cards.length].querySelectorAll('input[type=radio][value]:not([value=""])');
      const level = levels[Math.floor(count / cards.length) % levels.length];
      level.click();
      console.debug(`answer ${now} ${cards[count % cards.length].dataset.jsItem} ${level.value}`);
    }
    setTimeout(deed, mode === 'type' ? 40 : 40 + Math.random() * 120);
  };
  deed();
}"""


class Deeds:
    """What lay on the device when a life of the browser began, and what the typist says it did in it."""

    def __init__(self, page: Page, record: dict) -> None:
        self._before = record["answers"]
        self._notes: list[int] = []
        self._answers: dict[str, list[tuple[int, str]]] = {}
        page.on("console", lambda message: self._hear(message.text))

    def _hear(self, text: str) -> None:
        kind, _, rest = text.partition(" ")
        if kind == "note":
            self._notes.append(int(rest))
        elif kind == "answer":
            at, item, value = rest.split(" ")
            self._answers.setdefault(item, []).append((int(at), value))

    def lost(self, record: dict, killed: int) -> list[str]:
        """What is not in the record although it was there before, or done more than a second before the kill."""
        found = []
        due = max([_note(self._before), *(at for at in self._notes if at < killed - SECOND_MS)])
        if _note(record["answers"]) < due:
            found.append(f"a note written {killed - due} ms before the kill is lost; the newest is {killed - _note(record['answers'])} ms old")
        for item in self._before.keys() | self._answers.keys():
            deeds = [(0, _word(self._before.get(item, {}))), *self._answers.get(item, [])]
            due = max(at for at, _ in deeds if at < killed - SECOND_MS)
            word = _word(record["answers"].get(item, {}))
            if word not in {value for at, value in deeds if at >= due}:
                found.append(f"{item} is {word}; due was {[(killed - at, value) for at, value in deeds if at >= due]}")
        return found


def _note(answers: dict) -> int:
    """When the newest note was written, in milliseconds; 0 if there is none."""
    return max((int(answer["note_shared"].split(" ")[0]) for answer in answers.values() if answer.get("note_shared")), default=0)


def _word(answer: dict) -> str:
    """An answer as the radio button's value: a level, or ":" and a state."""
    return answer.get("level") or f":{answer.get('state', '')}"


def run(base: str, chromium: KillableChromium, kills: int, rng: random.Random) -> Counter[str]:
    """Kill so many times; print what was lost. Returns counts of what was seen."""
    seen: Counter[str] = Counter()
    record_id, deeds, killed = "", None, 0
    for number in range(kills + 1):
        context = chromium.start()
        check = SelfCheck(context.pages[0] if context.pages else context.new_page(), f"{base}/{PATH}")
        errors: list[str] = []
        check.page.on("pageerror", lambda error, errors=errors: errors.append(str(error)))
        if deeds is None:
            check.open().begin()
            check.saved()
            (record_id,) = check.stored()
        else:
            troubles = [*_troubles(check, record_id, deeds, killed, seen), *errors]
            seen["failed"] += bool(troubles)
            for trouble in troubles:
                print(f"kill {number}: {trouble}", flush=True)
        if number == kills:
            break
        mode = rng.choice(("answer", "type", "both"))
        deeds = Deeds(check.page, check.stored()[record_id])
        check.page.evaluate(TYPIST, mode)
        check.page.wait_for_timeout(rng.uniform(50, 4000))
        killed = int(time.time() * 1000)
        chromium.kill()
        seen[f"killed, mode {mode}"] += 1
    chromium.kill()
    return seen


def _troubles(check: SelfCheck, record_id: str, deeds: Deeds, killed: int, seen: Counter[str]) -> list[str]:
    """Open the record again and compare it with what was done."""
    check.page.goto(f"{check.url}#/{record_id}/answer")
    check.ready()
    check.view("answer").wait_for()
    told = check.page.locator(".sc-bar", has_text="前に閉じたとき").count()
    seen["brought back, and said so" if told else "all there"] += 1
    check.saved()
    stored = check.stored()
    if list(stored) != [record_id]:
        return [f"records {list(stored)} instead of {record_id}"]
    return deeds.lost(stored[record_id], killed)


def main() -> int:
    """Run from the command line; exit status 1 if anything was lost."""
    parser = argparse.ArgumentParser(description="答えている途中でブラウザーを止め、何も失われないことを確かめる")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--site", type=Path, default=Path("site"))
    options = parser.parse_args()
    program = find()
    if program is None:
        sys.exit("Chromium が見つかりません。python -m tests.browser.chromium を実行してください")
    print(f"seed {options.seed}, {options.kills} kills", flush=True)
    seen: Counter[str] = Counter()
    handler = functools.partial(_Handler, directory=str(options.site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as served, sync_playwright() as playwright:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        bases = {"http": f"http://127.0.0.1:{served.server_address[1]}", "file": options.site.resolve().as_uri()}
        for share, (scheme, base) in enumerate(bases.items()):
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
                chromium = KillableChromium(playwright, program, Path(profile))
                try:
                    found = run(base, chromium, (options.kills + share) // 2, random.Random(f"{options.seed}/{scheme}"))
                finally:
                    chromium.kill()
            seen.update({f"{scheme}: {name}": count for name, count in found.items()})
        served.shutdown()
    for name, count in sorted(seen.items()):
        print(f"{count:5} {name}")
    failed = sum(count for name, count in seen.items() if name.endswith("failed"))
    print(f"tried {options.kills} kills, failed {failed} (seed {options.seed})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
