"""Who is on the floor, with what on their desks."""

from dataclasses import replace

from pupitre.domain.evolution import fold
from tests.server.makers import (
    ALICE,
    BRUNO,
    CAVE,
    VELO,
    begun,
    blank,
    expert,
    present_with,
    roster,
)

CONSEIL = VELO.groups[0].id


def test_colleagues_share_a_mission() -> None:
    floor = present_with(expert(), expert(BRUNO, groups="conseil sommeliers")).floor
    assert [it.id for it in floor.colleagues(floor.experts[ALICE])] == [BRUNO]
    assert floor.missions_of(floor.experts[BRUNO]) == (VELO.id, CAVE.id)
    assert set(floor.teams[CAVE.id]) == {BRUNO}


def test_a_conversation_is_in_one_place() -> None:
    floor = present_with(expert()).floor
    waits, opens = fold(blank(), begun(owner=None)), fold(blank(), begun())
    floor.place(blank(), waits)
    assert floor.waiting_in(CONSEIL) == 1
    assert list(floor.waiting_for(floor.experts[ALICE])) == [waits.id]
    floor.place(waits, opens)
    assert floor.waiting_in(CONSEIL) == 0
    assert floor.desks[ALICE] == {opens.id}
    floor.place(opens, waits)
    assert floor.desks[ALICE] == set()


def test_a_new_roster_keeps_what_only_the_present_knows() -> None:
    floor = present_with(expert()).floor
    floor.change(replace(floor.experts[ALICE], open=3))
    renamed = replace(expert(present=False), name="Alice Durand")
    (changed,) = floor.meet(roster(renamed, revision=2))
    assert (changed.name, changed.open, changed.connected) == ("Alice Durand", 3, True)
    assert floor.revision == 2
    assert floor.meet(roster(renamed, revision=3)) == []


def test_names_are_looked_up() -> None:
    floor = present_with(expert()).floor
    assert dict(floor.names()) == {ALICE: "Alice Martin"}
    assert len(floor.names()) == 1
