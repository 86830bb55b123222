"""Erasing in the store."""

from collections.abc import Sequence

from sqlalchemy import Table, func, insert, select, update

from pupitre.domain.conversation import Status
from pupitre.domain.ids import ConversationId, MissionId, VisitorId
from pupitre.server.store import schema
from pupitre.server.store.batch import Batch, Row
from pupitre.server.store.database import Database
from pupitre.server.store.erasures import ROWS, Doomed, Erasures
from pupitre.server.store.store import Store
from tests.server.makers import NOON, SECOND

VELO = MissionId("velo")
V1, V2 = VisitorId("v1"), VisitorId("v2")


def talk(id_: str, status: Status = Status.CLOSED, **more: object) -> Row:
    row: Row = {
        "id": id_,
        "mission": VELO,
        "group": "velo-conseil",
        "visitor": V1,
        "seq": 1,
        "status": str(status),
        "owner": None,
        "on_site": False,
        "started_at": NOON,
        "waiting_since": None,
        "closed_at": NOON + SECOND if status is Status.CLOSED else None,
    }
    return row | more


def visitor(id_: VisitorId, **more: object) -> Row:
    row: Row = {
        "id": id_,
        "mission": VELO,
        "token": id_.encode().ljust(32, b"-"),
        "language": "fr",
        "device": "",
        "created_at": NOON,
    }
    return row | more


async def put(database: Database, table: Table, rows: Sequence[Row]) -> None:
    await database.write(lambda it: it.execute(insert(table), rows))


async def count(database: Database, table: Table) -> int:
    statement = select(func.count()).select_from(table)
    return await database.read(lambda it: it.execute(statement).scalar_one())


async def test_what_nobody_closed_is_silent_once_nothing_happens_in_it(database: Database) -> None:
    erasures = Erasures(database)
    talks = [
        talk("open", Status.OPEN, seq=2),
        talk("waiting", Status.WAITING),
        talk("talking", Status.OPEN, seq=2),
        talk("paused", Status.PAUSED),
        talk("closed"),
        talk("there", Status.OPEN, on_site=True),
        talk("other", Status.OPEN, mission="cave"),
    ]
    await put(database, schema.conversations, talks)
    events = [
        {"conversation": it["id"], "seq": seq, "at": NOON + seq * SECOND, "body": b""}
        for it in talks
        for seq in (1, 2)
        if seq <= int(str(it["seq"]))
    ]
    await put(database, schema.events, events)
    late = (schema.events.c.conversation == "talking") & (schema.events.c.seq == 2)
    moved = update(schema.events).where(late).values(at=NOON + 9 * SECOND)
    await database.write(lambda it: it.execute(moved))
    found = await erasures.silent(VELO, NOON + 5 * SECOND, 10)
    assert {it.id for it in found} == {"open", "waiting"}
    assert not any(it.is_closed for it in found)
    assert len(await erasures.silent(VELO, NOON + 5 * SECOND, 1)) == 1
    assert await erasures.silent(VELO, NOON, 10) == []


async def test_only_what_was_closed_before_is_expired(database: Database) -> None:
    erasures = Erasures(database)
    await put(
        database,
        schema.conversations,
        [
            talk("old"),
            talk("late", closed_at=NOON + 9 * SECOND),
            talk("open", Status.PAUSED),
            talk("other", mission="cave"),
        ],
    )
    found = await erasures.expired(VELO, NOON + 5 * SECOND, 10)
    assert found == [Doomed(ConversationId("old"), V1)]
    assert await erasures.expired(VELO, NOON + SECOND, 10) == []
    assert {(it.id, it.is_closed) for it in await erasures.of(V1)} == {
        ("old", True),
        ("late", True),
        ("open", False),
        ("other", True),
    }


async def test_visitors_without_conversations_are_lonely_unless_blocked(
    database: Database,
) -> None:
    blocked = {"block_expert": "alice", "block_at": NOON, "block_reason": "?"}
    rows = [
        visitor(V1),
        visitor(V2),
        visitor(VisitorId("young"), created_at=NOON + 9 * SECOND),
        visitor(VisitorId("blocked"), **blocked),
        visitor(VisitorId("was blocked"), **blocked, block_until=NOON),
    ]
    for row in rows:
        await put(database, schema.visitors, [row])
    await put(database, schema.conversations, [talk("c", visitor=V2)])
    found = await Erasures(database).lonely(VELO, NOON + SECOND, NOON + SECOND)
    assert sorted(found) == ["v1", "was blocked"]


async def test_what_is_struck_is_found_no_more_and_shredded_a_little_at_a_time(
    database: Database,
) -> None:
    erasures, c1 = Erasures(database), ConversationId("c1")
    events = [{"conversation": c1, "seq": n, "at": NOON, "body": b"?"} for n in range(ROWS + 1)]
    texts = [{"conversation": c1, "seq": n, "folded": "?"} for n in range(ROWS + 1)]
    others = [{"conversation": "c2", "seq": 1, "folded": "!"}]
    await put(database, schema.conversations, [talk("c1"), talk("c2")])
    await put(database, schema.events, events)
    await put(database, schema.texts, texts + others)
    await put(database, schema.visitors, [visitor(V1)])
    await Store(database).append(Batch(erased=[c1], forgotten=[V1]))
    assert await count(database, schema.conversations) == 1
    assert await count(database, schema.visitors) == 0
    assert await erasures.remains() == [c1]
    read = await erasures.shred_texts()
    assert read is not None
    assert await count(database, schema.texts) == 2
    assert await erasures.shred_texts(read) is not None
    assert await erasures.shred_texts(read + 9_999) is None
    assert await count(database, schema.texts) == 1, "another's"
    assert await erasures.shred(c1)
    assert await count(database, schema.events) == 1
    assert await erasures.shred(c1)
    assert not await erasures.shred(c1)
    assert await count(database, schema.events) == 0
    assert await erasures.remains() == []


async def test_the_same_conversation_may_be_struck_twice(database: Database) -> None:
    c1 = ConversationId("c1")
    for _ in range(2):
        await Store(database).append(Batch(erased=[c1]))
    assert await Erasures(database).remains() == [c1]


async def test_what_is_asked_is_known_until_it_is_done(database: Database) -> None:
    erasures = Erasures(database)
    for _ in range(2):
        await erasures.ask(V1, NOON)
    assert await erasures.asked() == [V1]
    await Store(database).append(Batch(forgotten=[V1]))
    assert await erasures.asked() == []


async def test_answers_to_a_visitors_commands_are_deleted(database: Database) -> None:
    rows = [
        {"sender": sender, "id": f"{sender}-{n}", "answer": b"{}", "at": NOON}
        for sender in (V1, V2)
        for n in range(ROWS + 1)
    ]
    await put(database, schema.commands, rows)
    await Erasures(database).forget_commands(V1)
    assert await count(database, schema.commands) == ROWS + 1
