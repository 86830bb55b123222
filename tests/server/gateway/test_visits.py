"""What a visitor's page is told at hello."""

from dataclasses import replace

from pupitre.domain.events import Noted
from pupitre.domain.people import Role
from pupitre.server.clock import Clock
from pupitre.server.gateway.visits import is_available, welcome
from pupitre.server.talks import Talk
from tests.server.makers import (
    ALICE,
    CAVE,
    VELO,
    begun,
    blank,
    expert,
    guest,
    numbered,
    present_with,
    said,
)


def test_the_conversation_is_told_without_what_is_not_for_visitors() -> None:
    present = present_with(expert())
    more = numbered(Noted(expert=ALICE, text="secret"), said("Oui ?", Role.EXPERT, ALICE), first=4)
    talk = Talk.of(blank(), (*begun(), *more), {})
    present.talks.put(talk)
    frame = welcome(present, Clock(), VELO, guest(latest=talk.state.id), "token")
    assert frame.visitor == "token"
    assert frame.unseen == 1
    assert frame.conversation
    assert [entry.seq for entry in frame.conversation.events] == [1, 2, 3, 5]
    assert frame.survey_due is None


def test_a_mission_is_available_while_somebody_may_take_or_wait() -> None:
    away, full = expert(present=False), replace(expert(groups="sommeliers"), open=4)
    assert is_available(present_with(expert()), VELO)
    assert is_available(present_with(away), VELO), "there is room in the queue"
    assert not is_available(present_with(full), CAVE)
    assert not is_available(present_with(expert()), replace(VELO, groups=()))
