"""Loading what a decision needs."""

from datetime import timedelta

from pupitre.domain.conversation import Status
from pupitre.domain.ids import ConversationId
from pupitre.domain.people import Block
from pupitre.server.store.batch import Batch
from pupitre.server.store.database import Database
from pupitre.server.store.queries import Queries
from pupitre.server.store.store import Store
from tests.server.makers import ALICE, NOON, guest
from tests.server.store.test_store import C1, first_batch


async def test_a_visitor_is_found_by_token_with_the_latest_conversation(
    database: Database,
) -> None:
    batch = first_batch()
    block = Block(expert=ALICE, at=NOON, reason="insults", until=NOON + timedelta(days=1))
    batch.block(guest().id, block)
    await Store(database).append(batch)
    queries = Queries(database)
    found = await queries.guest_with(guest().token)
    assert found
    assert (found.id, found.latest, found.stored, found.block) == (guest().id, C1, True, block)
    assert await queries.guests([guest().id]) == [found]
    assert await queries.guest_with(b"nobody's") is None


async def test_deadlines_come_in_their_order_and_a_bounded_number(database: Database) -> None:
    batch = Batch()
    for number in range(5):
        id_ = ConversationId(f"c{number}")
        batch.deadlines[id_, "wake"] = NOON - timedelta(hours=number)
    await Store(database).append(batch)
    due = await Queries(database).due(3)
    assert [conversation for _, conversation, _ in due] == ["c4", "c3", "c2"]


async def test_the_floor_and_who_was_on_site(database: Database) -> None:
    await Store(database).append(first_batch())
    queries = Queries(database)
    (state,) = await queries.on_the_floor()
    assert (state.id, state.status, state.owner) == (C1, Status.OPEN, ALICE)
    assert await queries.on_site() == [guest().id]
    assert await queries.desk_of(ALICE) == [C1]
    assert await queries.latest_instant() == NOON + timedelta(seconds=2)
    assert [entry.seq for entry in await queries.entries(C1, 3, 1)] == [2]
    await queries.ping()


async def test_what_is_not_kept_is_named(database: Database) -> None:
    await Store(database).append(first_batch())
    others = [ConversationId(f"c{number}") for number in range(2, 700)]
    queries = Queries(database)
    assert await queries.missing([C1]) == await queries.missing([]) == []
    assert await queries.missing([*others, C1]) == others
