"""Who is told what, in which order."""

import json
from typing import Any

import pytest

from pupitre.domain.commands import Close, ConversationCommand, Post, Release
from pupitre.domain.ids import ExpertId, MessageId, VisitorId
from pupitre.domain.people import VISITOR, Actor
from pupitre.server.acts import carry_out
from pupitre.server.hub import Link, Links
from pupitre.server.metrics import Metrics
from pupitre.server.present import Present
from pupitre.server.publication import Publication, replica_of
from pupitre.server.round import Round
from pupitre.server.talks import Talk
from tests.server.makers import ALICE, BRUNO, NOON, SECOND, blank, expert, guest, present_with


class Room:
    """Two experts and a visitor, all connected."""

    def __init__(self, present: Present) -> None:
        self.present = present
        self.links = {name: Link(name) for name in (ALICE, BRUNO)}
        self.page = Link(VisitorId("v1"))
        experts: Links[ExpertId] = Links()
        visitors: Links[VisitorId] = Links()
        for link in self.links.values():
            experts.add(link)
        visitors.add(self.page)
        self._publication = Publication(experts, visitors, Metrics())

    def carry_out(self, talk: Talk, command: ConversationCommand, actor: Actor) -> None:
        round_ = Round(self.present, NOON + 9 * SECOND)
        carry_out(round_, talk, command, actor)
        self._publication.publish(round_)

    def heard(self, who: ExpertId) -> list[str]:
        return _kinds(self.links[who])

    def page_heard(self) -> list[str]:
        return _kinds(self.page)


def _kinds(link: Link[Any]) -> list[str]:
    frames = [json.loads(frame) for frame in link._frames]
    link._frames.clear()
    return [f["event"]["type"] if f["type"] == "event" else f["type"] for f in frames]


@pytest.fixture
def room() -> Room:
    present = present_with(expert(), expert(BRUNO, present=False))
    present.guests.put(guest())
    return Room(present)


def latest(room: Room) -> Talk:
    held = room.present.guests.get(guest().id)
    assert held
    talk = room.present.latest_of(held)
    assert talk
    return talk


def test_a_new_conversation_arrives_whole(room: Room) -> None:
    post = Post(id=MessageId("m"), text="Bonjour")
    room.carry_out(Talk.blank(blank()), post, VISITOR)
    assert room.heard(ALICE) == ["arrived", "expert"]
    assert room.heard(BRUNO) == ["expert"]
    assert room.page_heard() == ["started", "message", "assigned"]


def test_the_owner_hears_events_then_that_it_left(room: Room) -> None:
    room.carry_out(Talk.blank(blank()), Post(id=MessageId("m"), text="Bonjour"), VISITOR)
    room.heard(ALICE)
    room.heard(BRUNO)
    room.carry_out(latest(room), Release(), Actor.of(ALICE))
    assert room.heard(ALICE) == ["released", "queued", "departed", "expert", "queue"]
    assert room.heard(BRUNO) == ["expert", "queue"]


def test_closing_departs(room: Room) -> None:
    room.carry_out(Talk.blank(blank()), Post(id=MessageId("m"), text="Bonjour"), VISITOR)
    room.heard(ALICE)
    room.carry_out(latest(room), Close(), Actor.of(ALICE))
    assert room.heard(ALICE) == ["closed", "departed", "expert"]


def test_a_desk_that_claims_to_know_the_future_gets_everything(room: Room) -> None:
    room.carry_out(Talk.blank(blank()), Post(id=MessageId("m"), text="Bonjour"), VISITOR)
    assert [entry.seq for entry in replica_of(room.present, latest(room), 99).events] == [1, 2, 3]
