"""Rules for a copy of one's own: what is in data/local/, the folder that upstream never touches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..faults import Fault
from ..model.fields import Text
from ..model.files import LOCAL, Handbook
from ..model.ids import ID_KINDS
from ..model.types import own_field
from ..own_checklists import OWN_ID
from .common import everything, fault

_OWN = "our-"
LARGEST_LOGO = 200 * 1024
# As an <img>, a drawing runs nothing and loads nothing: what needs that would only be broken.
_NOT_IN_A_LOGO = re.compile(rb"<script|<foreignObject|(?:href|src)\s*=\s*[\"'](?!#|data:)", re.I)


def own_ids_say_that_they_are(handbook: Handbook) -> Iterator[Fault]:
    """An id written in data/local/ begins with our- after the mark of its kind, and none elsewhere does: so no
    later id of upstream can be the same."""
    for record in everything(handbook):
        field = own_field(type(record))
        own = getattr(record, field.name) if field else None
        if not isinstance(own, Text):
            continue
        prefix = ID_KINDS[field.meta["own"]].prefix
        here = own.place.path.startswith(f"data/{LOCAL}/")
        named = own.removeprefix(prefix).startswith(_OWN)
        if here and not named and not own.removeprefix(prefix).startswith(OWN_ID):
            yield fault(own, record, f"data/{LOCAL}/ の id は「{prefix}{_OWN}」で始めてください。もとのサイトに同じ id ができても、ぶつかりません")
        elif named and not here:
            yield fault(own, record, f"「{prefix}{_OWN}」で始まる id は、data/{LOCAL}/ のためのものです。ほかの名前にしてください")


def contacts_can_be_reached(handbook: Handbook) -> Iterator[Fault]:
    """A contact tells a phone, a mail address or a page."""
    for site in handbook.sites:
        for contact in site.contacts:
            if not (contact.phone or contact.mail or contact.url):
                yield fault(contact.office, contact, f"「{contact.office}」に phone、mail、url のどれかを書いてください")


def faults(handbook: Handbook, root: Path) -> Iterator[Fault]:
    """The logo is there, small, and needs nothing but itself."""
    for site in handbook.sites:
        if not site.logo:
            continue
        path = root / "data" / LOCAL / site.logo
        if not path.is_file():
            yield fault(site.logo, site, f"data/{LOCAL}/{site.logo} がありません。絵を置くか、logo の行を消してください")
        elif path.stat().st_size > LARGEST_LOGO:
            yield fault(site.logo, site, f"{site.logo} は {path.stat().st_size // 1024} KB です。{LARGEST_LOGO // 1024} KB までに小さくしてください")
        elif path.suffix == ".svg" and _NOT_IN_A_LOGO.search(path.read_bytes()):
            yield fault(site.logo, site, f"{site.logo} に、script か、ほかのファイルへの参照があります。絵だけの SVG にしてください")


RULES = (own_ids_say_that_they_are, contacts_can_be_reached)
