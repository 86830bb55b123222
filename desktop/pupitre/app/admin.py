"""`pupitre admin`: missions, groups, experts and visitors' rights, also while the server runs."""

import argparse
import asyncio
import getpass
import sys
from collections.abc import Awaitable, Callable

from sqlalchemy.exc import IntegrityError

from pupitre.app import safekeeping
from pupitre.app.configuration import Configuration, configuration, make_folder
from pupitre.app.mistakes import Mistaken
from pupitre.app.server_loop import quieten
from pupitre.app.visitor_rights import erase_visitor, export_visitor
from pupitre.domain.ids import ExpertId, GroupId, MissionId
from pupitre.domain.mission import Group, Mission
from pupitre.domain.people import Expert
from pupitre.server.documents import Unreadable
from pupitre.server.floor import Roster
from pupitre.server.identity import fresh_id
from pupitre.server.local_address import local_address
from pupitre.server.mission_file import read_mission
from pupitre.server.passwords import hash_now
from pupitre.server.store.database import Database, Unusable, open_database
from pupitre.server.store.rosters import (
    end_sessions,
    read_roster,
    save_expert,
    save_group,
    save_groups,
    save_mission,
    save_password,
)

MISUSED = 2
SHORTEST_PASSWORD = 8
KEEPING = ("backup", "restore", "check")
"""What opens the database itself, or none."""

_LOCAL = "Other computers need public_address in the server's file first, or --address here"
_NO_ORIGIN = 'Allow your site first: origins = ["https://…"] in the mission\'s file'

Verb = Callable[[Database, argparse.Namespace, Configuration], Awaitable[str]]


def run(options: argparse.Namespace) -> int:
    """Do one thing and say what was done, or in one sentence why not."""
    quieten()
    if options.thing in KEEPING:
        return safekeeping.run(options)
    try:
        print(asyncio.run(_done(options)))  # noqa: T201 -- the answer
    except (Mistaken, Unreadable, Unusable) as error:
        print(error, file=sys.stderr)  # noqa: T201 -- the answer
        return MISUSED
    except KeyboardInterrupt:
        return 130
    return 0


async def _done(options: argparse.Namespace) -> str:
    chosen = configuration(options)
    make_folder(chosen.data)
    database = await open_database(chosen.database)
    try:
        return await VERBS[options.thing, options.verb](database, options, chosen)
    finally:
        await database.close()


async def _add_mission(database: Database, options: argparse.Namespace, _: Configuration) -> str:
    mission = read_mission(options.file)
    try:
        is_new = await save_mission(database, mission)
    except IntegrityError:
        raise Mistaken("One of its groups has the id of another mission's group.") from None
    return f"Mission “{mission.id}” {'created' if is_new else 'updated'}."


async def _list_missions(database: Database, _options: argparse.Namespace, _: Configuration) -> str:
    missions = (await read_roster(database)).missions
    return "\n".join(map(_mission_line, missions)) or "There are no missions yet."


def _mission_line(mission: Mission) -> str:
    groups = ", ".join(f"{group.id} (queue {group.queue_size})" for group in mission.groups)
    return f"{mission.id}\t{mission.name}\t{groups}"


async def _add_group(database: Database, options: argparse.Namespace, _: Configuration) -> str:
    mission = _mission(await read_roster(database), options.mission)
    if options.queue_size < 0:
        raise Mistaken("A queue size is 0 or more.")
    group = Group(
        id=GroupId(options.id), name=options.name or options.id, queue_size=options.queue_size
    )
    try:
        await save_group(database, mission.id, group)
    except IntegrityError:
        raise Mistaken(f"The group “{group.id}” is another mission's.") from None
    return f"Group “{group.id}” of mission “{mission.id}” saved."


