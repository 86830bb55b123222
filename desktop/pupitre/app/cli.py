"""The command line: the desk, or `serve`, `admin`, `demo`, `doctor`."""

import argparse
import gc
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from typing_extensions import override

from pupitre.app import held, links

_MODULES = {
    "desk": "pupitre.app.program",
    "serve": "pupitre.app.serve",
    "admin": "pupitre.app.admin",
    "demo": "pupitre.app.headless",
    "doctor": "pupitre.app.doctor.visit",
}
"""Imported only when asked for: `serve` never loads Qt."""


def parser() -> argparse.ArgumentParser:
    """Return what the command line may say."""
    top = argparse.ArgumentParser(
        prog="pupitre", description="The desk of people who answer a site's visitors."
    )
    top.add_argument("--version", action="store_true", help="print the version and leave")
    top.set_defaults(link="")
    _desk_options(top)
    commands = top.add_subparsers(
        dest="command", metavar="{serve,admin,demo,doctor}", parser_class=_Command
    )
    for name, says, options in (
        ("serve", "run the server", _serve_options),
        ("admin", "missions, groups, experts, visitors", _admin_options),
        ("demo", "play a day with the accelerated clock", _demo_options),
        ("doctor", "say what this computer lacks", _doctor_options),
    ):
        commands.add_parser(name, help=says).options = options
    return top


