"""From the click to the answer: kept, shown, sent in order, given back when refused."""

import asyncio
import sqlite3
from datetime import timedelta
from itertools import groupby
from typing import Any

import pytest

from pupitre.client.asking import REST
from pupitre.client.changes import CommandDone, CommandRefused, DraftReturned
from pupitre.client.desk_file import DeskFile
from pupitre.client.views import Delivery, MessageRow
from pupitre.domain.commands import Close, MarkSeen, Pause
from pupitre.domain.conversation import Status
from pupitre.domain.events import Message, Paused
from pupitre.domain.ids import CommandId, ConversationId
from pupitre.domain.refusals import Code, Refused
from tests.client.listening import Ear
from tests.support.story import Stage, demo_session, seconds, until

HOLD = timedelta(seconds=5)


def camille(stage: Stage) -> ConversationId:
    id_ = stage.guests["Camille D."].conversation
    assert id_
    return id_


def last(stage: Stage) -> MessageRow:
    row = stage.session.thread(camille(stage))[-1]
    assert isinstance(row, MessageRow)
    return row


async def test_a_message_goes_out_and_is_stored_under_its_id() -> None:
    async with demo_session() as stage:
        ear = Ear(stage.session.changes)
        id_ = stage.session.post(camille(stage), "En ville aussi.")
        assert last(stage).delivery is Delivery.QUEUED, "it returns at once"
        await until(lambda: last(stage).delivery is Delivery.STORED)
        assert last(stage).key == id_
        await until(lambda: ear.all(CommandDone))
        assert ear.one(CommandDone).id == id_
        stage.guests["Camille D."].sees()
        await until(lambda: last(stage).delivery is Delivery.SEEN)


async def test_a_message_and_its_draft_change_places_in_one_commit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    after_each = note_commits(monkeypatch)
    async with demo_session() as stage:
        session, id_ = stage.session, camille(stage)
        session.keep_draft(id_, "En ville aussi.")
        stage.clock.advance(seconds(1))
        await until(lambda: after_each[-1:] == [["draft"]])
        session.keep_draft(id_, "")
        command = session.post(id_, "En ville aussi.", hold=HOLD)
        await until(lambda: after_each[-1] == ["message"])
        session.undo(command)
        await until(lambda: after_each[-1] == ["draft"])
    states = [state for state, _ in groupby(after_each)]
    assert states[states.index(["draft"]) :] == [["draft"], ["message"], ["draft"]]


