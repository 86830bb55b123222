"""One desk's end of a link in memory: a queue in, a host out."""

import asyncio
from typing import Protocol

from typing_extensions import override

from pupitre.backends.port import Link, Unreachable
from pupitre.domain.ids import ExpertId
from pupitre.wire import codec, expert_frames, replies
from pupitre.wire.expert_frames import FromServer, ToServer

Reply = replies.Done | replies.Refused


class Host(Protocol):
    """Whoever is at the other end."""

    def welcome(self, link: "MemoryLink", hello: expert_frames.Hello) -> None:
        """Let a desk in and tell it everything it misses."""

    def obey(self, expert: ExpertId, frame: expert_frames.Command) -> Reply:
        """Carry a command out once."""

    def look_up(
        self, expert: ExpertId, frame: expert_frames.AskQuery
    ) -> expert_frames.Answer | replies.Refused:
        """Answer a query."""

    def leave(self, link: "MemoryLink") -> None:
        """Forget a link."""


class MemoryLink(Link):
    """Frames pass through the codec, as on a real wire."""

    def __init__(self, host: Host) -> None:
        self.expert = ExpertId("")
        self.token = ""
        self.host = host
        self._inbox: asyncio.Queue[str | Exception] = asyncio.Queue()
        self._end: Exception | None = None

    @override
    async def send(self, frame: ToServer) -> None:
        if self._end:
            raise self._end
        self._hear(codec.decode_expert(codec.encode(frame)))

    def _hear(self, frame: ToServer) -> None:
        match frame:
            case expert_frames.Hello():
                self.host.welcome(self, frame)
            case expert_frames.Command():
                self.put(self.host.obey(self.expert, frame))
            case expert_frames.AskQuery():
                self.put(self.host.look_up(self.expert, frame))
            case replies.Ping():
                self.put(replies.Pong())
            case expert_frames.Typing():
                pass

    @override
    async def receive(self) -> FromServer:
        while True:
            raw = await self._inbox.get()
            if isinstance(raw, Exception):
                self._inbox.put_nowait(raw)
                raise raw
            if (frame := codec.decode_for_expert(raw)) is not None:
                return frame

    @override
    async def close(self) -> None:
        self.break_off(Unreachable("This desk closed the link."))

    def put(self, frame: FromServer) -> None:
        """Send something to the desk."""
        if not self._end:
            self._inbox.put_nowait(codec.encode(frame))

    def break_off(self, why: Exception) -> None:
        """End the link; what was sent before still arrives."""
        if not self._end:
            self._end = why
            self._inbox.put_nowait(why)
            self.host.leave(self)
