"""A message with files: files first, then the words, in order, and back together if refused."""

import asyncio
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from typing_extensions import override

from pupitre.backends.memory import MemoryBackend
from pupitre.backends.memory_link import Reply
from pupitre.backends.port import UploadRefused
from pupitre.client.changes import DraftReturned, FileRefused
from pupitre.client.session import Session
from pupitre.client.views import Delivery
from pupitre.domain.events import Message
from pupitre.domain.ids import ConversationId, ExpertId
from pupitre.wire.expert_frames import Command
from tests.client.listening import Ear
from tests.client.test_enclosures import on_disk
from tests.support.carriers import Door, attached, camille, door, last, picture
from tests.support.story import Stage, connected, demo_session, seconds, until

HOLD = timedelta(seconds=5)
CRASH = """
import asyncio, os, sys
from pathlib import Path
from tests.support.carriers import Door, attached, camille, door, picture
from tests.support.story import demo_session, until

async def main():
    async with demo_session(Path(sys.argv[1]), kind=Door) as stage:
        session, id_ = stage.session, camille(stage)
        first, second = await attached(session, id_, picture("un.png"), picture("deux.png"))
        door(stage).most = int(sys.argv[2])
        session.post(id_, "Deux photos", enclosed=True)
        await until(lambda: len(door(stage).came) == door(stage).most + 1)
        session._journal.save()
        await session._disk.read(lambda database: None)
        print(id_, flush=True)
        os._exit(9)

asyncio.run(main())
"""


class Witness(MemoryBackend):
    """Looks into the desk's file when a message with files comes."""

    path: Path
    seen: tuple[str | None, ...] = ()

    @override
    def obey(self, expert: ExpertId, frame: Command) -> Reply:
        if getattr(frame.command, "attachments", ()):
            with closing(sqlite3.connect(self.path)) as database:
                rows = database.execute("SELECT uploaded FROM files").fetchall()
            self.seen = tuple(known for (known,) in rows)
        return super().obey(expert, frame)


class Forgetful(Door):
    """Loses every file just before it is asked to send one, the first time."""

    forgets = True

    @override
    def obey(self, expert: ExpertId, frame: Command) -> Reply:
        names_files = bool(getattr(frame.command, "attachments", ()))
        if self.forgets and names_files:
            self.forgets = False
            self.depot.lose()
        return super().obey(expert, frame)


def told(stage: Stage, conversation: ConversationId | None = None) -> list[tuple[str, list[str]]]:
    """Return what the server stored of Alice's in a conversation: words and names of files."""
    entries = stage.floor.talks[conversation or camille(stage)].entries
    return [
        (it.event.text, [file.name for file in it.event.attachments])
        for it in entries
        if isinstance(it.event, Message) and it.event.expert
    ]


async def test_files_leave_first_and_the_message_names_them() -> None:
    async with demo_session(kind=Door) as stage:
        session, id_ = stage.session, camille(stage)
        (mine,) = await attached(session, id_)
        session.post(id_, "Voici", enclosed=True)
        assert session.files.of(id_) == ()
        row = last(session, id_)
        assert (row.attachments[0].key, row.attachments[0].local) == (mine.key, mine.local)
        await until(lambda: last(session, id_).seq)
        assert told(stage)[-1] == ("Voici", ["photo.png"])
        stored = last(session, id_).attachments[0]
        assert stored.key == mine.key, "the picture on the screen is not another one"
        assert stored.url.startswith("/attachments/")
        assert mine.local
        local = mine.local
        await until(lambda: not local.exists())


async def test_progress_is_shown_on_the_row() -> None:
    async with demo_session(kind=Door) as stage:
        session, id_ = stage.session, camille(stage)
        door(stage).door.clear()
        await attached(session, id_)
        session.post(id_, "Voici", enclosed=True)
        await until(lambda: last(session, id_).attachments[0].sent == 0.5)
        row = last(session, id_)
        assert (row.delivery, row.is_leaving) == (Delivery.SENT, True)
        door(stage).door.set()
        await until(lambda: last(session, id_).seq)
        assert not last(session, id_).is_leaving


