"""Queries are answered from what happened on the floor."""

from datetime import timedelta
from uuid import uuid4

from pupitre.backends.clock import ManualClock
from pupitre.backends.counter import answer
from pupitre.backends.floor import Floor
from pupitre.backends.guest import Guest
from pupitre.domain.commands import Close
from pupitre.domain.ids import SubjectId
from pupitre.domain.people import Actor
from pupitre.wire import figures, queries
from pupitre.wire.expert_frames import Answer, AskQuery
from pupitre.wire.instants import Instant
from pupitre.wire.queries import Query
from tests.support.story import AFTERNOON, ALICE, VELO, experts, minutes, missions, says

DAY = timedelta(days=1)


class Place:
    """Two conversations, one closed with a note and an answer."""

    def __init__(self) -> None:
        self.clock = ManualClock(AFTERNOON)
        self.floor = Floor(self.clock, missions(), experts())
        self.closed, self.open = (Guest(self.floor, VELO, name=name) for name in ("Léa", "Max"))
        for guest in (self.closed, self.open):
            guest.writes("Une question de selle")
        assert self.closed.conversation
        self.clock.advance(minutes(1))
        for command in (says("Oui ?"), Close(subjects=(SubjectId("stock"),), note="fait")):
            self.floor.act(self.closed.conversation, command, Actor.of(ALICE))
        self.closed.answers(csat=4)

    def ask(self, query: Query) -> object:
        found = answer(self.floor, ALICE, AskQuery(id=str(uuid4()), query=query))
        assert isinstance(found, Answer)
        return found.answer


def test_lists_of_past_conversations() -> None:
    place = Place()
    history = place.ask(queries.AskHistory(visitor=place.closed.visitor))
    assert isinstance(history, queries.History)
    (past,) = history.conversations
    assert (past.name, past.note, past.csat, past.subjects) == ("Léa", "fait", 4, ("stock",))
    mine = place.ask(queries.AskClosed())
    assert isinstance(mine, queries.ClosedList)
    assert mine.conversations == history.conversations
    before = place.ask(queries.AskClosed(before=Instant.of(AFTERNOON)))
    assert before == queries.ClosedList(conversations=())


def test_search_finds_all_words_in_any_case() -> None:
    place = Place()
    hits = place.ask(queries.AskSearch(text="SELLE question"))
    assert isinstance(hits, queries.Hits)
    assert [it.name for it in hits.hits] == ["Max", "Léa"]
    assert place.ask(queries.AskSearch(text="guidon")) == queries.Hits(hits=())


def test_events_before_a_number() -> None:
    place = Place()
    assert place.closed.conversation
    found = place.ask(queries.AskEvents(conversation=place.closed.conversation, before=4, limit=2))
    assert isinstance(found, queries.Events)
    assert [entry.seq for entry in found.entries] == [2, 3]
    nowhere = place.ask(queries.AskEvents(conversation="nowhere"))
    assert nowhere == queries.Events(conversation="nowhere", entries=())


def test_figures() -> None:
    place = Place()
    found = place.ask(
        queries.AskStatistics(since=Instant.of(AFTERNOON - DAY), until=Instant.of(AFTERNOON + DAY))
    )
    assert isinstance(found, figures.Statistics)
    assert (found.total.conversations, found.total.csat, found.total.first_reply) == (2, 100, 60)
    assert [(it.key, it.share) for it in found.subjects] == [("stock", 50.0)]
