"""`make audit` reads the answers of pip-audit and npm audit right, and says it when there is no answer. Asks nobody.

The answers without a finding in tests/fixtures/audit/ are recorded; those with findings have the same form.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from . import audit
from .audit import Unasked, Weakness, of_npm, of_python
from .conftest import FIXTURES, ROOT

LOCK = {"packages": {"node_modules/minimist": {"dev": True}, "node_modules/outer": {"dev": True}, "node_modules/shipped": {}}}


def recorded(name: str) -> str:
    return (FIXTURES / "audit" / name).read_text(encoding="utf-8")


def test_weaknesses_of_python_packages_are_read_with_what_mends_them() -> None:
    assert of_python(recorded("pip-audit.json")) == [
        Weakness("jinja2 3.1.0", "GHSA-h5c8-rqwp-cp95 CVE-2024-22195", "", ("3.1.3",)),
        Weakness("jinja2 3.1.0", "PYSEC-0000-1", "", ()),
    ]
    assert of_python('{"dependencies": [{"name": "a", "version": "1", "vulns": []}], "fixes": []}') == []


def test_weaknesses_of_npm_packages_are_read_once_with_whether_they_reach_visitors() -> None:
    minimist, shipped = of_npm(recorded("npm-audit.json"), LOCK)
    assert minimist == Weakness(
        "minimist <0.2.4", "Prototype Pollution in minimist https://github.com/advisories/GHSA-xvch-5gv4-984h", "critical", ("outer 2.0.0",),
    )
    assert (shipped.severity, shipped.fixed, shipped.shipped) == ("moderate", (), True)
    assert of_npm('{"auditReportVersion": 2, "vulnerabilities": {}}', LOCK) == []


@pytest.mark.parametrize(("name", "why"), [
    ("pip-audit-skipped.json", "2 個のパッケージ.*babel"), ("pip-audit-unreachable.txt", "^requests.exceptions.ProxyError"), ("npm-audit-refused.json", "^405 Method"),
])
def test_an_answer_that_is_none_is_told_in_a_line_and_never_taken_for_nothing_found(name: str, why: str) -> None:
    with pytest.raises(Unasked, match=why) as told:
        of_python(recorded(name)) if name.startswith("pip") else of_npm(recorded(name), LOCK)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(("answers", "status", "words"), [
    ([[], []], 0, "知られた弱点 0 件"),
    ([Unasked("つながりません"), []], 2, "もう一度 make audit を実行してください"),
    ([Unasked("つながりません"), [Weakness("a 1", "X-1", "low", ())]], 1, "直った版はまだありません  90日のうちに"),
    ([[Weakness("a 1", "X-1", "", ("2",))], [Weakness("b 1", "X-2", "high", ("2",), shipped=True)]], 1, "直った版：2  7日のうちに"),
])
def test_everything_is_asked_and_told_and_the_exit_status_says_what_came_of_it(monkeypatch, capsys, answers, status, words) -> None:
    def answer(given):
        if isinstance(given, Exception):
            raise given
        return given

    monkeypatch.setattr(audit, "_questions", lambda: [(f"lock {number}", lambda given=given: answer(given)) for number, given in enumerate(answers)])
    assert audit.main() == status
    told = "".join(capsys.readouterr())
    assert words in told
    assert all(f"lock {number}" in told for number in range(len(answers)))


def test_a_program_that_cannot_be_run_is_no_traceback() -> None:
    with pytest.raises(Unasked, match="no-such-program がありません"):
        audit._asked(["no-such-program"])


def test_every_lock_is_asked_about() -> None:
    asked = {Path(lock).as_posix() for lock, _ in audit._questions()}
    locks = {path.relative_to(ROOT).as_posix() for path in (*ROOT.glob("requirements*.txt"), ROOT / "package-lock.json", *ROOT.glob("tests/*/package-lock.json"))}
    assert asked == locks
