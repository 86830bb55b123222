"""The backend in memory passes the contract, and can be cut and revoked."""

import pytest
from typing_extensions import override

from pupitre.backends.clock import ManualClock
from pupitre.backends.floor import Floor
from pupitre.backends.guest import Guest
from pupitre.backends.memory import MemoryBackend
from pupitre.backends.memory_link import MemoryLink
from pupitre.backends.port import AccessRefused, Unreachable
from pupitre.domain.commands import End, Transfer
from pupitre.domain.ids import ConversationId
from pupitre.domain.people import VISITOR, Actor
from pupitre.domain.routing import LINK_GRACE
from pupitre.wire import expert_frames as f
from pupitre.wire.expert_frames import DepartReason
from tests.backends.contract import BackendContract, Place, arrival, drain, linked
from tests.backends.files_contract import FilesContract
from tests.support.story import AFTERNOON, ALICE, BRUNO, VELO, experts, missions


class MemoryPlace(Place):
    """A floor and its backend."""

    def __init__(self) -> None:
        self.clock = ManualClock(AFTERNOON)
        self.floor = Floor(self.clock, missions(), experts())
        self.backend = MemoryBackend(self.floor, {f"{it.id}@demo.test": "demo" for it in experts()})

    @override
    async def visitor_writes(self, text: str) -> None:
        assert Guest(self.floor, VELO).writes(text) is None

    @override
    async def breaks(self) -> None:
        self.backend.reachable = False
        self.backend.cut()


@pytest.fixture
def place() -> MemoryPlace:
    return MemoryPlace()


class TestMemory(BackendContract):
    """See the contract."""


class TestMemoryFiles(FilesContract):
    """See the contract."""


async def test_what_was_sent_before_a_cut_still_arrives(place: MemoryPlace) -> None:
    link, _ = await linked(place)
    await place.visitor_writes("Bonjour")
    place.backend.cut()
    while not isinstance(await link.receive(), f.Arrived):
        pass
    with pytest.raises(Unreachable):
        await drain(link)


async def test_a_revoked_session_is_put_out(place: MemoryPlace) -> None:
    link, _ = await linked(place)
    assert isinstance(link, MemoryLink)
    place.backend.revoke(link.token)
    with pytest.raises(AccessRefused):
        await drain(link)


async def test_an_expert_counts_as_connected_for_a_while(place: MemoryPlace) -> None:
    """R7."""
    link, _ = await linked(place)
    await link.close()
    place.clock.advance(LINK_GRACE / 2)
    assert place.floor.experts[ALICE].connected
    place.clock.advance(LINK_GRACE)
    assert not place.floor.experts[ALICE].connected


@pytest.mark.parametrize(
    ("command", "actor", "reason"),
    [
        (Transfer(expert=BRUNO, anyway=True), Actor.of(ALICE), DepartReason.TRANSFERRED),
        (End(), VISITOR, DepartReason.CLOSED),
    ],
)
async def test_a_departure_says_why(
    place: MemoryPlace, command: Transfer | End, actor: Actor, reason: DepartReason
) -> None:
    link, _ = await linked(place)
    talk = await arrival(place, link, "Bonjour")
    place.floor.act(ConversationId(talk), command, actor)
    while not isinstance(frame := await link.receive(), f.Departed):
        pass
    assert (frame.conversation, frame.reason) == (talk, reason)
    await link.close()
