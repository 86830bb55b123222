"""A file that is coming."""

from pathlib import Path

import pytest

from pupitre.domain.attachments import HEAD, MAX_SIZE
from pupitre.server.files.draft import GATHERED, Draft
from pupitre.server.files.refusals import TOO_LARGE, NotTaken


def test_a_draft_is_written_as_it_comes(tmp_path: Path) -> None:
    draft = Draft(tmp_path / "x")
    assert not draft.take(b"a" * (GATHERED - 1)), "a little waits in memory"
    assert draft.take(b"b")
    draft.write()
    assert (tmp_path / "x").stat().st_size == GATHERED
    draft.take(b"c")
    draft.finish()
    assert (tmp_path / "x").read_bytes() == b"a" * (GATHERED - 1) + b"bc"
    assert draft.size == GATHERED + 1


def test_the_first_bytes_are_at_hand_however_they_come(tmp_path: Path) -> None:
    draft = Draft(tmp_path / "x")
    for byte in range(2 * HEAD):
        draft.take(bytes([byte % 251]))
    assert draft.head == bytes(byte % 251 for byte in range(HEAD))


def test_a_draft_stops_at_the_limit(tmp_path: Path) -> None:
    draft = Draft(tmp_path / "x")
    draft.take(bytes(MAX_SIZE))
    with pytest.raises(NotTaken) as caught:
        draft.take(b"x")
    assert caught.value.reason is TOO_LARGE


def test_nothing_is_left_of_what_is_discarded(tmp_path: Path) -> None:
    draft = Draft(tmp_path / "x")
    draft.take(b"a")
    draft.write()
    draft.discard()
    draft.write()  # a thread that is late
    draft.discard()
    assert not any(tmp_path.iterdir())


def test_an_empty_file_is_a_file(tmp_path: Path) -> None:
    draft = Draft(tmp_path / "x")
    draft.finish()
    assert (tmp_path / "x").read_bytes() == b""
