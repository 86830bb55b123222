"""What is confirmed is on disk a moment later, and comes back as it was."""

import sqlite3
from functools import partial

from pupitre.backends.clock import ManualClock
from pupitre.client import journal
from pupitre.client.disk import Disk
from pupitre.client.journal import PAUSE, Journal
from pupitre.client.replica import Record
from pupitre.wire import expert_frames, translate
from pupitre.wire.instants import Instant
from tests.client.ground import NOON, TALK, beginning, opened, record
from tests.support.story import experts


class Scene:
    """A journal with Alice's conversation in it."""

    def __init__(self) -> None:
        self.clock, self.disk = ManualClock(NOON), Disk(None)
        self.journal = Journal(self.disk, self.clock, self.clock.now)

    async def begins(self) -> Record:
        await self.disk.open()
        it = record(opened())
        for entry in beginning():
            self.journal.took(it, entry)
        return it


def count(database: sqlite3.Connection) -> tuple[int, int]:
    (conversations,) = database.execute("SELECT count(*) FROM conversations").fetchone()
    (entries,) = database.execute("SELECT count(*) FROM entries").fetchone()
    return conversations, entries


async def test_news_is_written_together_a_moment_later() -> None:
    scene = Scene()
    it = await scene.begins()
    assert await scene.disk.read(count) == (0, 0)
    scene.clock.advance(PAUSE)
    assert await scene.disk.read(count) == (1, 3)
    (found,) = await scene.disk.read(journal.load_records)
    assert (found.state, found.visitor, found.on_disk) == (it.state, it.visitor, 3)
    assert found.at == NOON
    for limit, expected in ((10, beginning()[:2]), (1, beginning()[1:2])):
        find = partial(journal.load_entries, conversation=TALK, until=2, limit=limit)
        assert await scene.disk.read(find) == expected
    assert await scene.disk.read(journal.load_heard_at) == scene.clock.now()
    await scene.disk.close()


async def test_a_conversation_that_left_is_not_kept() -> None:
    scene = Scene()
    await scene.begins()
    scene.journal.left(TALK)
    scene.journal.save()
    assert await scene.disk.read(count) == (0, 0)
    await scene.disk.close()


async def test_one_that_left_and_came_back_is() -> None:
    scene = Scene()
    it = await scene.begins()
    scene.journal.save()
    scene.journal.left(TALK)
    scene.journal.took(it, beginning()[2])
    scene.journal.save()
    assert await scene.disk.read(count) == (1, 1)
    await scene.disk.close()


async def test_who_is_who_comes_back() -> None:
    scene = Scene()
    await scene.disk.open()
    assert await scene.disk.read(journal.load_welcome) is None
    you = translate.expert_to_wire(experts()[0])
    welcome = expert_frames.Welcome(now=Instant.of(NOON), you=you)
    scene.journal.welcomed(welcome)
    scene.journal.save()
    assert await scene.disk.read(journal.load_welcome) == welcome
    await scene.disk.close()


async def test_copies_can_be_dropped() -> None:
    scene = Scene()
    await scene.begins()
    scene.journal.save()
    scene.disk.write(journal.forget)
    assert await scene.disk.read(count) == (0, 0)
    assert await scene.disk.read(journal.load_heard_at) is None
    await scene.disk.close()


async def test_what_is_not_written_yet_can_be_forgotten() -> None:
    scene = Scene()
    await scene.begins()
    scene.journal.clear()
    scene.clock.advance(PAUSE)
    assert await scene.disk.read(count) == (0, 0)
    await scene.disk.close()
