"""進行ガイド: how to run a training or a meeting, minute by minute."""

from __future__ import annotations

from dataclasses import dataclass

from .fields import ROLES, Record, spec
from .tools import ToolPoint

_HANDOUTS = ("page", "section", "chapter", "form", "checklist", "easy", "tool", "statistic", "figure", "path", "quiz")


@dataclass(frozen=True, kw_only=True)
class GuideTask(Record):
    """準備やその後の一つ。"""

    when: str = spec("いつ")
    text: str = spec("すること", prose=True)


@dataclass(frozen=True, kw_only=True)
class Handout(Record):
    """配るもの・映すもの。"""

    go: str = spec("もの", refs=_HANDOUTS)
    use: str = spec("どう使うか（一文）")


@dataclass(frozen=True, kw_only=True)
class GuideStep(Record):
    """組での話合いの手順の一つ。"""

    minutes: int = spec("時間（分）")
    text: str = spec("すること", prose=True)


@dataclass(frozen=True, kw_only=True)
class GuideSlot(Record):
    """時間割の一こま。"""

    title: str = spec("こまの題")
    minutes: int = spec("時間（分）")
    text: str = spec("進め方", prose=True)
    say: str = spec("進行役の言葉の例", default="")
    steps: tuple[GuideStep, ...] = spec("組での話合いの手順（分の合計は、こまの時間と同じ）", default=())
    see: tuple[str, ...] = spec("もとになる記述", default=(), refs=("statement", "statistic", "law", "function"))


@dataclass(frozen=True, kw_only=True)
class Guide(Record):
    """進行ガイド。guides/<名前>.yml が kit/guides/<名前>.html になる。"""

    id: str = spec("id（「guide-」とファイル名）", own="guide")
    title: str = spec("題")
    short: str = spec("目次に出す短い題")
    order: int = spec("並べる順")
    description: str = spec("一覧に出す一文")
    minutes: int = spec("全体の時間（分。休憩も含む）")
    people: str = spec("だれが、何人くらいで")
    roles: tuple[str, ...] = spec("だれのための集まりか（書かなければ全員）", default=(), choices=ROLES)
    aims: tuple[str, ...] = spec("終わったときに、参加した人ができること")
    basis: tuple[ToolPoint, ...] = spec("もとにした考えと、このハンドブックの提案")
    prepare: tuple[GuideTask, ...] = spec("準備")
    handouts: tuple[Handout, ...] = spec("配るもの・映すもの")
    timetable: tuple[GuideSlot, ...] = spec("時間割")
    questions: tuple[str, ...] = spec("話が止まったときの問い")
    pitfalls: tuple[ToolPoint, ...] = spec("つまずきやすいところ")
    after: tuple[GuideTask, ...] = spec("そのあと")
    see: tuple[str, ...] = spec("あわせて読むもの", default=(), refs=("page", "section", "checklist", "tool", "easy", "form", "guide", "path"))
