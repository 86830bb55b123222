"""What the store keeps for mail."""

from dataclasses import replace

from pupitre.domain.ids import ConversationId
from pupitre.server.store.batch import Batch
from pupitre.server.store.correspondence import Correspondence, row_of
from pupitre.server.store.database import Database
from pupitre.server.store.store import Store
from tests.server.makers import SECOND
from tests.server.test_mails import mail

C1 = ConversationId("c1")


async def test_a_mail_under_way_is_read_as_it_was_written(database: Database) -> None:
    store, kept = Store(database), Correspondence(database)
    written = replace(mail("c1", "a", "b"), failures=2, handing=True)
    await store.append(Batch(mails={C1: row_of(written)}))
    assert await kept.under_way() == [written]
    changed = replace(written, next_at=written.next_at + SECOND, handing=False)
    await store.append(Batch(mails={C1: row_of(changed)}))
    assert await kept.under_way() == [changed]
    await store.append(Batch(mails={C1: None}))
    assert await kept.under_way() == []


async def test_the_key_of_the_links_is_made_once(database: Database) -> None:
    key = await Correspondence(database).key()
    assert len(key) == 32
    assert await Correspondence(database).key() == key


async def test_no_messages_of_nothing(database: Database) -> None:
    assert await Correspondence(database).messages(C1, [1, 2]) == []
