"""The folder of attachments."""

from datetime import timedelta
from pathlib import Path

import pytest

from pupitre.domain.ids import AttachmentId
from pupitre.server.clock import real_now
from pupitre.server.files.folder import Folder

A, B = AttachmentId("0193-aa01"), AttachmentId("0193-bb01")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path / "attachments")
    made.prepare()
    return made


def test_a_file_is_kept_in_its_place(folder: Folder) -> None:
    draft = folder.draft()
    draft.write_bytes(b"whole")
    folder.keep(draft, A)
    folder.write(b"small", A, small=True)
    assert folder.of(A).read_bytes() == b"whole"
    assert folder.of(A, small=True).read_bytes() == b"small"
    assert not draft.exists()
    assert folder.of(A).parent.name == "01"


def test_what_was_half_written_is_cleared_at_the_start(folder: Folder) -> None:
    folder.draft().write_bytes(b"half")
    folder.write(b"whole", A)
    folder.prepare()
    assert [file.name for file in folder.root.rglob("*") if file.is_file()] == [A]


def test_only_the_owner_reads_the_folder(folder: Folder) -> None:
    folder.write(b"x", A)
    for place in (folder.root, folder.of(A).parent):
        assert place.stat().st_mode & 0o077 == 0


def test_files_are_removed_with_their_smaller_pictures(folder: Folder) -> None:
    folder.write(b"x", A)
    folder.write(b"x", A, small=True)
    folder.write(b"x", B)
    folder.remove([A, AttachmentId("unknown")])
    assert not folder.of(A).exists()
    assert not folder.of(A, small=True).exists()
    assert folder.of(B).exists()


def test_shelves_name_what_lies_there(folder: Folder, tmp_path: Path) -> None:
    for id_ in (A, B):
        folder.write(b"x", id_)
        folder.write(b"x", id_, small=True)
    folder.draft().write_bytes(b"half")
    (shelf,) = folder.shelves()
    now = real_now()
    assert folder.settled(shelf, now + timedelta(hours=1)) == [A, B]
    assert folder.settled(shelf, now - timedelta(hours=1)) == []
    assert Folder(tmp_path / "nowhere").shelves() == []


def test_nothing_is_left_of_what_could_not_be_put_in_its_place(folder: Folder) -> None:
    folder.of(A).mkdir(parents=True)  # in the way
    with pytest.raises(OSError, match=r"."):
        folder.write(b"x", A)
    assert not any((folder.root / ".drafts").iterdir())
