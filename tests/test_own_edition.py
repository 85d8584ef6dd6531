"""A second site, built from the same program, small data and the folder of one's own that examples/local shows."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest

from macros.check import check, checked
from macros.check.site import LARGEST_LOGO
from macros.model.site import UPSTREAM_NAME

from .conftest import FIXTURES, ROOT

EXAMPLE = ROOT / "examples/local"
NAME = "見本県版 協議会ハンドブック"
TRICKS = [
    "&lt;/title&gt;&lt;img data-payload src=x&gt;", '" data-payload="', "' data-payload='", "=1+1", "@SUM(A1)", "点検: 1 # 2", "- [x]", "⟦title⟧$&",
]
"""What a careless site or sheet would run, and the rules of the data let pass, since it is text."""
CONFIG = """\
site_name: もとの名前
site_description: もとの説明
copyright: CC BY 4.0
use_directory_urls: false
strict: true
theme: {name: material, custom_dir: overrides, language: ja, font: false, favicon: assets/images/favicon.svg, features: [navigation.indexes]}
plugins:
  - macros: {module_name: macros, on_error_fail: true, on_undefined: strict}
hooks: [macros/hooks.py]
markdown_extensions: [attr_list, tables]
extra_css: [assets/app/site.css]
nav:
  - ホーム: index.md
  - 自己点検: ["self-check/*"]
  - 事例: cases/index.md
  - 研修キット: kit/index.md
  - このサイトについて: [about/index.md]
