"""An expert who takes everything: without one, visitors would be refused and nothing stored."""

import asyncio
import json
import sqlite3
from pathlib import Path
from uuid import uuid4

from tests.bench.light import Light, connected
from tests.support.clients import token_of
from tests.support.server import demo_in

ENDLESS = 1_000_000


def tireless(folder: Path) -> None:
    """Have a demo's server folder where Alice has slots without end."""
    demo_in(folder)
    with sqlite3.connect(folder / "pupitre.sqlite3") as database:
        database.execute("UPDATE experts SET slots = ? WHERE email = 'alice@demo.test'", (ENDLESS,))
    database.close()


class Expert:
    """A desk that signs in, is available, and counts what it hears."""

    def __init__(self) -> None:
        self.frames = 0
        self.token = ""
        self._done = asyncio.Event()
        self._light: Light

    async def come(self, url: str) -> None:
        """Sign in and take conversations."""
        self.token = await token_of(url)
        self._light = await connected(url, "/ws/expert", self.hear)
        hello = {"type": "hello", "token": self.token, "app": "bench", "known": {}}
        self._light.send(json.dumps(hello).encode())
        command = {"type": "availability", "available": True}
        frame = {"type": "command", "id": str(uuid4()), "conversation": None, "command": command}
        self._light.send(json.dumps(frame).encode())
        await self._done.wait()

    def hear(self, _light: Light, frame: bytes) -> None:
        """Count a frame."""
        self.frames += 1
        if frame.startswith(b'{"type":"done"'):
            self._done.set()
