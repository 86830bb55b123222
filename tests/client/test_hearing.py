"""What the server says changes what is shown, and the right things are told."""

import pytest

from pupitre.client import second_thoughts
from pupitre.client.changes import (
    Alert,
    AlertKind,
    CaughtUp,
    ColleaguesChanged,
    Departed,
    QueuesChanged,
    TypingChanged,
    YouChanged,
)
from pupitre.client.meanwhile import Meanwhile
from pupitre.client.replica import Hole
from pupitre.client.views import MessageRow
from pupitre.domain.commands import Close, SetAvailability, Transfer
from pupitre.domain.events import ResumeReason
from pupitre.domain.ids import ConversationId, SubjectId
from pupitre.domain.presence import Dot
from pupitre.wire import expert_frames, replies
from pupitre.wire.events import VisitorLeft
from pupitre.wire.instants import Instant
from tests.client.listening import Ear
from tests.support.story import BRUNO, Stage, connected, demo_session, minutes, says, until


def id_of(stage: Stage, name: str) -> ConversationId:
    id_ = stage.guests[name].conversation
    assert id_
    return id_


async def away(stage: Stage) -> None:
    """Lose the link, for good until `back`."""
    stage.backend.reachable = False
    stage.backend.cut()
    await until(lambda: stage.session.connection.stale)


async def back(stage: Stage) -> None:
    """Give the link back and wait until the desk caught up."""
    stage.backend.reachable = True
    await connected(stage.session)


async def test_a_message_changes_card_and_thread_and_is_told() -> None:
    async with demo_session() as stage:
        ear, id_ = Ear(stage.session.changes), id_of(stage, "Thomas")
        stage.guests["Thomas"].writes("Vous êtes là ?")
        await until(lambda: ear.all(Alert))
        assert ear.one(Alert).kind is AlertKind.MESSAGE
        card = stage.session.card(id_)
        assert card
        assert (card.preview, card.unread) == ("Vous êtes là ?", 2)
        row = stage.session.thread(id_)[-1]
        assert isinstance(row, MessageRow)
        assert row.text == "Vous êtes là ?"


async def test_presence_is_followed() -> None:
    async with demo_session() as stage:
        id_ = id_of(stage, "Thomas")
        stage.guests["Thomas"].leaves()
        await until(lambda: stage.card(id_).dot is Dot.LEFT)
        visitor = stage.session.visitor(id_)
        assert visitor
        assert not visitor.on_site


async def test_a_reappearance_is_told_with_the_hour_it_was_paused_to() -> None:
    async with demo_session() as stage:
        ear, id_ = Ear(stage.session.changes), id_of(stage, "Karim B.")
        until_ = stage.floor.talks[id_].state.pause
        assert until_
        stage.guests["Karim B."].writes("Du nouveau ?")
        await until(lambda: ear.all(Alert))
        alert = ear.one(Alert)
        assert (alert.kind, alert.resume_reason, alert.previous_until, alert.text) == (
            *(AlertKind.REAPPEARED, ResumeReason.VISITOR_REPLIED, until_.until, "Du nouveau ?"),
        )


async def test_an_arrival_is_told_once() -> None:
    async with demo_session() as stage:
        ear = Ear(stage.session.changes)
        thomas = stage.session.card(id_of(stage, "Thomas"))
        assert thomas is not None
        stage.session.submit(thomas.id, Transfer(expert=BRUNO, anyway=True))
        await until(lambda: ear.all(Departed))
        assert ear.one(Departed) == Departed(
            thomas.id, "transferred", "Thomas", yours=True, number=thomas.number
        )
        stage.guests["Camille D."].ends()
        stage.guests["Camille D."].writes("Une autre question")
        await until(lambda: any(it.kind is AlertKind.ARRIVED for it in ear.all(Alert)))
        kinds = [it.kind for it in ear.all(Alert)]
        assert kinds == [AlertKind.ENDED_BY_VISITOR, AlertKind.ARRIVED]


async def test_a_departed_conversation_can_be_read_and_not_written() -> None:
    async with demo_session() as stage:
        ear, id_ = Ear(stage.session.changes), id_of(stage, "Camille D.")
        stage.session.keep_draft(id_, "presque fini")
        stage.expert("Camille D.", Close(subjects=(SubjectId("stock"),)))
        await until(lambda: ear.all(Departed))
        assert not ear.one(Departed).yours
        card = stage.session.card(id_)
        assert card
        assert card.locked == "closed"
        assert id_ not in {it.id for it in stage.session.cards()}
        assert stage.session.thread(id_)
        assert stage.session.draft(id_) == "presque fini"


