"""The workflows have the least rights they need, and run only what is pinned."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from .conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
_PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)+$")
PINNED = "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2"
GOOD = f"""\
on: [push]
permissions: {{}}
jobs:
  one:
    permissions: {{contents: read}}
    timeout-minutes: 5
    steps:
      - uses: {PINNED}
        with: {{persist-credentials: false}}
"""
WRITING = {"deploy": {"pages", "id-token"}, "release": {"contents"}}
"""The jobs that may write, and what. None of them checks out or runs the repository's own code."""


def faults(text: str) -> list[str]:
    """What breaks a rule in the text of a workflow."""
    flow = yaml.safe_load(text)
    found = [f"unpinned: {line.strip()}" for line in text.splitlines() if "uses:" in line and not _PINNED.search(line)]
    events = flow.get("on", flow.get(True))  # YAML 1.1 reads `on` as true
    found += [f"event: {event}" for event in ("pull_request_target", "workflow_run") if event in events]
    found += ["secret"] if re.search(r"\bsecrets\.", text) else []
    if flow.get("permissions") not in ({}, {"contents": "read"}):
        found.append("permissions of the workflow")
    for name, job in flow["jobs"].items():
        found += [f"{name}: {fault}" for fault in _job_faults(name, job)]
    return found


def _job_faults(name: str, job: dict) -> list[str]:
    rights = job.get("permissions")
    if not isinstance(rights, dict):
        return ["no permissions of its own"]
    writes = {right for right, level in rights.items() if level == "write"}
    steps = job["steps"]
    checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    found = [f"writes {right}" for right in sorted(writes - WRITING.get(name, set()))]
    found += ["checkout keeps its token"] if any(step.get("with", {}).get("persist-credentials") is not False for step in checkouts) else []
    found += ["writes, and runs the repository's code"] if writes and checkouts else []
    found += ["no time limit"] if "timeout-minutes" not in job else []
    # A name or a title that somebody else chose must not become part of a command.
    found += ["expression inside a command"] if any("${{" in step.get("run", "") for step in steps) else []
    return found


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_keeps_the_rules(path: Path) -> None:
    assert not faults(path.read_text(encoding="utf-8"))


def test_weaknesses_are_looked_for_at_each_change_and_every_week() -> None:
    text = (ROOT / ".github/workflows/audit.yml").read_text(encoding="utf-8")
    events = yaml.safe_load(text)[True]
    assert {"push", "pull_request", "schedule"} <= set(events)
    assert events["schedule"][0]["cron"].split()[-1].isdigit()  # a day of the week
    assert "run: make audit" in text


@pytest.mark.parametrize(("old", "new", "fault"), [
    (PINNED, "actions/checkout@v4", "unpinned"),
    (" # v4.2.2", "", "unpinned"),
    ("[push]", "[pull_request_target]", "event"),
    ("permissions: {}", "permissions: write-all", "permissions of the workflow"),
    ("    permissions: {contents: read}\n", "", "no permissions of its own"),
    ("contents: read", "contents: write", "writes contents"),
    ("with: {persist-credentials: false}", "with: {depth: 1}", "keeps its token"),
    ("    timeout-minutes: 5\n", "", "no time limit"),
    ("    steps:\n", "    steps:\n      - run: echo ${{ github.head_ref }}\n", "expression inside"),
    ("    steps:\n", "    steps:\n      - run: x\n        env: {A: '${{ secrets.A }}'}\n", "secret"),
])
def test_each_breach_is_found(old: str, new: str, fault: str) -> None:
    assert not faults(GOOD)
    assert any(fault in line for line in faults(GOOD.replace(old, new)))
