"""A session on real sockets: what is tried again, how soon, and what is not."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from websockets.asyncio.server import ServerConnection, serve

from pupitre.backends.native import NativeBackend
from pupitre.client.session import Session
from pupitre.client.views import LinkState
from pupitre.domain.ids import ConversationId
from pupitre.server.keeping.backup import save
from pupitre.server.keeping.restore import restore
from tests.proofs.canon import folded
from tests.support.clients import expert_at, visitor_at
from tests.support.link import Link, link_to
from tests.support.server import served
from tests.support.story import connected, until

WITHIN = 15.0
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def port_of(url: str) -> int:
    return int(url.rpartition(":")[2])


@asynccontextmanager
async def running(link: Link, token: str) -> AsyncIterator[Session]:
    session = Session(NativeBackend(f"http://127.0.0.1:{link.port}"), token)
    task = asyncio.get_running_loop().create_task(session.run())
    try:
        yield session
    finally:
        await session.close()
        await task


async def test_a_refused_desk_does_not_knock_again(tmp_path: Path) -> None:
    async with (
        served(tmp_path) as server,
        link_to(port_of(server.url)) as link,
        running(link, "worn out") as session,
    ):
        await until(lambda: session.connection.state is LinkState.SIGNED_OUT)
        await asyncio.sleep(1.5)
        assert (session.connection.refused_code, link.attempts) == ("not_signed_in", 1)


async def test_a_server_that_lets_in_and_says_no_welcome_is_not_hammered() -> None:
    """T20: a connection that succeeds proves nothing; only a welcome begins the waits anew."""
    came: list[float] = []

    async def closes(socket: ServerConnection) -> None:
        came.append(asyncio.get_running_loop().time())
        await socket.close(1013, "try again later")

    async with (
        serve(closes, "127.0.0.1", 0, subprotocols=["pupitre.v1"]) as server,  # type: ignore[list-item] # its Subprotocol
        link_to(server.sockets[0].getsockname()[1]) as link,
        running(link, "any"),
    ):
        await until(lambda: len(came) == 4)
    waits = [later - earlier for earlier, later in pairwise(came)]
    assert waits[0] >= 0.25
    assert waits[2] > 0.7, "0.5 s, half of it by chance, and 1.7 times more each time"


def put_back(folder: Path, saved: Path, *, copied: bool) -> None:
    """Have an earlier day's server in the folder, by our own means or behind our back."""
    if copied:
        shutil.rmtree(folder)
        shutil.copytree(saved / "copy", folder)
    else:
        restore(saved / "day.zip", folder, NOON, replace=True)


@pytest.mark.parametrize("copied", [False, True], ids=["restored", "copied"])
@pytest.mark.parametrize("others", [0, 2, 3, 4, 9])
async def test_a_server_put_back_to_an_earlier_day_is_believed(
    tmp_path: Path, others: int, *, copied: bool
) -> None:
    """The desk holds events that are no longer there: other ones have their numbers by now."""
    folder, saved, path = tmp_path / "server", tmp_path / "saved", tmp_path / "desk.sqlite"
    async with served(folder) as server:
        token = (await NativeBackend(server.url).sign_in("alice@demo.test", "demo")).token
        async with visitor_at(server.url) as page, expert_at(server.url, token=token) as desk:
            await desk.available()
            talk = ConversationId(await page.must_say("Bonjour"))
            visitor = (await page.of_type("welcome"))["visitor"]
    shutil.copytree(folder, saved / "copy")
    save(folder / "pupitre.sqlite3", folder, saved / "day.zip", NOON)
    async with served(folder) as server:
        session = Session(NativeBackend(server.url), token, path=path)
        async with visitor_at(server.url, token=visitor) as page, kept(session):
            await connected(session)
            for number in range(3):
                await page.must_say(f"lost {number}")
            acknowledged = session.post(talk, "Lost too")
            await until(lambda: not session.connection.waiting and is_stored(session, talk))
    put_back(folder, saved, copied=copied)
    waiting = Session(NativeBackend(server.url), token, path=path)
    async with kept(waiting):
        await waiting.load()
        waiting.keep_draft(talk, "Un brouillon")
        pending = waiting.post(talk, "Encore là ?")
    async with served(folder) as server, visitor_at(server.url, token=visitor) as page:
        for number in range(others):
            await page.must_say(f"other {number}")
        again = Session(NativeBackend(server.url), token, path=path)
        fresh = Session(NativeBackend(server.url), token)
        async with kept(again), kept(fresh):
            await connected(again)
            again.send_anyway(talk)
            await until(lambda: not again.connection.waiting)
            assert again.draft(talk) == "Un brouillon"
            again.keep_draft(talk, "")
            await page.must_say("and now?")
            await connected(fresh)
            await until(lambda: folded(again) == folded(fresh))
            shown, truth = (keys_of(it, talk) for it in (again, fresh))
            assert shown == truth
            assert shown.count(pending) == 1
            assert acknowledged not in shown


def keys_of(session: Session, talk: ConversationId) -> list[str]:
    return [row.key for row in session.thread(talk)]


def is_stored(session: Session, talk: ConversationId) -> bool:
    return all(row.seq is not None for row in session.thread(talk))


@asynccontextmanager
async def kept(session: Session) -> AsyncIterator[None]:
    """Have it run, and close it at the end."""
    running = asyncio.get_running_loop().create_task(session.run())
    try:
        yield
    finally:
        await session.close()
        await running


@pytest.mark.slow
async def test_a_half_open_link_is_found_and_replaced_within_15_s(tmp_path: Path) -> None:
    async with served(tmp_path) as server, link_to(port_of(server.url)) as link:
        token = (await NativeBackend(server.url).sign_in("alice@demo.test", "demo")).token
        async with running(link, token) as session:
            await connected(session)
            link.strand()
            began = asyncio.get_running_loop().time()
            await until(lambda: link.attempts == 2, WITHIN)
            await connected(session)
            assert asyncio.get_running_loop().time() - began < WITHIN