async def _add_expert(database: Database, options: argparse.Namespace, _: Configuration) -> str:
    roster = await read_roster(database)
    email = options.email.strip().casefold()
    if "@" not in email:
        raise Mistaken(f"“{options.email}” is not an e-mail address.")
    if any(expert.email == email for expert in roster.experts):
        raise Mistaken(f"There is an expert {email} already.")
    expert = Expert(
        id=ExpertId(fresh_id()), name=options.name, email=email, groups=_groups(roster, options)
    )
    await save_expert(database, expert, hash_now(_password(options)))
    return f"Expert {email} created."


async def _change_groups(database: Database, options: argparse.Namespace, _: Configuration) -> str:
    roster = await read_roster(database)
    expert, groups = _expert(roster, options.email), _groups(roster, options)
    await save_groups(database, expert.id, groups)
    return f"Groups of {expert.email}: {', '.join(groups) or 'none'}."


async def _new_password(database: Database, options: argparse.Namespace, _: Configuration) -> str:
    expert = _expert(await read_roster(database), options.email)
    await save_password(database, expert.id, hash_now(_password(options)))
    return f"New password for {expert.email}; their sessions have ended."


async def _sign_out(database: Database, options: argparse.Namespace, _: Configuration) -> str:
    expert = _expert(await read_roster(database), options.email)
    await end_sessions(database, expert.id)
    return f"Every session of {expert.email} has ended."


async def _list_experts(database: Database, _options: argparse.Namespace, _: Configuration) -> str:
    experts = (await read_roster(database)).experts
    lines = (f"{it.email}\t{it.name}\t{', '.join(it.groups)}" for it in experts)
    return "\n".join(lines) or "There are no experts yet."


async def _show_widget(
    database: Database, options: argparse.Namespace, chosen: Configuration
) -> str:
    mission = _mission(await read_roster(database), options.mission)
    public = options.address or chosen.public
    address = (public or local_address(chosen.host, chosen.port)).rstrip("/")
    lines = [f'<script src="{address}/widget/{mission.id}.js" async></script>']
    if not public:
        lines.append(f"<!-- {_LOCAL} -->")
    if not mission.origins:
        lines.append(f"<!-- {_NO_ORIGIN} -->")
    return "\n".join(lines)


def _expert(roster: Roster, email: str) -> Expert:
    for expert in roster.experts:
        if expert.email == email.strip().casefold():
            return expert
    raise Mistaken(f"There is no expert {email}; `admin expert list` shows them.")


def _groups(roster: Roster, options: argparse.Namespace) -> tuple[GroupId, ...]:
    known = {group.id for mission in roster.missions for group in mission.groups}
    for group in options.groups:
        if group not in known:
            raise Mistaken(f"There is no group “{group}”; `admin mission list` shows them.")
    return tuple(dict.fromkeys(GroupId(group) for group in options.groups))


def _mission(roster: Roster, id_: str) -> Mission:
    for mission in roster.missions:
        if mission.id == MissionId(id_):
            return mission
    raise Mistaken(f"There is no mission “{id_}”; `admin mission list` shows them.")


def _password(options: argparse.Namespace) -> str:
    """Read a password: twice without echo, or one line of standard input."""
    if options.password_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    elif sys.stdin.isatty():
        password = getpass.getpass("Password: ")
        if getpass.getpass("Once more: ") != password:
            raise Mistaken("The two passwords differ.")
    else:
        raise Mistaken("There is no terminal to ask for a password: use --password-stdin.")
    if len(password) < SHORTEST_PASSWORD:
        raise Mistaken(f"A password has at least {SHORTEST_PASSWORD} characters.")
    return password


VERBS: dict[tuple[str, str], Verb] = {
    ("mission", "add"): _add_mission,
    ("mission", "list"): _list_missions,
    ("group", "add"): _add_group,
    ("expert", "add"): _add_expert,
    ("expert", "groups"): _change_groups,
    ("expert", "password"): _new_password,
    ("expert", "sign-out"): _sign_out,
    ("expert", "list"): _list_experts,
    ("visitor", "export"): export_visitor,
    ("visitor", "erase"): erase_visitor,
    ("widget", "show"): _show_widget,
}
