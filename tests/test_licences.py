"""Everything that the site ships is named with its licence; what has none stops the build. Needs `make build` first."""

from __future__ import annotations

import html
import importlib.metadata
import json
import os
import re
from pathlib import Path

import pytest

from macros import licences
from macros.bundle import packages_in

from .conftest import ROOT

SITE = Path(os.environ.get("SITE_DIR", ROOT / "site"))
_IMPORT = re.compile(r"""(?:from|import)\s*\(?\s*["']((?:@[\w-]+/)?[\w-]+)""")


@pytest.fixture(scope="module")
def page() -> str:
    """The page's words, with single spaces."""
    text = (SITE / "about/licences.html").read_text(encoding="utf-8")
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def _imported() -> set[str]:
    """The packages that scripts for the browser name, read from their source and not from the bundler."""
    sources = [path for folder in ("client", "components") for path in (ROOT / "macros" / folder).rglob("*.ts") if not path.name.endswith(".test.ts")]
    return {name for path in sources for name in _IMPORT.findall(path.read_text(encoding="utf-8")) if (ROOT / "node_modules" / name).is_dir()}


def test_every_package_in_a_script_is_shown_with_the_whole_text_of_its_licence(page: str) -> None:
    shipped = set(json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"])
    assert _imported() == shipped
    for name in shipped:
        folder = ROOT / "node_modules" / name
        assert f"{name} 版 {json.loads((folder / 'package.json').read_text())['version']}" in page
        assert " ".join((folder / "LICENSE").read_text(encoding="utf-8").split()) in page


@pytest.mark.parametrize("name", ["sudachidict-core", "python-docx", "XlsxWriter", "python-pptx"])
def test_what_is_in_the_files_is_shown_with_the_whole_text_of_its_licence(page: str, name: str) -> None:
    installed = importlib.metadata.distribution(name)
    text = next(file.locate().read_text(encoding="utf-8") for file in installed.files if "LICENSE" in file.name)
    assert f"版 {installed.version}" in page
    assert " ".join(text.split()) in page


def test_the_typeface_and_the_parts_of_the_dictionary_are_shown(page: str) -> None:
    typeface = (ROOT / "node_modules/@expo-google-fonts/biz-udpgothic/LICENSE_FONT").read_text(encoding="utf-8")
    assert " ".join(typeface.split()) in page
    assert "The UniDic Consortium All rights reserved." in page


def test_a_package_counts_as_shipped_if_code_of_it_is_left_in_a_file() -> None:
    inputs = {
        "macros/components/kit/kit.ts": 10, "node_modules/fflate/esm/browser.js": 5, "../x/node_modules/@noble/hashes/sha2.js": 7,
        "node_modules/outer/node_modules/inner/index.js": 2, "node_modules/thrown-away/index.js": 0,
    }
    metafile = {"outputs": {
        "out/kit.js": {"inputs": {path: {"bytesInOutput": size} for path, size in inputs.items()}},
        "out/own.js": {"inputs": {"node_modules/fflate/esm/browser.js": {"bytesInOutput": 1}}},
    }}
    assert packages_in(metafile) == {"@noble/hashes": ("kit.js",), "fflate": ("kit.js", "own.js"), "inner": ("kit.js",)}


@pytest.mark.parametrize(("facts", "files", "lack"), [
    ({"license": "MIT"}, {}, "ライセンスの文のファイル"),
    ({"license": "MIT"}, {"LICENSE": " \n"}, "ライセンスの文のファイル"),
    ({}, {"LICENSE": "You may."}, "ライセンスの名前"),
])
def test_what_has_no_licence_stops_the_build_in_plain_words(tmp_path: Path, facts: dict, files: dict, lack: str) -> None:
    folder = tmp_path / "node_modules/some"
    folder.mkdir(parents=True)
    for name, text in {"package.json": json.dumps({"version": "1.0", **facts}), **files}.items():
        (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(licences.LicenceError, match=f"「some」のライセンスが分かりません（{lack}がありません）.*替えてください"):
        licences.notices({"some": ("site.js",)}, tmp_path)
