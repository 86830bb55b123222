"""What is erased on the server leaves this computer: memory, disk, drafts and what waited."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from pupitre.backends.native import NativeBackend
from pupitre.client.changes import Erased
from pupitre.client.session import Session
from pupitre.client.shelf import Source
from pupitre.domain.ids import ConversationId, VisitorId
from pupitre.server.erasing import Erasing
from pupitre.server.store import schema
from tests.client.listening import Ear
from tests.support.clients import VisitorPage, expert_at, visitor_at
from tests.support.link import Link, link_to
from tests.support.server import Served, served
from tests.support.story import card_of, connected, until

SECRET = "06 12 34 56 78"
EMAIL = "camille@visitor.test"


@dataclass(frozen=True)
class Scene:
    """A server, the way to it, and a desk's file."""

    server: Served
    link: Link
    folder: Path
    token: str

    @asynccontextmanager
    async def sitting(self) -> AsyncIterator[Session]:
        """Have Alice at her desk, as long as it lasts."""
        backend = NativeBackend(f"http://127.0.0.1:{self.link.port}")
        session = Session(backend, self.token, path=self.folder / "desk.sqlite")
        running = asyncio.get_running_loop().create_task(session.run())
        try:
            await connected(session)
            yield session
        finally:
            await session.close()
            await running

    async def erase(self, talk: ConversationId) -> None:
        """Forget the visitor of a conversation, as `pupitre admin` has it done."""
        table = schema.conversations
        statement = select(table.c.visitor).where(table.c.id == talk)
        found = await self.server.house.database.read(lambda it: it.scalar(statement))
        await Erasing(self.server.house, None).visitor(VisitorId(str(found)))

    def left(self, *traces: str) -> list[str]:
        """Name the desk's files in which any of these can be read."""
        found = []
        for file in sorted(it for it in self.folder.rglob("*") if it.is_file()):
            with suppress(FileNotFoundError):  # it is erased while we look
                content = file.read_bytes()
                if any(trace.encode() in content for trace in traces):
                    found.append(file.name)
        return found


@asynccontextmanager
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    folder = tmp_path / "desk"
    folder.mkdir()
    async with (
        served(tmp_path / "server") as server,
        link_to(int(server.url.rpartition(":")[2])) as link,
    ):
        token = (await NativeBackend(server.url).sign_in("alice@demo.test", "demo")).token
        async with expert_at(server.url, token=token) as desk:
            await desk.available()
            yield Scene(server, link, folder, token)


async def told(page: VisitorPage) -> ConversationId:
    """Have a visitor say what shall be forgotten."""
    talk = ConversationId(await page.must_say(f"Mon numéro : {SECRET}"))
    assert (await page.ask({"type": "email", "email": EMAIL}))["type"] == "done"
    for _ in range(3):  # more than a page of the file
        await page.must_say(f"{SECRET} {'encore ' * 600}{SECRET}")
    return talk


async def written(it: Scene, session: Session, talk: ConversationId) -> None:
    """Have a draft with a file and a message that still waits, and all of it on disk."""
    source = it.folder.parent / f"{SECRET}.txt"
    source.write_text(f"Rappeler le {SECRET}")
    session.files.attach(talk, [Source.file(source)])
    session.post(talk, f"C’est bien le {SECRET} ?", hold=timedelta(hours=1))
    session.keep_draft(talk, f"Je note le {SECRET}")
    await until(lambda: any(file.is_ready for file in session.files.of(talk)))
    await until(lambda: {"desk.sqlite-wal", session.files.of(talk)[0].key} <= set(it.left(SECRET)))


def shown(session: Session, talk: ConversationId) -> tuple[object, ...]:
    """Return all that the screen could read of a conversation."""
    return (
        *(session.card(talk), session.conversation(talk), session.visitor(talk)),
        *(tuple(session.thread(talk)), session.draft(talk), session.files.of(talk)),
    )


NOTHING = (None, None, None, (), "", ())


async def test_at_a_desk_that_is_there_nothing_is_left(tmp_path: Path) -> None:
    async with (
        scene(tmp_path) as it,
        it.sitting() as session,
        visitor_at(it.server.url) as camille,
        visitor_at(it.server.url) as denis,
    ):
        talk, other = await told(camille), ConversationId(await denis.must_say("Et moi ?"))
        await until(lambda: session.card(other) is not None and len(session.thread(talk)) > 4)
        thread, ear = session.thread(talk), Ear(session.changes)
        await written(it, session, talk)
        await it.erase(talk)
        await until(lambda: ear.all(Erased))
        assert ear.one(Erased) == Erased(frozenset({talk}), held=True)
        assert shown(session, talk) == NOTHING
        assert not thread, "a pane that shows it has nothing to show"
        assert not session.connection.waiting
        await until(lambda: not it.left(SECRET, EMAIL, talk))
        assert session.card(other) is not None


async def test_at_a_desk_that_was_closed_nothing_is_left_once_it_is_back(tmp_path: Path) -> None:
    async with scene(tmp_path) as it, visitor_at(it.server.url) as camille:
        async with it.sitting() as session:
            talk = await told(camille)
            await until(lambda: len(session.thread(talk)) > 4)
            await written(it, session, talk)
            it.link.unplug()
        await it.erase(talk)
        assert it.left(SECRET)
        it.link.plug()
        async with it.sitting() as session:
            await until(lambda: not it.left(SECRET, EMAIL, talk))
            assert shown(session, talk) == NOTHING


async def test_what_had_left_a_desk_without_a_link_is_forgotten_too(tmp_path: Path) -> None:
    """It is on no disk any more, but could still be read until the desk is closed."""
    async with scene(tmp_path) as it, it.sitting() as session:
        async with visitor_at(it.server.url) as camille:
            talk = await told(camille)
            await until(lambda: len(session.thread(talk)) > 4)
            await camille.ask({"type": "end"})
            await until(lambda: card_of(session, talk).locked)
        it.link.unplug()
        await until(lambda: session.connection.stale)
        await it.erase(talk)
        assert session.thread(talk)
        ear = Ear(session.changes)
        it.link.plug()
        await until(lambda: ear.all(Erased))
        assert shown(session, talk) == NOTHING
        await until(lambda: not it.left(SECRET, EMAIL, talk))


async def test_what_is_only_elsewhere_is_not_taken_for_erased(tmp_path: Path) -> None:
    async with scene(tmp_path) as it, it.sitting() as session:
        async with visitor_at(it.server.url) as camille:
            talk = await told(camille)
            await until(lambda: len(session.thread(talk)) > 4)
            await camille.ask({"type": "end"})
            await until(lambda: card_of(session, talk).locked)
        ear = Ear(session.changes)
        it.link.cut()
        await until(lambda: session.connection.stale)
        await connected(session)
        await it.server.house.engine.rest()
        assert not ear.all(Erased)
        assert session.thread(talk)


async def test_a_copy_that_was_put_aside_goes_only_when_it_tells_of_it(tmp_path: Path) -> None:
    async with scene(tmp_path) as it, it.sitting() as session:
        async with visitor_at(it.server.url) as camille:
            talk = await told(camille)
            await until(lambda: len(session.thread(talk)) > 4)
        ours, others = it.folder / "desk.broken", it.folder / "desk.broken-2"
        ours.write_bytes(b"\0damaged\0" + talk.encode())
        others.write_bytes(b"\0damaged\0")
        await it.erase(talk)
        await until(lambda: not ours.exists())
        assert others.exists()