async def test_a_return_tells_how_much_happened_and_who_reappeared() -> None:
    async with demo_session() as stage:
        lost = stage.session.now()
        await away(stage)
        ear = Ear(stage.session.changes)
        stage.clock.advance(minutes(2))
        stage.guests["Karim B."].writes("Me revoilà")
        stage.guests["Thomas"].writes("Allô ?")
        stage.guests["Thomas"].leaves()
        await back(stage)
        caught = ear.one(CaughtUp)
        happened = Meanwhile(messages=2, talks=2, came_back=1)
        assert (caught.meanwhile, caught.since) == (happened, lost)
        kinds = {it.conversation: it.kind for it in ear.all(Alert)}
        karim, thomas = id_of(stage, "Karim B."), id_of(stage, "Thomas")
        assert kinds == {karim: AlertKind.REAPPEARED, thomas: AlertKind.MESSAGE}


async def test_nothing_is_told_of_the_past_at_the_first_sign_in() -> None:
    async with demo_session() as stage:
        ear = Ear(stage.session.changes)
        stage.backend.cut()
        await until(lambda: stage.session.connection.stale)
        await connected(stage.session)
        assert not ear.all(CaughtUp)
        assert not ear.all(Alert)


async def test_what_was_asked_here_is_not_news_on_return() -> None:
    async with demo_session() as stage:
        await away(stage)
        ear = Ear(stage.session.changes)
        stage.session.post(id_of(stage, "Thomas"), "me voilà")
        await back(stage)
        await until(lambda: stage.session.connection.waiting == 0)
        stage.backend.cut()
        await until(lambda: stage.session.connection.stale)
        await connected(stage.session)
        assert not ear.all(CaughtUp)


async def test_a_conversation_answered_elsewhere_meanwhile_is_locked_until_looked_at() -> None:
    async with demo_session() as stage:
        id_ = id_of(stage, "Camille D.")
        stage.session.keep_draft(id_, "ma réponse")
        await away(stage)
        stage.expert("Camille D.", says("Réponse d’un autre poste"))
        await back(stage)
        card = stage.session.card(id_)
        assert card
        assert card.locked == second_thoughts.ANSWERED_BY_YOU
        stage.session.unlock(id_)
        card = stage.session.card(id_)
        assert card
        assert card.locked == ""
        assert stage.session.draft(id_) == "ma réponse"


async def test_one_that_left_meanwhile_has_departed() -> None:
    async with demo_session() as stage:
        await away(stage)
        ear = Ear(stage.session.changes)
        stage.expert("Thomas", Transfer(expert=BRUNO, anyway=True))
        await back(stage)
        await until(lambda: ear.all(CaughtUp))
        assert ear.one(Departed).reason == "transferred"
        assert ear.one(CaughtUp).meanwhile == Meanwhile(transferred=1)


async def test_colleagues_queues_and_yourself_are_followed() -> None:
    async with demo_session() as stage:
        ear = Ear(stage.session.changes)
        stage.floor.act_on_self(BRUNO, SetAvailability(available=True))
        await until(lambda: ear.all(ColleaguesChanged))
        assert stage.session.colleagues[BRUNO].available
        stage.floor.act_on_self(BRUNO, SetAvailability(available=False))
        stage.session.submit(None, SetAvailability(available=False))
        assert stage.session.you
        assert not stage.session.you.available
        await until(lambda: ear.all(YouChanged) and not stage.session.connection.waiting)
        stage.expert("Thomas", Transfer(group=stage.session.you.groups[0], anyway=True))
        await until(lambda: ear.all(QueuesChanged))
        assert sum(stage.session.queues.values()) == 1


async def test_typing_is_shown_until_the_message_comes() -> None:
    async with demo_session() as stage:
        ear, id_ = Ear(stage.session.changes), id_of(stage, "Camille D.")
        stage.backend.tell_typing(id_, "je fais aussi 5 km")
        await until(lambda: ear.all(TypingChanged))
        assert stage.session.typing(id_) == "je fais aussi 5 km"
        stage.guests["Camille D."].writes("je fais aussi 5 km pour aller au travail")
        await until(lambda: stage.session.typing(id_) == "")


async def test_a_missing_event_is_not_passed_over() -> None:
    async with demo_session() as stage:
        id_ = id_of(stage, "Thomas")
        far = expert_frames.Happened(
            conversation=id_, seq=99, at=Instant.of(stage.clock.now()), event=VisitorLeft()
        )
        with pytest.raises(Hole):
            stage.session._reception.heard(far)
        stage.session._reception.heard(replies.Refused(code="bad_frame", message=""))
        for link in stage.backend._links:
            link.put(far)
        await until(lambda: stage.session.connection.stale)
        await connected(stage.session)
        assert stage.session.conversation(id_) == stage.floor.talks[id_].state
