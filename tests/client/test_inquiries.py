"""Questions are answered once, whatever becomes of the link."""

from datetime import timedelta

from pupitre.client.questions import (
    Answer,
    EarlierEvents,
    EarlierRows,
    Figures,
    History,
    Hits,
    MyClosed,
    PastConversations,
    Question,
    Search,
    Statistics,
    Unanswered,
)
from pupitre.domain.commands import Close
from pupitre.domain.ids import SubjectId
from tests.support.story import ALICE, CHLOE, Stage, demo_session, until


class Asker:
    def __init__(self) -> None:
        self.answers: list[Answer] = []

    def hear(self, answer: Answer) -> None:
        self.answers.append(answer)


async def answer(stage: Stage, question: Question) -> Answer:
    asker = Asker()
    stage.session.ask(question, asker.hear)
    await until(lambda: asker.answers)
    (found,) = asker.answers
    return found


async def test_each_question_has_its_answer() -> None:
    async with demo_session() as stage:
        stage.expert("Thomas", Close(subjects=(SubjectId("modele"),), note="panier avant"))
        closed = stage.guests["Thomas"]
        assert closed.conversation
        history = await answer(stage, History(closed.visitor))
        mine = await answer(stage, MyClosed())
        assert isinstance(history, PastConversations)
        assert isinstance(mine, PastConversations)
        assert history.conversations == mine.conversations
        (past,) = mine.conversations
        assert (past.name, past.note, past.subjects) == ("Thomas", "panier avant", ("modele",))
        earlier = await answer(stage, MyClosed(before=past.closed_at))
        assert isinstance(earlier, PastConversations)
        assert earlier.conversations == ()


async def test_words_and_events_are_found() -> None:
    async with demo_session() as stage:
        hits = await answer(stage, Search("raclette huit"))
        assert isinstance(hits, Hits)
        assert [hit.name for hit in hits.hits] == ["Sophie Lambert"]
        id_ = stage.guests["Camille D."].conversation
        assert id_
        rows = await answer(stage, EarlierEvents(id_, before=4))
        assert isinstance(rows, EarlierRows)
        assert [row.seq for row in rows.rows] == [1, 2, 3]


async def test_figures_are_read() -> None:
    async with demo_session() as stage:
        now = stage.session.now()
        figures = await answer(stage, Statistics(now - timedelta(days=1), now))
        assert isinstance(figures, Figures)
        assert figures.total.conversations == 7
        assert figures.total.first_reply
        assert list(figures.experts) == [ALICE]
        assert set(figures.days) == {now.date()}
        assert CHLOE not in figures.experts


async def test_without_a_link_nobody_waits_in_vain() -> None:
    async with demo_session() as stage:
        stage.backend.reachable = False
        stage.backend.cut()
        await until(lambda: stage.session.connection.stale)
        found = await answer(stage, Search("vélo"))
        assert found == Unanswered(Search("vélo"), "unreachable")


async def test_a_lost_link_answers_what_was_open() -> None:
    async with demo_session() as stage:
        asker = Asker()
        stage.backend.cut()
        stage.session.ask(Search("vélo"), asker.hear)
        await until(lambda: asker.answers)
        assert asker.answers == [Unanswered(Search("vélo"), "unreachable")]


async def test_a_refused_question_says_so() -> None:
    async with demo_session() as stage:
        asker, inquiries = Asker(), stage.session._inquiries
        frame = inquiries.ask(Search("vélo"), asker.hear)
        assert inquiries.refused(frame.id, "slow_down")
        assert not inquiries.refused(frame.id, "slow_down")
        assert asker.answers == [Unanswered(Search("vélo"), "slow_down")]


async def test_an_asker_who_left_is_not_waited_for() -> None:
    async with demo_session() as stage:
        stage.session.ask(Search("vélo"), Asker().hear)
        assert isinstance(await answer(stage, Search("vélo")), Hits)
