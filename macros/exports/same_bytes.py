"""Office files whose bytes are the same at every run: their parts by name, under one fixed date."""

from __future__ import annotations

import io
import zipfile

_DATE = (2020, 1, 1, 0, 0, 0)


def same_bytes(archive: bytes) -> bytes:
    """Pack the parts of a ZIP anew; what is inside stays as it is."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as new:
        for name in sorted(old.namelist()):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # else the system that builds would show
            new.writestr(entry, old.read(name))
    return packed.getvalue()
