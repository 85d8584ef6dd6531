"""`python -m tests.audit` (make audit): asks the public databases for known weaknesses of everything that is locked.

Exit status 0: asked about all, nothing known. 1: a weakness is known. 2: a database could not be asked, so nothing
can be said; never silence. What is done with a finding, and by when, stands in SECURITY.md.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PYTHON_LOCKS = ("requirements", "requirements-kit", "requirements-test", "requirements-node", "requirements-zensical")
NPM_FOLDERS = (".", "tests/bench")
PIP_AUDIT = "pip-audit@2.9.0"
_PATIENCE = 300
_SEVERE = {"critical": "緊急", "high": "高", "moderate": "中", "low": "低", "info": "低"}
_DAYS = {(True, True): 7, (True, False): 30, (False, True): 30, (False, False): 90}
"""Days until it is mended: (reaches visitors' browsers, severe). The table of SECURITY.md."""
_UNASKED = (
    "弱点のデータベースに問い合わせられませんでした：{lock}\n"
    "    {why}\n"
    "    何も変わっていません。弱点がないかどうかは、まだ分かりません。インターネットにつながるところで、もう一度 make audit を実行してください。"
)


class Unasked(Exception):
    """A database gave no answer about a lock; the message says what came instead, in short."""


@dataclass(frozen=True)
class Weakness:
    """A known weakness. severity: a key of _SEVERE, or "" where the database tells none. fixed: versions without it."""

    package: str
    name: str
    severity: str
    fixed: tuple[str, ...]
    shipped: bool = False

    @property
    def days(self) -> int:
        """By when it is mended; one of unknown severity counts as severe until somebody has looked."""
        return _DAYS[self.shipped, self.severity in ("critical", "high", "")]

    def __str__(self) -> str:
        mended = f"直った版：{'、'.join(self.fixed)}" if self.fixed else "直った版はまだありません"
        where = "閲覧する人に届く" if self.shipped else "組み立てと試験だけ"
        return f"{self.package}  {self.name}  重さ：{_SEVERE.get(self.severity, '不明（高と同じに扱います）')}  {where}  {mended}  {self.days}日のうちに"


def of_python(answer: str) -> list[Weakness]:
    """Read pip-audit's JSON. Raises Unasked if it is none, or if a package could not be looked up."""
    found = _json(answer, "dependencies")
    if skipped := [package for package in found if "skip_reason" in package]:
        raise Unasked(f"{len(skipped)} 個のパッケージを確かめられません（{skipped[0]['name']} など）：{_short(skipped[0]['skip_reason'])}")
    return [
        Weakness(f"{package['name']} {package['version']}", " ".join([known["id"], *known.get("aliases", [])]), "", tuple(known["fix_versions"]))
        for package in found for known in package["vulns"]
    ]


def of_npm(answer: str, lock: Mapping[str, Any]) -> list[Weakness]:
    """Read the JSON of `npm audit`. `lock`: package-lock.json, which tells what is needed for development alone. Raises Unasked."""
    return [weakness for entry in _json(answer, "vulnerabilities").values() for weakness in _of_entry(entry, lock["packages"])]


def _of_entry(entry: Mapping[str, Any], locked: Mapping[str, Any]) -> Iterator[Weakness]:
    """The weaknesses of a package itself; those that it has by a package below it (`via` a name) are told there."""
    fix = entry["fixAvailable"]
    fixed = (f"{fix['name']} {fix['version']}",) if isinstance(fix, dict) else ("npm update",) if fix else ()
    shipped = any(not locked.get(node, {}).get("dev") for node in entry["nodes"])
    for known in entry["via"]:
        if isinstance(known, dict):
            yield Weakness(f"{entry['name']} {known['range']}", f"{known['title']} {known['url']}", known["severity"], fixed, shipped)


def _json(answer: str, key: str) -> Any:
    try:
        return json.loads(answer)[key]
    except (ValueError, KeyError, TypeError):
        raise Unasked(_short(answer)) from None


def _short(text: str) -> str:
    """The line that says most of an answer that is none."""
    try:
        text = json.loads(text)["message"]
    except (ValueError, KeyError, TypeError):
        pass
    lines = [line.strip() for line in str(text).splitlines() if line.strip()]
    return (lines[-1] if lines else "答えがありません")[:200]


def _asked(command: list[str]) -> str:
    """What a program answers; what it complains of instead, if it answers nothing. Its exit status does not tell the two apart."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        raise Unasked(f"{_PATIENCE}秒待っても答えがありません") from None
    except FileNotFoundError:
        raise Unasked(f"{command[0]} がありません") from None
    return done.stdout if done.stdout.strip() else done.stderr


def _questions() -> Iterator[tuple[str, Any]]:
    """Each lock and a function that asks about it."""
    uvx = str(Path(sys.executable).with_name("uvx"))
    for name in PYTHON_LOCKS:
        command = [uvx, "--quiet", PIP_AUDIT, "--format", "json", "--progress-spinner", "off", "--require-hashes", "--disable-pip", "-r", f"{name}.txt"]
        yield f"{name}.txt", lambda command=command: of_python(_asked(command))
    for folder in NPM_FOLDERS:
        path = Path(folder, "package-lock.json")
        command = ["tools/with-node", "npm", "audit", "--json", "--package-lock-only", "--fetch-retries=1", f"--prefix={folder}"]
        yield str(path), lambda command=command, path=path: of_npm(_asked(command), json.loads(path.read_text(encoding="utf-8")))


def main() -> int:
    """Ask about every lock, tell everything, and return the exit status."""
    weak = unasked = 0
    for lock, ask in _questions():
        try:
            found = ask()
        except Unasked as why:
            unasked += 1
            print(_UNASKED.format(lock=lock, why=why), file=sys.stderr)
            continue
        weak += len(found)
        print(f"{lock}：知られた弱点 {len(found)} 件", *(f"    {weakness}" for weakness in found), sep="\n")
    if weak:
        print("直し方と期限の決まりは SECURITY.md の「弱点が見つかったら」にあります。", file=sys.stderr)
    return 1 if weak else 2 if unasked else 0


if __name__ == "__main__":
    sys.exit(main())
