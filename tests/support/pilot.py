"""The real desk in an X session, and somebody who works it through the accessibility tree."""

import asyncio
import json
import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tests.support.patience import soon
from tests.support.x11 import XSession

ROOT = Path(__file__).parents[2]
PILOT = Path(__file__).with_name("atspi_pilot.py")
SYSTEM_PYTHON = "/usr/bin/python3"
"""Debian's own: the bindings of the accessibility tree are packages of the system."""
SCREENSHOT = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
app.primaryScreen().grabWindow(0).save(sys.argv[1])
"""
WINDOW = re.compile(r'(0x\w+) "Pupitre": \("pupitre" "pupitre"\)  \d{3,}x')
LEAVING = 60.0
"""How many seconds the desk may take to end."""


class DeskFailed(Exception):
    """The desk did not do or show what it should; the message has what it said."""


class DeskPilot:
    """A person at the desk: names are those that the screen gives to its parts."""

    def __init__(self, session: XSession, folder: Path, *options: str) -> None:
        self._session = session
        self.folder = folder
        self._visited = folder / "visited"
        self._env = dict(session.env) | {
            "PYTHONPATH": str(ROOT / "desktop"),
            "PATH": f"{_browser(folder, self._visited)}:{session.env['PATH']}",
        }
        self._log = folder / "desk.out"
        self._command = [*program(), "--data", str(folder / "desk"), *options]
        self._desk: subprocess.Popen[bytes] | None = None
        self._hand: subprocess.Popen[str] | None = None

    async def start(self) -> None:
        """Open the desk and wait for its window."""
        self._open()
        await self.ask("find", "Pupitre")

    async def tries_it(self) -> str:
        """Choose the trial, and return the visitor page that it opens."""
        await self.press("Try it on this computer", role="push button")
        await self.sees("Conversations")
        return await self.visited()

    def _open(self) -> None:
        with self._log.open("ab") as out:
            self._desk = subprocess.Popen(self._command, env=self._env, stdout=out, stderr=out)
        if self._hand is None:
            self._hand = subprocess.Popen(
                [SYSTEM_PYTHON, "-W", "ignore", str(PILOT)],
                env=self._env,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )

    async def stop(self) -> None:
        """End the desk as impolitely as needed."""
        if self._desk is not None and self._desk.poll() is None:
            self._desk.kill()
            self._desk.wait()
        if self._hand is not None:
            self._hand.kill()
            self._hand.communicate()

    async def ask(self, do: str, name: str | None = None, **more: Any) -> Any:
        """Do something to the part of the screen of that name, waiting for it to be there."""
        answer = await self._answer(do, name, **more)
        if not answer["ok"]:
            raise DeskFailed(f"{answer['why']}\n{self.said()}\n{await self.tree()}")
        return answer["value"]

    async def visited(self) -> str:
        """Wait until the desk opens a page in the browser, and return its address."""
        try:
            await soon(self._visited.exists)
        except TimeoutError:
            raise DeskFailed(f"no page was opened\n{self.said()}") from None
        return self._visited.read_text().splitlines()[-1]

    async def _answer(self, do: str, name: str | None, **more: Any) -> dict[str, Any]:
        assert self._hand is not None
        order = {"app": "pupitre", "do": do, "name": name} | more
        return await asyncio.to_thread(_exchange, self._hand, order)

    async def press(self, name: str, **more: Any) -> None:
        """Press a button, tick a box, choose a radio."""
        await self.ask("press", name, **more)

    async def write(self, name: str, text: str) -> None:
        """Replace the text of a field."""
        await self.ask("write", name, value=text)

    async def types(self, name: str, text: str) -> None:
        """Type a secret on the keyboard, in place of what the field holds."""
        await self.click(name, role="password text")
        self.x("xdotool", "key", "ctrl+a")
        self.x("xdotool", "type", "--delay", "2", text)

    async def sees(self, part: str, role: str | None = None, **more: Any) -> str:
        """Wait until something that shows has this in its name; return the whole name."""
        return str(await self.ask("find", part, part=True, role=role, **more))

    async def has(self, name: str, role: str | None = None) -> bool:
        """Tell whether something of that very name comes to show."""
        answer = await self._answer("find", name, role=role)
        return bool(answer["ok"])

    async def is_ticked(self, name: str, wanted: bool) -> None:
        """Wait until a box is ticked, or is not."""
        async with asyncio.timeout(LEAVING):
            while ("checked" in await self.ask("states", name)) is not wanted:  # noqa: ASYNC110 - its
                await asyncio.sleep(0.1)

    async def no_longer_sees(self, part: str, role: str | None = None) -> None:
        """Wait until nothing that shows has this in its name."""
        await self.ask("gone", part, part=True, role=role)

    async def rows(self, name: str) -> list[str]:
        """Return what a list reads, row by row."""
        return [str(row) for row in await self.ask("names", name)]

    async def opens(self, part: str) -> None:
        """Click on the row that reads this."""
        await self.click(part, part=True, role="list item")

    async def click(self, name: str, **more: Any) -> None:
        """Click with the mouse in the middle of something."""
        x, y = await self.ask("where", name, **more)
        self.x("xdotool", "mousemove", str(x), str(y), "click", "1")

    async def keys(self, *keys: str) -> None:
        """Press keys as X names them: `ctrl+p`, `Return`."""
        self.x("xdotool", "key", "--clearmodifiers", *keys)

    def types_words(self, words: str) -> None:
        """Type where the keyboard is."""
        self.x("xdotool", "type", "--delay", "2", words)

    async def has_the_keyboard(self, name: str, role: str) -> None:
        """Wait until what is typed goes there, and nowhere else."""
        async with asyncio.timeout(LEAVING):
            while "focused" not in await self.ask("states", name, role=role):  # noqa: ASYNC110 - its
                await asyncio.sleep(0.1)

    def x(self, *command: str) -> str:
        """Run a program of the X session and return what it said."""
        done = subprocess.run(command, env=self._env, capture_output=True, text=True, check=True)
        return done.stdout

    def active_window(self) -> str:
        """Return the title of the window in front."""
        found = subprocess.run(
            ["xdotool", "getactivewindow", "getwindowname"],
            env=self._env,
            capture_output=True,
            text=True,
            check=False,
        )
        return found.stdout.strip()

    def minimise(self) -> None:
        """Put the desk's window away."""
        self.x("xdotool", "windowminimize", self._window())

    def close_window(self) -> None:
        """Close the desk's window as its owner does."""
        self.x("xdotool", "windowactivate", "--sync", self._window(), "key", "alt+F4")

    def _window(self) -> str:
        """Return the number of the desk's window; its tray icon has the same name."""
        found = WINDOW.search(self.x("xwininfo", "-root", "-tree"))
        assert found, "the desk has no window"
        return found[1]

    async def ended(self) -> int:
        """Wait until the program is over and return its exit status."""
        assert self._desk is not None
        return await asyncio.to_thread(self._desk.wait, LEAVING)

    def kill(self) -> None:
        """Kill the program at once."""
        assert self._desk is not None
        self._desk.send_signal(signal.SIGKILL)
        self._desk.wait()

    def terminate(self) -> None:
        """Ask the program to end, as the system does."""
        assert self._desk is not None
        self._desk.send_signal(signal.SIGTERM)

    def interrupt(self) -> None:
        """Press Ctrl-C where the program was started."""
        assert self._desk is not None
        self._desk.send_signal(signal.SIGINT)

    def said(self) -> str:
        """Return what the program printed and logged."""
        logs = [self._log, *sorted(self.folder.glob("desk/logs/*.log"))]
        return "\n".join(log.read_text(errors="replace") for log in logs if log.exists())

    async def tree(self) -> str:
        """Return the whole tree, for a person who looks into a failure."""
        assert self._hand is not None
        answer = await asyncio.to_thread(_exchange, self._hand, {"do": "tree", "app": "pupitre"})
        lines = answer.get("value") or []
        return "\n".join(
            f"{'  ' * depth}{role}: {name!r} {text!r}" for depth, role, name, text, _ in lines
        )

    def picture(self, name: str) -> None:
        """Keep a picture of the screen where PUPITRE_PICTURES says, if it does."""
        folder = os.environ.get("PUPITRE_PICTURES")
        if not folder:
            return
        Path(folder).mkdir(parents=True, exist_ok=True)
        self.x(sys.executable, "-c", SCREENSHOT, str(Path(folder) / f"{name}.png"))


