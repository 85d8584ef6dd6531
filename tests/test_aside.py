"""What goes round the Markdown parser comes out as if it had gone through."""

from __future__ import annotations

import markdown
import pytest

from macros.aside import Aside, whole_elements

ALIKE = (
    '<div class="a">\n  <p>一</p>\n  <div>二</div>\n</div>',
    "<p>一</p>\n<ul>\n<li>二</li>\n</ul>\n  <p>三</p>",
    "## 見出し { #own }\n\n<p>一</p>\n\n\n<p>二</p>\n\n- 点\n- 点",
    '<section>\n<h2 id="x">題</h2>\n</section>\n\n文 <b>太</b> と **強**。\n\n<script type="application/json">{"a":"**b**"}</script>',
)
LEFT = ("<span>一</span>", "<p>一</p> 二", "<div>\n<p>一</p>", "<p>一</p>\n文", "文\n<p>一</p>", "<divan></divan>")


@pytest.mark.parametrize("text", ALIKE)
def test_a_page_is_the_same_either_way(text: str) -> None:
    aside = Aside()
    short = aside.take(text)
    assert aside.pieces and not any(piece in short for piece in aside.pieces)
    assert aside.give_back(_html(short)) == _html(text)


@pytest.mark.parametrize("block", LEFT)
def test_what_is_no_whole_block_is_left_to_markdown(block: str) -> None:
    assert whole_elements(block) == []
    assert Aside().take(block) == block


def test_links_find_the_anchors_of_what_went_aside() -> None:
    aside = Aside()
    aside.take('<div id="one">\n<a class="b" id="two" href="#x">一</a><svg id="three"></svg>\n</div>')
    assert aside.anchors() == {"one", "two", "three"}


def _html(text: str) -> str:
    return markdown.Markdown(extensions=["admonition", "attr_list", "tables", "sane_lists", "toc"]).convert(text)
