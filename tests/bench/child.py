"""A program under measurement: started, listened to line by line, told what to do, ended."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from queue import Empty, Queue
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[2]
PATIENCE = 40.0


class Silent(Exception):
    """The program did not say what was expected."""


class Child:
    """`python -m tests.bench.programs.<name>`, in a home of its own."""

    def __init__(self, name: str, *arguments: object, env: dict[str, str] | None = None) -> None:
        self.began = time.monotonic()
        self._process = subprocess.Popen(
            [sys.executable, "-m", f"tests.bench.programs.{name}", *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if "PUPITRE_BENCH_LOUD" in os.environ else subprocess.DEVNULL,
            text=True,
            bufsize=1,
            cwd=ROOT,
            env=_environment(env or {}),
        )
        self._lines: Queue[str] = Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def pid(self) -> int:
        """The process."""
        return self._process.pid

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._lines.put(line.rstrip("\n"))
        self._lines.put("ended")

    def says(self, word: str, within: float = PATIENCE) -> str:
        """Wait for a line that begins with this word; return the rest of it."""
        until = time.monotonic() + within
        while True:
            try:
                line = self._lines.get(timeout=max(0.0, until - time.monotonic()))
            except Empty:
                raise Silent(word) from None
            first, _, rest = line.partition(" ")
            if first == word:
                return rest
            if first == "ended":
                raise Silent(f"{word}: the program has ended")

    def tell(self, line: str) -> None:
        """Say a line to the program."""
        assert self._process.stdin
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def end(self) -> None:
        """End it at once."""
        self._process.kill()
        self._process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.end()


ELSEWHERE = ("DBUS_SESSION_BUS_ADDRESS", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
"""Of this session and not of somebody's: an installed program is compiled already."""


def _environment(more: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
    return kept | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'desktop'}"} | more
