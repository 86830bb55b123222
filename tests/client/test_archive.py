"""Conversations that are over can be read again, qualified, and nothing else."""

import pytest
from typing_extensions import override

from pupitre.backends.memory import MemoryBackend
from pupitre.client import questions as q
from pupitre.client.archive import NOT_OVER, Past
from pupitre.client.changes import Fetched, SurveyCame
from pupitre.client.views import EventRow, MessageRow
from pupitre.domain.closure import CSAT
from pupitre.domain.commands import AnswerSurvey, Close, Qualify, Transfer
from pupitre.domain.events import Qualified, SurveyAnswered
from pupitre.domain.ids import ConversationId, ExpertId, SubjectId, VisitorId
from pupitre.domain.people import VISITOR
from pupitre.domain.presence import Dot
from pupitre.domain.refusals import Code
from pupitre.wire.expert_frames import Answer, AskQuery, Erased
from tests.client.listening import Ear
from tests.support.story import BRUNO, VELO, Stage, connected, demo_session, says, until

CLOSE = Close(subjects=(SubjectId("stock"),), note="Rappeler lundi")


def id_of(stage: Stage, name: str) -> ConversationId:
    id_ = stage.guests[name].conversation
    assert id_
    return id_


def past(stage: Stage, name: str) -> Past:
    talk = stage.floor.talks[id_of(stage, name)].state
    return Past(id=talk.id, mission=talk.mission, visitor=talk.visitor, name=name)


async def over(stage: Stage, name: str) -> Past:
    """Close a conversation, and forget it here."""
    found = past(stage, name)
    stage.expert(name, CLOSE)
    await until(lambda: not any(card.id == found.id for card in stage.session.cards()))
    stage.session._desk.replica.forget(found.id)
    stage.session._desk.touch_all()
    return found


async def fetched(stage: Stage, wanted: Past) -> Fetched:
    ear = Ear(stage.session.changes)
    stage.session.archive.fetch(wanted)
    await until(lambda: ear.all(Fetched))
    return ear.one(Fetched)


async def test_a_closed_conversation_is_read_whole_and_says_nothing_of_presence() -> None:
    async with demo_session() as stage:
        wanted = await over(stage, "Camille D.")
        assert await fetched(stage, wanted) == Fetched(wanted.id)
        talk = stage.session.conversation(wanted.id)
        assert talk
        assert talk.closure
        assert talk.closure == stage.floor.talks[wanted.id].state.closure
        texts = [it.text for it in stage.session.thread(wanted.id) if isinstance(it, MessageRow)]
        assert len(texts) == 5
        card = stage.session.card(wanted.id)
        assert card
        assert (card.name, card.locked, card.dot) == ("Camille D.", "closed", Dot.UNKNOWN)
        assert (card.can_qualify, card.closed_at) == (True, talk.closure.at)
        assert wanted.id not in {it.id for it in stage.session.cards()}


async def test_it_can_be_qualified_afterwards() -> None:
    async with demo_session() as stage:
        wanted = await over(stage, "Camille D.")
        await fetched(stage, wanted)
        stage.session.submit(wanted.id, Qualify(subjects=(SubjectId("modele"),)))
        talk = stage.floor.talks[wanted.id]
        await until(lambda: isinstance(talk.entries[-1].event, Qualified))
        await until(lambda: stage.talk(wanted.id).closure == talk.state.closure)
        assert isinstance(stage.session.thread(wanted.id)[-1], EventRow)


async def test_one_that_goes_on_elsewhere_is_not_shown_as_it_was() -> None:
    async with demo_session() as stage:
        wanted = past(stage, "Thomas")
        stage.expert("Thomas", Transfer(expert=BRUNO, anyway=True))
        await until(lambda: stage.card(wanted.id).locked)
        stage.session._desk.replica.forget(wanted.id)
        assert (await fetched(stage, wanted)).reason == NOT_OVER


