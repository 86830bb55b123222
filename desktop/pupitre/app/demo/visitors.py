"""Visitors made of software, who come to a mission's site and write as a page would."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Origin, Subprotocol

from pupitre.app.tasks import spawn, stop
from pupitre.wire import codec, commands, replies, visitor_events, visitor_frames
from pupitre.wire.shapes import Page

log = logging.getLogger(__name__)

SUBPROTOCOL = Subprotocol("pupitre.v1")
PATIENCE = 10.0
"""How many seconds a visitor waits for the server before giving up."""

Heard = Callable[[str, visitor_events.VisitorEvent], None]
"""Told the visitor's name and each event of their conversation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who comes, and to which site."""

    name: str
    """For the story; told to the site unless they are a stranger."""
    mission: str
    language: str = "fr"
    is_stranger: bool = False


class NotServed(Exception):
    """The server refused what a visitor asked."""


class SoftVisitor:
    """One visitor: comes, browses, writes, leaves and comes back under the same token."""

    def __init__(self, address: str, person: Person, heard: Heard) -> None:
        self._url = address.replace("http", "ws", 1) + "/ws/visitor"
        self._origin = address
        self.person = person
        self._heard = heard
        self._token: str | None = None
        self._socket: ClientConnection | None = None
        self._reading: asyncio.Task[None] | None = None
        self._answers: dict[str, asyncio.Future[None]] = {}
        self._welcomed = asyncio.Event()
        self._events: list[tuple[int, visitor_events.VisitorEvent]] = []
        self._heard_up_to = 0
        self._news = asyncio.Condition()
        self._conversation: str | None = None

    async def arrive(self, url: str, title: str) -> None:
        """Open a page of the site."""
        self._socket = await connect(
            self._url, subprotocols=[SUBPROTOCOL], origin=Origin(self._origin), proxy=None
        )
        self._welcomed.clear()
        self._reading = spawn(self._read(self._socket), name=f"visitor {self.person.name}")
        await self._send(
            visitor_frames.Hello(
                mission=self.person.mission,
                visitor=self._token,
                page=Page(url=self._origin + url, title=title),
                language=self.person.language,
                name=None if self.person.is_stranger else self.person.name,
            )
        )
        async with asyncio.timeout(PATIENCE):
            await self._welcomed.wait()

    async def leave(self) -> None:
        """Close the page."""
        if self._socket is not None:
            await self._socket.close()
        await stop(self._reading)
        self._socket = self._reading = None

    async def browse(self, url: str, title: str) -> None:
        """Read another page."""
        await self._send(visitor_frames.Browsed(url=self._origin + url, title=title))

    async def drafts(self, text: str) -> None:
        """Have something half written."""
        await self._send(visitor_frames.Writing(text=text))

    async def write(self, text: str) -> None:
        """Send a message and wait until the server keeps it."""
        await self._ask(commands.Post(text=text))

    async def see_everything(self) -> None:
        """Have read what the expert wrote."""
        if self._events:
            await self._ask(commands.MarkSeen(seq=self._events[-1][0]))

    async def end(self) -> None:
        """End the conversation."""
        await self._ask(commands.End())

    async def give_email(self, email: str) -> None:
        """Leave an address for later replies."""
        await self._ask(commands.GiveEmail(email=email))

    async def answer_survey(self, csat: int, nps: int | None, comment: str) -> None:
        """Say what they thought of it."""
        conversation = self._conversation or ""
        await self._ask(
            commands.AnswerSurvey(conversation=conversation, csat=csat, nps=nps, comment=comment)
        )

    def events(self) -> list[visitor_events.VisitorEvent]:
        """List what was heard of the conversation, from its start."""
        return [event for _, event in self._events]

    async def hears(self, kind: type[visitor_events.VisitorEvent]) -> None:
        """Wait for an event of this kind that comes after the last one waited for."""
        async with asyncio.timeout(PATIENCE), self._news:
            await self._news.wait_for(lambda: self._find(kind))

    def _find(self, kind: type[visitor_events.VisitorEvent]) -> bool:
        for place in range(self._heard_up_to, len(self._events)):
            if isinstance(self._events[place][1], kind):
                self._heard_up_to = place + 1
                return True
        return False

    async def _ask(self, command: commands.VisitorCommand) -> None:
        id_ = str(uuid4())
        answer = self._answers[id_] = asyncio.get_running_loop().create_future()
        await self._send(visitor_frames.Command(id=id_, command=command))
        async with asyncio.timeout(PATIENCE):
            await answer

    async def _send(self, frame: visitor_frames.ToServer) -> None:
        if self._socket is None:
            raise NotServed(f"{self.person.name} is not on the site")
        await self._socket.send(codec.encode(frame))

    async def _read(self, socket: ClientConnection) -> None:
        try:
            async for raw in socket:
                frame = codec.decode_for_visitor(raw)
                if frame is not None:
                    await self._take(frame)
        except ConnectionClosed:
            log.info("the visitor's link was closed")

    async def _take(self, frame: visitor_frames.FromServer) -> None:
        match frame:
            case visitor_frames.Welcome():
                self._take_welcome(frame)
            case visitor_frames.Happened():
                self._conversation = frame.conversation
                await self._take_event(frame.seq, frame.event)
            case replies.Done(id=id_):
                self._answer(id_, None)
            case replies.Refused(id=id_, code=code, message=message):
                self._answer(id_, NotServed(f"{self.person.name}: {code}, {message}"))
            case _:
                pass

    def _take_welcome(self, frame: visitor_frames.Welcome) -> None:
        self._token = frame.visitor
        if frame.conversation is not None:
            self._conversation = frame.conversation.id
            self._events = [(entry.seq, entry.event) for entry in frame.conversation.events]
        self._welcomed.set()

    async def _take_event(self, seq: int, event: visitor_events.VisitorEvent) -> None:
        async with self._news:
            self._events.append((seq, event))
            self._news.notify_all()
        self._heard(self.person.name, event)

    def _answer(self, id_: str | None, error: NotServed | None) -> None:
        answer = self._answers.pop(id_ or "", None)
        if answer is None or answer.done():
            return
        if error is None:
            answer.set_result(None)
        else:
            answer.set_exception(error)
