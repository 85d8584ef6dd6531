"""What helps the search: the words that people type for the words of the site, and the sentences for its answers."""

from __future__ import annotations

from dataclasses import dataclass

from .fields import Record, spec


@dataclass(frozen=True, kw_only=True)
class Synonym(Record):
    """検索で、打たれた言葉をこのサイトの言葉に読みかえる。用語集の「aka」は書かなくても読みかえる。"""

    word: str = spec("このサイトの言葉（本文に出てくる書き方）")
    typed: tuple[str, ...] = spec("検索で打たれそうな言葉。略語、古い名、日常の言い方。活用する言葉は、変わらないところまで書く（例: たたかれ）")
    same: bool = spec("書き方がちがうだけか（true なら、長い言葉の中でも置きかえる。例: 障がい → 障害）", default=False)


@dataclass(frozen=True, kw_only=True)
class Asked(Record):
    """検索で、答えとちがう言葉で打たれる文。似た文が打たれると、その記録が上に出る。画面には出ない。"""

    answer: str = spec("答えになる記録の id", refs=(
        "page", "section", "function_set", "function", "meeting", "figure", "faq", "term", "case", "law", "difference",
        "trouble", "event", "statistic", "checklist", "item", "tool", "path", "form", "guide",
    ))
    typed: tuple[str, ...] = spec("打たれそうな文。専門の言葉を使わず、ふだんの言葉で（例: だれも口を開かない）", pattern=r"\S+", hint="間をあけずに書きます")