"""
PAGES = {
    "index.md": "# 見本", "cases/index.md": '# 事例\n\n{{ listing("cases") }}', "kit/index.md": "# キット\n\n{{ kit() }}",
    "about/index.md": "# このサイトについて\n\n{{ own_edition() }}",
}


@pytest.fixture
def second(small: Path) -> Path:
    """A small project with the example put where it belongs."""
    shutil.copytree(EXAMPLE, small / "data/local")
    return small


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """The second site, built: the pages that show whose it is."""
    project = Path(shutil.copytree(FIXTURES / "small", tmp_path_factory.mktemp("own") / "project"))
    shutil.copytree(EXAMPLE, project / "data/local")
    with (project / "data/guidelines/scales.yml").open("a", encoding="utf-8") as scales:
        text = (ROOT / "data/guidelines/scales.yml").read_text(encoding="utf-8")
        scales.write(text.replace("src-guideline-2024", "src-sample"))
    _play_tricks(project / "data/local")
    (project / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    for name, text in PAGES.items():
        (project / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "docs" / name).write_text(text + "\n", encoding="utf-8")
    for name in ("macros", "node_modules", "overrides"):
        (project / name).symlink_to(ROOT / name)
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build"], cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return project / "site"


def _play_tricks(local: Path) -> None:
    """A checklist for each trick, with it in every field; and one in what is told of the site."""
    for number, trick in enumerate(TRICKS):
        text = json.dumps(trick, ensure_ascii=False)  # JSON is YAML
        item = f"{{text: {text}, easy: '=1+1', why: {text}, look_for: [{text}], next_steps: {{not: {text}}}, ask_prefecture: {text}}}"
        fields = "".join(f"{name}: {text}\n" for name in ("title", "short", "publisher", "purpose", "when", "subject_label"))
        (local / f"checklists/our-trick-{number}.yml").write_text(f"{fields}domains:\n  - {{title: {text}, about: {text}, items: [{item}]}}\n", encoding="utf-8")
    site = local / "site.yml"
    text = site.read_text(encoding="utf-8").replace("県の協議会、アドバイザーの派遣", json.dumps(TRICKS[0] + TRICKS[1]))
    site.write_text(text, encoding="utf-8")


def test_the_second_site_bears_its_own_name_logo_and_contacts(built: Path) -> None:
    page = (built / "about/index.html").read_text(encoding="utf-8")
    assert f"<title>このサイトについて ｜ {NAME}</title>" in page
    assert '<span class="site-header__name">見本県版 協議会<wbr>ハンドブック</span>' in page
    assert '<img class="logo" src="../assets/own/logo.svg"' in page and 'rel="icon" type="image/svg+xml" href="../assets/own/logo.svg"' in page
    assert (built / "assets/own/logo.svg").read_bytes() == (EXAMPLE / "logo.svg").read_bytes()
    assert "見本県障害福祉課が、「協議会ハンドブック」をもとに作った版です" in page
    assert page.count("mailto:fukushi@example.jp") == 2 and "000-000-0000" in page  # on the page, and at its foot
    assert "見本県で協議会を担当する人のための手引きと自己点検" in (built / "index.html").read_text(encoding="utf-8")
    assert 'value="見本県障害福祉課" data-js-cover="host"' in (built / "kit/index.html").read_text(encoding="utf-8")


def test_the_second_site_has_its_own_checklist_and_case_beside_upstreams(built: Path, small: Path) -> None:
    cases = (built / "cases/index.html").read_text(encoding="utf-8")
    assert "case-our-subcommittee-start" in cases and "case-sample" in cases
    sheets = {path.name for path in (built / "self-check").glob("*.xlsx")}
    assert {"sample.xlsx", "own-template.xlsx"} < sheets and len(sheets) == 3 + len(TRICKS)  # its own, and those that play tricks
    assert any("年間の予定を、委員に知らせていますか。" in page.read_text(encoding="utf-8") for page in (built / "self-check").glob("own-????????????.html"))


def test_a_text_that_looks_like_markup_or_a_formula_stays_text_wherever_it_is_published(built: Path) -> None:
    reader = _Reader()
    for page in built.rglob("*.html"):
        reader.feed(page.read_text(encoding="utf-8"))
    assert reader.harmed == []
    assert set(TRICKS) <= {heading.strip() for heading in reader.headings}
    for sheet in (built / "self-check").glob("*.xlsx"):
        book = zipfile.ZipFile(sheet)
        parts = {name: book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/") and name.endswith(".xml")}
        assert not [name for name, xml in parts.items() if "<f>" in xml or "<hyperlink" in xml], sheet.name


class _Reader(HTMLParser):
    """Collects the words of main headings, and the tags that a text became or wrote into."""

    def __init__(self) -> None:
        super().__init__()
        self.harmed: list[str] = []
        self.headings: list[str] = []
        self._within = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what should not be."""
        self._within = tag == "h1"
        if any(name == "data-payload" or name.startswith("on") or (value or "").startswith("javascript:") for name, value in attrs):
            self.harmed.append(self.get_starttag_text() or tag)

    def handle_data(self, data: str) -> None:
        """The words of a heading."""
        if self._within:
            self.headings.append(data)


def test_the_example_is_without_fault(second: Path) -> None:
    handbook, faults = check(second)
    assert [str(fault) for fault in faults] == []
    assert handbook.site.name == NAME and handbook.index["case-our-subcommittee-start"].place.path == "data/local/cases/2025.yml"


@pytest.mark.parametrize(("drawing", "says"), [
    (b"<svg><script>1</script></svg>", "script か"), (b'<svg><image href="https://x/a.png"/></svg>', "参照があります"),
    (b" " * (LARGEST_LOGO + 1024), "201 KB です"),
])
def test_a_logo_that_needs_more_than_itself_is_refused(second: Path, drawing: bytes, says: str) -> None:
    (second / "data/local/logo.svg").write_bytes(drawing)
    faults = [str(fault) for fault in check(second)[1]]
    assert len(faults) == 1 and faults[0].startswith("data/local/site.yml:8: logo.svg ") and says in faults[0]


def test_without_the_folder_the_site_is_upstreams(small: Path) -> None:
    assert checked(small).site.name == UPSTREAM_NAME
    assert f"site_name: {UPSTREAM_NAME}\n" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