async def test_one_that_left_and_ended_elsewhere_is_brought_up_to_its_end() -> None:
    async with demo_session() as stage:
        wanted = past(stage, "Thomas")
        stage.expert("Thomas", Transfer(expert=BRUNO, anyway=True))
        await until(lambda: stage.card(wanted.id).locked)
        stage.expert("Thomas", says("C’est Bruno."))
        stage.expert("Thomas", CLOSE)
        assert not (await fetched(stage, wanted)).reason
        card = stage.session.card(wanted.id)
        assert card
        assert (card.locked, card.can_qualify) == ("closed", False), "Bruno was its last owner"


async def test_what_is_on_the_desk_is_there_already() -> None:
    async with demo_session() as stage:
        assert await fetched(stage, past(stage, "Thomas")) == Fetched(id_of(stage, "Thomas"))


async def test_without_a_link_it_says_so() -> None:
    async with demo_session() as stage:
        wanted = await over(stage, "Camille D.")
        stage.backend.reachable = False
        stage.backend.cut()
        await until(lambda: stage.session.connection.stale)
        assert (await fetched(stage, wanted)).reason == "unreachable"
        stage.backend.reachable = True
        await connected(stage.session)


class ErasesMeanwhile(MemoryBackend):
    """A server that erases a conversation while the answer about it is on its way."""

    @override
    def look_up(self, expert: ExpertId, frame: AskQuery) -> Answer:
        answer = super().look_up(expert, frame)
        for id_ in [it for it, talk in self.floor.talks.items() if talk.state.is_closed]:
            del self.floor.talks[id_]
            for link in self._links:
                link.put(Erased(conversations=(id_,)))
        return answer


class Heard:
    """The answers to questions, kept."""

    def __init__(self) -> None:
        self.answers: list[q.Answer] = []

    def hear(self, answer: q.Answer) -> None:
        self.answers.append(answer)


async def test_what_is_erased_before_it_came_is_not_taken_in() -> None:
    async with demo_session(kind=ErasesMeanwhile) as stage:
        wanted = await over(stage, "Camille D.")
        assert (await fetched(stage, wanted)).reason == Code.UNKNOWN_CONVERSATION
        last = Heard()
        stage.session.ask(q.MyClosed(None), last.hear)
        await until(lambda: last.answers)
        assert stage.session.conversation(wanted.id) is None


@pytest.mark.parametrize("score", [min(CSAT), max(CSAT)])
async def test_a_survey_that_comes_later_is_in_the_thread_and_told(score: int) -> None:
    async with demo_session() as stage:
        wanted = past(stage, "Camille D.")
        stage.expert("Camille D.", CLOSE)
        await until(lambda: stage.card(wanted.id).locked)
        ear = Ear(stage.session.changes)
        answer = AnswerSurvey(csat=score, nps=9, comment="Merci !")
        stage.floor.act(wanted.id, answer, VISITOR)
        await until(lambda: ear.all(SurveyCame))
        came = ear.one(SurveyCame)
        assert (came.name, came.answer.csat, came.answer.comment) == (
            *("Camille D.", score, "Merci !"),
        )
        row = stage.session.thread(wanted.id)[-1]
        assert isinstance(row, EventRow)
        assert isinstance(row.event, SurveyAnswered)


def test_a_list_and_a_search_say_enough_to_fetch_one(monkeypatch: pytest.MonkeyPatch) -> None:
    from pupitre.domain.conversation import Status
    from tests.support.story import AFTERNOON

    hit = q.Hit(
        conversation=ConversationId("c"),
        mission=VELO,
        visitor=VisitorId("v"),
        name="Inès",
        at=AFTERNOON,
        excerpt="",
        status=Status.CLOSED,
    )
    assert Past.of(hit) == Past(
        id=ConversationId("c"), mission=VELO, visitor=VisitorId("v"), name="Inès"
    )
