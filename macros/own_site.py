"""A copy of one's own: data/local/site.yml → the theme's settings and the published logo."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .model.files import LOCAL, Handbook

_FOLDER = "assets/own"


def apply(config: Any, handbook: Handbook) -> None:
    """Give the settings of the site generator the name, the description and the logo of those who run this copy.

    `config` has the attributes site_name, site_description, theme and extra. The frame of the pages
    (overrides/) reads plain values alone, as a template language without Python can.
    """
    site = handbook.site
    config.extra["site"] = dataclasses.asdict(site)
    if not handbook.sites:
        return
    config.site_name = site.name
    if site.description:
        config.site_description = site.description
    if site.logo:
        config.theme["favicon"] = config.extra["own_logo"] = f"{_FOLDER}/{site.logo}"


def files(handbook: Handbook, root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield (path on the site, content) of what the copy adds beside its records."""
    if handbook.site.logo:
        yield f"{_FOLDER}/{handbook.site.logo}", (root / "data" / LOCAL / handbook.site.logo).read_bytes()
