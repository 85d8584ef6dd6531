"""Tools: decisions in small questions, each step with its reason and where the reason comes from."""

from __future__ import annotations

from dataclasses import dataclass

from .fields import Record, spec

BASES = {"source": "出典による", "ours": "このサイトの目安"}
LEVELS = {"micro": "ミクロ（支援の質）", "mezzo": "メゾ（支援のつながり）", "macro": "マクロ（体制づくり）"}
TERMS = {"now": "すぐにできる", "short": "急ぐ（短期）", "long": "中長期", "wait": "時機を待つ"}
TONES = {"go": "進められる", "ask": "先に確かめる", "stop": "進めない"}
_FACTS = ("statement", "statistic", "law", "function")


@dataclass(frozen=True, kw_only=True)
class ToolPoint(Record):
    """理由・説明・することの一つ。出典は、もとになる記述から取る。"""

    text: str = spec("文（一つか二つ）", prose=True)
    basis: str = spec("出典にあるか、私たちの目安か", choices=BASES)
    see: tuple[str, ...] = spec("もとになる記述（basis が source のとき一つ以上）", default=(), refs=_FACTS)


@dataclass(frozen=True, kw_only=True)
class ToolChoice(Record):
    """問いへの答えの一つ。"""

    id: str = spec("答えの id（保存される。公開したら変えない）", own="tool_choice")
    text: str = spec("答え")
    to: str = spec("次の問い、または結果", refs=("tool_question", "tool_outcome"))
    level: str = spec("この答えで決まる段階", default="", choices=LEVELS)
    term: str = spec("この答えで決まる時期", default="", choices=TERMS)
    reasons: tuple[ToolPoint, ...] = spec("なぜそう進むのか")
    todo: tuple[ToolPoint, ...] = spec("この答えのときにすること（結果に加わる）", default=())


@dataclass(frozen=True, kw_only=True)
class ToolQuestion(Record):
    """道具の問い。"""

    id: str = spec("問いの id", own="tool_question")
    title: str = spec("問い")
    help: tuple[ToolPoint, ...] = spec("考える手がかり", default=())
    choices: tuple[ToolChoice, ...] = spec("答え（二つ以上）")


@dataclass(frozen=True, kw_only=True)
class ToolOutcome(Record):
    """問いの先にある結果。"""

    id: str = spec("結果の id", own="tool_outcome")
    title: str = spec("結果（一文）")
    tone: str = spec("結果の調子", default="go", choices=TONES)
    points: tuple[ToolPoint, ...] = spec("どういうことか")
    todo: tuple[ToolPoint, ...] = spec("次にすること", default=())
    record: tuple[ToolPoint, ...] = spec("記録しておくこと", default=())
    meeting: str = spec("課題を出す会議（交通整理のとき）", default="", refs=("meeting",))
    label: str = spec("一覧での短い呼び名", default="")
    see: tuple[str, ...] = spec("くわしく読むページなど", default=(), refs=("page", "section"))


@dataclass(frozen=True, kw_only=True)
class Tool(Record):
    """道具の一つ。tools/<名前>.yml が docs/tools/<名前>.md で使われる。"""

    id: str = spec("道具の id", own="tool")
    title: str = spec("題（できること）")
    short: str = spec("目次に出す短い題")
    description: str = spec("一覧に出す一文")
    text: str = spec("何のための道具か", prose=True)
    cautions: tuple[ToolPoint, ...] = spec("使う前に知っておくこと（限りなど）")
    questions: tuple[ToolQuestion, ...] = spec("問い（先頭から始まる。なければ問いのない道具）", default=())
    outcomes: tuple[ToolOutcome, ...] = spec("結果", default=())
    rules: tuple[str, ...] = spec("問いのない道具で、決まりとして並べる記述", default=(), refs=("statement",))
    see: tuple[str, ...] = spec("あわせて読むもの", default=(), refs=("page", "section", "statistic", "checklist"))
