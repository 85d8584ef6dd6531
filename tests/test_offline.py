"""Pages are strict and work without a network or a server."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import offline

PAGE = '<html><head><meta charset="utf-8"></head><body>{}</body></html>'


def test_the_policy_allows_no_other_host_and_no_inline_style() -> None:
    text = offline.policy()
    assert "default-src 'none'" in text
    assert "unsafe" not in text
    assert "http" not in text


def test_the_policy_stands_right_after_the_charset() -> None:
    sealed = offline.sealed(PAGE.format(""))
    assert '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy"' in sealed


def test_alignment_of_tables_becomes_a_class() -> None:
    sealed = offline.sealed(PAGE.format('<td style="text-align: right;">1</td><th scope="col" style="text-align:left">a</th>'))
    assert '<td class="align-right">1</td>' in sealed
    assert '<th scope="col" class="align-left">a</th>' in sealed
    assert "style=" not in sealed.partition("<body>")[2]


def test_a_page_without_charset_stops_the_build() -> None:
    with pytest.raises(offline.OfflineError, match="charset"):
        offline.sealed("<html></html>")


def test_only_the_live_preview_allows_inline_scripts(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE.format("<script>one</script>"), encoding="utf-8")
    offline.seal(tmp_path, live=True)
    assert "'unsafe-inline'" in (tmp_path / "index.html").read_text(encoding="utf-8")
