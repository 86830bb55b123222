"""The contract of the store: all or nothing, numbered without holes, a slot taken once."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from pupitre.domain.evolution import fold
from pupitre.domain.ids import CommandId, ConversationId
from pupitre.server.store import schema
from pupitre.server.store.batch import Batch, Sender
from pupitre.server.store.database import Database
from pupitre.server.store.queries import Queries
from pupitre.server.store.store import Conflict, Store
from pupitre.wire import codec
from tests.server.makers import ALICE, NOON, begun, blank, guest, numbered, said

C1 = ConversationId("c1")


def first_batch() -> Batch:
    """Return what a first message writes."""
    batch, entries = Batch(), begun()
    batch.visitors.append(guest().row(NOON))
    for entry in entries:
        write(batch, C1, entry.seq, codec.encode_event(entry.event))
    batch.project(fold(blank(), entries))
    batch.created.add(C1)
    batch.taken[ALICE] = 1
    batch.answer(Sender("v1"), CommandId("m1"), b'{"seq":2}', NOON)
    batch.deadlines[C1, "reclaim"] = NOON
    return batch


def write(batch: Batch, conversation: ConversationId, seq: int, body: str) -> None:
    at = NOON + timedelta(seconds=seq - 1)
    row = {"conversation": conversation, "seq": seq, "at": at, "body": body.encode()}
    batch.events.append(row)


async def opens(database: Database) -> int:
    statement = select(schema.experts.c.open).where(schema.experts.c.id == ALICE)
    return await database.read(lambda it: int(it.execute(statement).scalar_one()))


async def test_what_was_appended_is_read_back(database: Database) -> None:
    await Store(database).append(first_batch())
    queries = Queries(database)
    (talk,) = await queries.talks([C1])
    assert talk.tail == begun()
    assert talk.state.owner == ALICE
    assert talk.due == {"reclaim": NOON}
    key = (Sender("v1"), CommandId("m1"))
    assert await queries.answers([key]) == {key: b'{"seq":2}'}
    assert await opens(database) == 1


async def test_a_number_is_given_once(database: Database) -> None:
    store = Store(database)
    await store.append(first_batch())
    late, (entry,) = Batch(), numbered(said("too late"), first=3)
    write(late, C1, 3, codec.encode_event(entry.event))
    late.deadlines[C1, "wake"] = NOON
    with pytest.raises(Conflict):
        await store.append(late)
    (talk,) = await Queries(database).talks([C1])
    assert talk.tail == begun()
    assert "wake" not in talk.due, "nothing of the batch is kept"


async def test_a_command_has_one_answer(database: Database) -> None:
    store = Store(database)
    await store.append(first_batch())
    again = Batch()
    again.answer(Sender("v1"), CommandId("m1"), b'{"seq":9}', NOON)
    with pytest.raises(Conflict):
        await store.append(again)
    other = Batch()
    other.answer(Sender("v2"), CommandId("m1"), b'{"seq":9}', NOON)
    await store.append(other)


async def test_slots_are_taken_only_while_there_are_some(database: Database) -> None:
    store = Store(database)
    for _ in range(4):
        batch = Batch()
        batch.taken[ALICE] = 1
        await store.append(batch)
    full = Batch()
    full.taken[ALICE] = 1
    with pytest.raises(Conflict, match="no slot"):
        await store.append(full)
    full.forced.add(ALICE)
    await store.append(full)
    assert await opens(database) == 5
    free = Batch()
    free.taken[ALICE] = -2
    await store.append(free)
    assert await opens(database) == 3


async def test_nothing_to_write_asks_for_no_transaction(database: Database) -> None:
    await database.close()
    await Store(database).append(Batch())
