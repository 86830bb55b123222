"""The demo server of a journey: the real program, on a free port, in a folder of its own."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

READY = re.compile(r"listening on (http://\S+)")
ROOT = Path(__file__).parents[2]


@contextmanager
def demo_server(data: Path, *options: str) -> Iterator[str]:
    """Run `pupitre serve --demo` until the end of the block; gives its address."""
    command = [sys.executable, "-m", "pupitre", "serve", "--demo", "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "desktop"), "PYTHONUNBUFFERED": "1"}
    errors = data / "server-errors.txt"
    with (
        errors.open("wb") as err,
        subprocess.Popen(
            [*command, "--data", str(data), *options],
            stdout=subprocess.PIPE,
            stderr=err,
            env=environment,
            text=True,
        ) as process,
    ):
        try:
            yield _address(process, errors)
        finally:
            process.send_signal(signal.SIGTERM)
            _ended(process)


def _address(process: "subprocess.Popen[str]", errors: Path) -> str:
    assert process.stdout
    for line in process.stdout:
        if ready := READY.match(line):
            return ready[1]
    raise AssertionError(f"the server did not start: {errors.read_text(errors='replace')}")


def _ended(process: "subprocess.Popen[str]") -> None:
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        raise
