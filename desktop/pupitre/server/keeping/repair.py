"""Writes again what follows from the events; the events themselves are never touched."""

from sqlalchemy import Connection, delete, insert, update

from pupitre.server.floor import Roster
from pupitre.server.keeping.projections import Kept, Loads, dues_of, kept, row_of, texts_of
from pupitre.server.store import schema


def repair(connection: Connection, roster: Roster) -> int:
    """Mend every projection; return how many rows were wrong."""
    loads, mended = Loads(), 0
    for talk in kept(connection):
        if not _is_whole(talk):
            continue
        loads.count(talk.state)
        mended += (
            _row(connection, talk) + _texts(connection, talk) + _dues(connection, talk, roster)
        )
    table = schema.experts
    wrong = loads.wrong(connection)
    for expert, number in wrong.items():
        connection.execute(update(table).where(table.c.id == expert).values(open=number))
    return mended + len(wrong)


def _is_whole(talk: Kept) -> bool:
    numbers = [entry.seq for entry in talk.entries]
    return not talk.broken and bool(numbers) and numbers == list(range(1, len(numbers) + 1))


def _row(connection: Connection, talk: Kept) -> bool:
    row, table = row_of(talk.state), schema.conversations
    if dict(talk.row) == row:
        return False
    connection.execute(update(table).where(table.c.id == talk.row["id"]).values(dict(row)))
    return True


def _texts(connection: Connection, talk: Kept) -> bool:
    texts, table = texts_of(talk.entries), schema.texts
    if talk.texts == texts:
        return False
    id_ = talk.row["id"]
    connection.execute(delete(table).where(table.c.id.in_(talk.text_ids)))
    rows = [{"conversation": id_, "seq": seq, "folded": text} for seq, text in texts.items()]
    if rows:
        connection.execute(insert(table), rows)
    return True


def _dues(connection: Connection, talk: Kept, roster: Roster) -> bool:
    dues, table, id_ = dues_of(talk.state, roster), schema.deadlines, talk.row["id"]
    if {kind: at for kind, at in talk.dues.items() if kind != "mail"} == dues:
        return False
    connection.execute(delete(table).where(table.c.conversation == id_, table.c.kind != "mail"))
    if dues:
        rows = [{"conversation": id_, "kind": kind, "at": at} for kind, at in dues.items()]
        connection.execute(insert(table), rows)
    return True
