"""MkDocs is at the rim: hooks.py only passes on, and everything else works where MkDocs cannot be imported."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from .conftest import ROOT

HOOKS = ROOT / "macros/hooks.py"
RIM = {"macros/hooks.py", "macros/__init__.py"}
"""The only files that may import MkDocs."""
LONGEST = 14  # lines of a hook with its docstring: what is longer is logic, and belongs in a module of its own

ALONE = """
import sys
from pathlib import Path
for name in ("mkdocs", "material", "mkdocs_macros"):
    sys.modules[name] = None
from macros import generated
from macros.check import checked
from macros.finish import finish
from macros.views import Views
views = Views(checked(Path(sys.argv[1])))
pages = dict(generated.generated_pages(views.handbook))
views.published = frozenset(path.replace(".md", ".html") for path in pages)
site = Path(sys.argv[2])
content = views.statistic("data/sample.html", "stat-sample")
(site / "assets/app").mkdir(parents=True)
(site / "data").mkdir()
(site / "data/sample.html").write_text('<head><meta charset="utf-8"></head><main id="content">' + content + "</main>", encoding="utf-8")
finish(site, views, {"data/sample.html": ("見本", content)})
"""


def test_hooks_hold_no_logic() -> None:
    functions = [node for node in ast.parse(HOOKS.read_text(encoding="utf-8")).body if isinstance(node, ast.FunctionDef)]
    assert len(functions) >= 6
    long = {node.name: node.end_lineno - node.lineno + 1 for node in functions if node.end_lineno - node.lineno + 1 > LONGEST}
    assert not long


def test_mkdocs_is_imported_at_the_rim_alone() -> None:
    found = set()
    for path in ROOT.glob("macros/**/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(name.split(".")[0] in ("mkdocs", "material", "mkdocs_macros") for name in names):
                found.add(path.relative_to(ROOT).as_posix())
    assert found == RIM


def test_the_frame_asks_nothing_that_a_template_language_without_python_lacks() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in (ROOT / "overrides").rglob("*.html")}
    found = [(path.name, word) for path, text in texts.items() for word in (".startswith(", ".file", "extra.views", "is_homepage", "== page ") if word in text]
    assert not found


def test_a_site_is_finished_where_mkdocs_cannot_be_imported(small: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    done = subprocess.run([sys.executable, "-c", ALONE, str(small), str(site)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Content-Security-Policy" in (site / "data/sample.html").read_text(encoding="utf-8")
    assert (site / "assets/app/search-index.js").stat().st_size > 100
    assert (site / "assets/app/furigana-words.js").is_file()
    assert (site / "text/data/sample.txt").is_file()