def note_commits(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Return what will be on disk after each commit: a crash may come there."""
    after_each: list[list[str]] = []
    commit = DeskFile._do

    def noted(file: DeskFile, database: sqlite3.Connection, works: Any) -> None:
        commit(file, database, works)
        kept = {"message": "outbox", "draft": "drafts"}
        counts = ((name, f"SELECT count(*) FROM {table}") for name, table in kept.items())  # noqa: S608 - names of our own
        after_each.append([name for name, ask in counts if database.execute(ask).fetchone()[0]])

    monkeypatch.setattr(DeskFile, "_do", noted)
    return after_each


async def test_a_held_message_can_be_taken_back() -> None:
    async with demo_session() as stage:
        session, id_ = stage.session, camille(stage)
        ear, before = Ear(session.changes), len(session.thread(id_))
        command = session.post(id_, "oups", hold=HOLD)
        assert last(stage).delivery is Delivery.HELD
        assert last(stage).undo_until == session.now() + HOLD
        assert session.undo(command)
        assert not session.undo(command)
        assert ear.one(DraftReturned) == DraftReturned(id_, "oups")
        stage.clock.advance(HOLD)
        await asyncio.sleep(0.05)
        assert len(session.thread(id_)) == before
        assert session.draft(id_) == "oups"


async def test_a_held_message_goes_when_its_time_is_over() -> None:
    async with demo_session() as stage:
        stage.session.post(camille(stage), "bientôt", hold=HOLD)
        stage.clock.advance(HOLD - seconds(1))
        await asyncio.sleep(0.05)
        assert last(stage).delivery is Delivery.HELD
        stage.clock.advance(seconds(1))
        await until(lambda: last(stage).delivery is Delivery.STORED)


async def test_another_act_on_the_conversation_lets_it_go_first() -> None:
    async with demo_session() as stage:
        session, id_ = stage.session, camille(stage)
        session.post(id_, "à tout à l’heure", hold=HOLD)
        session.submit(id_, Pause(until=session.now() + timedelta(hours=3)))
        await until(lambda: session.connection.waiting == 0)
        events = [entry.event for entry in stage.floor.talks[id_].entries[-2:]]
        assert [type(event) for event in events] == [Message, Paused]


async def test_looking_at_it_does_not() -> None:
    async with demo_session() as stage:
        session, id_ = stage.session, camille(stage)
        command = session.post(id_, "pas encore", hold=HOLD)
        session.submit(id_, MarkSeen(seq=12))
        await until(lambda: not stage.floor.talks[id_].state.unread)
        card = session.card(id_)
        assert card
        assert card.unread == 0
        assert session.undo(command)


async def test_what_was_seen_already_is_not_said_again() -> None:
    async with demo_session() as stage:
        session, id_ = stage.session, camille(stage)
        await asyncio.sleep(0.02)
        ear = Ear(session.changes)
        session.submit(id_, MarkSeen(seq=0))
        session.submit(ConversationId("nowhere"), MarkSeen(seq=9))
        await asyncio.sleep(0.02)
        assert ear.heard == []


async def test_an_act_shows_at_once_and_is_undone_when_refused() -> None:
    async with demo_session() as stage:
        session, id_ = stage.session, camille(stage)
        ear = Ear(session.changes)
        stage.guests["Camille D."].ends()
        command = session.submit(id_, Pause(until=session.now() + timedelta(hours=3)))
        talk = session.conversation(id_)
        assert talk
        assert talk.status is Status.PAUSED, "the end has not been heard yet"
        await until(lambda: ear.all(CommandRefused))
        refused = ear.one(CommandRefused)
        assert (refused.id, refused.code) == (command, Code.WRONG_STATUS)
        assert refused.detail == "status: closed"
        assert not session.cards()[0].pending


async def test_a_refused_message_gives_its_text_back() -> None:
    async with demo_session() as stage:
        session, id_ = stage.session, camille(stage)
        ear = Ear(session.changes)
        session.keep_draft(id_, "la suite")
        stage.guests["Camille D."].ends()
        session.post(id_, "trop tard")
        await until(lambda: ear.all(CommandRefused))
        assert ear.one(DraftReturned).text == session.draft(id_) == "trop tard\nla suite"
        row = next(it for it in session.thread(id_) if it.key == ear.one(CommandRefused).id)
        assert isinstance(row, MessageRow)
        assert (row.delivery, row.refusal) == (Delivery.REFUSED, "wrong_status")


async def test_without_a_link_everything_waits_here_and_goes_later_in_order() -> None:
    async with demo_session() as stage:
        session, id_ = stage.session, camille(stage)
        stage.backend.reachable = False
        stage.backend.cut()
        await until(lambda: session.connection.stale)
        for text in ("un", "deux", "trois"):
            session.post(id_, text)
        await until(lambda: session.connection.waiting == 3)
        assert last(stage).delivery is Delivery.QUEUED
        stage.backend.reachable = True
        await until(lambda: session.connection.waiting == 0)
        written = [it.event for it in stage.floor.talks[id_].entries[-3:]]
        assert [it.text for it in written if isinstance(it, Message)] == ["un", "deux", "trois"]


async def test_a_server_that_is_busy_is_asked_again_later() -> None:
    async with demo_session() as stage:
        session, id_ = stage.session, camille(stage)
        ear, asking = Ear(session.changes), session._asking
        command = session.post(id_, "patience", hold=HOLD)
        assert asking.refused(command, Refused(Code.SLOW_DOWN))
        assert not asking.refused(CommandId("nobody’s"), Refused(Code.SLOW_DOWN))
        stage.clock.advance(HOLD)
        await asyncio.sleep(0.05)
        assert not ear.all(CommandRefused)
        stage.clock.advance(REST)
        await until(lambda: last(stage).delivery is Delivery.STORED)


async def test_closing_asks_for_a_subject_where_one_is_required() -> None:
    async with demo_session() as stage:
        session, id_ = stage.session, camille(stage)
        ear = Ear(session.changes)
        session.submit(id_, Close())
        await until(lambda: ear.all(CommandRefused))
        assert ear.one(CommandRefused).code is Code.SUBJECT_REQUIRED
        assert id_ in {card.id for card in session.cards()}
