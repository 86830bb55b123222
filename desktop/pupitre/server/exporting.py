"""Everything that is kept of a visitor, in one zip that they can read and others can process."""

import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from pupitre.domain.events import Entry, Message
from pupitre.domain.ids import VisitorId
from pupitre.domain.people import Role
from pupitre.server.files.folder import Folder
from pupitre.server.store import schema
from pupitre.server.store.database import Database
from pupitre.server.store.queries import entries_of
from pupitre.wire import codec, translate

_PARTICULARS = ("id", "mission", "name", "email", "language", "device", "created_at")
_BLOCK = ("block_at", "block_reason", "block_until")


async def find_visitors(database: Database, who: str) -> list[VisitorId]:
    """Return whose id this is, or who left this address; several browsers may have."""
    table = schema.visitors
    which = (table.c.id == who) | (table.c.email == who) | (table.c.email == who.casefold())
    statement = select(table.c.id).where(which).order_by(table.c.created_at)
    found = await database.read(lambda it: it.scalars(statement).all())
    return [VisitorId(id_) for id_ in found]


async def export(
    database: Database, folder: Folder | None, visitors: Sequence[VisitorId], target: Path
) -> int:
    """Write the zip; return how many conversations are in it."""

    def write(connection: Connection) -> int:
        with _written(target) as bundle:
            return sum(_visitor(connection, folder, visitor, bundle) for visitor in visitors)

    return await database.read(write)


@contextmanager
def _written(target: Path) -> Iterator[zipfile.ZipFile]:
    """Write a zip for its owner only; nothing is left of one that could not be finished."""
    target.touch(mode=0o600, exist_ok=False)
    try:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
            yield bundle
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _visitor(
    connection: Connection, folder: Folder | None, visitor: VisitorId, bundle: zipfile.ZipFile
) -> int:
    table, kept = schema.visitors, schema.conversations
    row = connection.execute(select(table).where(table.c.id == visitor)).mappings().one()
    told = {name: row[name] for name in (*_PARTICULARS, *(_BLOCK if row["block_expert"] else ()))}
    bundle.writestr(f"{visitor}/visitor.json", _json(told))
    names = _names(connection)
    its = select(kept).where(kept.c.visitor == visitor).order_by(kept.c.started_at)
    talks = connection.execute(its).mappings().all()
    for talk in talks:
        entries = entries_of(connection, [talk["id"]])[talk["id"]]
        place = f"{visitor}/{talk['started_at']:%Y-%m-%d}-{talk['id']}"
        bundle.writestr(f"{place}/conversation.txt", _transcript(entries, names))
        bundle.writestr(f"{place}/conversation.json", _json(_told(talk, entries)))
        for entry in entries:
            _files(entry, folder, place, bundle)
    return len(talks)


def _names(connection: Connection) -> Mapping[str, str]:
    rows = connection.execute(select(schema.experts.c.id, schema.experts.c.name)).all()
    return {row[0]: row[1] for row in rows}


def _told(talk: RowMapping, entries: Sequence[Entry]) -> dict[str, Any]:
    """Return all that happened, as the contract of the wire has it."""
    events = [json.loads(codec.encode(translate.entry_to_wire(entry))) for entry in entries]
    return {"id": talk["id"], "mission": talk["mission"], "status": talk["status"]} | {
        "events": events
    }


def _transcript(entries: Sequence[Entry], names: Mapping[str, str]) -> str:
    lines = []
    for entry in entries:
        if isinstance(entry.event, Message):
            by_visitor = entry.event.author is Role.VISITOR
            writer = "Visitor" if by_visitor else names.get(entry.event.expert or "", "Expert")
            lines.append(f"{entry.at:%Y-%m-%d %H:%M} UTC  {writer}: {entry.event.text}")
            lines += [f"    [{file.name}]" for file in entry.event.attachments]
    return "\n".join(lines) + "\n"


def _files(entry: Entry, folder: Folder | None, place: str, bundle: zipfile.ZipFile) -> None:
    for file in entry.event.attachments if isinstance(entry.event, Message) else ():
        source = folder.of(file.id) if folder else None
        if source and source.is_file():
            bundle.write(source, f"{place}/files/{file.id[-8:]}-{file.name}")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n"
