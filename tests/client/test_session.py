"""The session as the window and the app use it."""

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from datetime import timedelta
from itertools import repeat
from pathlib import Path

import pytest
from typing_extensions import override

from pupitre.backends.floor import Floor
from pupitre.backends.memory import MemoryBackend
from pupitre.backends.memory_link import MemoryLink
from pupitre.backends.port import EVERYTHING, Unreachable
from pupitre.client.session import Session
from pupitre.client.views import Delivery, LinkState, MessageRow
from pupitre.domain.commands import Pause, Release, SetAvailability
from pupitre.domain.conversation import Status
from pupitre.domain.events import Message
from pupitre.domain.ids import ConversationId
from pupitre.domain.refusals import Code
from pupitre.wire.expert_frames import ToServer, Typing
from tests.support.story import ALICE, BRUNO, VELO, connected, demo_session, until

NOWHERE = ConversationId("nowhere")
CRASH = """
import asyncio, os, sys
from pathlib import Path
from tests.support.story import demo_session

async def main():
    async with demo_session(Path(sys.argv[1])) as stage:
        id_ = stage.guests["Camille D."].conversation
        stage.backend.reachable = False
        stage.backend.cut()
        stage.session._journal.save()
        first = stage.session.post(id_, "un")
        stage.session.post(id_, "deux")
        stage.session.keep_draft(id_, "à moitié")
        stage.session._drafts.save()
        await stage.session._disk.read(lambda database: None)
        print(id_, first, flush=True)
        os._exit(9)

asyncio.run(main())
"""


def contents(folder: Path) -> bytes:
    """Return all that is in a folder's files."""
    return b"".join(path.read_bytes() for path in folder.iterdir())


async def test_it_knows_who_you_are_and_what_is_yours() -> None:
    async with demo_session() as stage:
        session = stage.session
        assert session.capabilities == EVERYTHING
        assert session.you
        assert (session.you.id, session.you.open) == (ALICE, 4)
        assert BRUNO in session.colleagues
        assert session.missions[VELO].mark == "VÉLO"
        assert session.now() == stage.clock.now()
        statuses = [card.status for card in session.cards()]
        assert (statuses.count(Status.OPEN), statuses.count(Status.PAUSED)) == (4, 3)


async def test_what_is_not_here_is_nothing() -> None:
    async with demo_session() as stage:
        session = stage.session
        assert session.card(NOWHERE) is None
        assert session.conversation(NOWHERE) is None
        assert session.visitor(NOWHERE) is None
        assert session.thread(NOWHERE) == ()
        assert (session.typing(NOWHERE), session.draft(NOWHERE)) == ("", "")
        session.unlock(NOWHERE)


async def test_a_draft_stays_with_its_conversation() -> None:
    async with demo_session() as stage:
        session = stage.session
        first, second = (card.id for card in session.cards()[:2])
        session.keep_draft(first, "pour la première")
        card, other = session.card(first), session.card(second)
        assert card
        assert other
        assert (card.has_draft, other.has_draft) == (True, False)
        assert session.draft(second) == ""


class Attentive(MemoryBackend):
    """Notes what a desk says of its expert's typing."""

    def __init__(self, floor: Floor, passwords: Mapping[str, str]) -> None:
        super().__init__(floor, passwords)
        self.typed: list[str] = []

    @override
    async def open(self) -> "AttentiveLink":
        return AttentiveLink(self)


class AttentiveLink(MemoryLink):
    @override
    def _hear(self, frame: ToServer) -> None:
        if isinstance(frame, Typing) and isinstance(self.host, Attentive):
            self.host.typed.append(frame.conversation)
        super()._hear(frame)


async def test_the_visitor_is_told_now_and_then_that_you_write() -> None:
    async with demo_session(kind=Attentive) as stage:
        session, backend, talk = stage.session, stage.backend, stage.session.cards()[0].id
        assert isinstance(backend, Attentive)
        session.tell_typing(talk)
        session.tell_typing(talk)
        await until(lambda: backend.typed == [talk])
        session.post(talk, "Bonjour")
        session.tell_typing(talk)
        await until(lambda: backend.typed == [talk, talk])


async def test_signing_out_is_refused_while_something_is_open() -> None:
    """R9."""
    async with demo_session() as stage:
        session = stage.session
        refused = await session.sign_out()
        assert refused
        assert refused.code is Code.DESK_NOT_SETTLED
        assert session.connection.state is LinkState.CONNECTED


