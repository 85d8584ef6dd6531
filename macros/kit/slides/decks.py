"""Decks: a chapter, or a learning path, with its sets of three lengths."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ...faults import BadData
from ...load import walk
from ...model.evidence import Statistic
from ...model.files import Handbook
from ...model.guidance import LearningPath, Quiz, Step
from ...model.knowledge import Chapter, Page
from ...prose import plain
from ...titles import titles
from . import layout, plan
from .measure import faults, packed
from .pages import PageSlides
from .plan import Deck, Line, Slide
from .sets import deck
from .words import minutes_for

NAME = "協議会ハンドブック"


def decks(handbook: Handbook, root: Path) -> list[Deck]:
    """Every deck. Raises BadData with every text that would leave its box."""
    maker = PageSlides(handbook, root)
    made = [_of_chapter(chapter, maker) for chapter in handbook.chapters if chapter.pages]
    made += [_of_path(path, maker) for path in handbook.paths]
    wrong = [fault for each in made for slide in each.slides for fault in faults(slide)]
    if wrong:
        raise BadData(wrong)
    return made


def _of_chapter(chapter: Chapter, maker: PageSlides) -> Deck:
    handbook = maker.handbook
    maker.forget()
    pages = [handbook.index[own] for own in chapter.pages]
    found = [slide for page in pages for slide in maker.of(page)]
    aims = [Line(page.short, place=page.place) for page in pages]
    opening = [_cover(chapter.title, chapter.summary, chapter), *_list("きょう話すこと", aims, "この中で、いちばん気になるのはどれですか。", chapter)]
    return deck(f"chapter-{chapter.folder}", chapter.title, chapter.id, opening, found, [_end(pages, chapter, handbook)])


def _of_path(path: LearningPath, maker: PageSlides) -> Deck:
    handbook = maker.handbook
    maker.forget()
    found = [slide for step in path.steps for slide in _of_step(step, maker)]
    aims = [Line(f"{step.minutes}分", step.title, step.place) for step in path.steps]
    title = path.title
    opening = [_cover(title, plain(path.text, handbook), path), *_list("コースの歩み", aims, "もう歩き終えたところはありますか。", path)]
    pages = [record for step in path.steps if isinstance(record := handbook.index[step.go], Page)]
    return deck(path.id, title, path.id, opening, found, [_end(pages, path, handbook)])


def _of_step(step: Step, maker: PageSlides) -> list[Slide]:
    """The slides of what a step opens; where that is no page, the step itself."""
    handbook = maker.handbook
    record = handbook.index[step.go]
    if isinstance(record, Page):
        return [replace(slide, group=step.id) for slide in maker.of(record)]
    if isinstance(record, Statistic):
        return [replace(slide, group=step.id, ask="この数字を見て、意外だったことは何ですか。") for slide in maker.statistic(record)]
    holder = next((page for page in handbook.pages if any(inner is record for inner in walk(page))), None)
    if holder is not None:
        return [replace(slide, group=step.id) for slide in maker.of(holder) if record.title in slide.title or slide.rank == plan.KEY]
    words = _words_of(record, step, handbook)
    say = (plain(step.text, handbook), f"サイトで開くもの：{titles(handbook)[step.go]}")
    return [Slide("points", step.title, words, say, "開いてみて、はじめに目にとまったのは何ですか。", 2, plan.METHOD, step.id, step.id, place=step.place)]


def _words_of(record: object, step: Step, handbook: Handbook) -> tuple[Line, ...]:
    title = getattr(record, "title", "") or getattr(record, "term", "")
    lines = [Line(plain(title, handbook), "開くもの", step.place)]
    if isinstance(record, Quiz):
        lines.append(Line(f"{len(record.questions)}問", "問いの数", step.place))
    lines.append(Line(f"{step.minutes}分ほど", "時間", step.place))
    return tuple(lines)


def _cover(title: str, text: str, record: object) -> Slide:
    say = (
        "自己紹介をし、きょうのねらいを伝えます。", text,
        "このファイルには30分・60分・90分の三つの組が入っています。PowerPoint の「スライドショー」の「目的別スライドショー」で、時間を選んで始めます。"
        "ノートの【時間】は、組ごとの目安です。使わないスライドは消してもかまいません。",
    )
    return Slide("cover", title, (Line(text),), say, "きょう、持ち帰りたいことは何ですか。", 1, place=record.place)


def _list(title: str, lines: list[Line], ask: str, record: object) -> list[Slide]:
    pages = packed(lines, layout.BODY_SIZE, layout.BODY, most=7)
    named = [title if len(pages) == 1 else f"{title}（{number}/{len(pages)}）" for number in range(1, len(pages) + 1)]
    return [
        Slide("points", name, shown, ("順番と、休む時間を伝えます。", "、".join(line.label or line.text for line in shown)), ask, 1, place=record.place)
        for name, shown in zip(named, pages)
    ]


def _end(pages: list[Page], record: object, handbook: Handbook) -> Slide:
    lines = (
        Line("きょうの話は、ハンドブックの各ページにあります。"),
        Line("ふりがな、大きな文字、わかりやすい版もあります。"),
        Line("自己点検は、成績ではなく話合いの入口です。"),
    )
    say = ("きょうの要点を、一つだけ言葉にしてもらいます。", "くわしいページ：" + "、".join(page.title for page in pages))
    return Slide("points", "もっと知るには", lines, say, "きょう、いちばん心に残ったことは何ですか。", max(1, min(2, minutes_for(say))), place=record.place)
