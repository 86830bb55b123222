"""Attachments in the store."""

import pytest

from pupitre.domain.attachments import Attachment
from pupitre.domain.ids import AttachmentId, ConversationId
from pupitre.server.store.attachments import Attachments, Upload
from pupitre.server.store.batch import Batch
from pupitre.server.store.database import Database
from pupitre.server.store.store import Conflict, Store
from tests.server.makers import NOON, SECOND

A, B, C = (AttachmentId(id_) for id_ in "abc")
C1, C2 = ConversationId("c1"), ConversationId("c2")


def upload(id_: AttachmentId, uploader: str = "v1") -> Upload:
    file = Attachment(
        id=id_,
        name="frein.jpg",
        media_type="image/jpeg",
        size=3,
        url=f"/attachments/{id_}",
        width=4,
        height=5,
        thumbnail=f"/attachments/{id_}?size=small",
    )
    return Upload(file=file, uploader=uploader)


async def test_what_was_uploaded_is_read_as_it_was(database: Database) -> None:
    kept = Attachments(database)
    await kept.add(upload(A), NOON)
    assert await kept.with_ids([A, B]) == [upload(A)]
    assert await kept.unknown([A, B]) == [B]


async def test_a_message_claims_its_files(database: Database) -> None:
    kept, store = Attachments(database), Store(database)
    for id_ in (A, B):
        await kept.add(upload(id_), NOON)
    await store.append(Batch(claims={A: C1}, deadlines={(C1, "wake"): NOON}))
    assert [it.file.id for it in await kept.of([C1, C2])] == [A]


@pytest.mark.parametrize("claims", [{A: C2}, {B: C2, A: C2}, {C: C2}])
async def test_a_file_that_is_used_or_gone_makes_the_batch_conflict(
    database: Database, claims: dict[AttachmentId, ConversationId]
) -> None:
    kept, store = Attachments(database), Store(database)
    for id_ in (A, B):
        await kept.add(upload(id_), NOON)
    await store.append(Batch(claims={A: C1}, deadlines={(C1, "wake"): NOON}))
    with pytest.raises(Conflict):
        await store.append(Batch(claims=claims, deadlines={(C2, "wake"): NOON}))
    assert await kept.of([C2]) == [], "all of it or nothing"


async def test_orphans_are_forgotten_once_they_are_old(database: Database) -> None:
    kept, store = Attachments(database), Store(database)
    for id_, at in ((A, NOON), (B, NOON), (C, NOON + SECOND)):
        await kept.add(upload(id_), at)
    await store.append(Batch(claims={A: C1}, deadlines={(C1, "wake"): NOON}))
    assert await kept.forget_orphans(NOON) == []
    assert await kept.forget_orphans(NOON + SECOND) == [B]
    assert await kept.forget_orphans(NOON + SECOND) == []
    assert {it.file.id for it in await kept.with_ids([A, B, C])} == {A, C}
