"""Figures and examples: statistics and cases."""

from __future__ import annotations

from dataclasses import dataclass

from .fields import PARTIAL_DATE, PARTIAL_DATE_HINT, Record, spec
from .knowledge import Citation

CHARTS = {
    "bar": "横棒",
    "stacked": "積み上げ横棒（構成比）",
    "line": "折れ線（時系列）",
    "map": "都道府県の地図",
    "none": "図なし（表だけ）",
}
COLUMN_KINDS = {"number": "数", "percent": "割合（%）", "yen": "円", "text": "文字"}
CHECK_RULES = {
    "row_sum": "各行で columns の和が equals に等しい",
    "column_sum": "column の縦の和が、行 total の値に等しい",
    "share": "各行で part ÷ whole が column（%）に等しい",
}
CASE_KINDS = {"case": "取組の事例", "idea": "アイデア", "worked": "講義の例"}
PREFECTURES = (
    "北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県", "茨城県", "栃木県", "群馬県",
    "埼玉県", "千葉県", "東京都", "神奈川県", "新潟県", "富山県", "石川県", "福井県", "山梨県", "長野県",
    "岐阜県", "静岡県", "愛知県", "三重県", "滋賀県", "京都府", "大阪府", "兵庫県", "奈良県", "和歌山県",
    "鳥取県", "島根県", "岡山県", "広島県", "山口県", "徳島県", "香川県", "愛媛県", "高知県", "福岡県",
    "佐賀県", "長崎県", "熊本県", "大分県", "宮崎県", "鹿児島県", "沖縄県",
)


@dataclass(frozen=True, kw_only=True)
class Column(Record):
    """統計の列。"""

    id: str = spec("列の id（統計の中だけで使う）", pattern=r"[a-z][a-z0-9_]*", hint="小文字の英数字と _")
    title: str = spec("列の見出し")
    kind: str = spec("値の種類", choices=COLUMN_KINDS)
    unit: str = spec("単位。例: 市町村、人、%", default="")
    decimals: int = spec("小数の桁数", default=0)


@dataclass(frozen=True, kw_only=True)
class Row(Record):
    """統計の行。"""

    id: str = spec("行の id（統計の中だけで使う）", pattern=r"[a-z0-9][a-z0-9_]*", hint="小文字の英数字と _")
    title: str = spec("行の見出し")
    values: dict[str, float | str | None] = spec("列の id と値（資料にないときは null）")
    note: str = spec("この行の注", default="")
    total: bool = spec("合計・全国の行か", default=False)


@dataclass(frozen=True, kw_only=True)
class FigureCheck(Record):
    """数字の検算。"""

    rule: str = spec("検算のしかた", choices=CHECK_RULES)
    columns: tuple[str, ...] = spec("row_sum: 足す列", default=())
    equals: float | str | None = spec("row_sum: 和（数か列の id）", default=None)
    column: str = spec("column_sum・share: 確かめる列", default="")
    total: str = spec("column_sum: 合計の行", default="")
    part: str = spec("share: 分子の列", default="")
    whole: str = spec("share: 分母の列", default="")
    tolerance: float = spec("許す差", default=0.0)
    rows: tuple[str, ...] = spec("確かめる行（書かなければ合計以外の全行）", default=())


@dataclass(frozen=True, kw_only=True)
class Statistic(Record):
    """一つの表・一つの系列。"""

    id: str = spec("統計の id", own="statistic")
    title: str = spec("統計の題")
    short: str = spec("一覧に出す短い題")
    group: str = spec("一覧でのまとまり。例: 協議会、基幹相談支援センター")
    summary: str = spec("数字から読めること（一文か二文。出典にあることだけ）", prose=True)
    as_of: str = spec("時点", pattern=PARTIAL_DATE, hint=PARTIAL_DATE_HINT)
    as_of_label: str = spec("時点の書き方。例: 令和7年4月1日時点")
    n: int | None = spec("回答数・母数（あれば）", default=None)
    n_label: str = spec("n が何の数か", default="")
    provisional: bool = spec("速報値か", default=False)
    caution: str = spec("読むときの注意", default="", prose=True)
    chart: str = spec("図の種類", choices=CHARTS)
    chart_columns: tuple[str, ...] = spec("図にする列（書かなければ数の列すべて）", default=())
    row_title: str = spec("行の見出しの題。例: 項目、都道府県、年")
    columns: tuple[Column, ...] = spec("列")
    rows: tuple[Row, ...] = spec("行")
    checks: tuple[FigureCheck, ...] = spec("検算", default=())
    sources: tuple[Citation, ...] = spec("出典と場所")
    see: tuple[str, ...] = spec("関わる記述など", default=(), refs=("statement", "section", "page", "law", "statistic"))


@dataclass(frozen=True, kw_only=True)
class Case(Record):
    """事例・アイデアの一つ。"""

    id: str = spec("事例の id", own="case")
    title: str = spec("何をしたか（短く）")
    prefecture: str = spec("都道府県（なければ「全国」か「架空」ではなく空）", default="")
    region: str = spec("市町村・圏域の名前（出典のまま）", default="")
    kind: str = spec("種類", choices=CASE_KINDS)
    theme: str = spec("主題。例: 緊急時の受入れ、人材育成")
    type: str = spec("整備の型など（多機能拠点整備型、面的整備型、併用型 …）", default="")
    status: str = spec("状態（整備済、未整備 …）", default="")
    functions: tuple[str, ...] = spec("関わる機能", default=(), refs=("function",))
    year: int = spec("出典の年（西暦）")
    text: str = spec("内容（自分たちの言葉で）", prose=True)
    lesson: str = spec("学べること（出典にあるとき）", default="", prose=True)
    sources: tuple[Citation, ...] = spec("出典と場所")
    see: tuple[str, ...] = spec("関わる記述など", default=(), refs=("statement", "section", "page", "statistic", "term"))