async def test_what_is_written_later_waits_for_the_files() -> None:
    async with demo_session(kind=Door) as stage:
        session, id_ = stage.session, camille(stage)
        thomas = stage.guests["Thomas"].conversation
        assert thomas
        door(stage).door.clear()
        await attached(session, id_)
        session.post(id_, "La photo", enclosed=True)
        session.post(id_, "Vous la voyez ?")
        session.post(thomas, "Oui")
        await until(lambda: told(stage, thomas) == [("Oui", [])])
        assert ("Vous la voyez ?", []) not in told(stage)
        door(stage).door.set()
        await until(
            lambda: told(stage)[-2:] == [("La photo", ["photo.png"]), ("Vous la voyez ?", [])]
        )


async def test_what_is_asked_meanwhile_does_not_send_a_file_twice() -> None:
    async with demo_session(kind=Door) as stage:
        session, id_ = stage.session, camille(stage)
        door(stage).door.clear()
        await attached(session, id_)
        session.post(id_, "La photo", enclosed=True)
        await until(lambda: door(stage).came)
        for word in ("un", "deux", "trois"):
            session.post(id_, word)
            await asyncio.sleep(0.01)
        door(stage).door.set()
        await until(lambda: told(stage)[-1] == ("trois", []))
        assert door(stage).came == ["photo.png"]


async def test_no_message_leaves_before_it_is_written_what_its_files_are_called(
    tmp_path: Path,
) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(path, kind=Witness) as stage:
        witness = stage.backend
        assert isinstance(witness, Witness)
        witness.path = path
        await attached(stage.session, camille(stage))
        stage.session.post(camille(stage), "Voici", enclosed=True)
        await until(lambda: witness.seen)
        assert [known is not None for known in witness.seen] == [True]


async def test_a_message_may_be_a_file_alone() -> None:
    async with demo_session(kind=Door) as stage:
        session, id_ = stage.session, camille(stage)
        await attached(session, id_)
        session.post(id_, "", enclosed=True)
        await until(lambda: told(stage)[-1] == ("", ["photo.png"]))
        card = session.card(id_)
        assert card
        assert (card.preview, card.preview_files, card.has_draft) == ("", ("photo.png",), False)


async def test_undo_gives_words_and_files_back() -> None:
    async with demo_session(kind=Door) as stage:
        session, id_ = stage.session, camille(stage)
        before = await attached(session, id_, picture("a.png"), picture("b.png"))
        command = session.post(id_, "Voici", hold=HOLD, enclosed=True)
        stage.clock.advance(seconds(4))
        assert session.undo(command)
        assert (session.draft(id_), session.files.of(id_)) == ("Voici", before)
        stage.clock.advance(seconds(4))
        assert door(stage).came == []
        session.post(id_, session.draft(id_), hold=HOLD, enclosed=True)
        stage.clock.advance(seconds(6))
        await until(lambda: told(stage)[-1] == ("Voici", ["a.png", "b.png"]))


async def test_a_message_can_be_stopped_while_its_files_leave() -> None:
    async with demo_session(kind=Door) as stage:
        session, id_ = stage.session, camille(stage)
        door(stage).door.clear()
        (mine,) = await attached(session, id_)
        command = session.post(id_, "Voici", enclosed=True)
        await until(lambda: door(stage).came)
        assert session.undo(command)
        (file,) = session.files.of(id_)
        assert (file.key, file.sent) == (mine.key, None)
        door(stage).door.set()
        session.post(id_, "après")
        await until(lambda: told(stage)[-1] == ("après", []))
        assert door(stage).taken == [], "what was stopped does not go on in secret"
        assert ("Voici", ["photo.png"]) not in told(stage)
        assert not session.undo(command)


async def test_a_refused_file_comes_back_with_the_words() -> None:
    async with demo_session(kind=Door) as stage:
        session, id_ = stage.session, camille(stage)
        ear = Ear(session.changes)
        door(stage).refusals.append(UploadRefused("storage", "The disk is full."))
        await attached(session, id_, picture("a.png"), picture("b.png"))
        rows = len(session.thread(id_))
        session.post(id_, "Voici", enclosed=True)
        await until(lambda: ear.all(FileRefused))
        refused = ear.one(FileRefused)
        assert (refused.name, refused.code, refused.sentence) == (
            "a.png",
            "storage",
            "The disk is full.",
        )
        assert ear.one(DraftReturned).text == "Voici"
        assert [it.name for it in session.files.of(id_)] == ["a.png", "b.png"]
        assert len(session.thread(id_)) == rows
        session.post(id_, "Voici", enclosed=True)
        await until(lambda: told(stage)[-1] == ("Voici", ["a.png", "b.png"]))


