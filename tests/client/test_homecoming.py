"""A desk that comes back tells each thing once, and two desks of one expert agree."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from itertools import repeat

from pupitre.client.changes import Alert, AlertKind, CaughtUp
from pupitre.client.session import Session
from pupitre.domain.commands import Pause, Transfer
from pupitre.domain.conversation import Status
from pupitre.domain.events import ResumeReason
from pupitre.domain.ids import ConversationId
from tests.client.listening import Ear
from tests.support.story import BRUNO, Stage, connected, demo_session, says, until

NIGHT = timedelta(hours=15)


def id_of(stage: Stage, name: str) -> ConversationId:
    id_ = stage.guests[name].conversation
    assert id_
    return id_


async def asleep(stage: Stage) -> Ear:
    """Close the lid."""
    stage.backend.reachable = False
    stage.backend.cut()
    await until(lambda: stage.session.connection.stale)
    return Ear(stage.session.changes)


async def awake(stage: Stage) -> None:
    stage.backend.reachable = True
    stage.session.look_awake()
    await connected(stage.session)
    await asyncio.sleep(0.01)


@asynccontextmanager
async def another_desk(stage: Stage) -> AsyncIterator[Session]:
    """Sit down at a second computer."""
    session = Session(stage.backend, stage.token, clock=stage.clock, delays=lambda: repeat(0.01))
    running = asyncio.get_running_loop().create_task(session.run())
    await connected(session)
    try:
        yield session
    finally:
        await session.close()
        await running


async def test_a_pause_that_ended_during_sleep_is_told_once() -> None:
    async with demo_session() as stage:
        ear = await asleep(stage)
        stage.clock.advance(timedelta(hours=4))
        assert stage.floor.talks[id_of(stage, "Karim B.")].state.status is Status.OPEN
        await awake(stage)
        await until(lambda: ear.all(Alert))
        told = [it for it in ear.all(Alert) if it.conversation == id_of(stage, "Karim B.")]
        assert [(it.kind, it.resume_reason) for it in told] == [
            (AlertKind.REAPPEARED, ResumeReason.EXPIRED)
        ]
        again = await asleep(stage)
        await awake(stage)
        assert not again.all(Alert)
        assert not again.all(CaughtUp)


async def test_one_that_was_paused_again_elsewhere_is_not_told() -> None:
    async with demo_session() as stage:
        ear = await asleep(stage)
        stage.clock.advance(timedelta(hours=4))
        stage.expert("Karim B.", Pause(until=stage.clock.now() + NIGHT))
        await awake(stage)
        assert id_of(stage, "Karim B.") not in {it.conversation for it in ear.all(Alert)}


async def test_words_of_a_visitor_during_sleep_are_told_unless_they_were_answered() -> None:
    async with demo_session() as stage:
        ear = await asleep(stage)
        for name in ("Thomas", "Camille D."):
            stage.guests[name].writes("Allô ?")
            stage.guests[name].writes("Vous êtes là ?")
        stage.expert("Camille D.", says("Oui !"))
        await awake(stage)
        await until(lambda: ear.all(Alert))
        told = [(it.kind, it.conversation, it.text) for it in ear.all(Alert)]
        assert told == [(AlertKind.MESSAGE, id_of(stage, "Thomas"), "Vous êtes là ?")]


async def test_one_that_arrived_during_sleep_is_told_and_none_at_the_first_sign_in() -> None:
    async with demo_session() as stage:
        stage.expert("Thomas", Transfer(expert=BRUNO, anyway=True))
        await until(lambda: stage.card(id_of(stage, "Thomas")).locked)
        stage.session._desk.replica.forget(id_of(stage, "Thomas"))
        ear = await asleep(stage)
        stage.expert("Thomas", Transfer(expert=stage.you.id, anyway=True))
        await awake(stage)
        await until(lambda: ear.all(Alert))
        assert [(it.kind, it.conversation) for it in ear.all(Alert)] == [
            (AlertKind.ARRIVED, id_of(stage, "Thomas"))
        ]
        async with another_desk(stage) as other:
            heard = Ear(other.changes)
            await asyncio.sleep(0.02)
            assert not heard.all(Alert)


async def test_two_desks_tell_the_end_of_a_pause_once_each_and_agree_after_it() -> None:
    async with demo_session() as stage, another_desk(stage) as other:
        ears = [Ear(it.changes) for it in (stage.session, other)]
        karim = id_of(stage, "Karim B.")
        stage.clock.advance(timedelta(hours=4))
        for ear in ears:
            await until(lambda ear=ear: ear.all(Alert))  # type: ignore[misc] # mypy knows no defaults of lambdas
            assert [it.conversation for it in ear.all(Alert)].count(karim) == 1
        other.post(karim, "Je suis là.")
        await until(lambda: stage.session.conversation(karim) == other.conversation(karim))
        await until(lambda: stage.card(karim).preview_mine)
        texts = [getattr(it.event, "text", "") for it in stage.floor.talks[karim].entries]
        assert texts.count("Je suis là.") == 1
        assert [len(ear.all(Alert)) for ear in ears] == [len(ears[0].all(Alert))] * 2


async def test_both_desks_pausing_at_once_make_one_pause() -> None:
    async with demo_session() as stage, another_desk(stage) as other:
        thomas, until_ = id_of(stage, "Thomas"), stage.clock.now() + NIGHT
        for session in (stage.session, other):
            session.submit(thomas, Pause(until=until_))
        for session in (stage.session, other):
            await until(lambda session=session: not session.connection.waiting)  # type: ignore[misc] # mypy knows no defaults of lambdas
        state = stage.floor.talks[thomas].state
        assert (state.status, state.pauses_in_row) == (Status.PAUSED, 1)
