"""Only the server's events change what is confirmed; a hole is never folded over."""

from dataclasses import replace

import pytest

from pupitre.client import replica as replica_module
from pupitre.client.replica import Hole, Replica, is_on_desk
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.events import Entry, VisitorArrived, VisitorLeft
from pupitre.domain.ids import ConversationId
from pupitre.domain.people import Page
from pupitre.wire import translate
from tests.client.ground import TALK, beginning, entry, opened, record, wrote

HOME = Page(url="https://velo.example/")


def sent(entries: list[Entry], snapshot: Conversation | None = None) -> translate.Replica:
    talk = opened()
    return translate.Replica(
        id=TALK,
        mission=talk.mission,
        group=talk.group,
        visitor=record().visitor,
        snapshot=snapshot,
        entries=tuple(entries),
    )


def replica() -> Replica:
    made = Replica()
    made.take(sent(beginning()))
    return made


def test_a_conversation_comes_whole() -> None:
    it = Replica()
    assert [step.entry.seq for step in it.take(sent(beginning()))] == [1, 2, 3]
    assert it.records[TALK].state == opened()
    assert it.known() == {TALK: 3}


def test_only_what_is_missing_is_taken() -> None:
    it = replica()
    steps = it.take(sent([*beginning(), entry(4, wrote("encore"))]))
    assert [step.entry.seq for step in steps] == [4]


def test_an_event_is_folded_once() -> None:
    it = replica()
    fourth = entry(4, wrote("encore"))
    step = it.happened(TALK, fourth)
    assert step
    assert (step.before, step.after) == (opened(), it.records[TALK].state)
    assert it.happened(TALK, fourth) is None


def test_a_hole_is_not_folded_over() -> None:
    it = replica()
    with pytest.raises(Hole):
        it.happened(TALK, entry(5, wrote("trop tôt")))
    assert it.records[TALK].state == opened()
    with pytest.raises(Hole):
        it.take(sent([entry(5, wrote("trop tôt"))]))
    it.forget(TALK)
    assert it.known() == {}


def test_an_event_about_nothing_of_ours_is_left_out() -> None:
    assert replica().happened(ConversationId("else"), entry(1, VisitorLeft())) is None


def test_a_newer_snapshot_replaces_what_is_held() -> None:
    it = replica()
    later = opened(wrote("a"), wrote("b"))
    it.take(sent([entry(6, wrote("c"))], snapshot=later))
    assert it.records[TALK].state.seq == 6


def test_an_older_snapshot_does_not() -> None:
    it = replica()
    it.take(sent([entry(4, wrote("d"))], snapshot=opened()))
    assert it.records[TALK].state.seq == 4


def test_a_departed_conversation_is_kept_to_be_read_but_is_not_here() -> None:
    it = replica()
    assert it.depart(TALK, "closed") is it.records[TALK]
    assert it.depart(TALK, "closed") is None
    assert it.known() == {}
    assert it.happened(TALK, entry(9, wrote("loin"))) is None, "its holes are nobody's business"
    it.take(sent(beginning()))
    assert it.known() == {TALK: 3}


def test_only_the_last_that_left_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replica_module, "REMEMBERED", 1)
    it = replica()
    other = ConversationId("other")
    it.records[other] = record(opened(id_=other))
    it.depart(TALK, "closed")
    assert TALK in it.records
    it.depart(other, "closed")
    assert list(it.records) == [other]


def test_it_knows_since_when_the_visitor_is_on_the_site() -> None:
    it = replica()
    assert it.records[TALK].on_site_since == beginning()[0].at
    it.happened(TALK, entry(4, VisitorLeft()))
    assert it.records[TALK].on_site_since is None
    back = entry(5, VisitorArrived(page=HOME))
    it.happened(TALK, back)
    assert it.records[TALK].on_site_since == back.at
    visitor = it.records[TALK].known_visitor()
    assert (visitor.on_site, visitor.page, visitor.name) == (True, HOME, "Camille")


def test_open_and_paused_are_on_the_desk() -> None:
    assert is_on_desk(opened())
    assert not is_on_desk(replace(opened(), status=Status.CLOSED))
