"""`pupitre serve`: the server as a program of its own."""

import argparse
import asyncio
import contextlib
import logging
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from socket import socket

from pupitre.app.configuration import Configuration, configuration, make_folder
from pupitre.app.places import Misplaced, resources
from pupitre.app.server_loop import look_for_less_garbage, loop_factory, quieten
from pupitre.app.tenancy import held
from pupitre.server.documents import Unreadable
from pupitre.server.founding import found_demo
from pupitre.server.listening import address_of, bound, serve
from pupitre.server.service import Plan, opened
from pupitre.server.store.database import Unusable, files_in

MISUSED = 2
"""The exit status of what could not even start."""
_NO_BUS = "--bus is not there yet: this version runs as one server."


def run(options: argparse.Namespace) -> int:
    """Serve until told to stop; say in one sentence why not, if not."""
    if options.bus:
        print(_NO_BUS, file=sys.stderr)  # noqa: T201 -- whoever started it reads it
        return MISUSED
    try:
        with _temporary(options) as folder:
            _serve(configuration(options, folder), demo=options.demo)
    except (Unreadable, Unusable, Misplaced) as error:
        print(error, file=sys.stderr)  # noqa: T201 -- whoever started it reads it
        return MISUSED
    except KeyboardInterrupt:
        return 0
    return 0


@contextlib.contextmanager
def _temporary(options: argparse.Namespace) -> Iterator[Path | None]:
    """Give a demo that names no place a folder that goes with it: a trial leaves nothing."""
    if options.demo and not (options.data or options.database or options.config):
        with tempfile.TemporaryDirectory(prefix="pupitre-demo-") as folder:
            yield Path(folder)
    else:
        yield None


def _serve(chosen: Configuration, *, demo: bool) -> None:
    logging.basicConfig(
        stream=sys.stderr,
        level=logging.INFO,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )
    quieten()
    look_for_less_garbage()
    listening = _bound(chosen)
    with contextlib.closing(listening):
        make_folder(chosen.data)
        with held(chosen.data), asyncio.Runner(loop_factory=loop_factory()) as loop:
            loop.run(_main(chosen, listening, demo=demo))


def _bound(chosen: Configuration) -> socket:
    try:
        return bound(chosen.host, chosen.port)
    except OSError as error:
        raise Unreadable(
            f"{chosen.host}:{chosen.port} cannot be listened on: {error.strerror}."
        ) from None


async def _main(chosen: Configuration, listening: socket, *, demo: bool) -> None:
    stop = asyncio.Event()
    _on_signals(stop)
    plan = Plan(
        database=chosen.database,
        resources=resources(),
        clock_rate=chosen.clock_rate,
        public=chosen.public,
        address=address_of(listening) + "/",
        mail=chosen.mail,
        files=files_in(chosen.data) if chosen.data else None,
        limits=chosen.limits,
        prepare=found_demo if demo else None,
    )

    def ready() -> None:
        print(f"listening on {address_of(listening)}", flush=True)  # noqa: T201 -- scripts wait for it

    async with opened(plan) as app:
        await serve(app, listening, stop=stop, ready=ready, behind_proxy=chosen.behind_proxy)


def _on_signals(stop: asyncio.Event) -> None:
    """Stop gracefully when asked; the second time at once."""
    loop = asyncio.get_running_loop()

    def asked(number: signal.Signals) -> None:
        stop.set()
        signal.signal(number, signal.SIG_DFL)

    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, asked, number)
        except NotImplementedError:
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop.set))
