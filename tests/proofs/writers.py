"""Load: visitors and experts who write through every breakdown, and remember what was acknowledged.

Each sends one message at a time under an id of its own, and sends it again under the same id until
it is answered, as every client of the contract must.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidMessage

from tests.support.clients import ExpertDesk, Frame, VisitorPage, expert_at, fresh, visitor_at

BROKEN = (OSError, ConnectionClosed, InvalidMessage, InvalidHandshake, AssertionError, TimeoutError)
"""What a link that breaks raises in the bare clients."""
AGAIN = 0.05
BREATH = 0.004
"""Seconds between two messages of one writer."""
Url = Callable[[], str]


@dataclass
class Log:
    """What one writer sent to one conversation, in order, and what became of it."""

    sent: list[str] = field(default_factory=list)
    acknowledged: set[str] = field(default_factory=set)
    refused: dict[str, str] = field(default_factory=dict)

    @property
    def open(self) -> str | None:
        """The message that nobody has answered."""
        last = self.sent[-1] if self.sent else None
        return None if last in self.acknowledged or last in self.refused else last

    def next(self) -> str:
        """Return the id to send: the unanswered one again, or a new one."""
        if self.open is None:
            self.sent.append(fresh())
        return self.sent[-1]

    def note(self, id_: str, answer: Frame) -> None:
        """Note an answer; a server that asks to slow down has not answered."""
        if answer["type"] == "done":
            self.acknowledged.add(id_)
        elif answer["code"] != "slow_down":
            self.refused[id_] = answer["code"]


class VisitorWriter:
    """Somebody on the site."""

    def __init__(self, url: Url) -> None:
        self._url = url
        self.token: str | None = None
        self.log = Log()
        self.forgotten = 0

    async def write(self, over: asyncio.Event) -> None:
        """Write until it is over."""
        while not over.is_set():
            try:
                async with visitor_at(self._url(), token=self.token) as page:
                    await self._write(page, over)
            except* BROKEN:
                await asyncio.sleep(AGAIN)

    async def _write(self, page: VisitorPage, over: asyncio.Event) -> None:
        known = (await page.of_type("welcome"))["visitor"]
        if self.log.acknowledged and known != self.token:
            self.forgotten += 1
        self.token = known
        while not over.is_set():
            id_ = self.log.next()
            self.log.note(id_, await page.say(id_, id_))
            page.frames.clear()
            await asyncio.sleep(BREATH)


class ExpertWriter:
    """Somebody at a desk who answers in every conversation they own."""

    def __init__(self, url: Url, token: str) -> None:
        self._url, self._token = url, token
        self.logs: dict[str, Log] = {}

    async def write(self, over: asyncio.Event) -> None:
        """Write until it is over."""
        while not over.is_set():
            try:
                async with expert_at(self._url(), token=self._token) as desk:
                    await self._write(desk, over)
            except* BROKEN:
                await asyncio.sleep(AGAIN)

    async def _write(self, desk: ExpertDesk, over: asyncio.Event) -> None:
        welcome = await desk.of_type("welcome")
        here = {replica["id"] for replica in welcome["conversations"]}
        if not welcome["you"]["available"]:
            await desk.available()
        while not over.is_set():
            for frame in [*desk.frames]:
                if frame["type"] == "arrived":
                    here.add(frame["conversation"]["id"])
                elif frame["type"] == "departed":
                    here.discard(frame["conversation"])
            desk.frames.clear()
            for conversation in sorted(here):
                log = self.logs.setdefault(conversation, Log())
                id_ = log.next()
                command = {"type": "post", "text": id_, "attachments": []}
                log.note(id_, await desk.ask(command, conversation, id_))
            await asyncio.sleep(BREATH)
