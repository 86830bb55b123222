"""What was on disk: everything for the list at the start, a thread's rows when it is looked at."""

import logging
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from pupitre.client import journal, outbox_rows, rows
from pupitre.client.asking import Asking
from pupitre.client.desk import Desk
from pupitre.client.disk import Disk
from pupitre.client.outbox import Pending
from pupitre.client.replica import Record
from pupitre.client.views import Row
from pupitre.domain.ids import ConversationId
from pupitre.wire.codec import Malformed
from pupitre.wire.expert_frames import Welcome

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Kept:
    pending: list[Pending]
    welcome: Welcome | None = None
    records: tuple[Record, ...] = ()
    heard_at: datetime | None = None


class Recall:
    """Fills a desk from its file."""

    def __init__(self, desk: Desk, asking: Asking, disk: Disk) -> None:
        self._desk, self._asking, self._disk = desk, asking, disk

    async def start(self) -> datetime | None:
        """Show what was there; return when the server was last heard."""
        kept = await self._disk.read(self._load)
        desk = self._desk
        if kept.welcome is not None:
            desk.team.welcome(kept.welcome)
        for record in kept.records:
            desk.replica.records[record.state.id] = record
        for pending in kept.pending:
            self._asking.resume(pending)
        desk.touch_all()
        return kept.heard_at

    def _load(self, database: sqlite3.Connection) -> _Kept:
        self._desk.drafts.load(database)
        pending = outbox_rows.load(database)
        try:
            return _Kept(
                pending=pending,
                welcome=journal.load_welcome(database),
                records=tuple(journal.load_records(database)),
                heard_at=journal.load_heard_at(database),
            )
        except Malformed:
            log.warning("The kept conversations are in another form: asking for them again")
            journal.forget(database)
            return _Kept(pending)

    def look_at(self, record: Record) -> None:
        """Fetch the rows that are on disk, once; they come with a `ThreadReset`."""
        if record.on_disk:
            until, record.on_disk = record.on_disk, 0
            id_ = record.state.id
            self._disk.find(partial(self._rows, id_, until), partial(self._found, record))

    def _rows(
        self, conversation: ConversationId, until: int, database: sqlite3.Connection
    ) -> list[Row]:
        entries = journal.load_entries(database, conversation, until)
        made = (rows.from_entry(entry, self._desk.team) for entry in entries)
        return [row for row in made if row is not None]

    def _found(self, record: Record, found: list[Row]) -> None:
        id_, thread = record.state.id, record.thread
        if self._desk.replica.records.get(id_) is record and found:
            thread.put_before(row for row in found if row.key not in thread)
            thread.see(record.state.seen_by_visitor)
            self._desk.news.reset(id_)
