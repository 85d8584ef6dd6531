"""The only file that knows MkDocs' events. Thin: every step is a plain function elsewhere."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from macros import generated, offline


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages, bundles and exports that are made from the data."""
    handbook = config.extra["views"].handbook
    for path, text in generated.generated_pages(handbook):
        files.append(File.generated(config, path, content=text))
    for path, content in generated.generated_assets(handbook):
        files.append(File.generated(config, path, content=content))
    return files


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Fill the navigation from the data."""
    config.nav = generated.navigation(config.nav, config.extra["views"].handbook)
    return config


def on_post_build(config: MkDocsConfig, **_: Any) -> None:
    """Make the pages strict (CSP) and fit for file://."""
    offline.seal(config.site_dir)
