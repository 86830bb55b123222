"""The desk's file: full, forbidden, damaged, and what is told of it."""

import asyncio
import sqlite3
import sys
from itertools import repeat
from pathlib import Path

import pytest

from pupitre.client import disk as disks
from pupitre.client.changes import DiskTroubled
from pupitre.client.desk_file import VERSION, DeskFile, Work, _connect
from pupitre.client.disk import Disk
from pupitre.client.session import Session
from pupitre.client.trouble import Trouble
from tests.client.listening import Ear
from tests.support.patience import LONG
from tests.support.story import Stage, connected, demo_session, until


def note(name: str) -> Work:
    return lambda database: database.execute("REPLACE INTO notes VALUES (?, 'x')", (name,))


def notes(database: sqlite3.Connection) -> list[str]:
    return [name for (name,) in database.execute("SELECT name FROM notes ORDER BY rowid")]


def again(stage: Stage, path: Path) -> Session:
    return Session(
        stage.backend, stage.token, path=path, clock=stage.clock, delays=lambda: repeat(0.01)
    )


@pytest.mark.logs("cannot be kept")
@pytest.mark.parametrize("place", ["file/desk.sqlite", "folder"])
def test_where_no_file_can_be_it_works_in_memory_and_says_so(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()
    file = DeskFile(tmp_path / place)
    file.open()
    assert file.trouble is Trouble.UNWRITABLE
    assert file.commit([note("a")])
    assert file.read(notes) == ["a"]
    assert file.trouble is Trouble.UNWRITABLE, "it is kept nowhere"
    file.destroy()


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux which files are open")
def test_a_damaged_file_is_not_held_open_while_it_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    path.write_bytes(b"this is no database" * 100)
    with pytest.raises(sqlite3.DatabaseError) as error:
        _connect(path)
    held = [it for it in Path("/proc/self/fd").iterdir() if it.is_symlink() and it.exists()]
    assert error.tb is not None, "which would keep it open"
    assert path not in [it.resolve() for it in held]


@pytest.mark.logs("cannot be read; put aside")
def test_a_file_of_a_later_version_gives_its_drafts(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    file = DeskFile(path)
    file.open()
    file.commit([lambda it: it.execute("INSERT INTO drafts VALUES ('c', 'à moitié')")])
    file.commit([lambda it: it.execute(f"PRAGMA user_version = {VERSION + 1}")])
    file.close()
    file = DeskFile(path)
    file.open()
    assert (file.trouble, file.rescued) == (Trouble.DAMAGED, 1)
    found = file.read(lambda it: it.execute("SELECT text FROM drafts").fetchall())
    assert found == [("à moitié",)]
    file.close()


@pytest.mark.logs("cannot be read; put aside")
def test_what_was_put_aside_goes_with_the_account(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    path.write_bytes(b"no database" * 99)
    file = DeskFile(path)
    file.open()
    assert len(list(tmp_path.glob("*.broken"))) == 1
    file.destroy()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.logs("cannot be written now")
async def test_what_finds_no_room_is_written_when_there_is_some(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disks, "AGAIN", 0.01)
    disk = Disk(tmp_path / "desk.sqlite")
    await disk.open()
    told: list[Trouble | None] = []
    disk.on_trouble = lambda: told.append(disk.trouble)
    await disk.read(lambda it: it.execute("PRAGMA max_page_count = 1").fetchall())
    answered = asyncio.Event()
    disk.write(lambda it: it.execute("INSERT INTO notes VALUES ('a', ?)", ("x" * 99_999,)))
    disk.write(note("b"), answered.set)
    async with asyncio.timeout(LONG):
        await answered.wait()
    await until(lambda: told == [Trouble.FULL])
    disk.write(note("c"))
    await disk.read(lambda it: it.execute("PRAGMA max_page_count = 10000").fetchall())
    await until(lambda: told == [Trouble.FULL, None])
    assert await disk.read(notes) == ["a", "b", "c"], "in the order they were asked"
    await disk.close()


@pytest.mark.logs("cannot be read; put aside")
async def test_a_damaged_copy_is_fetched_again_and_drafts_and_messages_are_kept(
    tmp_path: Path,
) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(path) as stage:
        thomas = stage.guests["Thomas"].conversation
        assert thomas
        stage.session._journal.save()
        stage.backend.reachable = False
        stage.backend.cut()
        await until(lambda: stage.session.connection.stale)
        stage.session.post(thomas, "en attente")
        stage.session.keep_draft(thomas, "à moitié")
        await stage.session.close()
        _spoil(path, "entries")
        _spoil(path, "conversations")
        session = again(stage, path)
        await session.load()
        assert session.trouble == DiskTroubled(Trouble.DAMAGED, 2)
        assert session.draft(thomas) == "à moitié"
        stage.backend.reachable = True
        running = asyncio.get_running_loop().create_task(session.run())
        await connected(session)
        await until(lambda: not session.connection.waiting)
        said = [getattr(it.event, "text", "") for it in stage.floor.talks[thomas].entries]
        assert said.count("en attente") == 1
        assert len(session.cards()) == 7
        await session.close()
        await running


@pytest.mark.logs("cannot be read; put aside")
async def test_damage_found_while_working_is_mended_and_told(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(path) as stage:
        thomas = stage.guests["Thomas"].conversation
        assert thomas
        stage.session.keep_draft(thomas, "à moitié")
        stage.session._drafts.save()
        await stage.session._disk.read(notes)
        ear = Ear(stage.session.changes)

        def fail(_: sqlite3.Connection) -> None:
            error = sqlite3.DatabaseError("database disk image is malformed")
            error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
            if not path.with_suffix(".broken").exists():
                raise error

        stage.session._disk.write(fail)
        await until(lambda: ear.all(DiskTroubled))
        assert ear.one(DiskTroubled) == DiskTroubled(Trouble.DAMAGED, 1)
        stage.session.keep_draft(thomas, "presque fini")
        await stage.session.close()
        session = again(stage, path)
        await session.load()
        assert session.draft(thomas) == "presque fini"
        await session.close()


def _spoil(path: Path, table: str) -> None:
    """Overwrite the root page of a table."""
    with sqlite3.connect(path) as it:
        it.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (root,) = it.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()
        (size,) = it.execute("PRAGMA page_size").fetchone()
    it.close()
    whole = bytearray(path.read_bytes())
    whole[(root - 1) * size : root * size] = b"\x00" * size
    path.write_bytes(whole)


def test_what_is_deleted_can_be_read_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    file = DeskFile(path)
    file.open()
    file.commit([lambda it: it.execute("INSERT INTO notes VALUES ('a', ?)", ("secret " * 900,))])
    file.commit([lambda it: it.execute("DELETE FROM notes")])
    assert b"secret" in Path(f"{path}-wal").read_bytes()
    ours, others = path.with_suffix(".broken"), path.with_suffix(".broken-2")
    ours.write_bytes(b"secret")
    others.write_bytes(b"other")
    file.clean(["secret"])
    left = [it for it in path.parent.iterdir() if b"secret" in it.read_bytes()]
    assert (left, others.exists()) == ([], True)
    assert file.read(lambda it: it.execute("PRAGMA secure_delete").fetchone()) == (1,)
    file.close()


def test_what_an_earlier_desk_deleted_is_overwritten_once(tmp_path: Path) -> None:
    """It did not ask SQLite to, and few do by themselves."""
    path = tmp_path / "desk.sqlite"
    _left_by_an_earlier_desk(path)
    assert b"secret" in path.read_bytes()
    file = DeskFile(path)
    file.open()
    file.shred()
    left = [it for it in path.parent.iterdir() if b"secret" in it.read_bytes()]
    assert left == []
    assert file.read(lambda it: it.execute("SELECT value FROM notes").fetchall()) == [("kept",)]
    asked: list[str] = []
    file.read(lambda it: it.set_trace_callback(asked.append))
    file.shred()
    assert "VACUUM" not in asked
    file.close()


def _left_by_an_earlier_desk(path: Path) -> None:
    file = DeskFile(path)
    file.open()
    file.read(lambda it: it.execute("PRAGMA secure_delete = OFF").fetchone())
    rows = [(str(number), "secret " * 900) for number in range(9)]
    file.commit([lambda it: it.executemany("INSERT INTO notes VALUES (?, ?)", rows)])
    file.commit([lambda it: it.execute("DELETE FROM notes")])
    file.commit([lambda it: it.execute("INSERT INTO notes VALUES ('a', 'kept')")])
    file.close()
