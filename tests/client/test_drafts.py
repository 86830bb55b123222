"""A draft is bound to its conversation and is on disk soon after the last key."""

import sqlite3
from pathlib import Path

from pupitre.backends.clock import ManualClock
from pupitre.client.disk import Disk
from pupitre.client.drafts import PAUSE, Drafts
from pupitre.domain.ids import ConversationId
from tests.client.ground import NOON, TALK

OTHER = ConversationId("other")


def kept(database: sqlite3.Connection) -> dict[str, str]:
    return dict(database.execute("SELECT conversation, text FROM drafts").fetchall())


async def test_each_conversation_has_its_own() -> None:
    drafts = Drafts(Disk(None), ManualClock(NOON))
    assert drafts.put(TALK, "pour Camille")
    assert not drafts.put(TALK, "pour Camille, encore"), "the card's mark is there already"
    assert drafts.put(OTHER, "pour Karim")
    assert (drafts.get(TALK), drafts.get(OTHER)) == ("pour Camille, encore", "pour Karim")
    assert drafts.put(OTHER, "")
    assert drafts.get(OTHER) == ""


async def test_it_is_written_once_after_the_last_key() -> None:
    disk, clock = Disk(None), ManualClock(NOON)
    await disk.open()
    drafts = Drafts(disk, clock)
    for text in ("b", "bo", "bon"):
        drafts.put(TALK, text)
    assert await disk.read(kept) == {}
    clock.advance(PAUSE)
    assert await disk.read(kept) == {TALK: "bon"}
    drafts.put(TALK, "")
    clock.advance(PAUSE)
    assert await disk.read(kept) == {}
    await disk.close()


async def test_it_survives_a_restart(tmp_path: Path) -> None:
    disk = Disk(tmp_path / "d.sqlite")
    await disk.open()
    drafts = Drafts(disk, ManualClock(NOON))
    drafts.put(TALK, "à finir")
    drafts.save()
    await disk.close()
    again = Disk(tmp_path / "d.sqlite")
    await again.open()
    found = Drafts(again, ManualClock(NOON))
    await again.read(found.load)
    assert found.get(TALK) == "à finir"
    await again.close()


async def test_a_text_that_comes_back_joins_what_is_being_written() -> None:
    drafts = Drafts(Disk(None), ManualClock(NOON))
    drafts.put(TALK, "suite")
    assert drafts.give_back(TALK, "début") == "début\nsuite"
    assert drafts.give_back(OTHER, "seul") == "seul"


async def test_they_can_be_forgotten() -> None:
    clock = ManualClock(NOON)
    drafts = Drafts(Disk(None), clock)
    drafts.put(TALK, "secret")
    drafts.clear()
    clock.advance(PAUSE)
    assert drafts.get(TALK) == ""
