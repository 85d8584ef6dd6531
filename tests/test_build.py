"""A build with faulty data stops, tells all, and shows no traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from .conftest import ROOT

CONFIG = """\
site_name: 見本
use_directory_urls: false
strict: true
theme: {name: material, language: ja, font: false}
plugins:
  - macros: {module_name: macros, on_error_fail: true, on_undefined: strict}
hooks: [macros/hooks.py]
nav:
  - index.md
  - ハンドブック: ["handbook/*"]
  - 自己点検: ["self-check/*"]
  - データ: ["data/*"]
"""


def _project(small: Path) -> Path:
    (small / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (small / "docs/index.md").write_text("# 見本\n", encoding="utf-8")
    for name in ("macros", "node_modules"):
        (small / name).symlink_to(ROOT / name)
    return small


def _build(project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "mkdocs", "build"], cwd=project, capture_output=True, text=True, check=False)


def test_faulty_data_stops_the_build_with_every_fault_and_no_traceback(small: Path) -> None:
    project = _project(small)
    for name in ("laws.yml", "scales.yml"):
        path = project / "data/guidelines" / name
        path.write_text(path.read_text(encoding="utf-8") + "  colour: 赤\n", encoding="utf-8")
    done = _build(project)
    assert done.returncode == 1
    assert "data/guidelines/laws.yml:10: 法令に「colour」という項目はありません" in done.stderr
    assert "data/guidelines/scales.yml:11: 段階に「colour」という項目はありません" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert not (project / "site/index.html").exists()


def test_the_check_command_prints_every_fault_and_exits_with_1(small: Path) -> None:
    path = small / "data/guidelines/laws.yml"
    path.write_text(path.read_text(encoding="utf-8") + "  colour: 赤\n", encoding="utf-8")
    (small / "macros").symlink_to(ROOT / "macros")
    done = subprocess.run([sys.executable, "-m", "macros.check"], cwd=small, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout.startswith("data/guidelines/laws.yml:10: 法令に「colour」という項目はありません")
    assert "Traceback" not in done.stderr
    assert "1 か所" in done.stderr