async def test_signing_out_leaves_nothing_here(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(path) as stage:
        session = stage.session
        session.submit(None, SetAvailability(available=False))
        for card in session.cards():
            session.keep_draft(card.id, "secret")
            session.submit(card.id, Release())
        assert await session.sign_out() is None
        assert session.connection.state is LinkState.SIGNED_OUT
        assert contents(tmp_path) == b""
        again = Session(stage.backend, stage.token, path=path, clock=stage.clock)
        await again.load()
        assert (again.cards(), again.you) == ((), None)
        assert not any(again.draft(talk) for talk in stage.floor.talks)
        await again.run()
        assert again.connection.refused_code == "not_signed_in"
        await again.close()


async def test_the_token_is_not_in_the_file(tmp_path: Path) -> None:
    async with demo_session(tmp_path / "desk.sqlite") as stage:
        await stage.session.close()
        kept = contents(tmp_path)
        assert b"Camille" in kept
        assert stage.token.encode() not in kept


async def test_what_an_earlier_desk_deleted_goes_with_the_first_run(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    with closing(sqlite3.connect(path)) as earlier:
        earlier.execute("PRAGMA secure_delete = OFF")
        earlier.execute("CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
        earlier.execute("INSERT INTO notes VALUES ('a', ?)", ("secret " * 900,))
        earlier.execute("DELETE FROM notes")
        earlier.commit()
    assert b"secret" in contents(tmp_path)
    async with demo_session(path):
        await until(lambda: b"secret" not in contents(tmp_path))


async def test_signing_out_needs_a_link() -> None:
    async with demo_session() as stage:
        stage.backend.reachable = False
        verdict = asyncio.get_running_loop().create_task(stage.session.sign_out())
        await asyncio.sleep(0)
        stage.backend.cut()
        with pytest.raises(Unreachable):
            await verdict
        with pytest.raises(Unreachable):
            await stage.session.sign_out()
        assert stage.session.connection.waiting == 0


async def test_closing_sends_what_was_held() -> None:
    async with demo_session() as stage:
        session = stage.session
        id_ = session.cards()[-1].id
        session.post(id_, "au revoir", hold=timedelta(seconds=5))
        await session.close()
        last = stage.floor.talks[id_].entries[-1].event
        assert isinstance(last, Message)
        assert last.text == "au revoir"


async def test_what_could_not_be_sent_goes_out_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(path) as stage:
        id_ = stage.session.cards()[-1].id
        stage.backend.reachable = False
        stage.backend.cut()
        first = stage.session.post(id_, "un")
        stage.session.submit(id_, Pause(until=stage.session.now() + timedelta(hours=3)))
        await stage.session.close()
        session = Session(
            stage.backend, stage.token, path=path, clock=stage.clock, delays=lambda: repeat(0.01)
        )
        await session.load()
        card = session.card(id_)
        assert card
        assert (card.status, card.pending, card.preview) == (Status.PAUSED, True, "un")
        row = session.thread(id_)[-1]
        assert isinstance(row, MessageRow)
        assert (row.key, row.delivery) == (first, Delivery.QUEUED)
        stage.backend.reachable = True
        running = asyncio.get_running_loop().create_task(session.run())
        await connected(session)
        await until(lambda: session.connection.waiting == 0)
        kinds = [type(entry.event).__name__ for entry in stage.floor.talks[id_].entries[-2:]]
        assert kinds == ["Message", "Paused"]
        await session.close()
        await running


async def test_a_killed_desk_keeps_its_outbox_and_drafts(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    root = Path(__file__).parents[2]
    killed = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", CRASH, str(path)],
        capture_output=True,
        text=True,
        cwd=root,
        env={"PYTHONPATH": f"{root / 'desktop'}:{root}"},
        check=False,
    )
    assert killed.returncode == 9, killed.stderr
    conversation, first = killed.stdout.split()
    async with demo_session() as stage:
        session = Session(stage.backend, stage.token, path=path, clock=stage.clock)
        await session.load()
        id_ = ConversationId(conversation)
        waiting = [row for row in session.thread(id_) if row.seq is None]
        assert [row.text for row in waiting if isinstance(row, MessageRow)] == ["un", "deux"]
        assert waiting[0].key == first
        assert session.connection.waiting == 2
        assert session.draft(id_) == "à moitié"
        await session.close()
