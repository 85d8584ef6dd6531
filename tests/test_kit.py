"""The kit: its offline edition, its list of parts, and what happens where something is missing."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import subprocess
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from macros.faults import StopBuild
from macros.kit import archive, manifest, registry
from macros.kit.edition import Edition, edition
from macros.kit.kinds import occasions
from macros.kit.make import Made, _known, _make, open_press
from macros.kit.page import as_list, from_list
from macros.kit.part import Part, ToolMissing

from .conftest import ROOT

EDITION = Edition(1_795_253_677, "0508121")  # 2026-11-21 09:34:37 UTC


def _part(own: str = "a", path: str = "a.pdf", write=lambda: b"bytes") -> Part:
    return Part(own, "handout", "題", path, "ch-basics", write)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("index.html", "404.html", "sitemap.xml.gz", "self-check/x.html", "kit/files/old.pdf", "assets/a.js.map"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<p>{name}</p>", encoding="utf-8")
    return tmp_path


def test_the_offline_edition_holds_the_site_and_how_to_open_it(site: Path) -> None:
    data = archive.offline_zip(site, EDITION, "県の<ハンドブック>", instead={"kit/files/a.pdf": b"pdf"}, contact="県庁")
    opened = zipfile.ZipFile(io.BytesIO(data))
    top = archive.TOP
    assert opened.namelist() == sorted([
        f"{top}/README.txt", f"{top}/index.html", f"{top}/site/index.html", f"{top}/site/kit/files/a.pdf",
        f"{top}/site/self-check/x.html", f"{top}/{archive.README_JA}",
    ])
    readme = opened.read(f"{top}/{archive.README_JA}")
    assert readme.startswith("\ufeff県の<ハンドブック>".encode()) and readme.count(b"\n") == readme.count(b"\r\n")
    assert "2026年11月21日" in readme.decode() and "県庁" in readme.decode() and "$" not in readme.decode()
    assert opened.getinfo(f"{top}/{archive.README_JA}").flag_bits & 0x800, "the name is told to be UTF-8"
    assert "<title>県の&lt;ハンドブック&gt;</title>" in opened.read(f"{top}/index.html").decode()


def test_the_offline_edition_does_not_depend_on_when_and_by_whom_it_was_made(site: Path) -> None:
    before = archive.offline_zip(site, EDITION, "名")
    for path in site.rglob("*.html"):
        os.utime(path, (1, 1))
        path.chmod(0o600)
    assert archive.offline_zip(site, EDITION, "名") == before
    info = zipfile.ZipFile(io.BytesIO(before)).infolist()[0]
    assert info.date_time == (2026, 11, 21, 9, 34, 36)  # ZIP counts in steps of two seconds
    assert info.external_attr >> 16 == 0o100644


@pytest.mark.parametrize("name", ["a" * 121, "協議会.pdf"])
def test_a_name_that_windows_could_not_unpack_stops_the_kit(site: Path, name: str) -> None:
    with pytest.raises(archive.ArchiveError, match="名前"):
        archive.offline_zip(site, EDITION, "名", instead={name: b""})


def test_the_parts_of_the_real_kit_can_stand_in_one_kit(handbook) -> None:
    found = registry.all_parts(handbook, ROOT, open_press())
    assert {part.about for part in found if part.kind == "checklist"} >= {checklist.id for checklist in handbook.checklists}


@pytest.mark.parametrize("found", [[_part(), _part("b", "A.pdf")], [_part(), _part("a", "b.pdf")], [_part(path="表.pdf")], [_part(path="a" * 81)]])
def test_parts_that_collide_or_have_bad_names_are_told(found: list[Part]) -> None:
    assert len(list(registry._faults(found))) == 1


def test_a_part_that_cannot_be_made_is_left_out_and_told() -> None:
    def write() -> bytes:
        raise ToolMissing("Chromium を入れてください。")

    def overflow() -> bytes:
        raise StopBuild("3枚目があふれています。")

    _known[:] = [_part(), _part("b", "b.pdf", write), _part("c", "c.pdf", overflow)]
    assert [_make(0), _make(1)] == [(b"bytes", "", False), (b"", "Chromium を入れてください。", False)]
    assert _make(2) == (b"", "3枚目があふれています。", True)
    _known.clear()


def _value(script: str, name: str) -> object:
    assert script.startswith(f"globalThis{name}=") and script.endswith(";\n")
    return json.loads(script.removeprefix(f"globalThis{name}=").removesuffix(";\n"))


def test_the_manifest_tells_sizes_checksums_and_what_is_missing() -> None:
    made = [Made(_part(), b"bytes"), Made(_part("b", "b.pdf"), missing="Chromium を入れてください。")]
    told = _value(manifest.manifest(made, EDITION, offline=b"zip"), ".KyogikaiKit")
    assert told["date"] == "2026-11-21" and told["commit"] == "0508121" and told["wrapped"] is False
    assert told["files"] == {"a": {"bytes": 5, "sha256": hashlib.sha256(b"bytes").hexdigest()}}
    assert told["missing"] == {"b": "Chromium を入れてください。"}
    assert told["offline"]["bytes"] == 3
    empty = _value(manifest.manifest(), ".KyogikaiKit")
    assert empty["files"] == {} and empty["offline"] is None and empty["date"] == ""


def test_a_wrapped_part_gives_its_bytes_back() -> None:
    text = _value(manifest.wrapped(Made(_part(), b"\x00\xff</script>")), '["KyogikaiKit:a"]')
    assert base64.b64decode(text) == b"\x00\xff</script>"


def test_the_offline_edition_takes_first_what_a_training_cannot_do_without() -> None:
    noise = [hashlib.sha256(bytes([number])).digest() * 40 for number in range(4)]
    kinds = (("big", "large-print"), ("s-90", "slides"), ("s-30", "slides"), ("g", "guide"))
    made = [Made(Part(own, kind, "", f"{own}.x", "", bytes), data) for (own, kind), data in zip(kinds, noise, strict=True)]
    size = max(len(zlib.compress(manifest.wrapped(one).encode(), 6)) for one in made)
    held = manifest.fitting(made, size * 2)
    assert [(one.part.id, bool(one.data), bool(one.missing)) for one in held] == [
        ("big", False, True), ("s-90", False, True), ("s-30", True, False), ("g", True, False),
    ]
    assert manifest.fitting(made, size * 4) == made


def test_checksums_are_read_by_sha256sum(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"1")
    (tmp_path / "SUMS").write_text(manifest.checksums([("x", b"1")]), encoding="utf-8")
    assert subprocess.run(["sha256sum", "--check", "--quiet", "SUMS"], cwd=tmp_path, check=False).returncode == 0


def test_the_edition_is_the_last_commits_or_the_given_or_the_newest_update(handbook, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    without_git = edition(tmp_path, handbook)
    assert without_git.date == max(update.date for update in handbook.updates) and without_git.commit == ""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert edition(tmp_path, handbook).date == "1970-01-02"


def test_two_parts_of_one_path_stop_the_build(handbook, monkeypatch) -> None:
    monkeypatch.setattr(registry, "PLAIN", ("sheets", "sheets"))
    with pytest.raises(StopBuild, match="2 つ"):
        registry.plain_parts(handbook)


def test_an_occasion_picks_what_its_guide_hands_out(handbook) -> None:
    @dataclass(frozen=True)
    class Guides:
        """A handbook with a guide; a namespace is enough here."""

        chapters: tuple = handbook.chapters
        pages: tuple = handbook.pages
        guides: tuple = (SimpleNamespace(
            id="guide-x", title="研修", description="", handouts=[SimpleNamespace(go=handbook.chapters[0].pages[0]), SimpleNamespace(go="adviser")],
        ),)

    chapter = handbook.chapters[0].id
    found = [Part(own, kind, "", f"{own}.x", about, bytes) for own, kind, about in (
        ("s30", "slides", chapter), ("s60", "slides", chapter), ("h", "handout", chapter), ("big", "large-print", chapter),
        ("c", "checklist", "adviser"), ("other", "handout", "ch-other"), ("g", "guide", "guide-x"),
    )]
    assert [occasion.parts for occasion in occasions(Guides(), found)] == [("s30", "h", "c", "g")]
    assert list(occasions(Guides(guides=()), found)) == []


def test_the_build_of_the_site_is_told_the_parts(handbook) -> None:
    told = from_list(as_list(registry.plain_parts(handbook)))
    assert [(part.id, part.kind, part.title, part.path, part.about) for part in told] == [
        (part.id, part.kind, part.title, part.path, part.about) for part in registry.plain_parts(handbook)
    ]
