"""Looks through what a server keeps: the file, every conversation's events, every attachment."""

from collections.abc import Iterator
from itertools import count

from sqlalchemy import Connection, select

from pupitre.domain.events import Message
from pupitre.domain.ids import AttachmentId
from pupitre.server.files.folder import Folder
from pupitre.server.floor import Roster
from pupitre.server.keeping.faults import Fault, Findings
from pupitre.server.keeping.projections import (
    Kept,
    Loads,
    dues_of,
    kept,
    row_of,
    strangers,
    texts_of,
)
from pupitre.server.store import schema


class Check:
    """One look at a database, as of one instant, and at the files beside it."""

    def __init__(self, connection: Connection, roster: Roster, folder: Folder | None) -> None:
        self._connection = connection
        self._roster = roster
        self._folder = folder
        self._conversations = self._events = self._files = 0
        self._carried: set[AttachmentId] = set()

    def findings(self) -> Findings:
        """Look at everything."""
        faults = [*self._file(), *self._talks(), *self._uploads()]
        return Findings(
            conversations=self._conversations,
            events=self._events,
            files=self._files,
            faults=tuple(faults),
        )

    def _file(self) -> Iterator[Fault]:
        if self._connection.dialect.name != "sqlite":
            return
        for (verdict,) in self._connection.exec_driver_sql("PRAGMA integrity_check(20)"):
            if verdict != "ok":
                yield Fault(sentence=f"The database file: {verdict}.")

    def _talks(self) -> Iterator[Fault]:
        loads = Loads()
        for talk in kept(self._connection):
            self._conversations += 1
            self._events += len(talk.entries)
            yield from self._talk(talk)
            loads.count(talk.state)
        for expert, number in loads.wrong(self._connection).items():
            yield _projection(f"Expert {expert} has {number} open, which the list does not say")
        for id_, number in strangers(self._connection).items():
            yield Fault(sentence=f"Conversation {id_} has {number} events and is in no list.")

    def _talk(self, talk: Kept) -> Iterator[Fault]:
        name = f"Conversation {talk.row['id']}"
        for seq in talk.broken:
            yield Fault(sentence=f"{name}: event {seq} cannot be read.")
        numbers = sorted([*talk.broken, *(entry.seq for entry in talk.entries)])
        hole = next((it for it, seq in zip(count(1), numbers, strict=False) if it != seq), None)
        if hole or not numbers:
            yield Fault(sentence=f"{name}: event {hole or 1} is missing.")
        if talk.broken or hole or not numbers:
            return
        state = talk.state
        if wrong := [key for key, value in row_of(state).items() if talk.row[key] != value]:
            yield _projection(f"{name}: its events tell another {', '.join(wrong)} than its row")
        if talk.texts != texts_of(talk.entries):
            yield _projection(f"{name}: search does not find what was written")
        if {kind: at for kind, at in talk.dues.items() if kind != "mail"} != dues_of(
            state, self._roster
        ):
            yield _projection(f"{name}: the clock's list is not what follows from its events")
        for entry in talk.entries:
            if isinstance(entry.event, Message):
                self._carried.update(file.id for file in entry.event.attachments)

    def _uploads(self) -> Iterator[Fault]:
        table = schema.attachments
        known = set()
        for row in self._connection.execute(select(table)).mappings():
            self._files += 1
            known.add(row["id"])
            if row["conversation"] and self._folder:
                yield from _file_of(self._folder, row["id"], row["size"], row["thumbnail"])
        for id_ in sorted(self._carried - known):
            yield Fault(sentence=f"Attachment {id_} is in a message, and in no list.")


def _file_of(folder: Folder, id_: str, size: int, thumbnail: str | None) -> Iterator[Fault]:
    place = folder.of(id_)
    if not place.is_file():
        yield Fault(sentence=f"Attachment {id_}: its file is missing.")
    elif place.stat().st_size != size:
        yield Fault(sentence=f"Attachment {id_}: its file has another size.")
    if thumbnail and not folder.of(id_, small=True).is_file():
        yield Fault(sentence=f"Attachment {id_}: its smaller picture is missing.")


def _projection(sentence: str) -> Fault:
    return Fault(sentence=f"{sentence}.", can_be_mended=True)
