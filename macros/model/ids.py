"""Id patterns: the one place that says how each kind of id is spelled.

An id is ASCII, stable for ever, never reused, and unique across all data: it is
the HTML anchor, the spreadsheet key and the key of a saved answer.
The table is published in docs/about/ids.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORDS = r"[a-z0-9]+(?:-[a-z0-9]+)*"


@dataclass(frozen=True)
class IdKind:
    """One kind of id: its Japanese name, its pattern and an example."""

    name: str
    label: str
    prefix: str
    example: str

    @property
    def pattern(self) -> str:
        """Regular expression for the whole id."""
        return rf"^{self.prefix}{_WORDS}$"

    def matches(self, value: str) -> bool:
        """True if `value` is spelled as an id of this kind."""
        return re.fullmatch(self.pattern.strip("^$"), value) is not None


ID_KINDS = {
    kind.name: kind
    for kind in (
        IdKind("source", "出典", "src-", "src-guideline-2024"),
        IdKind("law", "法令", "law-", "law-sogoshien-89-3"),
        IdKind("function_set", "機能の一覧", "fs-", "fs-municipal"),
        IdKind("function", "機能", "fn-", "fn-municipal-social-resources"),
        IdKind("meeting", "会議", "mt-", "mt-plenary"),
        IdKind("chapter", "章", "ch-", "ch-municipal"),
        IdKind("page", "ページ", "page-", "page-what-is-council"),
        IdKind("easy", "わかりやすい版", "easy-", "easy-what-is-council"),
        IdKind("section", "節", "sec-", "sec-council-purpose"),
        IdKind("statement", "記述", "st-", "st-council-purpose-core"),
        IdKind("statistic", "統計", "stat-", "stat-council-number-r4"),
        IdKind("figure", "図", "fig-", "fig-meetings"),
        IdKind("case", "事例", "case-", "case-notice-2019-hokkaido-1"),
        IdKind("term", "用語", "term-", "term-kikan-center"),
        IdKind("faq", "よくある質問", "faq-", "faq-plenary-frequency"),
        IdKind("quiz", "クイズ", "quiz-", "quiz-municipal-basics"),
        IdKind("question", "クイズの問い", "qq-", "qq-municipal-basics-duty"),
        IdKind("path", "学習コース", "path-", "path-municipality"),
        IdKind("step", "学習の一歩", "step-", "step-municipality-what"),
        IdKind("trouble", "困りごと", "trouble-", "trouble-formal-only"),
        IdKind("event", "年間の流れの項目", "ev-", "ev-budget-request"),
        IdKind("tool", "道具", "tool-", "tool-sharing"),
        IdKind("tool_question", "道具の問い", "tq-", "tq-sharing-consent"),
        IdKind("tool_choice", "道具の答え", "tc-", "tc-sharing-consent-given"),
        IdKind("tool_outcome", "道具の結果", "to-", "to-sharing-share"),
        IdKind("form", "様式", "form-", "form-council-rules"),
        IdKind("guide", "進行ガイド", "guide-", "guide-newcomers"),
        IdKind("difference", "新旧のちがい", "diff-", "diff-base-functions"),
        IdKind("update", "更新履歴", "up-", "up-2026-11-21"),
        IdKind("scale", "段階", "scale-", "scale-four"),
        IdKind("checklist", "チェックリスト", "", "municipal-council"),
        IdKind("domain", "領域", "dom-", "dom-mc-meetings"),
        IdKind("item", "点検項目", "it-", "it-mc-secretariat-regular"),
    )
}
