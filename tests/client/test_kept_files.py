"""A kept file is the same after a restart, whatever became of it before."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from pupitre.client import kept_files
from pupitre.client.disk import Disk
from pupitre.client.kept_files import KeptFile
from pupitre.client.shelf import Found
from pupitre.domain.attachments import Attachment
from pupitre.domain.ids import AttachmentId, CommandId
from tests.client.ground import TALK

STORED = Attachment(id=AttachmentId("s1"), name="a.png", url="/attachments/s1/a.png")


def path_of(id_: str) -> Path:
    return Path("/kept") / id_


def file(id_: str = "f1") -> KeptFile:
    found = Found(name="a.png", media_type="image/png", size=9, width=4, height=3)
    return KeptFile.expected(path_of(id_), TALK, "a\u202e.png").found(found)


async def read(disk: Disk) -> list[KeptFile]:
    return await disk.read(lambda database: kept_files.load(database, path_of))


@pytest.fixture
async def disk() -> Disk:
    made = Disk(None)
    await made.open()
    return made


def kept(disk: Disk, *files: KeptFile) -> None:
    def write(database: sqlite3.Connection) -> None:
        for it in files:
            kept_files.add(database, file=it)

    disk.write(write)


async def test_it_is_read_as_it_was_written(disk: Disk) -> None:
    kept(disk, file("f1"), file("f2"))
    assert await read(disk) == [file("f1"), file("f2")]
    await disk.close()


async def test_it_goes_with_a_message_and_comes_back(disk: Disk) -> None:
    one, command = file(), CommandId("c1")
    kept(disk, one)
    disk.write(lambda database: kept_files.move(database, files=[one], command=command))
    assert [it.command for it in await read(disk)] == [command]
    disk.write(lambda database: kept_files.move(database, files=[one], command=None))
    assert await read(disk) == [one]
    disk.write(lambda database: kept_files.drop(database, ids=[one.id]))
    assert await read(disk) == []
    await disk.close()


async def test_what_the_server_called_it_is_remembered(disk: Disk) -> None:
    one = file()
    kept(disk, one)
    fresh = replace(one, uploaded=STORED)
    disk.write(lambda database: kept_files.note(database, file=fresh))
    (found,) = await read(disk)
    assert found == fresh
    assert found.attachment() == STORED
    disk.write(lambda database: kept_files.note(database, file=one))
    assert [it.uploaded for it in await read(disk)] == [None]
    await disk.close()


async def test_an_answer_of_another_version_is_forgotten(disk: Disk) -> None:
    kept(disk, file())
    disk.write(lambda database: database.execute("UPDATE files SET uploaded = '{}'"))
    assert [it.uploaded for it in await read(disk)] == [None]
    await disk.close()


def test_until_it_is_copied_there_is_only_its_name() -> None:
    shown = KeptFile.expected(path_of("f1"), TALK, "a\u202e.png").shown()
    assert (shown.key, shown.name, shown.is_ready, shown.local) == ("f1", "a.png", False, None)


def test_until_it_is_uploaded_a_message_names_it_by_an_id_of_ours() -> None:
    assert file().attachment().id == "f1"
    shown = file().shown()
    assert (shown.url, shown.local) == ("", path_of("f1"))
