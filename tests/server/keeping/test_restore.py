"""A saved server is put back whole, or nothing is touched."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pupitre.server.keeping.archive import Damaged
from pupitre.server.keeping.backup import save
from pupitre.server.keeping.restore import Occupied, restore
from tests.server.keeping.saved import findings_in, sentences, worked_in
from tests.support.clients import expert_at
from tests.support.server import served

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    folder, target = tmp_path / "first", tmp_path / "saved.zip"
    asyncio.run(worked_in(folder))
    save(folder / "pupitre.sqlite3", folder, target, NOW)
    return target


async def test_everything_is_there_again(saved: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    made = restore(saved, other, NOW)
    assert made.conversations == 3
    found = await findings_in(other)
    assert sentences(found) == ""
    assert (found.conversations, found.files) == (3, 1)
    async with served(other) as server, expert_at(server.url) as alice:
        (replica,) = (await alice.of_type("welcome"))["conversations"]
        texts = [it["event"].get("text") for it in replica["events"]]
        assert "Voici" in texts
    assert sorted(it.name for it in other.iterdir() if it.name.startswith(".")) == []


def test_a_folder_with_something_in_it_is_left_alone(saved: Path, tmp_path: Path) -> None:
    folder = tmp_path / "first"
    before = {it.name: it.stat().st_mtime_ns for it in folder.iterdir()}
    with pytest.raises(Occupied, match="--replace"):
        restore(saved, folder, NOW)
    assert {it.name: it.stat().st_mtime_ns for it in folder.iterdir()} == before


def test_what_is_replaced_is_put_aside(saved: Path, tmp_path: Path) -> None:
    folder = tmp_path / "first"
    (folder / "mine.txt").write_text("mine")
    restore(saved, folder, NOW, replace=True)
    assert (folder / "replaced-20261122-120000" / "mine.txt").read_text() == "mine"
    assert (folder / "replaced-20261122-120000" / "pupitre.sqlite3").is_file()
    assert sentences(asyncio.run(findings_in(folder))) == ""


@pytest.mark.parametrize("share", [0.3, 0.9, 0.999])
def test_a_file_that_is_not_whole_changes_nothing(
    saved: Path, tmp_path: Path, share: float
) -> None:
    whole = saved.read_bytes()
    saved.write_bytes(whole[: int(len(whole) * share)])
    folder = tmp_path / "first"
    before = (folder / "pupitre.sqlite3").read_bytes()
    with pytest.raises(Damaged):
        restore(saved, folder, NOW, replace=True)
    assert (folder / "pupitre.sqlite3").read_bytes() == before
    assert not [it for it in folder.iterdir() if it.name.startswith((".", "replaced-"))]


def test_a_file_that_was_changed_is_found_out(saved: Path, tmp_path: Path) -> None:
    whole = bytearray(saved.read_bytes())
    whole[len(whole) // 3] ^= 0xFF
    saved.write_bytes(bytes(whole))
    with pytest.raises(Damaged):
        restore(saved, tmp_path / "first", NOW, replace=True)
