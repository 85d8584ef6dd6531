"""様式: forms of our own that a council adapts and fills in, as structured content for Word, Excel and the page."""

from __future__ import annotations

from dataclasses import dataclass

from .fields import ROLES, Record, spec
from .tools import ToolPoint

FORM_GROUPS = {
    "set-up": "協議会を置く・一年を決める",
    "meeting": "会議を開く",
    "issues": "課題を話し合う",
    "privacy": "秘密と個人情報を守る",
    "participation": "だれもが参加できるようにする",
    "evaluation": "活動を振り返る",
    "group-work": "研修と会議の組の紙",
}
FORM_FILES = {"docx": "Word", "xlsx": "Excel"}
PART_KINDS = {
    "text": "文（lines）",
    "articles": "条文（articles）",
    "fields": "見出しと記入欄の表（fields）",
    "boxes": "大きな記入の枠（fields）",
    "checks": "印を付ける欄（checks）",
    "table": "行を足せる表（columns）",
}
PART_CONTENT = {"text": "lines", "articles": "articles", "fields": "fields", "boxes": "fields", "checks": "checks", "table": "columns"}
"""The field of a part that its kind needs; the other ones stay empty."""
_RESTS_ON = ("statement", "statistic", "law", "function")


@dataclass(frozen=True, kw_only=True)
class FormArticle(Record):
    """様式の条文の一つ。番号は並びから付く。〔　〕の中は、使う人が書く所。"""

    title: str = spec("見出し（かっこは付けない）")
    text: tuple[str, ...] = spec("項（一つ目から順に）")
    items: tuple[str, ...] = spec("一つ目の項に続く号", default=())
    see: tuple[str, ...] = spec("もとになる記述（なければ、このハンドブックの提案）", default=(), refs=_RESTS_ON)


@dataclass(frozen=True, kw_only=True)
class FormField(Record):
    """記入欄の一つ。"""

    label: str = spec("欄の見出し")
    hint: str = spec("欄の中にうすく出る手がかり（〔　〕は付けない）", default="")
    lines: int = spec("欄の高さ（行）", default=1)
    choices: tuple[str, ...] = spec("選ぶ言葉（Word では選択、Excel では一覧になる。半角コンマなしで、合わせて255字まで）", default=())
    see: tuple[str, ...] = spec("もとになる記述", default=(), refs=_RESTS_ON)


@dataclass(frozen=True, kw_only=True)
class FormCheck(Record):
    """印を付ける欄の一つ。"""

    text: str = spec("確かめること")
    see: tuple[str, ...] = spec("もとになる記述", default=(), refs=_RESTS_ON)


@dataclass(frozen=True, kw_only=True)
class FormColumn(Record):
    """表の列。"""

    title: str = spec("列の見出し")
    width: int = spec("幅の割合", default=2)
    hint: str = spec("書き方（Excel の入力時に出る）", default="")
    choices: tuple[str, ...] = spec("選ぶ言葉（Excel では一覧になる。半角コンマなしで、合わせて255字まで）", default=())


@dataclass(frozen=True, kw_only=True)
class FormRow(Record):
    """表に初めから書いておく行。"""

    cells: tuple[str, ...] = spec("左の列からの言葉（右の列は空いたままになる）")
    see: tuple[str, ...] = spec("もとになる記述", default=(), refs=_RESTS_ON)


@dataclass(frozen=True, kw_only=True)
class FormPart(Record):
    """様式のまとまり。kind に合う中身を一つだけ書く。"""

    kind: str = spec("まとまりの形", choices=PART_KINDS)
    title: str = spec("見出し", default="")
    sheet: str = spec("Excel のシートの名前（表だけ。書かなければ見出し）", default="")
    note: str = spec("書く人への手がかり（一文か二文）", default="")
    lines: tuple[str, ...] = spec("文。〔　〕の中は、使う人が書く所", default=())
    articles: tuple[FormArticle, ...] = spec("条文", default=())
    fields: tuple[FormField, ...] = spec("記入欄", default=())
    checks: tuple[FormCheck, ...] = spec("印を付ける欄", default=())
    columns: tuple[FormColumn, ...] = spec("表の列", default=())
    rows: tuple[FormRow, ...] = spec("表に初めから書いておく行", default=())
    blank: int = spec("表の空いた行の数", default=0)
    height: int = spec("Word の表の行の高さ（行。手で書く紙は高くする）", default=1)
    see: tuple[str, ...] = spec("まとまりのもとになる記述", default=(), refs=_RESTS_ON)


@dataclass(frozen=True, kw_only=True)
class Form(Record):
    """様式（ひな形）。templates/<名前>.yml が templates/<名前>.html と、Word か Excel のファイルになる。"""

    id: str = spec("id（「form-」とファイル名）", own="form")
    title: str = spec("様式の題")
    group: str = spec("一覧でのまとまり", choices=FORM_GROUPS)
    order: int = spec("並べる順（様式ぜんぶで小さい順。同じ group は続ける）")
    file: str = spec("ファイルの種類", choices=FORM_FILES)
    wide: bool = spec("Word を横長の紙にするか", default=False)
    description: str = spec("一覧に出す一文")
    purpose: str = spec("何のための様式か", prose=True)
    when: str = spec("いつ使うか")
    who: str = spec("だれが書くか")
    roles: tuple[str, ...] = spec("おもにだれが使うか（書かなければ全員）", default=(), choices=ROLES)
    follows: tuple[ToolPoint, ...] = spec("もとにした資料の考え")
    adapt: tuple[ToolPoint, ...] = spec("地域に合わせて変えるところ")
    open: tuple[ToolPoint, ...] = spec("資料が決めていないところ（空けてある）", default=())
    fits: tuple[str, ...] = spec("この様式へのリンクを出すところ", default=(), refs=("page", "trouble", "event"))
    see: tuple[str, ...] = spec("あわせて使うもの", default=(), refs=("page", "section", "checklist", "tool", "easy", "form", "guide"))
    parts: tuple[FormPart, ...] = spec("様式の中身")
