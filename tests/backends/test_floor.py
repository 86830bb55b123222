"""The little server keeps the rules."""

from datetime import timedelta

import pytest

from pupitre.backends.clock import ManualClock
from pupitre.backends.floor import Floor
from pupitre.backends.guest import Guest
from pupitre.domain.commands import (
    Pause,
    Release,
    SetAvailability,
    SetSlots,
    SignOut,
    Transfer,
)
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.ids import ConversationId, GroupId
from pupitre.domain.people import Actor
from pupitre.domain.refusals import Code, Refused
from tests.support.story import AFTERNOON, ALICE, BRUNO, CAVE, VELO, experts, minutes, missions

GROUP = GroupId("velo-conseil")


class Place:
    def __init__(self) -> None:
        self.clock = ManualClock(AFTERNOON)
        self.floor = Floor(self.clock, missions(), experts())

    def talk(self, guest: Guest) -> Conversation:
        assert guest.conversation
        return self.floor.talks[guest.conversation].state

    def writes(self, guest: Guest | None = None) -> Guest:
        guest = guest or Guest(self.floor, VELO)
        self.clock.advance(minutes(1))
        assert guest.writes("Bonjour") is None
        return guest


@pytest.fixture
def place() -> Place:
    return Place()


def test_conversations_are_routed_until_the_desk_is_full(place: Place) -> None:
    """R1 to R3."""
    guests = [place.writes() for _ in range(5)]
    owners = [place.talk(it).owner for it in guests]
    assert owners == [ALICE] * 4 + [None]
    assert place.floor.waiting(GROUP) == 1
    refused = Guest(place.floor, CAVE).writes("Bonsoir")
    assert refused
    assert refused.code is Code.NOBODY_AVAILABLE


def test_a_freed_slot_takes_the_oldest_waiting(place: Place) -> None:
    """R4."""
    guests = [place.writes() for _ in range(6)]
    guests[0].ends()
    assert place.talk(guests[4]).owner == ALICE
    assert place.talk(guests[5]).status is Status.WAITING
    place.floor.act_on_self(BRUNO, SetAvailability(available=True))
    place.floor.link(BRUNO, connected=True)
    assert place.talk(guests[5]).owner == BRUNO


@pytest.mark.parametrize("command", [Release(), Transfer(group=GROUP, anyway=True)])
def test_what_is_given_back_does_not_come_straight_back(
    place: Place, command: Release | Transfer
) -> None:
    guest = place.writes()
    place.floor.act(place.talk(guest).id, command, Actor.of(ALICE))
    assert place.talk(guest).status is Status.WAITING


def test_a_pause_ends_when_its_time_comes(place: Place) -> None:
    """P4, P6."""
    guest = place.writes()
    until = place.clock.now() + timedelta(hours=3)
    place.floor.act(place.talk(guest).id, Pause(until=until), Actor.of(ALICE))
    place.clock.advance(timedelta(hours=3) - minutes(1))
    assert place.talk(guest).status is Status.PAUSED
    place.clock.advance(minutes(1))
    assert place.talk(guest).status is Status.OPEN


def test_a_conversation_waits_a_day_on_an_owner_who_is_away(place: Place) -> None:
    """R6."""
    guest = place.writes()
    place.floor.act_on_self(ALICE, SetAvailability(available=False))
    place.clock.advance(timedelta(hours=25))
    assert place.talk(guest).status is Status.WAITING


def test_the_next_conversation_returns_to_the_same_expert(place: Place) -> None:
    """C6."""
    guest = place.writes()
    first = place.talk(guest).id
    guest.ends()
    place.writes(guest)
    assert (place.talk(guest).previous, place.talk(guest).owner) == (first, ALICE)


def test_experts_decide_about_themselves(place: Place) -> None:
    place.writes()
    refused = place.floor.act_on_self(ALICE, SignOut())
    assert isinstance(refused, Refused)
    assert refused.code is Code.DESK_NOT_SETTLED
    assert isinstance(place.floor.act_on_self(ALICE, SetSlots(slots=9)), Refused)
    place.floor.act_on_self(ALICE, SetSlots(slots=2))
    assert place.floor.experts[ALICE].slots == 2


def test_nothing_happens_to_what_is_not_there(place: Place) -> None:
    refused = place.floor.act(ConversationId("nowhere"), Release(), Actor.of(ALICE))
    assert isinstance(refused, Refused)
    place.floor.stop()
