"""One line after an absence, with what became of the conversations that left."""

from collections.abc import Callable

import pytest
from typing_extensions import override

from pupitre.client import absence
from pupitre.client.changes import CaughtUp, Departed
from pupitre.client.meanwhile import Meanwhile
from pupitre.client.views import EventRow
from pupitre.domain.commands import Close, Release, SetAvailability, Transfer
from pupitre.domain.events import Message, Transferred
from pupitre.domain.ids import ConversationId, SubjectId
from pupitre.domain.people import Actor
from pupitre.wire.expert_frames import AskQuery, ToServer
from tests.client.listening import Ear
from tests.support.hearing import HardOfHearing
from tests.support.story import ALICE, BRUNO, Stage, connected, demo_session, says, until


class Ponders(HardOfHearing):
    """A server to which something happens before it answers a question, or that never does."""

    silent = False
    before: Callable[[], object] = staticmethod(lambda: None)

    @override
    def hears(self, frame: ToServer) -> bool:
        if isinstance(frame, AskQuery):
            self.before()
        return not (self.silent and isinstance(frame, AskQuery))


def pondering(stage: Stage) -> Ponders:
    assert isinstance(stage.backend, Ponders)
    return stage.backend


def id_of(stage: Stage, name: str) -> ConversationId:
    id_ = stage.guests[name].conversation
    assert id_
    return id_


async def away(stage: Stage) -> Ear:
    stage.backend.reachable = False
    stage.backend.cut()
    await until(lambda: stage.session.connection.stale)
    stage.floor.act_on_self(ALICE, SetAvailability(available=False))  # nothing comes back to her
    return Ear(stage.session.changes)


async def back(stage: Stage, ear: Ear) -> CaughtUp:
    stage.backend.reachable = True
    await connected(stage.session)
    await until(lambda: ear.all(CaughtUp))
    return ear.one(CaughtUp)


async def test_each_departure_is_told_with_its_reason_and_then_all_in_one_line() -> None:
    async with demo_session() as stage:
        ear = await away(stage)
        stage.expert("Thomas", Transfer(expert=BRUNO, anyway=True))
        stage.expert("Karim B.", Release())
        stage.expert("Camille D.", Close(subjects=(SubjectId("stock"),)))
        stage.guests["Sophie Lambert"].writes("Encore une chose")
        stage.guests["Sophie Lambert"].writes("Une autre")
        told = await back(stage, ear)
        assert told.meanwhile == Meanwhile(messages=2, talks=1, transferred=1, released=1, closed=1)
        reasons = {it.name: it.reason for it in ear.all(Departed)}
        assert reasons == {"Thomas": "transferred", "Karim B.": "released", "Camille D.": "closed"}
        kinds = [type(it) for it in ear.heard if isinstance(it, Departed | CaughtUp)]
        assert kinds == [Departed, Departed, Departed, CaughtUp]


async def test_the_thread_ends_where_the_conversation_left() -> None:
    async with demo_session() as stage:
        ear = await away(stage)
        stage.expert("Thomas", Transfer(expert=BRUNO, anyway=True))
        stage.expert("Thomas", says("Bruno, bonjour"))
        await back(stage, ear)
        last = stage.session.thread(id_of(stage, "Thomas"))[-1]
        assert isinstance(last, EventRow)
        assert isinstance(last.event, Transferred)
        events = [it.event for it in stage.floor.talks[id_of(stage, "Thomas")].entries]
        assert isinstance(events[-1], Message), "what follows is a colleague's"


async def test_one_that_comes_back_before_the_answer_is_on_the_desk() -> None:
    async with demo_session(kind=Ponders) as stage:
        ear, thomas = await away(stage), id_of(stage, "Thomas")
        stage.expert("Thomas", Transfer(expert=BRUNO, anyway=True))
        comes_back = Transfer(expert=ALICE, anyway=True)
        pondering(stage).before = lambda: stage.floor.act(thomas, comes_back, Actor.of(BRUNO))
        stage.guests["Sophie Lambert"].writes("Encore une chose")
        told = await back(stage, ear)
        assert told.meanwhile == Meanwhile(messages=1, talks=1)
        assert thomas in {card.id for card in stage.session.cards()}
        assert not stage.card(thomas).locked
        assert not ear.all(Departed)


async def test_a_visitor_who_ended_it_meanwhile_can_still_be_qualified() -> None:
    async with demo_session() as stage:
        ear = await away(stage)
        stage.guests["Thomas"].ends()
        await back(stage, ear)
        talk = stage.session.conversation(id_of(stage, "Thomas"))
        assert talk
        assert talk.is_closed
        assert ear.one(Departed).reason == "closed"


async def test_with_the_link_gone_again_it_tells_what_it_knows() -> None:
    async with demo_session(kind=Ponders) as stage:
        ear = await away(stage)
        stage.expert("Thomas", Transfer(expert=BRUNO, anyway=True))
        pondering(stage).silent = True
        stage.backend.reachable = True
        await until(lambda: not stage.session.connection.stale)
        assert not ear.all(CaughtUp)
        stage.backend.reachable = False
        stage.backend.cut()
        await until(lambda: ear.all(CaughtUp))
        assert ear.one(CaughtUp).meanwhile == Meanwhile(gone=1)
        assert ear.one(Departed).reason == "gone"


async def test_many_that_left_are_only_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(absence, "MOST", 1)
    async with demo_session() as stage:
        ear = await away(stage)
        for name in ("Thomas", "Camille D.", "Sophie Lambert"):
            stage.expert(name, Release())
        told = await back(stage, ear)
        assert told.meanwhile == Meanwhile(released=1, gone=2)
