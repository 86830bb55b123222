"""Opening the database, and why it could not be opened."""

import asyncio
import threading
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from pupitre.server.store.database import Unusable, address_in, open_database


async def test_a_commit_survives_a_power_cut_and_readers_do_not_wait(tmp_path: Path) -> None:
    database = await open_database(address_in(tmp_path))

    def pragmas_of(connection: Connection) -> dict[str, object]:
        names = ("journal_mode", "synchronous", "foreign_keys")
        return {name: connection.execute(text(f"PRAGMA {name}")).scalar_one() for name in names}

    pragmas = await database.read(pragmas_of)
    await database.close()
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("nonsense", "not the address of a database"),
        ("postgresql://x/y", "“postgresql” is not there yet"),
        ("sqlite:////nowhere/at/all.sqlite3", "cannot be used"),
    ],
)
async def test_what_cannot_be_opened_is_said_in_a_sentence(address: str, sentence: str) -> None:
    with pytest.raises(Unusable, match=sentence):
        await open_database(address)


async def test_what_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "pupitre.sqlite3"
    file.write_bytes(b"a letter to somebody")
    with pytest.raises(Unusable, match="not a database"):
        await open_database(address_in(tmp_path))
    assert file.read_bytes() == b"a letter to somebody"


async def test_the_log_is_wiped_in_a_moment_when_nobody_reads(tmp_path: Path) -> None:
    database = await open_database(address_in(tmp_path))
    log = tmp_path / "pupitre.sqlite3-wal"
    reading, read = threading.Event(), threading.Event()

    def reads(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")
        connection.exec_driver_sql("SELECT * FROM roster").all()
        reading.set()
        read.wait(5)

    await database.write(lambda it: it.exec_driver_sql("UPDATE roster SET revision = 7"))
    assert log.stat().st_size
    slow = asyncio.get_running_loop().create_task(database.read(reads))
    await asyncio.to_thread(reading.wait, 5)
    await database.write(lambda it: it.exec_driver_sql("UPDATE roster SET revision = 8"))
    assert not await database.wipe_log()
    read.set()
    await slow
    assert await database.wipe_log()
    assert not log.stat().st_size
    await database.close()
