"""A pending command comes back from disk as it was."""

from datetime import timedelta

import pytest

from pupitre.client import outbox_rows
from pupitre.client.disk import Disk
from pupitre.client.outbox import Pending
from pupitre.domain import commands as c
from pupitre.domain.ids import CommandId, ExpertId, MessageId, SubjectId
from tests.client.ground import NOON, pending

ID = "01a20459-d498-711c-82cd-8c163db3d146"
COMMANDS: list[c.ExpertCommand] = [
    c.Post(id=MessageId(ID), text="Bonjour\n« ça va » ?"),
    c.Pause(until=NOON + timedelta(hours=3), keep=False),
    c.Close(subjects=(SubjectId("stock"),), note="n", survey=False),
    c.Transfer(expert=ExpertId("bruno"), note="pour toi", anyway=True),
    c.SetSlots(slots=2),
]


async def test_what_was_kept_comes_back_in_order() -> None:
    disk = Disk(None)
    await disk.open()
    asked: list[Pending] = []
    for number, command in enumerate(COMMANDS):
        it = pending(command, ID[:-1] + str(number), hold=timedelta(seconds=5))
        if isinstance(command, c.SetSlots):
            it.conversation, it.hold_until = None, None
        asked.append(it)
        outbox_rows.keep(disk, it, lambda: None)
    found = await disk.read(outbox_rows.load)
    assert [_fields(it) for it in found] == [_fields(it) for it in asked]
    outbox_rows.drop(disk, asked[0].id)
    assert len(await disk.read(outbox_rows.load)) == len(COMMANDS) - 1
    await disk.close()


def _fields(it: Pending) -> tuple[object, ...]:
    return it.id, it.conversation, it.command, it.at, it.hold_until, it.on_disk


@pytest.mark.logs("cannot be read: broken")
async def test_a_row_that_cannot_be_read_is_left_out() -> None:
    disk = Disk(None)
    await disk.open()
    disk.write(
        lambda database: database.execute(
            "INSERT INTO outbox (id, frame, at) VALUES ('broken', '{}', ?)", (NOON.isoformat(),)
        )
    )
    assert await disk.read(outbox_rows.load) == []
    await disk.close()


def test_the_frame_carries_the_command_s_id() -> None:
    frame = outbox_rows.frame(pending(c.Resume(), ID))
    assert (frame.id, frame.conversation) == (CommandId(ID), "talk")
