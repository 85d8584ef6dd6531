"""One function per macro: records → a component's template → HTML for a page.

Headings that belong in the table of contents are written as Markdown (a template's
line that begins with #); all the rest is HTML from macros/components/<name>/template.html.
"""

from __future__ import annotations

from typing import Any

from . import form_page
from .addresses import GLOSSARY, checklist_path, page_path
from .charts import chart
from .client_data import catalogue, own_standards, script_json, sheet_data, sheet_words
from .exports.csv import csv_name
from .figures import drawings
from .kit.page import kit_values
from .model import evidence, fields, knowledge
from .model.checklists import Checklist
from .model.easy import EasyPage
from .model.figures import Figure
from .model.forms import Form
from .model.guidance import LearningPath, Quiz
from .model.guides import Guide
from .model.knowledge import FunctionSet, Page
from .model.tools import Tool
from .own_checklists import Blanks, pattern
from .prose import figure
from .relations import citations_of, cited
from .renderer import Renderer
from .text_edition.site import ZIP_NAME, text_name
from .tiles import tile_maps
from .tool_data import page_values
from .uses import related


class Views(Renderer):
    """The macros of one handbook's pages; the first argument of each is the path of the page that calls it."""

    def opening(self, path: str) -> str:
        """Key points of a handbook page and whom it concerns."""
        return self.render("opening", path, page=self._page(path))

    def section(self, path: str, own: str) -> str:
        """Heading and statements of a section."""
        page = self._page(path)
        section = next(s for s in page.sections if s.id == own)
        related = self.relations.related(section, page)
        html = self.render("section", path, page=page, section=section, related=related, numbers=self._numbers(page))
        html = self.terms.mark(html, path, GLOSSARY.seen_from(path))
        return f"## {section.title} {{ #{section.id} }}\n\n{html}\n"

    def functions(self, path: str, own: str) -> str:
        """The functions of a set, each with its statements."""
        function_set = self._record(own, FunctionSet)
        return self.render("functions", path, function_set=function_set, numbers=self._numbers(self._page(path)))

    def meetings(self, path: str) -> str:
        """The kinds of meeting and what goes from one to the next."""
        return self.render("meetings", path, numbers=self._numbers(self._page(path)))

    def statistic(self, path: str, own: str) -> str:
        """A statistic: chart, equal table, date and source; on its own page also tools and what it belongs to."""
        statistic = self._record(own, evidence.Statistic)
        return self.render(
            "statistic", path, statistic=statistic, chart=chart(statistic), maps=tile_maps(statistic), csv=csv_name(statistic),
            own=path == self.places[own].path, used=self.uses.get(own, []), related=related(statistic, self.handbook),
        )

    def picture(self, path: str, own: str) -> str:
        """A figure: drawing, note, and the same in words."""
        record = self._record(own, Figure)
        content, narrow, wide = drawings(record, self.handbook)
        return self.render(
            "picture", path, figure=record, content=content, narrow=narrow, wide=wide,
            names={piece.id: piece.label for piece in content.pieces}, numbers=self._numbers(self._page(path)),
        )

    def closing(self, path: str) -> str:
        """What to check, what to read next, and the sources of a handbook page."""
        page = self._page(path)
        html = self.render("closing", path, page=page, citations=citations_of(page, self.handbook))
        return html + "\n\n" + self.render("term-card", path, terms=self.terms.used(path))

    def home(self, path: str) -> str:
        """The start page: by task and by role."""
        return self.render("home", path, pages_by_role=self._pages_by_role())

    def chapters(self, path: str) -> str:
        """All chapters with their pages."""
        return self.render("chapters", path, pages_by_role=self._pages_by_role())

    def chapter(self, path: str, own: str) -> str:
        """The pages of one chapter."""
        return self.render("chapter", path, chapter=self._record(own, knowledge.Chapter))

    def self_check(self, path: str, own: str) -> str:
        """The form of a checklist, and the data that its script needs."""
        checklist = self._record(own, Checklist)
        data = sheet_data(checklist, self.handbook)
        scale = self.handbook.index[checklist.scale]
        return self.render(
            "self-check", path, checklist=checklist, scale=scale, data=script_json(data), pattern=None,
            upper_levels=[level.label for level in scale.levels[: len(scale.levels) // 2]], **sheet_words(checklist),
        )

    def own_checklist(self, path: str) -> str:
        """The page where a checklist of somebody's own, dropped in as a file, becomes a self-check."""
        checklist, scale = pattern()
        return self.render(
            "own-checklist", path, checklist=checklist, scale=scale, pattern=Blanks, upper_levels=["⟦upper⟧"],
            subject_label="⟦subjectLabel⟧", asked="⟦asked⟧", standards=script_json(own_standards(self.handbook)),
        )

    def compare(self, path: str) -> str:
        """The page that lays several respondents' or several years' answers side by side."""
        return self.render("compare", path, data=script_json(catalogue(self.handbook)), standards=script_json(own_standards(self.handbook)))

    def workbench(self, path: str) -> str:
        """The workbench of block meetings, which reads files of every checklist."""
        return self.render("workbench", path, data=script_json(catalogue(self.handbook)), standards=script_json(own_standards(self.handbook)))

    def worksheet(self, path: str) -> str:
        """The worksheet that councils and prefectures bring to a block meeting."""
        return self.render("worksheet", path, data=script_json(catalogue(self.handbook)))

    def easy_page(self, path: str, own: str) -> str:
        """A page in plain Japanese: pictures, short sentences, and what they rest on."""
        page = self._record(own, EasyPage)
        return self.render("easy-page", path, page=page, sources=cited(page, self.handbook))

    def easy_pages(self, path: str) -> str:
        """All pages in plain Japanese, by group."""
        return self.render("easy-pages", path, records=self.handbook.easy)

    def path(self, path: str, own: str) -> str:
        """The steps of a learning path."""
        return self.render("path", path, record=self._record(own, LearningPath))

    def quiz(self, path: str, own: str) -> str:
        """The questions of a quiz."""
        return self.render("quiz", path, record=self._record(own, Quiz))

    def tool(self, path: str, own: str) -> str:
        """A tool, by the component that bears its id."""
        return self.render(own, path, **page_values(self._record(own, Tool), self.handbook))

    def form(self, path: str, own: str) -> str:
        """A form: what it is for, its file, and its content."""
        form = self._record(own, Form)
        return self.render("form", path, form=form, article_number=form_page.article_numbers(form), **form_page.sources(form, self.handbook))

    def guide(self, path: str, own: str) -> str:
        """A facilitation guide."""
        guide = self._record(own, Guide)
        return self.render("guide", path, guide=guide, **form_page.sources(guide, self.handbook))

    def stat(self, path: str, name: str) -> str:
        """A single figure in running prose."""
        del path
        return figure(self.handbook, name)

    def listing(self, path: str, family: str) -> str:
        """All records of a family (terms, laws, faqs …) by the component `list-<family>`."""
        return self.render(f"list-{family}", path, records=getattr(self.handbook, family))

    def text_edition(self, path: str) -> str:
        """Where the plain texts of the checklists and the handbook pages are."""
        checklists = [(c.title, text_name(checklist_path(c))) for c in self.handbook.checklists]
        groups = [("チェックリスト（記入前）", checklists)] + [
            (chapter.title, [(self.handbook.index[own].title, text_name(page_path(self.handbook.index[own]))) for own in chapter.pages])
            for chapter in self.handbook.chapters if chapter.pages
        ]
        return self.render("text-edition", path, groups=groups, zip=ZIP_NAME)

    def kit(self, path: str) -> str:
        """The training kit: every part, and the parts that one picks as one ZIP."""
        return self.render("kit", path, **kit_values(self.handbook))

    def licences(self, path: str, *, bundled: bool) -> str:
        """Whose code (bundled: in the scripts) and data the site ships, with the texts of their licences."""
        return self.render("licences", path, notices=self.notices, bundled=bundled)

    def own_edition(self, path: str) -> str:
        """Whose copy of the site this is, and whom to ask."""
        return self.render("own-edition", path)

    def _pages_by_role(self) -> dict[str, list[Page]]:
        """Pages in reading order for each role that some page names."""
        ordered = [self.handbook.index[own] for chapter in self.handbook.chapters for own in chapter.pages]
        by_role = {role: [page for page in ordered if role in page.roles] for role in fields.ROLES}
        return {role: pages for role, pages in by_role.items() if pages}


MACROS = (
    "opening", "section", "functions", "meetings", "picture", "statistic", "closing", "stat", "listing",
    "text_edition", "home", "chapters", "chapter", "self_check", "own_checklist", "compare", "workbench", "worksheet", "path", "quiz", "tool",
    "easy_page", "easy_pages", "form", "guide", "kit", "licences", "own_edition",
)
