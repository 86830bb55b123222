"""Files come from this computer while they are here, then from the server; failures are said."""

import asyncio
import resource
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from pathlib import Path

from pupitre.backends.clock import ManualClock
from pupitre.backends.floor import Floor
from pupitre.backends.memory import MemoryBackend
from pupitre.client import downloads as module
from pupitre.client.attached import Attached, of_message
from pupitre.client.downloads import Downloads, Fetched, Trouble, Wish
from tests.support.papers import png, written
from tests.support.story import AFTERNOON, experts, missions, until


class Reader:
    """Somebody who waits for files."""

    def __init__(self) -> None:
        self.got: list[Fetched] = []

    def read(self, fetched: Fetched) -> None:
        self.got.append(fetched)


@asynccontextmanager
async def running(downloads: Downloads) -> AsyncIterator[None]:
    async with asyncio.TaskGroup() as group:
        task = group.create_task(downloads.run())
        yield
        task.cancel()


def server() -> MemoryBackend:
    floor = Floor(ManualClock(AFTERNOON), missions(), experts())
    return MemoryBackend(floor, {})


def uploaded(backend: MemoryBackend, folder: Path, content: bytes = b"") -> Attached:
    return of_message(backend.depot.take(written(folder, "a.png", content or png()), "a.png"))


async def test_a_file_of_the_server_is_fetched(tmp_path: Path) -> None:
    backend, reader = server(), Reader()
    file = uploaded(backend, tmp_path)
    downloads = Downloads(backend)
    downloads.wish(Wish(file, whole=True), reader.read)
    async with running(downloads):
        await until(lambda: reader.got)
    assert (reader.got[0].content, reader.got[0].trouble) == (png(), None)


async def test_a_file_of_this_computer_needs_no_server(tmp_path: Path) -> None:
    backend, reader = server(), Reader()
    backend.reachable = False
    local = written(tmp_path, "1", png(2, 2))
    file = Attached(key="1", name="a.png", media_type="image/png", size=1, local=local)
    async with running(downloads := Downloads(backend)):
        downloads.wish(Wish(file), reader.read)
        await until(lambda: reader.got)
    assert reader.got[0].content == png(2, 2)


async def test_a_file_is_saved_where_it_is_wanted(tmp_path: Path) -> None:
    backend, reader = server(), Reader()
    file = uploaded(backend, tmp_path)
    async with running(downloads := Downloads(backend)):
        downloads.wish(Wish(file, whole=True, target=tmp_path / "saved.png"), reader.read)
        downloads.wish(Wish(file, whole=True, target=tmp_path / "no" / "where"), reader.read)
        await until(lambda: len(reader.got) == 2)
    assert (tmp_path / "saved.png").read_bytes() == png()
    assert {it.trouble for it in reader.got} == {None, Trouble.UNWRITABLE}


@contextmanager
def little_room(size: int) -> Iterator[None]:
    """Let no file of this process be larger: what is written first is there, the rest fails."""
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


async def test_a_file_that_finds_no_room_leaves_what_was_there(tmp_path: Path) -> None:
    backend, reader = server(), Reader()
    file = uploaded(backend, tmp_path, png(400, 300))
    target = tmp_path / "there" / "saved.png"
    target.parent.mkdir()
    target.write_bytes(b"mine")
    with little_room(64):
        async with running(downloads := Downloads(backend)):
            downloads.wish(Wish(file, whole=True, target=target), reader.read)
            await until(lambda: reader.got)
    assert reader.got[0].trouble is Trouble.UNWRITABLE
    assert target.read_bytes() == b"mine"
    assert list(target.parent.iterdir()) == [target], "and nothing half written"


async def test_what_does_not_come_is_said(tmp_path: Path) -> None:
    backend, reader = server(), Reader()
    gone = replace(uploaded(backend, tmp_path), url="/attachments/none/a.png")
    async with running(downloads := Downloads(backend)):
        downloads.wish(Wish(gone, whole=True), reader.read)
        await until(lambda: reader.got)
        backend.reachable = False
        downloads.wish(Wish(gone, whole=True), reader.read)
        await until(lambda: len(reader.got) == 2)
    assert [it.trouble for it in reader.got] == [Trouble.GONE, Trouble.UNREACHABLE]


async def test_a_long_scroll_wishes_for_what_is_in_sight(tmp_path: Path) -> None:
    backend, reader = server(), Reader()
    downloads = Downloads(backend)
    files = [uploaded(backend, tmp_path) for _ in range(module.WAITING + 5)]
    for file in files:
        downloads.wish(Wish(file), reader.read)
    async with running(downloads):
        await until(lambda: len(reader.got) == len(files))
    dropped = [it.wish.file for it in reader.got if it.trouble is Trouble.DROPPED]
    assert dropped == files[:5]


async def test_nobody_waits_any_more(tmp_path: Path) -> None:
    backend, reader, other = server(), Reader(), Reader()
    file = uploaded(backend, tmp_path)
    downloads = Downloads(backend)
    downloads.wish(Wish(file), other.read)
    del other
    downloads.wish(Wish(file), reader.read)
    async with running(downloads):
        await until(lambda: reader.got)
