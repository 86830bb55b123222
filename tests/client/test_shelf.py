"""Files are copied at once, whole or not at all, and judged by what they hold."""

import errno
import os
import stat
from io import BytesIO
from pathlib import Path

import pytest
from typing_extensions import override

from pupitre.client.shelf import NotKept, Shelf, Source
from pupitre.domain.attachments import MAX_SIZE
from tests.support.papers import PDF, png, written


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "desk.files")


def source(content: bytes, name: str = "a.png") -> Source:
    return Source(name, lambda: BytesIO(content))


def refusal(shelf: Shelf, it: Source) -> str:
    with pytest.raises(NotKept) as refused:
        shelf.keep("1", it)
    return refused.value.code


def names(shelf: Shelf) -> list[str]:
    folder = shelf.path("any").parent
    return sorted(it.name for it in folder.iterdir()) if folder.exists() else []


def test_what_was_copied_does_not_need_its_original(shelf: Shelf, tmp_path: Path) -> None:
    original = written(tmp_path, "Photo du vélo.PNG", png(60, 40))
    found = shelf.keep("1", Source.file(original))
    original.unlink()
    assert shelf.path("1").read_bytes() == png(60, 40)
    assert (found.name, found.media_type) == ("Photo du vélo.PNG", "image/png")
    assert (found.size, found.width, found.height) == (len(png(60, 40)), 60, 40)
    assert stat.S_IMODE(shelf.path("1").stat().st_mode) == 0o600


def test_the_content_says_what_it_is(shelf: Shelf) -> None:
    assert shelf.keep("1", source(PDF, "facture.png")).name == "facture.png.pdf"
    assert shelf.keep("2", source(b"bonjour", "x")).media_type == "text/plain"
    assert refusal(shelf, source(b"PK\x03\x04" + bytes(40), "photo.png")) == "wrong_type"
    assert refusal(shelf, source(png()[:20])) == "wrong_type"
    assert refusal(shelf, source(b"")) == "empty_file"
    assert names(shelf) == ["1", "2"]


def test_a_file_over_the_limit_is_not_copied_to_its_end(shelf: Shelf) -> None:
    shelf.keep("0", source(b"a" * MAX_SIZE, "just.txt"))
    assert refusal(shelf, source(b"a" * (MAX_SIZE + 1), "more.txt")) == "too_large"

    class Endless(BytesIO):
        given = 0

        @override
        def read(self, size: int | None = -1) -> bytes:
            assert size is not None
            assert size > 0
            self.given += size
            assert self.given < 2 * MAX_SIZE
            return b"a" * size

    assert refusal(shelf, Source("endless.txt", Endless)) == "too_large"
    assert names(shelf) == ["0"]


def test_a_folder_or_a_pipe_is_no_file(shelf: Shelf, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(shelf, Source.file(tmp_path)) == "not_a_file"
    assert refusal(shelf, Source.file(tmp_path / "pipe")) == "not_a_file"
    assert refusal(shelf, Source.file(tmp_path / "none")) == "unreadable"


def test_a_full_disk_is_said_and_leaves_nothing(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert refusal(shelf, source(png())) == "disk_full"
    assert names(shelf) == []


def test_a_folder_that_cannot_be_written_is_not_the_files_fault(tmp_path: Path) -> None:
    (tmp_path / "desk.files").write_bytes(b"in the way")
    assert refusal(Shelf(tmp_path / "desk.files"), source(png())) == "not_copied"


def test_what_nothing_refers_to_is_swept(shelf: Shelf) -> None:
    for id_ in ("1", "2", "3"):
        shelf.keep(id_, source(png()))
    shelf.path("4.part").write_bytes(b"half")
    shelf.remove(["1", "none"])
    shelf.keep_only(["2"])
    assert names(shelf) == ["2"]
    shelf.destroy()
    assert names(shelf) == []


def test_a_shelf_for_this_run_alone_leaves_nothing() -> None:
    shelf = Shelf(None)
    shelf.keep_only([])
    shelf.keep("1", source(png()))
    folder = shelf.path("1").parent
    assert folder.exists()
    shelf.close()
    assert not folder.exists()


def test_closing_keeps_what_is_to_last(shelf: Shelf) -> None:
    shelf.keep("1", source(png()))
    shelf.close()
    assert names(shelf) == ["1"]
