"""Forgetting in memory: nothing of it is found any more, and a failed commit takes it back."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from pupitre.domain.conversation import Status
from pupitre.domain.ids import ConversationId, VisitorId
from pupitre.server.round import Round
from pupitre.server.store.erasures import Doomed
from pupitre.server.talks import Talk
from pupitre.server.turns.erasure_turns import Erase
from tests.server.makers import ALICE, NOON, begun, blank, expert, guest, present_with

C1, V1 = ConversationId("c1"), VisitorId("v1")


@pytest.fixture
async def round_() -> Round:
    present = present_with(expert())
    talk = Talk.of(blank(), begun(), {})
    present.talks.put(talk)
    present.floor.add(talk.state)
    present.guests.put(guest(latest=C1, stored=True))
    return Round(present, NOON)


async def test_a_conversation_is_forgotten_with_its_deadlines(round_: Round) -> None:
    Erase([Doomed(C1, V1)]).take(round_)
    assert round_.present.talk(C1) is None
    visitor = round_.present.guests.get(V1)
    assert visitor is not None
    assert visitor.latest is None
    assert round_.batch.erased == [C1]
    assert round_.batch.deadlines == {
        (C1, "wake"): None,
        (C1, "reclaim"): None,
        (C1, "mail"): None,
    }


async def test_one_that_is_not_over_is_ended_first(round_: Round) -> None:
    Erase([Doomed(C1, V1, is_closed=False)], [V1]).take(round_)
    (change,) = round_.changes
    assert change.after.state.is_closed
    assert C1 not in round_.present.floor.desks.get(ALICE, ())
    assert round_.batch.forgotten == [V1]
    assert round_.present.guests.get(V1) is None


async def test_a_commit_that_failed_takes_it_back(round_: Round) -> None:
    Erase([Doomed(C1, V1, is_closed=False)], [V1]).take(round_)
    round_.take_back()
    talk, visitor = round_.present.talk(C1), round_.present.guests.get(V1)
    assert talk is not None
    assert not talk.state.is_closed
    assert visitor is not None
    assert visitor.latest == C1
    assert C1 in round_.present.floor.desks[ALICE]


async def test_whoever_is_on_the_site_is_spared_where_nobody_asked(round_: Round) -> None:
    round_.present.mails.is_here = lambda visitor: visitor == V1
    Erase((), [V1, VisitorId("v2")], spares_the_present=True).take(round_)
    assert round_.batch.forgotten == ["v2"]
    Erase((), [V1]).take(round_)
    assert V1 in round_.batch.forgotten


@pytest.mark.parametrize("since", [timedelta(days=1), timedelta(0)])
async def test_what_something_happened_in_at_the_last_moment_is_spared(
    round_: Round, since: timedelta
) -> None:
    talk = round_.present.talk(C1)
    assert talk is not None
    last = talk.tail[-1].at
    round_.present.talks.put(replace(talk, state=replace(talk.state, on_site=False)))
    Erase([Doomed(C1, V1, is_closed=False)], silent_since=last + since).take(round_)
    assert (round_.present.talk(C1) is None) is bool(since)
    assert bool(round_.batch.erased) is bool(since)


@pytest.mark.parametrize("change", [{"on_site": True}, {"status": Status.PAUSED}])
async def test_one_that_waits_for_somebody_is_spared(round_: Round, change: dict[str, Any]) -> None:
    talk = round_.present.talk(C1)
    assert talk is not None
    round_.present.talks.put(replace(talk, state=replace(talk.state, **change)))
    Erase([Doomed(C1, V1, is_closed=False)], silent_since=NOON + timedelta(days=1)).take(round_)
    assert round_.present.talk(C1) is not None
