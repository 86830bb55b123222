"""Pending commands on disk, in the frames that will carry them."""

import logging
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime

from pupitre.client.disk import Disk, Then
from pupitre.client.kept_files import KeptFile
from pupitre.client.outbox import Pending
from pupitre.domain.ids import CommandId, ConversationId, MessageId
from pupitre.wire import codec, expert_frames, translate

log = logging.getLogger(__name__)

REMEMBERED = 200
"""How many stored messages are known as this desk's own; their events follow at once."""


def keep(disk: Disk, pending: Pending, then: Then) -> None:
    """Keep a command; `then` once it is safe."""
    row = (pending.id, codec.encode(frame(pending)), _written(pending.at))
    hold = _written(pending.hold_until)
    disk.write(
        lambda database: database.execute(
            "INSERT OR IGNORE INTO outbox (id, frame, at, hold_until) VALUES (?, ?, ?, ?)",
            (*row, hold),
        ),
        then,
    )


def drop(disk: Disk, id_: CommandId) -> None:
    """Keep it no longer."""
    disk.write(lambda database: _drop(database, id_))


def stored(disk: Disk, id_: CommandId) -> None:
    """Keep it no longer, but remember that it was ours: its event may come after a restart."""

    def write(database: sqlite3.Connection) -> None:
        _drop(database, id_)
        database.execute("INSERT INTO stored (id) VALUES (?)", (id_,))
        database.execute(
            "DELETE FROM stored WHERE position <= (SELECT max(position) FROM stored) - ?",
            (REMEMBERED,),
        )

    disk.write(write)


def park(disk: Disk, ids: Iterable[CommandId], why: str) -> None:
    """Keep that these wait for their author's word; without a reason: no longer."""
    rows = [(id_, why) for id_ in ids]

    def write(database: sqlite3.Connection) -> None:
        if why:
            database.executemany("REPLACE INTO parked VALUES (?, ?)", rows)
        else:
            database.executemany("DELETE FROM parked WHERE id = ?", [row[:1] for row in rows])

    disk.write(write)


def _drop(database: sqlite3.Connection, id_: CommandId) -> None:
    database.execute("DELETE FROM outbox WHERE id = ?", (id_,))
    database.execute("DELETE FROM parked WHERE id = ?", (id_,))


def load(database: sqlite3.Connection, files: Sequence[KeptFile] = ()) -> list[Pending]:
    """Return what was kept, in the order it was asked, with the files that go with it."""
    rows = database.execute("SELECT id, frame, at, hold_until FROM outbox ORDER BY position")
    found = [it for it in (_pending(*row) for row in rows.fetchall()) if it is not None]
    reasons = dict(database.execute("SELECT id, why FROM parked").fetchall())
    for it in found:
        it.parked = reasons.get(it.id, "")
        it.enclose(tuple([file for file in files if file.command == it.id]))
        it.tried = not it.files_left
    return found


def load_stored(database: sqlite3.Connection) -> list[MessageId]:
    """Return the messages of this desk that the server stored last."""
    return [MessageId(id_) for (id_,) in database.execute("SELECT id FROM stored")]


def frame(pending: Pending) -> expert_frames.Command:
    """Return the frame that carries a command."""
    return expert_frames.Command(
        id=pending.id,
        conversation=pending.conversation,
        command=translate.command_to_wire(pending.command),
    )


def _pending(id_: str, text: str, at: str, hold_until: str | None) -> Pending | None:
    try:
        kept = codec.decode_expert(text)
    except codec.Malformed:
        log.warning("A pending command cannot be read: %s", id_)
        return None
    if not isinstance(kept, expert_frames.Command):
        return None
    return Pending(
        id=CommandId(kept.id),
        conversation=ConversationId(kept.conversation) if kept.conversation else None,
        command=translate.command_from_wire(kept.command, kept.id),
        at=datetime.fromisoformat(at),
        hold_until=datetime.fromisoformat(hold_until) if hold_until else None,
        on_disk=True,
    )


def _written(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
