"""Files are kept whole, or not at all: also where the disk does not do its part."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pupitre.domain.attachments import MAX_SIZE
from pupitre.domain.ids import AttachmentId
from pupitre.server.files.addresses import Addresses
from pupitre.server.files.folder import Folder
from pupitre.server.files.refusals import DAMAGED, NO_ROOM, TOO_LARGE, WRONG_TYPE, NotTaken, Reason
from pupitre.server.files.uploads import Uploads
from pupitre.server.house import Limits
from pupitre.server.store.attachments import Attachments
from pupitre.server.store.database import Database, open_database
from tests.server.makers import NOON
from tests.support.clients import visitor_at
from tests.support.patience import soon
from tests.support.server import ServerProgram, served
from tests.support.uploads import ZIP, Slow, must_send, nothing_half_written, picture, sent, token

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="limits of another process")


class Room:
    """Uploads over a folder and a database of their own."""

    def __init__(self, folder: Path, database: Database, spare: int = 0) -> None:
        self.folder = Folder(folder)
        self.known = Attachments(database)
        self.uploads = Uploads(self.folder, Addresses(b"key"), self.known, spare)

    async def kept(self, content: bytes, name: str = "a.txt") -> str:
        async with self.uploads.draft() as draft:
            await self.uploads.take(draft, content)
            return (await self.uploads.keep(draft, name, "camille", NOON)).id

    async def refused(self, content: bytes) -> Reason:
        with pytest.raises(NotTaken) as caught:
            await self.kept(content)
        return caught.value.reason

    def lying(self) -> list[str]:
        return [file.name for file in self.folder.root.rglob("*") if file.is_file()]


@pytest.fixture
async def database(tmp_path: Path) -> Database:
    return await open_database(f"sqlite:///{tmp_path / 'x.sqlite3'}")


async def test_a_file_is_kept_and_known(tmp_path: Path, database: Database) -> None:
    room = Room(tmp_path / "files", database)
    await room.uploads.prepare()
    id_ = await room.kept(picture("JPEG"), "frein.jpg")
    (upload,) = await room.known.with_ids([AttachmentId(id_)])
    assert upload.uploader == "camille"
    assert upload.conversation is None
    assert upload.file.size == room.folder.of(id_).stat().st_size
    assert room.folder.of(id_, small=True).stat().st_size > 0
    await room.uploads.close()
    assert sorted(room.lying()) == [id_, f"{id_}.small"]
    await database.close()


@pytest.mark.parametrize(
    ("content", "reason"),
    [(ZIP, WRONG_TYPE), (picture()[:99], DAMAGED), (bytes(MAX_SIZE + 1), TOO_LARGE)],
)
async def test_nothing_is_left_of_what_is_refused(
    tmp_path: Path, database: Database, content: bytes, reason: Reason
) -> None:
    room = Room(tmp_path / "files", database)
    await room.uploads.prepare()
    assert await room.refused(content) is reason
    await room.uploads.close()
    assert room.lying() == []
    await database.close()


async def test_without_a_folder_there_is_no_room(database: Database) -> None:
    uploads = Uploads(None, Addresses(b"key"), Attachments(database))
    await uploads.prepare()
    with pytest.raises(NotTaken) as caught:
        async with uploads.draft():
            pass
    assert caught.value.reason is NO_ROOM
    await uploads.close()
    await database.close()


async def test_a_folder_that_cannot_be_made_is_none(
    tmp_path: Path, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "files").write_text("in the way")
    room = Room(tmp_path / "files", database)
    await room.uploads.prepare()
    assert await room.refused(b"x") is NO_ROOM
    assert "cannot be used" in caplog.text
    caplog.clear()
    await room.uploads.close()
    await database.close()


async def test_files_leave_room_for_what_people_write(tmp_path: Path, database: Database) -> None:
    room = Room(tmp_path / "files", database, spare=shutil.disk_usage(tmp_path).free)
    await room.uploads.prepare()
    assert await room.refused(b"x") is NO_ROOM
    await room.uploads.close()
    await database.close()


async def test_what_the_database_does_not_know_is_not_kept(
    tmp_path: Path, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    room = Room(tmp_path / "files", database)
    await room.uploads.prepare()
    await database.write(lambda it: it.exec_driver_sql("DROP TABLE attachments"))
    assert await room.refused(b"x") is NO_ROOM
    caplog.clear()
    await room.uploads.close()
    assert room.lying() == []
    await database.close()


@LINUX
async def test_a_disk_that_takes_no_more_is_told_in_a_sentence(tmp_path: Path) -> None:
    """The limit of a file's size stands for a full disk: the same call fails, half way."""
    with ServerProgram(tmp_path) as program:
        assert program._process
        process = program._process.pid
        async with visitor_at(program.url) as camille:
            kept = await must_send(program.url, token(camille), b"x" * 1000, "a.txt")
            resource.prlimit(process, resource.RLIMIT_FSIZE, (3_000_000, resource.RLIM_INFINITY))
            answer = await sent(program.url, token(camille), b"x" * 9_000_000, "b.txt")
            large = picture("PNG", (3000, 2000), compress_level=1)
            assert len(large) < 3_000_000
            await camille.must_say("Alors sans la photo.")
        problem = answer.json()
        assert (answer.status_code, problem["code"]) == (507, "storage")
        assert problem["message"].endswith(".")
        await nothing_half_written(tmp_path)
        files = [it.name for it in (tmp_path / "attachments").rglob("*") if it.is_file()]
        assert files == [kept["id"]]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 40 MiB, where this may be made."""
    place = tmp_path / "attachments"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=40m", "none", str(place)]
    if os.name == "nt" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk may be mounted here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


async def test_a_disk_that_fills_up_meanwhile_is_told_in_a_sentence(
    tmp_path: Path, small_disk: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with served(tmp_path, limits=Limits(spare=0)) as server, visitor_at(server.url) as page:
        slow = Slow(server.url, token(page))
        await slow.begin(size=9_000_000, body=b"x" * 600_000)
        await soon(lambda: any((small_disk / ".drafts").iterdir()))
        (small_disk / "filler").write_bytes(bytes(shutil.disk_usage(small_disk).free))
        slow.writer.write(b"x" * 8_000_000)
        head = await slow.reader.readuntil(b"\r\n\r\n")
        assert b"507" in head.splitlines()[0]
        await slow.give_up()
        early = await sent(server.url, token(page), b"x", "a.txt")
        assert early.json()["code"] == "storage"
        (small_disk / "filler").unlink()
        await soon(lambda: not any((small_disk / ".drafts").iterdir()))
        await must_send(server.url, token(page), b"x", "a.txt")
        await page.must_say("Bonjour quand même.")
    assert "cannot be kept" in caplog.text
    caplog.clear()
