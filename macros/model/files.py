"""Which file holds which record, and the whole handbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .accessibility import Criterion
from .changes import Difference, Retired, Update
from .checklists import Checklist, Scale
from .easy import EasyPage
from .evidence import Case, Statistic
from .fields import Record
from .figures import Figure
from .forms import Form
from .guidance import CalendarEvent, Faq, LearningPath, Quiz, Term, Trouble
from .guides import Guide
from .knowledge import Chapter, FunctionSet, Law, Meeting, Page, Source
from .readings import Reading
from .search import Asked, Synonym
from .site import Site
from .tools import Tool


LOCAL = "local"
"""Folder below data/ for what those who run a copy of their own add; upstream never puts anything there."""


@dataclass(frozen=True)
class FileKind:
    """Files below data/ that match `glob` hold `record`: one, or a list of them. Those in data/local/ match `local`."""

    name: str
    glob: str
    record: type[Record]
    many: bool
    label: str
    local: str = ""

    @property
    def globs(self) -> tuple[str, ...]:
        """Where such files stand, one's own last."""
        return tuple(filter(None, (self.glob, self.local)))


FILE_KINDS = (
    FileKind("sources", "guidelines/sources.yml", Source, True, "出典", f"{LOCAL}/sources.yml"),
    FileKind("laws", "guidelines/laws.yml", Law, True, "法令"),
    FileKind("function_sets", "guidelines/functions.yml", FunctionSet, True, "機能"),
    FileKind("meetings", "guidelines/meetings.yml", Meeting, True, "会議"),
    FileKind("chapters", "guidelines/chapters.yml", Chapter, True, "章"),
    FileKind("pages", "guidelines/topics/*/*.yml", Page, False, "ハンドブックのページ"),
    FileKind("easy", "guidelines/easy/*.yml", EasyPage, False, "わかりやすい版"),
    FileKind("statistics", "guidelines/statistics/*.yml", Statistic, False, "統計"),
    FileKind("figures", "guidelines/figures/*.yml", Figure, False, "図"),
    FileKind("cases", "guidelines/cases/*.yml", Case, True, "事例", f"{LOCAL}/cases/*.yml"),
    FileKind("terms", "guidelines/glossary/*.yml", Term, True, "用語"),
    FileKind("faqs", "guidelines/faq/*.yml", Faq, True, "よくある質問"),
    FileKind("quizzes", "guidelines/quizzes/*.yml", Quiz, False, "クイズ"),
    FileKind("paths", "guidelines/paths.yml", LearningPath, True, "学習コース"),
    FileKind("troubles", "guidelines/troubles/*.yml", Trouble, True, "困りごと"),
    FileKind("events", "guidelines/calendar.yml", CalendarEvent, True, "年間の流れ"),
    FileKind("tools", "guidelines/tools/*.yml", Tool, False, "道具"),
    FileKind("forms", "guidelines/templates/*.yml", Form, False, "様式"),
    FileKind("guides", "guidelines/guides/*.yml", Guide, False, "進行ガイド"),
    FileKind("differences", "guidelines/differences.yml", Difference, True, "新旧のちがい"),
    FileKind("updates", "guidelines/updates.yml", Update, True, "更新履歴"),
    FileKind("synonyms", "guidelines/synonyms.yml", Synonym, True, "検索の言い換え"),
    FileKind("asked", "guidelines/asked.yml", Asked, True, "検索で打たれる文"),
    FileKind("retired", "guidelines/retired.yml", Retired, True, "やめた id"),
    FileKind("criteria", "guidelines/accessibility.yml", Criterion, True, "アクセシビリティの試験の結果"),
    FileKind("readings", "guidelines/readings.yml", Reading, True, "ふりがなの直し"),
    FileKind("scales", "guidelines/scales.yml", Scale, True, "段階"),
    FileKind("checklists", "checklists/*.yml", Checklist, False, "チェックリスト", f"{LOCAL}/checklists/*.yml"),
    FileKind("sites", f"{LOCAL}/site.yml", Site, False, "自分の版の設定"),
)


@dataclass(frozen=True, kw_only=True, eq=False)
class Handbook:
    """All records in file order, and an index from id to record.

    `unread` are ids that are written in files with faults: they exist, but cannot be used.
    """

    sources: tuple[Source, ...] = ()
    laws: tuple[Law, ...] = ()
    function_sets: tuple[FunctionSet, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    pages: tuple[Page, ...] = ()
    easy: tuple[EasyPage, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    figures: tuple[Figure, ...] = ()
    cases: tuple[Case, ...] = ()
    terms: tuple[Term, ...] = ()
    faqs: tuple[Faq, ...] = ()
    quizzes: tuple[Quiz, ...] = ()
    paths: tuple[LearningPath, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    events: tuple[CalendarEvent, ...] = ()
    tools: tuple[Tool, ...] = ()
    forms: tuple[Form, ...] = ()
    guides: tuple[Guide, ...] = ()
    differences: tuple[Difference, ...] = ()
    updates: tuple[Update, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    asked: tuple[Asked, ...] = ()
    retired: tuple[Retired, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    readings: tuple[Reading, ...] = ()
    scales: tuple[Scale, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    sites: tuple[Site, ...] = ()
    index: Mapping[str, Record] = field(default_factory=lambda: MappingProxyType({}))
    unread: frozenset[str] = frozenset()

    @property
    def site(self) -> Site:
        """Whose copy this is: data/local/site.yml, or upstream's own."""
        return self.sites[0] if self.sites else Site()
