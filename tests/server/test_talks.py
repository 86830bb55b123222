"""Conversations in memory: what a desk still needs, and what may be let go."""

from datetime import timedelta

from pupitre.domain.evolution import evolve, fold
from pupitre.server.talks import STRETCH, TAIL, Talk, Talks
from tests.server.makers import begun, blank, numbered, said


def long_talk(messages: int) -> Talk:
    talk = Talk.of(blank(), begun(), {})
    for entry in numbered(*(said(str(n)) for n in range(messages)), first=4):
        talk = talk.then(entry)
    return talk


def test_a_short_talk_is_told_from_its_first_event() -> None:
    talk = long_talk(5)
    snapshot, entries = talk.since(0)
    assert snapshot is None
    assert [entry.seq for entry in entries] == list(range(1, 9))


def test_only_what_is_missing_is_told() -> None:
    snapshot, entries = long_talk(5).since(6)
    assert snapshot is None
    assert [entry.seq for entry in entries] == [7, 8]


def test_a_long_talk_is_told_from_a_snapshot() -> None:
    talk = long_talk(5 * TAIL)
    snapshot, entries = talk.since(0)
    assert snapshot is not None
    assert TAIL <= len(entries) < 2 * TAIL
    assert fold(snapshot, entries) == talk.state
    assert talk.since(talk.state.seq - 1) == (None, talk.tail[-1:])


def test_events_that_a_desk_holds_from_a_life_that_was_lost_are_not_built_upon() -> None:
    talk = long_talk(5)
    held = talk.tail[5]
    assert talk.since(6, held.at) == (None, talk.tail[6:])
    assert talk.since(6, held.at + timedelta(milliseconds=1)) == (None, talk.tail)
    assert talk.since(99) == talk.since(99, held.at) == (None, talk.tail)


def test_what_cannot_be_compared_any_more_is_told_from_the_snapshot() -> None:
    talk = long_talk(5 * TAIL)
    assert talk.since(talk.base.seq) == (None, talk.tail)
    assert talk.since(talk.base.seq, talk.tail[0].at) == (talk.base, talk.tail)


def test_loaded_and_lived_through_are_the_same() -> None:
    entries = numbered(*(said(str(n)) for n in range(3 * TAIL)), first=4)
    loaded = Talk.of(blank(), (*begun(), *entries), {})
    assert loaded.state == long_talk(3 * TAIL).state
    assert len(loaded.tail) == TAIL


def test_a_talk_goes_on_without_end_in_as_many_stretches_as_a_replica_needs() -> None:
    talk, folded = Talk.of(blank(), begun(), {}), fold(blank(), begun())
    for entry in numbered(*(said(str(n)) for n in range(3 * TAIL)), first=4):
        talk, folded = talk.then(entry), evolve(folded, entry)
        assert talk.state == folded
        assert entry.seq % 37 or fold(talk.base, talk.tail) == folded
        assert len(talk.tail) >= min(TAIL, talk.state.seq)
    assert len(talk.tail) <= TAIL + STRETCH


def test_what_was_not_used_for_longest_goes_but_never_what_waits() -> None:
    talks = Talks(capacity=2)
    talks.put(Talk.of(blank("waits"), begun(owner=None), {}))
    for name in ("a", "b", "c"):
        talks.put(Talk.of(blank(name), begun(), {}))
    talks.trim()
    talks.trim()
    assert blank("a").id not in talks
    assert blank("waits").id in talks
    assert talks.get(blank("c").id)
