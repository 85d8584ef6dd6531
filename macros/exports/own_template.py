"""The template for a checklist of somebody's own: two sheets to fill in and one that tells how.

The browser reads it back by the names of client/own/template.ts; a test compares the two.
The bytes are the same at every build.
"""

from __future__ import annotations

import io

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ..model.checklists import OWN_SCALE, SUBJECTS
from ..model.files import Handbook
from .xlsx import FIXED_DATE, drop_down, formats_of, header_row, printing

ITEMS, BASICS, HOW = "項目", "基本", "書き方"
ITEM_COLUMNS = {
    "domain": "領域", "text": "問い", "easy": "やさしい文", "why": "なぜ大切か", "lookFor": "見るところ",
    "step1": "次の一歩（段階1）", "step2": "次の一歩（段階2）", "step3": "次の一歩（段階3）", "step4": "次の一歩（段階4）",
    "askPrefecture": "都道府県に頼めること", "weight": "重み",
}
BASIC_LABELS = {
    "title": "題", "publisher": "作ったところ", "purpose": "何のために使うか", "audience": "使う人", "when": "いつ使うか",
    "minutes": "目安の時間（分）", "subject": "点検の対象",
    "level1": "段階1", "level2": "段階2", "level3": "段階3", "level4": "段階4",
}
ROWS = 500
"""Rows for items: as many as the browser takes."""

_NEEDED = ("domain", "text")
_WIDTHS = {key: 30 for key in ITEM_COLUMNS} | {"domain": 18, "text": 46, "weight": 8}
_ABOUT_ITEMS = {
    "domain": ("項目のまとまりの名前です。上の行と同じときは、空のままでかまいません。", "会議の準備"),
    "text": ("答えてもらう問いです。一つの行で、一つのことだけを問います。", "会議の日を、一月前までに知らせていますか。"),
    "easy": ("問いを、やさしい日本語で書いたものです。「やさしい文」を選んだ人に見せます。", "会議の 日を 早く 知らせていますか。"),
    "why": ("この問いが大切なわけです。", "早く分かると、参加の準備ができます。"),
    "lookFor": ("答えるときに見る資料や場面です。一つずつ、欄の中で改行して書きます（Alt＋Enter）。", "開催の案内\n委員の予定表"),
    "step1": ("「段階1」と答えた人への、次の一歩です。", "案内の出し方を、手順に書いておきましょう。"),
    "step2": ("「段階2」と答えた人への、次の一歩です。", "一年の日程を、先に決めてみましょう。"),
    "step3": ("「段階3」と答えた人への、次の一歩です。", "次の会議の日を、会議の終わりに決めましょう。"),
    "step4": ("「段階4」と答えた人への、次の一歩です。", "知らせる日を、事務局で話し合いましょう。"),
    "askPrefecture": ("都道府県に頼めることがあれば書きます。要望の文のもとになります。", "会議の日程の共有"),
    "weight": ("話し合う順をきめる重みです。1、2、3のどれかです。空のときは1です。", "2"),
}
_ABOUT_BASICS = {
    "title": ("チェックリストの題です。空のときは、ファイルの名前を使います。", "会議の準備の点検"),
    "publisher": ("作ったところの名前です。画面に「〇〇が作ったチェックリスト」と出ます。", "〇〇県"),
    "purpose": ("何のための点検かを、一文か二文で書きます。", "会議に参加しやすくするために使います。"),
    "audience": ("だれが答えるかを書きます。", "市町村の担当、事務局"),
    "when": ("いつ使うかを書きます。", "年度の終わりに使います。"),
    "minutes": ("答えるのにかかる時間です。数だけを書きます。", "20"),
    "subject": ("何を点検するかを、選択肢から選びます。空のときは「市町村」です。", "市町村"),
    "level1": ("いちばん高い段階の名前です。空のときは、このサイトの四つの段階を使います。", "できている"),
    "level2": ("次の段階の名前です。段階は、2つから4つまで、高い方から続けて書きます。", "ややできている"),
    "level3": ("次の段階の名前です。使わないときは空にします。", "あまりできていない"),
    "level4": ("いちばん低い段階の名前です。使わないときは空にします。", "できていない"),
}


def own_template(handbook: Handbook) -> bytes:
    """Return the workbook in which somebody writes a checklist of their own."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "チェックリストのひな形", "created": FIXED_DATE})
    formats = formats_of(book)
    _items(book.add_worksheet(ITEMS), formats)
    _basics(book.add_worksheet(BASICS), [level.label for level in handbook.index[OWN_SCALE].levels], formats)
    _how(book.add_worksheet(HOW), formats)
    book.close()
    return buffer.getvalue()


def _items(sheet: Worksheet, formats: dict[str, Format]) -> None:
    header_row(sheet, 0, ITEM_COLUMNS, _WIDTHS, formats)
    for row in range(1, ROWS + 1):
        for column in range(len(ITEM_COLUMNS)):
            sheet.write_blank(row, column, None, formats["entry"])
    drop_down(sheet, 1, ROWS, list(ITEM_COLUMNS).index("weight"), ["1", "2", "3"])
    sheet.freeze_panes(1, 2)
    printing(sheet, 0, ITEMS)


def _basics(sheet: Worksheet, levels: list[str], formats: dict[str, Format]) -> None:
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 64)
    rows = {key: row for row, key in enumerate(BASIC_LABELS)}
    for key, row in rows.items():
        sheet.write_string(row, 0, BASIC_LABELS[key], formats["label"])
        sheet.write_blank(row, 1, None, formats["entry"])
    for number, label in enumerate(levels, 1):
        sheet.write_string(rows[f"level{number}"], 1, label, formats["entry"])
    drop_down(sheet, rows["subject"], rows["subject"], 1, list(SUBJECTS.values()))
    printing(sheet, 0, BASICS)


def _how(sheet: Worksheet, formats: dict[str, Format]) -> None:
    sheet.write_string(0, 0, "チェックリストの書き方", formats["title"])
    lines = (
        "「項目」シートに、一行に一つずつ、領域と問いを書きます。ほかの欄は、あれば書きます。",
        "見出しの行と、シートの名前は変えないでください。列の順を変えたり、使わない列を消したりするのはかまいません。",
        "書いたファイルを、サイトの「自分のチェックリストを使う」のページに置くと、自己点検として使えます。",
        "500項目まで、一つの欄は2,000文字までです。この「書き方」シートは読み込みません。",
    )
    for row, line in enumerate(lines, 1):
        sheet.write_string(row, 0, line, formats["note"])
    for column, width in enumerate((12, 26, 12, 62, 44)):
        sheet.set_column(column, column, width)
    row = len(lines) + 2
    for column, title in enumerate(("シート", "見出し", "必要", "書くこと", "書き方の例（実際の項目ではありません）")):
        sheet.write_string(row, column, title, formats["header"])
    entries = [(ITEMS, ITEM_COLUMNS[key], key in _NEEDED, *about) for key, about in _ABOUT_ITEMS.items()]
    entries += [(BASICS, BASIC_LABELS[key], False, *about) for key, about in _ABOUT_BASICS.items()]
    for row, (where, title, needed, about, example) in enumerate(entries, row + 1):
        for column, text in enumerate((where, title, "必要" if needed else "あれば", about, example)):
            sheet.write_string(row, column, text, formats["fixed"])
    printing(sheet, len(lines) + 2, HOW)
