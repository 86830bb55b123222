"""What was on disk: everything for the list at the start, a thread's rows when it is looked at."""

import logging
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from pupitre.client import journal, kept_files, outbox_rows, rows
from pupitre.client.asking import Asking
from pupitre.client.desk import Desk
from pupitre.client.disk import Disk
from pupitre.client.enclosures import Enclosures
from pupitre.client.kept_files import KeptFile
from pupitre.client.outbox import Pending
from pupitre.client.replica import Record
from pupitre.client.thread import Page
from pupitre.domain.ids import ConversationId, MessageId
from pupitre.wire.codec import Malformed
from pupitre.wire.expert_frames import Welcome

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Kept:
    pending: list[Pending]
    stored: list[MessageId]
    files: list[KeptFile]
    welcome: Welcome | None = None
    records: tuple[Record, ...] = ()
    heard_at: datetime | None = None


FIRST_PAGE = 400
"""Enough for the screen and a good scroll; the beginning of a long thread follows."""
THE_REST = 10_000_000


class Recall:
    """Fills a desk from its file."""

    def __init__(self, desk: Desk, asking: Asking, files: Enclosures, disk: Disk) -> None:
        self._desk, self._asking, self._files, self._disk = desk, asking, files, disk

    async def start(self) -> datetime | None:
        """Show what was there; return when the server was last heard."""
        kept = await self._disk.read(self._load)
        desk = self._desk
        if kept.welcome is not None:
            desk.team.welcome(kept.welcome)
        for record in kept.records:
            desk.replica.records[record.state.id] = record
        desk.stored.update(kept.stored)
        self._files.take_in(kept.files)
        for pending in kept.pending:
            self._asking.resume(pending)
        desk.touch_all()
        return kept.heard_at

    def _load(self, database: sqlite3.Connection) -> _Kept:
        self._desk.drafts.load(database)
        stored, files = outbox_rows.load_stored(database), self._load_files(database)
        pending = outbox_rows.load(database, files)
        try:
            return _Kept(
                pending=pending,
                stored=stored,
                files=files,
                welcome=journal.load_welcome(database),
                records=tuple(journal.load_records(database)),
                heard_at=journal.load_heard_at(database),
            )
        except Malformed:
            log.warning("The kept conversations are in another form: asking for them again")
            journal.forget(database)
            return _Kept(pending, stored, files)

    def _load_files(self, database: sqlite3.Connection) -> list[KeptFile]:
        return kept_files.load(database, self._files.path_of)

    def look_at(self, record: Record) -> None:
        """Fetch the rows that are on disk: the last ones, then the rest, each with a reset."""
        if record.on_disk:
            until, record.on_disk = record.on_disk, 0
            self._fetch(record, until, FIRST_PAGE)

    def _fetch(self, record: Record, until: int, limit: int) -> None:
        thread, seen_to = record.thread, record.state.seen_by_visitor
        find = partial(self._page, record.state.id, until, limit, seen_to, thread.origin)
        self._disk.find(find, partial(self._found, record))

    def _page(
        self,
        conversation: ConversationId,
        until: int,
        limit: int,
        seen_to: int,
        origin: int,
        database: sqlite3.Connection,
    ) -> tuple[Page, int]:
        """Make the rows, in the disk's thread; return also how many events are still before."""
        entries = journal.load_entries(database, conversation, until, limit)
        made = (rows.from_entry(it, self._desk.team, seen_to=seen_to) for it in entries)
        page = Page.of([row for row in made if row is not None], origin)
        return page, entries[0].seq - 1 if len(entries) == limit else 0

    def _found(self, record: Record, found: tuple[Page, int]) -> None:
        page, before = found
        if self._desk.replica.records.get(record.state.id) is not record:
            return
        if page.rows:
            record.thread.put_before(page)
            for span in record.thread.see(record.state.seen_by_visitor):
                self._desk.news.changed(record.state.id, span)
            self._desk.news.reset(record.state.id)
        if before:
            self._fetch(record, before, THE_REST)
