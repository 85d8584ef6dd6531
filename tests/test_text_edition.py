"""The text edition: what a page says without its layout."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from macros import furigana, text_edition
from macros.text_edition.extract import paragraphs

PAGE = """<body><nav>案内</nav><article class="page-body__main" data-x="1">
<nav class="crumbs">ホーム</nav><h1>題 名</h1><h2>節</h2>
<p><span class="kind kind--must">義務</span>本文<a href="#">リンク</a>です。\u2060<span class="source-marks"><a class="source-mark" href="#s">1</a></span></p>
<div class="easy-words"><p>やさしい 文です。</p></div><ol><li>一つ目</li><li>二つ目</li></ol><ul><li>点</li></ul>
<svg><text>絵</text></svg><p hidden>見えない</p><p aria-hidden="true">飾り</p><button>押す</button><template>型</template>
<table><caption>数</caption><thead><tr><th>県</th><th>数</th></tr></thead><tbody><tr><th>A県</th><td>3</td></tr></tbody></table>
<nav class="turn">次</nav></article></body>"""


def test_a_page_becomes_paragraphs_in_its_order() -> None:
    assert paragraphs(PAGE) == [
        "題 名", "■ 節", "（義務）本文リンクです。（出典1）", "（やさしい日本語）やさしい 文です。",
        "1　一つ目", "2　二つ目", "・点", "表 数", "・A県。数は3",
    ]


@pytest.fixture
def written(handbook, tmp_path: Path) -> Path:
    """A site of two pages with its text edition."""
    (tmp_path / "self-check").mkdir()
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "self-check/municipal-council.html").write_text(PAGE, encoding="utf-8")
    text_edition.write(tmp_path, handbook, furigana.reader_of(handbook))
    return tmp_path / "text"


def test_a_checklist_is_told_from_its_data_with_room_for_answers(written: Path, handbook) -> None:
    text = (written / "self-check/municipal-council.txt").read_text(encoding="utf-8-sig")
    items = [item for domain in handbook.index["municipal-council"].domains for item in domain.items]
    assert all(item.text in text and item.easy in text for item in items)
    assert text.count("\n答え：") == len(items)


def test_the_edition_with_readings_has_them_in_brackets(written: Path) -> None:
    assert "（義務（ぎむ））本文（ほんぶん）リンクです。" in (written / "yomi/index.txt").read_text(encoding="utf-8-sig")


def test_one_zip_holds_all(written: Path) -> None:
    with zipfile.ZipFile(written / "kyogikai-text.zip") as archive:
        assert sorted(archive.namelist()) == ["contents.txt", "index.txt", "self-check/municipal-council.txt"]
        assert archive.read("index.txt").startswith("\ufeff題 名\r\n".encode())
