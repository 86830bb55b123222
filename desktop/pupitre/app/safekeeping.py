"""`pupitre admin backup`, `restore` and `check`: what a server keeps, saved and looked through."""

import argparse
import asyncio
import sqlite3
import sys
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.engine import make_url

from pupitre.app.configuration import Configuration, configuration, make_folder
from pupitre.app.mistakes import Mistaken
from pupitre.app.tenancy import held
from pupitre.server.clock import real_now
from pupitre.server.documents import Unreadable
from pupitre.server.files.folder import Folder
from pupitre.server.floor import Roster
from pupitre.server.keeping.archive import Damaged
from pupitre.server.keeping.backup import Unsound, save
from pupitre.server.keeping.check import Check
from pupitre.server.keeping.faults import Findings
from pupitre.server.keeping.repair import repair
from pupitre.server.keeping.restore import Occupied, restore
from pupitre.server.store.database import Database, Unusable, files_in, open_database
from pupitre.server.store.rosters import read_roster

FAULTY, MISUSED = 1, 2
SHOWN = 50
"""The most faults that are told one by one."""


def run(options: argparse.Namespace) -> int:
    """Do one of the three; return 0, 1 where something is wrong, 2 where it cannot be done."""
    try:
        chosen = configuration(options)
        if options.thing == "backup":
            return _saved(options, chosen)
        if options.thing == "restore":
            return _restored(options, chosen)
        return asyncio.run(_checked(options, chosen))
    except (Mistaken, Unreadable, Unusable, Damaged, Occupied, Unsound) as error:
        print(error, file=sys.stderr)  # noqa: T201 -- the answer
    except OSError as error:
        print(f"{error.filename or 'The disk'}: {error.strerror}.", file=sys.stderr)  # noqa: T201
    except sqlite3.Error as error:
        print(f"The database cannot be saved: {error}.", file=sys.stderr)  # noqa: T201
    return MISUSED


def _saved(options: argparse.Namespace, chosen: Configuration) -> int:
    target, database = options.file.absolute(), _file_of(chosen)
    if not database.is_file():
        raise Mistaken(f"There is no database at {database}.")
    if target.exists():
        raise Mistaken(f"{target} exists already.")
    if not target.parent.is_dir():
        raise Mistaken(f"There is no folder {target.parent}.")
    if chosen.data and target.parent.resolve().is_relative_to(chosen.data.resolve()):
        raise Mistaken(f"{chosen.data} is what is saved: save it elsewhere, best on another disk.")
    made = save(database, chosen.data, target, real_now())
    size = target.stat().st_size / 1024 / 1024
    _say(
        f"{made.conversations} conversations with {made.events} events and"
        f" {len(made.parts) - 1} files saved to {target} ({size:.1f} MiB)."
    )
    return 0


def _restored(options: argparse.Namespace, chosen: Configuration) -> int:
    if chosen.data is None:
        raise Mistaken("A saved server goes to a folder: name it with --data.")
    if not options.file.is_file():
        raise Mistaken(f"There is no file {options.file}.")
    make_folder(chosen.data)
    with held(chosen.data):
        made = restore(options.file, chosen.data, real_now(), replace=options.replace)
    _say(
        f"{made.conversations} conversations with {made.events} events, as of"
        f" {made.made_at:%Y-%m-%d %H:%M:%S} UTC, are in {chosen.data}."
    )
    return 0


async def _checked(options: argparse.Namespace, chosen: Configuration) -> int:
    if chosen.data and not _file_of(chosen).is_file():
        raise Mistaken(f"There is no database in {chosen.data}.")
    if not options.repair:
        return _told(await _findings(chosen), "")
    with held(chosen.data):
        mended = await _mended(chosen)
        return _told(await _findings(chosen), f" {mended} rows mended.")


async def _findings(chosen: Configuration) -> Findings:
    database = await open_database(chosen.database)
    folder = Folder(files_in(chosen.data)) if chosen.data else None
    try:
        roster = await read_roster(database)
        return await database.read(lambda it: _looked(it, roster, folder))
    finally:
        await database.close()


def _looked(connection: Connection, roster: Roster, folder: Folder | None) -> Findings:
    connection.exec_driver_sql("BEGIN")  # one instant of the database, whoever writes to it
    return Check(connection, roster, folder).findings()


async def _mended(chosen: Configuration) -> int:
    database: Database = await open_database(chosen.database)
    try:
        roster = await read_roster(database)
        return await database.write(lambda it: repair(it, roster))
    finally:
        await database.close()


def _told(found: Findings, mended: str) -> int:
    for fault in found.faults[:SHOWN]:
        _say(fault.sentence)
    if len(found.faults) > SHOWN:
        _say(f"… and {len(found.faults) - SHOWN} more.")
    looked = f"{found.conversations} conversations, {found.events} events, {found.files} files:"
    if not found.faults:
        _say(f"{looked} all is well.{mended}")
        return 0
    can = len(found.faults) - len(found.lasting)
    hint = f" {can} of them can be mended with --repair." if can else ""
    _say(f"{looked} {len(found.faults)} faults.{mended}{hint}")
    return FAULTY


def _file_of(chosen: Configuration) -> Path:
    url = make_url(chosen.database)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise Mistaken("Only a SQLite database can be saved here: use the database's own tools.")
    return Path(url.database)


def _say(sentence: str) -> None:
    print(sentence)  # noqa: T201 -- the answer
