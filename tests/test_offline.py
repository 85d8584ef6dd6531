"""Pages are strict and work without a network or a server."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from macros import offline

PAGE = '<html><head><meta charset="utf-8"></head><body>{}</body></html>'


def test_the_policy_names_the_hash_of_each_inline_script() -> None:
    code = "var a = 1"
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    assert offline.script_hashes(PAGE.format(f"<script>{code}</script>")) == [f"'sha256-{digest}'"]


def test_data_blocks_and_files_need_no_hash() -> None:
    page = PAGE.format('<script type="application/json">{}</script><script src="a.js"></script>')
    assert offline.script_hashes(page) == []


def test_the_policy_allows_no_other_host_and_no_inline_style() -> None:
    text = offline.policy({"'sha256-x'"})
    assert "default-src 'none'" in text
    assert "unsafe" not in text
    assert "http" not in text


def test_the_policy_stands_right_after_the_charset() -> None:
    sealed = offline.sealed(PAGE.format(""), set())
    assert '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy"' in sealed


def test_alignment_of_tables_becomes_a_class() -> None:
    sealed = offline.sealed(PAGE.format('<td style="text-align: right;">1</td><th scope="col" style="text-align:left">a</th>'), set())
    assert '<td class="align-right">1</td>' in sealed
    assert '<th scope="col" class="align-left">a</th>' in sealed
    assert "style=" not in sealed.partition("<body>")[2]


def test_a_page_without_charset_stops_the_build() -> None:
    with pytest.raises(offline.OfflineError, match="charset"):
        offline.sealed("<html></html>", set())


def test_404_has_hashes_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE.format("<script>one</script>"), encoding="utf-8")
    (tmp_path / "404.html").write_text(PAGE.format("<script>two</script>"), encoding="utf-8")
    offline.seal(tmp_path)
    one, two = (offline.script_hashes(f"<script>{code}</script>")[0] for code in ("one", "two"))
    index, missing = ((tmp_path / name).read_text(encoding="utf-8") for name in ("index.html", "404.html"))
    assert one.strip("'") in index and two.strip("'") not in index
    assert two.strip("'") in missing and one.strip("'") not in missing


def test_only_the_live_preview_allows_inline_scripts(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE.format("<script>one</script>"), encoding="utf-8")
    offline.seal(tmp_path, live=True)
    assert "'unsafe-inline'" in (tmp_path / "index.html").read_text(encoding="utf-8")
