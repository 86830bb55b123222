"""A held message waits its time by the server's clock, and no longer than something else allows."""

from datetime import timedelta

from pupitre.client.views import Delivery
from pupitre.domain.commands import Pause
from pupitre.domain.ids import CommandId
from tests.support.carriers import camille, last
from tests.support.story import Stage, demo_session, minutes, seconds, until

HOLD = timedelta(seconds=5)


def held(stage: Stage, text: str = "Un instant") -> CommandId:
    return stage.session.post(camille(stage), text, hold=HOLD)


async def test_it_leaves_when_its_time_comes_and_not_before() -> None:
    async with demo_session() as stage:
        held(stage)
        stage.clock.advance(seconds(4.9))
        assert last(stage.session, camille(stage)).delivery is Delivery.HELD
        stage.clock.advance(seconds(0.2))
        await until(lambda: last(stage.session, camille(stage)).seq)


async def test_it_leaves_before_what_is_asked_next() -> None:
    async with demo_session() as stage:
        held(stage)
        later = stage.session.now() + minutes(200)
        stage.session.submit(camille(stage), Pause(until=later, keep=True))
        assert last(stage.session, camille(stage)).undo_until is None
        await until(lambda: last(stage.session, camille(stage)).seq)


async def test_what_was_taken_back_does_not_leave_at_the_end_of_its_hold() -> None:
    async with demo_session() as stage:
        command = held(stage)
        assert stage.session.undo(command)
        stage.clock.advance(seconds(10))
        assert last(stage.session, camille(stage)).key != command
        assert stage.session.connection.waiting == 0


async def test_a_desk_that_closes_holds_nothing() -> None:
    async with demo_session() as stage:
        command = held(stage)
        await stage.session.close()
        entries = stage.floor.talks[camille(stage)].entries
        assert getattr(entries[-1].event, "id", "") == command
