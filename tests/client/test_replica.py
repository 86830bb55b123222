"""Only the server's events change what is confirmed; a hole is never folded over."""

from dataclasses import replace
from datetime import timedelta

import pytest

from pupitre.client import replica as replica_module
from pupitre.client.new_ids import new_id
from pupitre.client.replica import MOST_KNOWN, NOTHING, Hole, Mark, Replica, is_on_desk
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.events import Entry, VisitorArrived, VisitorLeft
from pupitre.domain.ids import ConversationId
from pupitre.domain.people import Page
from pupitre.wire import codec, translate
from pupitre.wire.expert_frames import Hello
from pupitre.wire.instants import Instant
from tests.client.ground import NOON, TALK, beginning, entry, opened, record, wrote

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
    assert it.known() == {TALK: Mark(3, NOON)}


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


@pytest.mark.parametrize("later", [timedelta(0), timedelta(milliseconds=1)])
def test_other_events_with_the_same_numbers_begin_it_anew(later: timedelta) -> None:
    it = replica()
    held = it.records[TALK]
    it.take(sent([*beginning()[:2], entry(3, wrote("autre"), NOON + later), entry(4, wrote("d"))]))
    texts = it.records[TALK].state.unread
    assert (it.records[TALK] is held) is not bool(later)
    assert texts == ((2, 3, 4) if later else (2, 4))
    assert it.known() == {TALK: Mark(4, NOON)}


@pytest.mark.parametrize("snapshot", [None, opened()])
def test_fewer_events_than_are_held_begin_it_anew(snapshot: Conversation | None) -> None:
    it = replica()
    for seq in (4, 5):
        it.happened(TALK, entry(seq, wrote(f"lost {seq}")))
    it.take(sent([] if snapshot else beginning(), snapshot))
    assert it.records[TALK].state == opened()


def test_without_the_time_of_the_last_event_the_numbers_decide() -> None:
    it = replica()
    it.records[TALK].at = None
    it.take(sent([*beginning()[:2], entry(3, wrote("autre"), NOON + timedelta(1))]))
    assert it.records[TALK].state == opened()


def test_nothing_new_leaves_it_as_it_is() -> None:
    it = replica()
    assert it.take(sent([])) == []
    assert it.records[TALK].state == opened()


def test_a_hello_that_names_as_many_as_it_may_is_one_frame() -> None:
    it = Replica()
    for _ in range(MOST_KNOWN + 10):
        id_ = ConversationId(new_id())
        it.records[id_] = record(replace(opened(id_=id_), seq=99_999))
        it.records[id_].at = NOON
    known = it.known()
    assert len(known) == MOST_KNOWN
    hello = Hello(
        token="t" * 100,
        known={id_: mark.seq for id_, mark in known.items()},
        known_at={id_: Instant.of(mark.at) for id_, mark in known.items() if mark.at},
    )
    assert len(codec.encode(hello)) < codec.FRAME_LIMIT


def test_a_departed_conversation_is_kept_to_be_read_but_is_not_here() -> None:
    it = replica()
    assert it.depart(TALK, "closed") is it.records[TALK]
    assert it.depart(TALK, "closed") is None
    assert it.known() == {TALK: NOTHING}, "named, to hear whether it was erased"
    assert it.happened(TALK, entry(9, wrote("loin"))) is None, "its holes are nobody's business"
    it.take(sent(beginning()))
    assert it.known() == {TALK: Mark(3, NOON)}


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
