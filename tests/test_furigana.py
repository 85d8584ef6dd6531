"""Readings: where they stand, which wins, and that the browser will find them."""

from __future__ import annotations

import json
import re

import pytest

from macros.furigana.align import aligned
from macros.furigana.dictionary import Guess, Readings, text_hash
from macros.furigana.pages import Node, blocks
from macros.furigana.reader import Reader
from macros.furigana.site import reader_of

from .conftest import ROOT


@pytest.fixture(scope="module")
def reader(handbook) -> Reader:
    """A reader with the real overrides."""
    return reader_of(handbook)


@pytest.mark.parametrize(("word", "reading", "groups"), [
    ("協議会", "きょうぎかい", [("協議会", "きょうぎかい")]),
    ("取り組む", "とりくむ", [("取", "と"), ("組", "く")]),
    ("お母さん", "おかあさん", [("母", "かあ")]),
    ("の要は", "のかなめは", [("要", "かなめ")]),
    ("B型", "Bがた", [("型", "がた")]),
    ("若しくは", "もしくわ", [("若しくは", "もしくわ")]),  # kana that do not fit: over the whole word
])
def test_a_reading_stands_over_the_kanji_only(word, reading, groups) -> None:
    assert [(word[g.start:g.end], g.reading) for g in aligned(word, reading)] == groups


@pytest.mark.parametrize(("text", "expected"), [
    ("4月1日から", "4月（がつ）1日（ついたち）から"),
    ("1日に20人", "1日（にち）に20人（にん）"),
    ("20日以内", "20日（はつか）以内（いない）"),
    ("11月21日", "11月（がつ）21日（にち）"),
    ("10分と15分", "10分（ぷん）と15分（ふん）"),
    ("3分の2", "3分（ぶん）の2"),
    ("10分野", "10分野（ぶんや）"),
    ("1人と2人", "1人（ひとり）と2人（ふたり）"),
    ("3月末、2日後", "3月（がつ）末（まつ）、2日（ふつか）後（ご）"),
    ("10万人", "10万（まん）人（にん）"),
    ("月に1回、6か月", "月（つき）に1回（かい）、6か月（げつ）"),
    ("運営の要です", "運営（うんえい）の要（かなめ）です"),
    ("要件", "要件（ようけん）"),
    ("家族の方へ", "家族（かぞく）の方（かた）へ"),
    ("位置付ける", "位置付（いちづ）ける"),
    ("同意を得る。該当し得る", "同意（どうい）を得（え）る。該当（がいとう）し得（う）る"),
    ("何を、何人で、何か所", "何（なに）を、何人（なんにん）で、何（なん）か所（しょ）"),
    ("令和元年度", "令和（れいわ）元年度（がんねんど）"),
    ("内容（ア）と", "内容（ないよう）（ア）と"),
])
def test_traps_are_read_right(reader, text, expected) -> None:
    assert reader.bracketed(text) == expected


def test_the_longest_word_of_ours_comes_before_the_tokenizer() -> None:
    ours = Reader([("会", "え"), ("協議会", "きょうぎえ")])
    assert ours.bracketed("協議会と会") == "協議会（きょうぎえ）と会（え）"


def test_the_terms_of_the_glossary_are_read_as_the_glossary_says(handbook, reader) -> None:
    """Arabic numerals and Latin letters aside, for they get no reading."""
    def sound(text: str) -> str:
        return re.sub("[（）() ・]", "", text.translate({code: code - 0x60 for code in range(0x30A1, 0x30F7)}))

    wrong = []
    for term in handbook.terms:
        read, done = [], 0
        for group in reader.groups(term.term):
            read += [term.term[done:group.start], group.reading]
            done = group.end
        read.append(term.term[done:])
        if not re.search("[0-9A-Z]", term.term) and sound("".join(read)) != sound(term.reading):
            wrong.append((term.term, "".join(read), term.reading))
    assert wrong == []


def test_texts_of_a_page_keep_their_block_and_leave_out_what_has_no_readings() -> None:
    page = (
        '<p>会議の<strong>要</strong>です。</p><svg><text>図</text></svg><p>かな</p><select><option>市</option></select>'
        '<script>"字"</script><script type="application/json">{"a": ["項目"]}</script><p><span data-yomi="かな">仮名</span></p>'
    )
    assert list(blocks(page)) == [
        (Node("項目"),), (Node("会議の"), Node("要"), Node("です。")), (Node("仮名", "かな"),),
    ]


def test_the_browser_reads_each_text_as_the_build_did(reader) -> None:
    """What `Readings` in client/look/readings.ts does with the file, done here."""
    page = "<p>次の方が行った。</p><p>家族の方へ、4月1日。</p><p>方法の話を話す。</p>"
    readings = Readings()
    readings.add(page, reader)
    file = json.loads(json.dumps(readings.file({"方法"})))
    words = [tuple(line.split(",")) for line in file["words"].split("\n")]
    guess = Guess(dict(words[:file["first"]]))
    for text, groups in readings.texts.items():
        listed = file["texts"].get(text_hash(text))
        if listed is None:
            read = [(text[g.start:g.end], g.reading) for g in guess.groups(text)]
        else:
            read = [words[int(number)] for number in listed.split()]
        assert "".join(reading for _, reading in read) == "".join(group.reading for group in groups), text


def test_hashes_are_those_of_the_browser() -> None:
    assert (text_hash(""), text_hash("協議会")) == ("ztntfp", "yqjueh")


def test_every_line_can_make_room_for_readings() -> None:
    """A fixed line height takes the floor that furigana raise (--leading-floor in tokens.css)."""
    tight = []
    for sheet in sorted((ROOT / "macros").rglob("*.css")):
        if not {"furigana", "kit"} & set(sheet.parts):  # printed handouts keep their own distance
            for line in re.findall(r"line-height: [\d.]+;|font: [^;]*/ [\d.]+ [^;]*;", sheet.read_text(encoding="utf-8")):
                height = float(re.search(r"(?:line-height: |/ )([\d.]+)", line)[1])
                tight += [f"{sheet.relative_to(ROOT)}: {line}"] if 1 < height < 1.95 else []
    assert tight == []
