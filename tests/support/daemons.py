"""Programs that tests start, wait for and always stop."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

PATIENCE = 60.0
"""How many seconds a program may take to be ready, on a busy machine."""


class NotReady(Exception):
    """A program did not come up; the message has what it said."""


class Daemons:
    """Programs running beside the tests, stopped in the reverse order of their start."""

    def __init__(self, logs: Path) -> None:
        self._logs = logs
        self._running: list[tuple[str, subprocess.Popen[bytes]]] = []

    def start(
        self,
        command: Sequence[str],
        env: Mapping[str, str],
        *,
        ready: Callable[[], bool] = lambda: True,
        said: bytes | None = None,
        pass_fds: Sequence[int] = (),
    ) -> subprocess.Popen[bytes]:
        """Start a program that dies with us, tell it `said`, and wait until it is ready."""
        name = Path(command[0]).name
        log = self._logs / f"{name}.log"
        with log.open("ab") as out:
            process = _popen(command, env, out, said, pass_fds)
        self._running.append((name, process))
        wait_for(lambda: process.poll() is not None or ready(), name, log)
        if process.poll() is not None:
            raise NotReady(f"{name} ended with {process.returncode}: {log.read_text()}")
        return process

    def stop(self) -> None:
        """Stop them all: politely, then not."""
        while self._running:
            _, process = self._running.pop()
            _stop(process)


def wait_for(
    fact: Callable[[], bool],
    what: str,
    log: Path | None = None,
    *,
    patience: float = PATIENCE,
    pause: float = 0.02,
) -> None:
    """Look until the fact is true; raise NotReady when patience ends."""
    end = time.monotonic() + patience
    while not fact():
        if time.monotonic() > end:
            said = log.read_text(errors="replace") if log else ""
            raise NotReady(f"{what} is not there after {patience} s. {said}")
        time.sleep(pause)


def _popen(
    command: Sequence[str],
    env: Mapping[str, str],
    out: IO[bytes],
    said: bytes | None,
    pass_fds: Sequence[int],
) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        ["setpriv", "--pdeathsig", "TERM", *command],
        env=dict(env),
        stdin=subprocess.DEVNULL if said is None else subprocess.PIPE,
        stdout=out,
        stderr=subprocess.STDOUT,
        pass_fds=pass_fds,
        start_new_session=True,
    )
    if process.stdin is not None:
        process.stdin.write(said or b"")
        process.stdin.close()
    return process


def _stop(process: subprocess.Popen[bytes]) -> None:
    for how in (signal.SIGTERM, signal.SIGKILL):
        if process.poll() is None:
            _signal(process.pid, how)
            try:
                process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                continue
    _signal(process.pid, signal.SIGKILL)  # children that outlived it, in its process group


def _signal(group: int, how: signal.Signals) -> None:
    try:
        os.killpg(group, how)
    except ProcessLookupError:
        return
