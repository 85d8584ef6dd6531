"""What is made from the sources for readers: glossary, FAQ, learning, troubles, calendar."""

from __future__ import annotations

from dataclasses import dataclass

from .fields import ROLES, Record, spec
from .knowledge import Citation

_FACTS = ("statement", "statistic", "function", "meeting", "law", "case")


@dataclass(frozen=True, kw_only=True)
class Term(Record):
    """用語集の一語。"""

    id: str = spec("用語の id", own="term")
    term: str = spec("用語（このサイトの標準の書き方）")
    reading: str = spec("読み（ひらがな）", pattern=r"[ぁ-ゖー・A-Za-z0-9（）() ]+", hint="ひらがな（英字の略語はそのまま）")
    aka: tuple[str, ...] = spec("別の呼び名・書き方・古い名", default=())
    text: str = spec("意味（一文から三文）", prose=True)
    not_this: str = spec("まちがえやすいもの・ちがうもの", default="", prose=True)
    easy: str = spec("やさしい日本語の説明", plain=True)
    everyday: bool = spec("日常の語とまぎれるか（true なら、ページの中で意味の印を付けない）", default=False)
    see: tuple[str, ...] = spec("もとになる記述（一つ以上）", refs=_FACTS)


@dataclass(frozen=True, kw_only=True)
class Faq(Record):
    """よくある質問の一つ。"""

    id: str = spec("質問の id", own="faq")
    question: str = spec("問い（利用者の言葉で）")
    answer: str = spec("答え（三文まで）", prose=True)
    category: str = spec("分類。例: 会議の進め方")
    roles: tuple[str, ...] = spec("だれの問いか（書かなければ全員）", default=(), choices=ROLES)
    see: tuple[str, ...] = spec("もとになる記述（一つ以上）", refs=_FACTS)


@dataclass(frozen=True, kw_only=True)
class Choice(Record):
    """クイズの選択肢。"""

    text: str = spec("選択肢")
    correct: bool = spec("正しいか", default=False)


@dataclass(frozen=True, kw_only=True)
class Question(Record):
    """クイズの一問。"""

    id: str = spec("問いの id", own="question")
    text: str = spec("問い", prose=True)
    choices: tuple[Choice, ...] = spec("選択肢（二つから五つ、正解は一つ以上）")
    explanation: str = spec("解説", prose=True)
    see: tuple[str, ...] = spec("もとになる記述（一つ以上）", refs=_FACTS)


@dataclass(frozen=True, kw_only=True)
class Quiz(Record):
    """クイズ一組。"""

    id: str = spec("クイズの id", own="quiz")
    title: str = spec("題")
    about: str = spec("何を確かめるか")
    questions: tuple[Question, ...] = spec("問い")


@dataclass(frozen=True, kw_only=True)
class Step(Record):
    """学習コースの一歩。"""

    id: str = spec("id", own="step")
    title: str = spec("すること（動詞で終わる）")
    minutes: int = spec("目安の時間（分）")
    text: str = spec("なぜ・どう読むか", prose=True)
    go: str = spec("開くもの", refs=("page", "easy", "section", "checklist", "quiz", "statistic", "trouble", "term", "tool"))


@dataclass(frozen=True, kw_only=True)
class LearningPath(Record):
    """役割ごとの学習コース。"""

    id: str = spec("id", own="path")
    title: str = spec("題")
    role: str = spec("だれのコースか", choices=ROLES)
    text: str = spec("終えると何ができるか", prose=True)
    steps: tuple[Step, ...] = spec("歩み")


@dataclass(frozen=True, kw_only=True)
class Trouble(Record):
    """困りごとの一つ。"""

    id: str = spec("id", own="trouble")
    title: str = spec("困りごと（本人の言葉で）")
    category: str = spec("分類。例: 会議の進め方")
    signs: tuple[str, ...] = spec("こんな様子", default=())
    causes: tuple[str, ...] = spec("考えられる原因")
    first_step: str = spec("今週できる最初の一歩", prose=True)
    next_steps: tuple[str, ...] = spec("その次", prose=True)
    helpers: tuple[str, ...] = spec("だれに相談するか")
    roles: tuple[str, ...] = spec("だれの困りごとか（書かなければ全員）", default=(), choices=ROLES)
    see: tuple[str, ...] = spec("出典が述べていること（一つ以上）", refs=_FACTS + ("page", "section"))
    items: tuple[str, ...] = spec("関わる点検項目", default=(), refs=("item",))


@dataclass(frozen=True, kw_only=True)
class CalendarEvent(Record):
    """年間の流れの一項目。"""

    id: str = spec("id", own="event")
    months: tuple[int, ...] = spec("月（1〜12）")
    title: str = spec("すること")
    text: str = spec("説明", prose=True)
    track: str = spec("何の流れか", choices={"council": "協議会", "budget": "予算", "plan": "計画", "people": "引継ぎ・研修"})
    roles: tuple[str, ...] = spec("だれがするか（書かなければ全員）", default=(), choices=ROLES)
    basis: str = spec("出典にあるか、私たちの目安か", choices={"source": "出典による", "ours": "このサイトの目安"})
    sources: tuple[Citation, ...] = spec("出典と場所（basis が source のとき必要）", default=())
    see: tuple[str, ...] = spec("関わる記述など", default=(), refs=_FACTS + ("page", "section", "checklist"))
