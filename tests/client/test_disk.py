"""One thread, in order, committed before anybody is told."""

import asyncio
import sqlite3
import stat
import time
from functools import partial
from pathlib import Path

import pytest

from pupitre.client.desk_file import VERSION, Work
from pupitre.client.disk import Disk
from pupitre.client.trouble import Trouble
from tests.support.patience import LONG
from tests.support.story import until


def note(name: str, value: str = "x") -> Work:
    return lambda database: database.execute("REPLACE INTO notes VALUES (?, ?)", (name, value))


def notes(database: sqlite3.Connection) -> list[str]:
    return [name for (name,) in database.execute("SELECT name FROM notes ORDER BY rowid")]


def left_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_it_is_committed_before_it_is_told(tmp_path: Path) -> None:
    disk = Disk(tmp_path / "desk.sqlite")
    await disk.open()
    told: list[list[str]] = []

    def tell() -> None:
        with sqlite3.connect(tmp_path / "desk.sqlite") as other:
            told.append(notes(other))
        other.close()

    disk.write(note("a"), tell)
    await until(lambda: told)
    assert told == [["a"]]
    await disk.close()


async def test_what_one_turn_writes_is_never_parted(tmp_path: Path) -> None:
    disk = Disk(tmp_path / "desk.sqlite")
    await disk.open()
    disk.write(note("message"))
    time.sleep(0.1)  # noqa: ASYNC251 - the same turn goes on, and the disk's thread is idle
    with sqlite3.connect(tmp_path / "desk.sqlite") as other:
        assert notes(other) == []
    other.close()
    disk.write(note("draft"))
    assert await disk.read(notes) == ["message", "draft"]
    await disk.close()


async def test_work_is_done_in_order_and_read_after_what_was_written() -> None:
    disk = Disk(None)
    await disk.open()
    for name in "abc":
        disk.write(note(name))
    assert await disk.read(notes) == ["a", "b", "c"]
    found: list[list[str]] = []
    disk.find(notes, found.append)
    await until(lambda: found)
    assert found == [["a", "b", "c"]]
    await disk.close()


async def test_closing_writes_what_is_left_and_then_nothing_more(tmp_path: Path) -> None:
    disk = Disk(tmp_path / "desk.sqlite")
    await disk.open()
    disk.write(note("last"))
    await disk.close()
    disk.write(note("too late"))
    disk.find(notes, print)
    await disk.close()
    again = Disk(tmp_path / "desk.sqlite")
    await again.open()
    assert await again.read(notes) == ["last"]
    await again.close()


async def test_nobody_else_may_read_the_file(tmp_path: Path) -> None:
    disk = Disk(tmp_path / "new" / "desk.sqlite")
    await disk.open()
    mode = (tmp_path / "new" / "desk.sqlite").stat().st_mode
    assert stat.S_IMODE(mode) == 0o600
    await disk.close()


@pytest.mark.logs("cannot be read; put aside")
async def test_a_broken_file_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    path.write_bytes(b"this is no database" * 100)
    disk = Disk(path)
    await disk.open()
    assert await disk.read(notes) == []
    assert path.with_suffix(".broken").exists()
    await disk.close()


@pytest.mark.logs("cannot be read; put aside")
async def test_a_file_of_a_later_version_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    with sqlite3.connect(path) as later:
        later.execute(f"PRAGMA user_version = {VERSION + 1}")
    later.close()
    disk = Disk(path)
    await disk.open()
    await disk.close()


@pytest.mark.logs("cannot be kept")
async def test_a_file_that_may_not_be_opened_is_not_taken_for_broken(tmp_path: Path) -> None:
    (tmp_path / "desk.sqlite").mkdir()
    disk = Disk(tmp_path / "desk.sqlite")
    await disk.open()
    assert disk.trouble is Trouble.UNWRITABLE
    assert left_in(tmp_path) == [tmp_path / "desk.sqlite"]
    await disk.close()


async def test_it_can_be_destroyed(tmp_path: Path) -> None:
    disk = Disk(tmp_path / "desk.sqlite")
    await disk.open()
    disk.write(note("secret"))
    await disk.destroy()
    assert left_in(tmp_path) == []
    await disk.destroy()


@pytest.mark.logs("cannot be written to")
async def test_a_disk_that_cannot_be_written_still_answers() -> None:
    """The visitor's answer is not held back: it is only less safe."""
    disk = Disk(None)
    await disk.open()
    told = asyncio.Event()
    disk.write(lambda database: database.execute("INSERT INTO nowhere VALUES (1)"), told.set)
    async with asyncio.timeout(LONG):
        await told.wait()
    await disk.close()


@pytest.mark.logs("Something cannot be written")
@pytest.mark.parametrize("value", ["\ud83d", None], ids=["no database takes it", "no table does"])
async def test_what_cannot_be_written_takes_nothing_with_it(value: str) -> None:
    disk = Disk(None)
    await disk.open()
    told: list[str] = []
    for name, its in (("before", "x"), ("faulty", value), ("after", "x")):
        disk.write(note(name, its), partial(told.append, name))
    assert await disk.read(notes) == ["before", "after"]
    await until(lambda: told == ["before", "faulty", "after"])
    assert disk.trouble is None
    await disk.close()


@pytest.mark.logs("Something failed in a thread")
async def test_a_failed_look_up_is_heard() -> None:
    disk = Disk(None)
    await disk.open()
    disk.find(lambda database: database.execute("SELECT * FROM nowhere"), print)
    await disk.close()