def program() -> list[str]:
    """Return the words that start Pupitre: this checkout's, or those of a build to be tried."""
    built = os.environ.get("PUPITRE_PROGRAM")
    return [built] if built else [sys.executable, "-m", "pupitre"]


def _browser(folder: Path, visited: Path) -> Path:
    """Make the browser that the system would open: it only notes the address."""
    program = folder / "bin" / "xdg-open"
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(f'#!/bin/sh\necho "$1" >> {shlex.quote(str(visited))}\n')
    program.chmod(0o700)
    return program.parent


def _exchange(hand: subprocess.Popen[str], order: Mapping[str, Any]) -> dict[str, Any]:
    assert hand.stdin is not None
    assert hand.stdout is not None
    hand.stdin.write(json.dumps(order) + "\n")
    hand.stdin.flush()
    line = hand.stdout.readline()
    if not line:
        raise DeskFailed(f"the hand is gone: {order}")
    answer: dict[str, Any] = json.loads(line)
    return answer


@asynccontextmanager
async def desk(session: XSession, folder: Path, *options: str) -> AsyncIterator[DeskPilot]:
    """Open the real desk, and see to it that it is gone at the end."""
    pilot = DeskPilot(session, folder, *options)
    try:
        await pilot.start()
        yield pilot
    finally:
        await pilot.stop()
