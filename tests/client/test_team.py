"""Who is at work, as the server last told it."""

from dataclasses import replace

from pupitre.client.team import Team
from pupitre.domain.ids import ExpertId
from pupitre.wire import expert_frames, translate
from pupitre.wire.instants import Instant
from tests.client.ground import ALICE, BRUNO, NOON
from tests.support.story import CHLOE, VELO, experts, missions


def team() -> Team:
    made = Team()
    everyone = [translate.expert_to_wire(it) for it in experts()]
    made.welcome(
        expert_frames.Welcome(
            now=Instant.of(NOON),
            you=everyone[0],
            colleagues=tuple(everyone),
            missions=tuple(translate.mission_to_wire(it) for it in missions()),
            queues={"velo-conseil": 2},
        )
    )
    return made


def test_you_are_not_a_colleague_of_yours() -> None:
    it = team()
    assert it.you
    assert it.you.id == ALICE
    assert set(it.colleagues) == {BRUNO, CHLOE}
    assert set(it.everyone) == {ALICE, BRUNO, CHLOE}
    assert it.missions[VELO].mark == "VÉLO"
    assert it.queues == {"velo-conseil": 2}


def test_a_change_finds_whom_it_is_about() -> None:
    it = team()
    assert it.you
    it.changed(replace(it.you, slots=2))
    it.changed(replace(it.colleagues[BRUNO], available=True))
    assert it.you.slots == 2
    assert it.colleagues[BRUNO].available


def test_names_and_limits() -> None:
    it = team()
    assert [it.writer(who) for who in (ALICE, BRUNO, ExpertId("nobody"), None)] == [
        *("Alice Martin", "Bruno Leroy", "", ""),
    ]
    assert it.max_slots == 4
    assert Team().max_slots == 4
