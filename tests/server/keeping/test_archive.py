"""A saved server in one file: whole, or called damaged."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from pupitre.server.keeping.archive import (
    DATABASE,
    MANIFEST,
    Damaged,
    Manifest,
    Part,
    add,
    manifest_of,
    take_out,
)

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def bundle(folder: Path, *, manifest: bytes | None = None, path: str = DATABASE) -> Path:
    content = folder / "content"
    content.write_bytes(b"0123456789" * 10_000)
    target = folder / "saved.zip"
    with zipfile.ZipFile(target, "w") as archive:
        parts = (add(archive, content, path),)
        told = Manifest(made_at=NOON, conversations=1, events=2, parts=parts)
        archive.writestr(MANIFEST, msgspec.json.encode(told) if manifest is None else manifest)
    return target


def test_what_is_put_in_comes_out(tmp_path: Path) -> None:
    with zipfile.ZipFile(bundle(tmp_path)) as archive:
        told = manifest_of(archive)
        take_out(archive, told.parts[0], tmp_path / "out" / "it")
    assert (tmp_path / "out" / "it").read_bytes() == (tmp_path / "content").read_bytes()
    assert (told.conversations, told.events, told.made_at) == (1, 2, NOON)


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "C:x", "a\\x"])
def test_nothing_leaves_the_folder(tmp_path: Path, path: str) -> None:
    parts = [Part(path=DATABASE, size=0, sha256=""), Part(path=path, size=0, sha256="")]
    told = Manifest(made_at=NOON, conversations=0, events=0, parts=tuple(parts))
    archive = zipfile.ZipFile(bundle(tmp_path, manifest=msgspec.json.encode(told)))
    with archive, pytest.raises(Damaged, match="no saved server"):
        manifest_of(archive)


@pytest.mark.parametrize("manifest", [b"", b"{}", b"[1]", b"\xff"])
def test_another_zip_is_no_saved_server(tmp_path: Path, manifest: bytes) -> None:
    with (
        zipfile.ZipFile(bundle(tmp_path, manifest=manifest)) as archive,
        pytest.raises(Damaged, match="no saved server"),
    ):
        manifest_of(archive)


def test_a_later_format_is_told(tmp_path: Path) -> None:
    told = Manifest(format=2, program="9.0", made_at=NOON, conversations=0, events=0)
    archive = zipfile.ZipFile(bundle(tmp_path, manifest=msgspec.json.encode(told)))
    with archive, pytest.raises(Damaged, match=r"newer version of Pupitre \(9.0\)"):
        manifest_of(archive)


def test_a_part_that_changed_is_damaged(tmp_path: Path) -> None:
    with zipfile.ZipFile(bundle(tmp_path)) as archive:
        part = msgspec.structs.replace(manifest_of(archive).parts[0], sha256="0" * 64)
        with pytest.raises(Damaged, match="is damaged"):
            take_out(archive, part, tmp_path / "out")
