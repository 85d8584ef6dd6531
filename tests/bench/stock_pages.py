"""A hook beside the site's own: writes every page as Markdown after its macros ran, for plain Material to build.

$STOCK names the folder. The scripts of our own pages are left out: they would not be found there.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

_SCRIPT = re.compile(r"<script\b[^>]*\bsrc=[^>]*></script>")


@event_priority(-100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Write the configuration of a plain site with the same navigation, filled from the data."""
    plain: dict[str, Any] = {
        "site_name": config.site_name,
        "use_directory_urls": False,
        # Material's typeface from another host is left out, which favours it.
        "theme": {"name": "material", "language": "ja", "font": False},
        "plugins": [{"search": {"lang": "ja"}}],
        "markdown_extensions": [{name: config.mdx_configs[name]} if config.mdx_configs.get(name) else name for name in config.markdown_extensions],
        "exclude_docs": "!/templates/\n",
        "nav": config.nav,
    }
    _write("mkdocs.yml", _yaml(plain) + "\n")
    return config


@event_priority(-50)  # before ours sets aside what the macros wrote
def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Write the page with its title and description."""
    meta = {"title": page.title, **page.meta}
    body = _SCRIPT.sub("", markdown)
    _write(f"docs/{page.file.src_uri}", f"---\n{_yaml(meta)}\n---\n\n{body}")
    return markdown


def _yaml(value: object) -> str:
    """As JSON, which is YAML too and takes the texts of our records as they are."""
    return json.dumps(value, ensure_ascii=False)


def _write(path: str, text: str) -> None:
    target = Path(os.environ["STOCK"]) / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
