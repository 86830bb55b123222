"""What a person sees while programs work for them: a line for each step, never silence."""

import queue
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path

WIDTH = 76
QUIET = 5.0
"""Seconds between two signs of life where lines cannot be rewritten."""
Line = str | None
Word = str | Path
"""A word of a command."""


class Stop(Exception):
    """The command ends here; the message is for the person."""

    def __init__(self, message: str, status: int = 2) -> None:
        super().__init__(message)
        self.status = status


def say(line: str) -> None:
    """Print a line now."""
    print(line, flush=True)


def heading(title: str) -> None:
    """Announce a part of a long output."""
    say(f"\n── {title} {'─' * max(0, WIDTH - len(title))}")


def follow(title: str, command: Sequence[Word], env: Mapping[str, str] | None = None) -> None:
    """Run a program showing its last line as it goes; when it fails, show the end and stop."""
    say(f"• {title}")
    process = subprocess.Popen(
        [str(word) for word in command],
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    with process:
        try:
            last = _show(process, _Progress(live=sys.stdout.isatty()))
        except KeyboardInterrupt:
            process.terminate()
            raise
    if process.returncode != 0:
        raise Stop("\n".join([*last, f"✗ {title}: did not work, see above."]), status=1)


def _show(process: subprocess.Popen[str], progress: "_Progress") -> Sequence[str]:
    last: deque[str] = deque(maxlen=40)
    lines: queue.Queue[Line] = queue.Queue()
    threading.Thread(target=_read, args=(process, lines), daemon=True).start()
    while True:
        try:
            line = lines.get(timeout=1.0)
        except queue.Empty:
            progress.show(last[-1] if last else "…")
            continue
        if line is None:
            progress.clear()
            return last
        if line.strip():
            last.append(line.rstrip())
        if line.strip() and not line.startswith("WARNING:"):
            progress.show(line.split(" (from ")[0])


def _read(process: subprocess.Popen[str], lines: "queue.Queue[Line]") -> None:
    for line in process.stdout or ():
        lines.put(line)
    lines.put(None)


class _Progress:
    """One line that is rewritten on a terminal, and repeated now and then elsewhere."""

    def __init__(self, *, live: bool) -> None:
        self._live = live
        self._start = self._shown = time.monotonic()

    def show(self, text: str) -> None:
        """Show how long it has taken and what is being done."""
        now = time.monotonic()
        line = f"  {now - self._start:3.0f} s  {text.strip()[:WIDTH]}"
        if self._live:
            print(f"\r\033[K{line}", end="", flush=True)
        elif now - self._shown >= QUIET:
            self._shown = now
            say(line)

    def clear(self) -> None:
        """Leave no half line behind."""
        if self._live:
            print("\r\033[K", end="", flush=True)