class _Command(argparse.ArgumentParser):
    """Learns its options once it is asked for: the desk's start needs none of them."""

    options: Callable[[argparse.ArgumentParser], None] | None = None

    @override
    def parse_known_args(  # type: ignore[override] # typeshed knows several
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Read the words that follow its name."""
        options, self.options = self.options, None
        if options is not None:
            options(self)
        return super().parse_known_args(args, namespace)


def _desk_options(desk: argparse.ArgumentParser) -> None:
    desk.add_argument(
        "--data", type=Path, metavar="DIR", help="keep this desk's settings and data in DIR"
    )
    desk.add_argument("--language", choices=("en", "fr"), help="the language of the screen")
    desk.add_argument("--theme", choices=("light", "dark"), help="the light of the screen")
    desk.add_argument("--server", metavar="ADDRESS", help="propose to sign in to this server")
    desk.add_argument("--email", metavar="ADDRESS", help="propose to sign in as this expert")


def _storage_options(of: argparse.ArgumentParser) -> None:
    where = of.add_mutually_exclusive_group()
    where.add_argument("--data", type=Path, metavar="DIR", help="keep the data in DIR")
    where.add_argument("--database", metavar="URL", help="use this database")
    of.add_argument("--config", type=Path, metavar="FILE", help="read settings from a TOML file")


def _serve_options(serve: argparse.ArgumentParser) -> None:
    _storage_options(serve)
    serve.add_argument("--bus", metavar="URL", help="share events between several servers")
    serve.add_argument("--host", metavar="H", help="listen on this address (127.0.0.1)")
    serve.add_argument("--port", type=_port, metavar="N", help="0: any free one (8420)")
    serve.add_argument("--demo", action="store_true", help="create the demo's missions and experts")
    serve.add_argument(
        "--clock-rate", type=_rate, metavar="R", help="let the clock run R times faster"
    )


def _admin_options(admin: argparse.ArgumentParser) -> None:
    """The options that say where the data is may also follow the verb."""
    _storage_options(admin)
    where = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    _storage_options(where)
    things = admin.add_subparsers(dest="thing", required=True)
    _mission_verbs(things.add_parser("mission", help="brands"), where)
    _group_verbs(things.add_parser("group", help="who receives the same conversations"), where)
    _expert_verbs(things.add_parser("expert", help="people who answer"), where)
    _visitor_verbs(things.add_parser("visitor", help="what is kept of one"), where)
    _keeping_verbs(things, where)
    widget = things.add_parser("widget", help="print what a site embeds", parents=[where])
    widget.add_argument("mission")
    widget.add_argument("--address", metavar="URL", help="the server's public address")
    widget.set_defaults(verb="show", address=None)


def _mission_verbs(mission: argparse.ArgumentParser, where: argparse.ArgumentParser) -> None:
    verbs = mission.add_subparsers(dest="verb", required=True)
    add = verbs.add_parser("add", help="create or update one", parents=[where])
    add.add_argument("file", type=Path, metavar="FILE.toml")
    verbs.add_parser("list", help="print them", parents=[where])


def _group_verbs(group: argparse.ArgumentParser, where: argparse.ArgumentParser) -> None:
    verbs = group.add_subparsers(dest="verb", required=True)
    add = verbs.add_parser("add", help="create or change one", parents=[where])
    add.add_argument("mission")
    add.add_argument("id")
    add.add_argument("--name", default=None)
    add.add_argument("--queue-size", type=int, default=0, metavar="N")


def _expert_verbs(expert: argparse.ArgumentParser, where: argparse.ArgumentParser) -> None:
    verbs = expert.add_subparsers(dest="verb", required=True)
    add = verbs.add_parser("add", help="create one", parents=[where])
    add.add_argument("email")
    add.add_argument("--name", required=True)
    add.add_argument("--group", action="append", default=[], metavar="ID", dest="groups")
    password = verbs.add_parser("password", help="give a new password", parents=[where])
    password.add_argument("email")
    for verb in (add, password):
        verb.add_argument(
            "--password-stdin",
            action="store_true",
            default=False,
            help="read the password from standard input",
        )
    groups = verbs.add_parser("groups", help="put one in other groups", parents=[where])
    groups.add_argument("email")
    groups.add_argument("--group", action="append", default=[], metavar="ID", dest="groups")
    out = verbs.add_parser("sign-out", help="end one's sessions everywhere", parents=[where])
    out.add_argument("email")
    verbs.add_parser("list", help="print them", parents=[where])


def _visitor_verbs(visitor: argparse.ArgumentParser, where: argparse.ArgumentParser) -> None:
    verbs = visitor.add_subparsers(dest="verb", required=True)
    export = verbs.add_parser("export", help="write all that is kept to a zip", parents=[where])
    erase = verbs.add_parser("erase", help="erase all that is kept", parents=[where])
    for verb in (export, erase):
        verb.add_argument("visitor", metavar="VISITOR|EMAIL")
    export.add_argument("file", type=Path, metavar="FILE.zip")


def _keeping_verbs(
    things: "argparse._SubParsersAction[argparse.ArgumentParser]", where: argparse.ArgumentParser
) -> None:
    backup = things.add_parser("backup", help="save everything to a file", parents=[where])
    restore = things.add_parser("restore", help="put what was saved back", parents=[where])
    for verb in (backup, restore):
        verb.add_argument("file", type=Path, metavar="FILE.zip")
    restore.add_argument(
        "--replace", action="store_true", help="put aside what is in the data folder"
    )
    check = things.add_parser("check", help="look for faults in what is kept", parents=[where])
    check.add_argument(
        "--repair", action="store_true", help="write again what follows from the events"
    )


def _demo_options(demo: argparse.ArgumentParser) -> None:
    demo.add_argument(
        "--headless", type=Path, metavar="DIR", help="no screen: save pictures and the transcript"
    )


def _doctor_options(doctor: argparse.ArgumentParser) -> None:
    """Take some of the desk's own, without forgetting those before the word `doctor`."""
    doctor.add_argument(
        "--data", type=Path, metavar="DIR", default=argparse.SUPPRESS, help="the desk of DIR"
    )
    doctor.add_argument(
        "--server", metavar="ADDRESS", default=argparse.SUPPRESS, help="look at this server"
    )
    doctor.add_argument(
        "--language", choices=("en", "fr"), default=argparse.SUPPRESS, help="speak it"
    )


def _port(text: str) -> int:
    port = int(text) if text.isdecimal() else -1
    if not 0 <= port <= 65_535:
        raise argparse.ArgumentTypeError("a port is a number between 0 and 65535")
    return port


def _rate(text: str) -> float:
    try:
        rate = float(text)
    except ValueError:
        rate = 0.0
    if not 0 < rate <= 1_000_000:
        raise argparse.ArgumentTypeError("a rate is a number above 0, such as 60")
    return rate


def run(arguments: Sequence[str]) -> int:
    """Do what the command line says; return the exit status."""
    link, rest = links.taken(arguments)
    options = parser().parse_args(rest, argparse.Namespace(link=link))
    if options.version:
        from importlib.metadata import version

        print(f"pupitre {version('pupitre')}")  # noqa: T201 -- it was asked for
        return 0
    if not options.command:
        held.hold()
        gc.disable()  # nothing that a desk's start makes is garbage; its loop looks for the rest
    module = import_module(_MODULES[options.command or "desk"])
    status: int = module.run(options)
    return status
