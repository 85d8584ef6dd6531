"""The only file that knows MkDocs' events. Thin: every step is a plain function elsewhere."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from macros import generated, licences, memo, own_site, theme
from macros.aside import Aside
from macros.bundle import bundle
from macros.faults import StopBuild
from macros.finish import finish
from macros.frame import MANY_PAGES, remembering
from macros.prose import framed_tables
from macros.templates import COMPILED

_run: dict[str, Any] = {"live": False, "pages": {}, "aside": {}}


def on_startup(command: str, **_: Any) -> None:
    """Remember whether this is `mkdocs serve`."""
    _run["live"] = command == "serve"
    memo.begin(live=_run["live"])
    gc.set_threshold(100_000, 50, 100)  # a build makes much and throws little away: looking for garbage cost a tenth


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Fill the navigation and the settings from the data."""
    own_site.apply(config, config.extra["views"].handbook)
    config.nav = generated.navigation(config.nav, config.extra["views"].handbook)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages, bundles and exports that are made from the data."""
    handbook = config.extra["views"].handbook
    with _stopping():
        made, own = bundle(), own_site.files(handbook, Path(config.config_file_path).parent)
        config.extra["views"].notices = licences.notices(made.packages)
        for path, content in (*generated.everything(handbook, made), *own):
            files.append(File.generated(config, path, content=content))
        for file in [file for file in files if theme.is_unused(file.src_uri)]:
            files.remove(file)
    _run["pages"] = {}
    config.extra["many_pages"] = len(files.documentation_pages()) > MANY_PAGES
    config.extra["views"].published = frozenset(file.dest_uri for file in files)
    return files


@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Give a handbook page the description that its data holds, and set aside what the macros wrote."""
    record = config.extra["views"].pages.get(page.file.dest_uri)
    if record is not None:
        page.meta.setdefault("description", record.description)
    _run["aside"][page.file.dest_uri] = aside = Aside()
    return aside.take(markdown)


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Take back what was set aside, frame the tables of the Markdown, and remember the text for the search."""
    aside = _run["aside"].pop(page.file.dest_uri)
    html = aside.give_back(html)
    page.present_anchor_ids |= aside.anchors()
    _run["pages"][page.file.dest_uri] = (page.title, html)
    return framed_tables(html)


def on_env(env: Environment, **_: Any) -> Environment:
    """Let the frame of the pages ask for each address once, not once a page, and be compiled once."""
    env.filters["url"] = remembering(env.filters["url"])
    env.bytecode_cache = COMPILED
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Complete the built site."""
    with _stopping():
        finish(config.site_dir, config.extra["views"], _run["pages"], live=_run["live"])
    memo.next_build()


@contextlib.contextmanager
def _stopping() -> Iterator[None]:
    try:
        yield
    except StopBuild as stop:
        raise BuildError(str(stop)) from None
