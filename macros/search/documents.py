"""Records → what a search finds: one document for each section, question, term, case, figure … with its address."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..addresses import Address
from ..load import walk
from ..model.checklists import Checklist
from ..model.evidence import Statistic
from ..model.files import Handbook
from ..model.forms import FORM_GROUPS
from ..model.knowledge import Chapter, Function, FunctionSet, Meeting, Page, Section, Statement
from ..model.tools import Tool
from ..prose import plain

KINDS = {
    "book": "ハンドブック", "faq": "よくある質問", "term": "用語", "case": "事例", "data": "統計", "check": "点検項目",
    "form": "様式", "tool": "道具", "law": "法令", "trouble": "困りごと", "event": "年間の流れ", "learn": "学ぶ",
    "chapter": "章", "site": "案内",
}
"""Kinds of documents with the words that readers see, in the order of the filters."""


@dataclass(frozen=True)
class Document:
    """One thing that a search finds.

    `place` says where it stands (breadcrumb), `also` holds other names, readings and places,
    `text` what is searched and quoted, `asked` what is searched but never shown, apart by spaces.
    """

    kind: str
    address: Address
    title: str
    text: str
    also: str = ""
    place: str = ""
    asked: str = ""


def documents(handbook: Handbook, places: Mapping[str, Address]) -> list[Document]:
    """A document for every record that answers a search, in the order of the site."""
    makers = (_book, _wholes, _lists, _figures, _checks, _lessons, _forms)
    sentences: dict[Address, str] = {places[asked.answer]: " ".join(asked.typed) for asked in handbook.asked}
    return [
        replace(document, asked=f"{document.asked} {sentences.pop(document.address, '')}".strip())
        for make in makers for document in make(handbook, places, lambda text: plain(text, handbook))
    ]


Plain = Callable[[str], str]
Places = Mapping[str, Address]


def _book(handbook: Handbook, places: Places, text: Plain) -> Iterator[Document]:
    chapters = {own: chapter for chapter in handbook.chapters for own in chapter.pages}
    for chapter in handbook.chapters:
        if chapter.id in places:
            yield Document("chapter", places[chapter.id], chapter.title, chapter.summary)
    for page in handbook.pages:
        place = chapters[page.id].title if page.id in chapters else ""
        points = _sentences(text(point.text) for point in page.key_points)
        yield Document("book", places[page.id], page.title, _sentences([page.description, points]), page.short, place)
        for section in page.sections:
            yield Document("book", places[section.id], section.title, _statements(section.statements, text), "", _join(place, page.short))


def _wholes(handbook: Handbook, places: Places, text: Plain) -> Iterator[Document]:
    """Functions, meetings and pictures: they stand on pages of the handbook."""
    chapters = {own: chapter.title for chapter in handbook.chapters for own in chapter.pages}
    where = {page.id: _join(chapters.get(page.id, ""), page.short) for page in handbook.pages}
    for group in handbook.function_sets:
        place = where[group.page]
        yield Document("book", places[group.id], group.title, text(group.text), place=place)
        for function in group.functions:
            body = _sentences([text(function.text), _statements(function.statements, text)])
            yield Document("book", places[function.id], function.title, body, place=_join(place, group.title))
    for meeting in handbook.meetings:
        statements = (*meeting.purpose, *meeting.members, *meeting.frequency, *meeting.points)
        body = _sentences([meeting.question, _statements(statements, text), *(text(feed.what) for feed in meeting.feeds)])
        yield Document("book", places[meeting.id], meeting.title, body, " ".join(meeting.aka), where[meeting.page])
    for picture in handbook.figures:
        body = _sentences([picture.alt, "、".join(filter(None, (part.label for part in picture.parts))), text(picture.note)])
        yield Document("book", places[picture.id], f"図：{picture.title}", body, place=where[picture.page])


def _lists(handbook: Handbook, places: Places, text: Plain) -> Iterator[Document]:
    for faq in handbook.faqs:
        yield Document("faq", places[faq.id], faq.question, text(faq.answer), place=faq.category)
    for term in handbook.terms:
        body = _sentences([text(term.text), text(term.not_this)])
        yield Document("term", places[term.id], term.term, body, " ".join((*term.aka, term.reading)), asked=_closed(term.easy))
    for case in handbook.cases:
        also = " ".join(filter(None, (case.prefecture, case.region, case.theme, case.type, case.status)))
        yield Document("case", places[case.id], case.title, _sentences([text(case.text), text(case.lesson)]), also, _join(case.prefecture, case.theme))
    for law in handbook.laws:
        body = _sentences([text(law.text), text(law.history)])
        yield Document("law", places[law.id], law.short, body, f"{law.group} {law.title} {law.article}".strip(), law.group)
    for difference in handbook.differences:
        body = _sentences([text(difference.after), text(difference.before), text(difference.meaning)])
        yield Document("law", places[difference.id], difference.title, body, place="新旧のちがい")
    for trouble in handbook.troubles:
        body = _sentences([*trouble.signs, *trouble.causes, text(trouble.first_step)])
        yield Document("trouble", places[trouble.id], trouble.title, body, place=trouble.category)
    for event in handbook.events:
        months = _months(event.months).replace("・", " ")
        yield Document("event", places[event.id], event.title, text(event.text), months, _months(event.months))
    for source in handbook.sources:
        yield Document("site", places[source.id], source.title, text(source.about), f"{source.short} {source.issuer}", "出典")


def _figures(handbook: Handbook, places: Places, text: Plain) -> Iterator[Document]:
    for statistic in handbook.statistics:
        yield Document(
            "data", places[statistic.id], statistic.title, _sentences([text(statistic.summary), _names(statistic)]),
            f"{statistic.short} {statistic.as_of_label}", _join(statistic.group, statistic.as_of_label),
        )


def _months(months: tuple[int, ...]) -> str:
    return "毎月" if len(months) == 12 else "・".join(f"{month}月" for month in months)


def _names(statistic: Statistic) -> str:
    """Names of columns and rows: a search for a prefecture or an item finds its table."""
    return "、".join(dict.fromkeys((*(c.title for c in statistic.columns), *(r.title for r in statistic.rows))))


def _checks(handbook: Handbook, places: Places, text: Plain) -> Iterator[Document]:
    for checklist in handbook.checklists:
        yield Document("check", places[checklist.id], checklist.title, _sentences([text(checklist.purpose), text(checklist.when)]), "自己点検")
        for domain in checklist.domains:
            place = _join(checklist.short, domain.title)
            for item in domain.items:
                # Of its reason the first sentence: it says what the item is for.
                why = text(item.why).partition("。")[0] + "。"
                asked = " ".join(map(_closed, (item.easy, *item.look_for)))
                yield Document("check", places[item.id], item.text, why, place=place, asked=asked)


def _lessons(handbook: Handbook, places: Places, text: Plain) -> Iterator[Document]:
    for tool in handbook.tools:
        yield Document("tool", places[tool.id], tool.title, _tool_text(tool, text), tool.short)
    for path in handbook.paths:
        body = _sentences([text(path.text), *(step.title for step in path.steps)])
        yield Document("learn", places[path.id], path.title, body, "学習コース", "学習コース")
    for quiz in handbook.quizzes:
        questions = " ".join(_closed(question.text) for question in quiz.questions)
        yield Document("learn", places[quiz.id], quiz.title, quiz.about, "クイズ", "クイズ", questions)


def _forms(handbook: Handbook, places: Places, text: Plain) -> Iterator[Document]:
    for form in handbook.forms:
        yield Document("form", places[form.id], form.title, _sentences([form.description]), "様式 ひな形", FORM_GROUPS[form.group])
    for guide in handbook.guides:
        yield Document("learn", places[guide.id], guide.title, _sentences([guide.description, *guide.aims]), "研修 進め方", "進行ガイド")


def _tool_text(tool: Tool, text: Plain) -> str:
    parts = (record for record in walk(tool) if type(record).__name__ in ("ToolQuestion", "ToolOutcome"))
    return _sentences([text(tool.text), *(text(caution.text) for caution in tool.cautions), *(part.title for part in parts)])


def _statements(statements: tuple[Statement, ...], text: Plain) -> str:
    return _sentences(_sentences([record.label, text(record.text)]) for record in statements)


def _sentences(parts) -> str:
    """The parts as one text: each ends like a sentence, without line breaks."""
    found = (" ".join(part.split()) for part in parts if part)
    return "".join(part if part[-1:] in "。？！" else f"{part}。" for part in found if part)


def _closed(text: str) -> str:
    """The text without spaces: one sentence that is asked."""
    return "".join(text.split())


def _join(*names: str) -> str:
    return " › ".join(filter(None, names))


def kind_of_page(path: str) -> str:
    """Kind of a page that has no record, by its folder."""
    folders = {
        "handbook": "book", "self-check": "check", "data": "data", "cases": "case", "faq": "faq", "glossary": "term",
        "trouble": "trouble", "calendar": "event", "laws": "law", "tools": "tool", "templates": "form", "learn": "learn", "kit": "learn",
    }
    return folders.get(path.partition("/")[0], "site")


