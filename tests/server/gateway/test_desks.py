"""What a desk is told at hello."""

from dataclasses import replace

from pupitre.server.clock import Clock
from pupitre.server.gateway.desks import welcome
from pupitre.server.talks import Talk
from pupitre.wire.expert_frames import Hello
from tests.server.makers import ALICE, BRUNO, begun, blank, expert, guest, present_with


def hello(**known: int) -> Hello:
    return Hello(token="worn", app="pupitre", known=known)


def test_a_desk_gets_its_own_and_nothing_else() -> None:
    present = present_with(expert(), replace(expert(BRUNO), groups=()))
    present.guests.put(guest(name="Zoé"))
    mine = Talk.of(blank("mine"), begun(), {})
    theirs = Talk.of(blank("theirs"), begun(BRUNO), {})
    for talk in (mine, theirs):
        present.talks.put(talk)
        present.floor.add(talk.state)
    frame = welcome(present, Clock(60.0), ALICE, [mine.state.id, theirs.state.id], hello(mine=2))
    assert [replica.id for replica in frame.conversations] == ["mine"]
    assert [entry.seq for entry in frame.conversations[0].events] == [3]
    assert frame.conversations[0].visitor.name == "Zoé"
    assert frame.clock_rate == 60.0
    assert frame.colleagues == ()
    assert [mission.id for mission in frame.missions] == ["velo"]
    assert frame.queues == {"conseil": 0}
    assert not frame.missions[0].mails
    present.mails.configured = True
    frame = welcome(present, Clock(60.0), ALICE, [], hello())
    assert frame.missions[0].mails
