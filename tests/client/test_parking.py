"""Messages to a conversation that changed meanwhile are held, and their author decides."""

import asyncio
from itertools import repeat
from pathlib import Path

import pytest

from pupitre.client import second_thoughts
from pupitre.client.outbox_rows import REMEMBERED
from pupitre.client.session import Session
from pupitre.client.views import Delivery, MessageRow, Parked
from pupitre.domain.commands import Close, Pause
from pupitre.domain.conversation import Status
from pupitre.domain.events import Message
from pupitre.domain.ids import ConversationId, SubjectId
from tests.support.story import Stage, connected, demo_session, minutes, says, until

CLOSE = Close(subjects=(SubjectId("stock"),))


def camille(stage: Stage) -> ConversationId:
    id_ = stage.guests["Camille D."].conversation
    assert id_
    return id_


def said(stage: Stage) -> list[str]:
    """Return what experts wrote to Camille after the story, as the server has it."""
    entries = stage.floor.talks[camille(stage)].entries[12:]
    events = (it.event for it in entries)
    return [it.text for it in events if isinstance(it, Message) and it.expert]


def deliveries(session: Session, id_: ConversationId) -> list[Delivery]:
    rows = session.thread(id_)
    return [row.delivery for row in rows if isinstance(row, MessageRow) and row.seq is None]


async def away(stage: Stage) -> None:
    stage.backend.reachable = False
    stage.backend.cut()
    await until(lambda: stage.session.connection.stale)


async def back(stage: Stage, session: Session | None = None) -> None:
    stage.backend.reachable = True
    await connected(session or stage.session)


async def held(stage: Stage) -> None:
    """Write two messages without a link, and have another desk of Alice's answer first."""
    await away(stage)
    stage.session.post(camille(stage), "un")
    stage.session.post(camille(stage), "deux")
    stage.expert("Camille D.", says("d’ailleurs"))
    await back(stage)


async def test_messages_to_a_conversation_answered_elsewhere_do_not_leave() -> None:
    async with demo_session() as stage:
        await held(stage)
        card = stage.session.card(camille(stage))
        assert card
        assert (card.locked, card.parked) == (second_thoughts.ANSWERED_BY_YOU, Parked(2))
        assert card.preview == "d’ailleurs", "what may never be sent is not the last word"
        assert deliveries(stage.session, camille(stage)) == [Delivery.PARKED] * 2
        connection = stage.session.connection
        assert (connection.waiting, connection.parked) == (0, 2)
        await asyncio.sleep(0.05)
        assert said(stage) == ["d’ailleurs"]


async def test_they_leave_in_order_when_their_author_says_so() -> None:
    async with demo_session() as stage:
        await held(stage)
        stage.session.send_anyway(camille(stage))
        await until(lambda: said(stage) == ["d’ailleurs", "un", "deux"])
        card = stage.session.card(camille(stage))
        assert card
        assert (card.locked, card.parked) == ("", Parked())


async def test_they_become_a_draft_again_when_their_author_says_so() -> None:
    async with demo_session() as stage:
        stage.session.keep_draft(camille(stage), "trois")
        await held(stage)
        stage.session.take_back(camille(stage))
        assert stage.session.draft(camille(stage)) == "un\ndeux\ntrois"
        assert deliveries(stage.session, camille(stage)) == []
        assert stage.session.connection.parked == 0
        await asyncio.sleep(0.02)
        assert said(stage) == ["d’ailleurs"]


async def test_a_visitor_who_wrote_does_not_hold_an_answer() -> None:
    async with demo_session() as stage:
        await away(stage)
        stage.session.post(camille(stage), "un")
        stage.guests["Camille D."].writes("Allô ?")
        await back(stage)
        await until(lambda: said(stage) == ["un"])


async def test_a_closure_is_held_when_the_visitor_wrote_meanwhile() -> None:
    async with demo_session() as stage:
        await away(stage)
        stage.session.submit(camille(stage), CLOSE)
        assert stage.talk(camille(stage)).is_closed
        stage.guests["Camille D."].writes("Encore une question !")
        await back(stage)
        card = stage.session.card(camille(stage))
        assert card
        assert (card.status, card.locked) == (Status.OPEN, second_thoughts.WROTE)
        assert card.parked == Parked(0, 1)
        stage.session.send_anyway(camille(stage))
        await until(lambda: stage.floor.talks[camille(stage)].state.is_closed)


async def test_another_act_does_not_wait_behind_what_is_held() -> None:
    async with demo_session() as stage:
        await held(stage)
        stage.session.submit(camille(stage), Pause(until=stage.session.now() + minutes(5)))
        await until(lambda: stage.floor.talks[camille(stage)].state.status is Status.PAUSED)
        assert said(stage) == ["d’ailleurs"]


async def test_what_is_held_is_held_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(path) as stage:
        await held(stage)
        await stage.session.close()
        session = Session(
            stage.backend, stage.token, path=path, clock=stage.clock, delays=lambda: repeat(0.01)
        )
        running = asyncio.get_running_loop().create_task(session.run())
        await connected(session)
        card = session.card(camille(stage))
        assert card
        assert (card.locked, card.parked) == (second_thoughts.ANSWERED_BY_YOU, Parked(2))
        session.send_anyway(camille(stage))
        await until(lambda: said(stage) == ["d’ailleurs", "un", "deux"])
        await session.close()
        await running


@pytest.mark.parametrize("several", [1, REMEMBERED + 1])
async def test_what_this_desk_sent_before_it_was_killed_holds_nothing(
    tmp_path: Path, several: int
) -> None:
    path, left = tmp_path / "desk.sqlite", tmp_path / "left.sqlite"
    sent = [f"{number}" for number in range(several)]
    async with demo_session(path) as stage:
        stage.session._journal.save()
        for text in sent:
            stage.session.post(camille(stage), text)
        await until(lambda: not stage.session.connection.waiting)
        await away(stage)
        stage.session.post(camille(stage), "deux")
        await stage.session._disk.read(lambda held: held.execute("VACUUM INTO ?", (str(left),)))
        await stage.session.close()
        session = Session(
            stage.backend, stage.token, path=left, clock=stage.clock, delays=lambda: repeat(0.01)
        )
        running = asyncio.get_running_loop().create_task(session.run())
        await back(stage, session)
        await until(lambda: said(stage) == [*sent, "deux"])
        await session.close()
        await running


async def test_a_desk_that_lost_its_copies_looks_at_the_hours(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(path) as stage:
        await away(stage)
        stage.session.post(camille(stage), "un")
        thomas = stage.guests["Thomas"].conversation
        assert thomas
        stage.session.post(thomas, "pour Thomas")
        stage.clock.advance(minutes(1))
        stage.expert("Camille D.", says("d’ailleurs"))
        await stage.session.close()
        session = Session(
            stage.backend, stage.token, path=path, clock=stage.clock, delays=lambda: repeat(0.01)
        )
        await session.load()
        session._desk.replica.records.clear()
        running = asyncio.get_running_loop().create_task(session.run())
        await back(stage, session)
        card = session.card(camille(stage))
        assert card
        assert card.parked == Parked(1)
        await until(lambda: not session.connection.waiting)
        assert said(stage) == ["d’ailleurs"]
        await session.close()
        await running