async def test_a_busy_server_is_tried_again() -> None:
    async with demo_session(kind=Door) as stage:
        session, id_ = stage.session, camille(stage)
        door(stage).most = 1
        await attached(session, id_, picture("a.png"), picture("b.png"))
        session.post(id_, "Voici", enclosed=True)
        await until(lambda: len(door(stage).came) == 2)
        door(stage).refusals.append(UploadRefused("slow_down", "Wait.", wait=7.0))
        door(stage).most = 1000
        door(stage).door.set()
        await until(lambda: not door(stage).refusals)
        stage.clock.advance(seconds(6))
        assert len(door(stage).came) == 2
        stage.clock.advance(seconds(2))
        await until(lambda: told(stage)[-1] == ("Voici", ["a.png", "b.png"]))
        assert door(stage).came == ["a.png", "b.png", "b.png"], "what is there does not go again"


async def test_files_wait_for_the_link() -> None:
    async with demo_session(kind=Door) as stage:
        session, id_ = stage.session, camille(stage)
        stage.backend.reachable = False
        stage.backend.cut()
        await until(lambda: session.connection.stale)
        await attached(session, id_)
        session.post(id_, "Voici", enclosed=True)
        row = last(session, id_)
        assert (row.delivery, row.is_leaving) == (Delivery.QUEUED, True)
        assert door(stage).came == []
        stage.backend.reachable = True
        await until(lambda: told(stage)[-1] == ("Voici", ["photo.png"]))


async def test_files_that_the_server_lost_are_sent_again_with_the_next_try() -> None:
    async with demo_session(kind=Forgetful) as stage:
        session, id_ = stage.session, camille(stage)
        await attached(session, id_)
        ear = Ear(session.changes)
        session.post(id_, "avant", enclosed=False)
        session.post(id_, "Voici", enclosed=True)
        await until(lambda: ear.all(DraftReturned))
        assert (session.draft(id_), len(session.files.of(id_))) == ("Voici", 1)
        session.post(id_, "Voici", enclosed=True)
        await until(lambda: told(stage)[-1] == ("Voici", ["photo.png"]))
        assert door(stage).came == ["photo.png"] * 2


async def restarted(stage: Stage, path: Path, most: int) -> tuple[Session, ConversationId]:
    """Kill a desk that sends two pictures, when so many have left; start it again."""
    ran = subprocess.run(  # noqa: ASYNC221 - nothing else to do meanwhile
        [sys.executable, "-c", CRASH, str(path), str(most)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 9, ran.stderr
    return Session(stage.backend, stage.token, path=path, clock=stage.clock), ConversationId(
        ran.stdout.strip()
    )


async def test_a_desk_killed_before_the_files_left_has_the_message(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(kind=Door) as stage:
        session, id_ = await restarted(stage, path, 0)
        await session.load()
        row = last(session, id_)
        assert (row.text, row.delivery) == ("Deux photos", Delivery.QUEUED)
        assert [it.name for it in row.attachments] == ["un.png", "deux.png"]
        assert len(on_disk(path)) == 2
        await session.close()


async def test_a_desk_killed_between_file_and_message_does_not_send_the_file_again(
    tmp_path: Path,
) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(kind=Door) as stage:
        session, id_ = await restarted(stage, path, 1)
        await session.load()
        files = session._desk.outbox.lane_of(id_)[0].files
        assert [it.uploaded is not None for it in files] == [True, False]
        await session.close()


async def test_a_restart_sends_what_was_left(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(path, kind=Door) as stage:
        id_ = camille(stage)
        door(stage).most = 1
        await attached(stage.session, id_, picture("un.png"), picture("deux.png"))
        stage.session.post(id_, "Deux photos", enclosed=True)
        await until(lambda: len(door(stage).came) == 2)
        await stage.session.close()
        door(stage).most = 1000
        door(stage).door.set()
        session = Session(stage.backend, stage.token, path=path, clock=stage.clock)
        await send_all(session)
        assert told(stage).count(("Deux photos", ["un.png", "deux.png"])) == 1
        assert door(stage).came.count("un.png") == 1
        await until(lambda: on_disk(path) == [])


async def send_all(session: Session) -> None:
    """Run a desk until nothing waits."""
    async with asyncio.TaskGroup() as group:
        group.create_task(session.run())
        await connected(session)
        await until(lambda: not session.connection.waiting)
        await session.close()


async def test_signing_out_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(path, kind=Door) as stage:
        await attached(stage.session, camille(stage))
        await stage.session._forget_everything()
        assert not path.with_suffix(".files").exists()
