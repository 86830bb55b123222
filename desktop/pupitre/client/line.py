"""The link, kept up: connect, say hello, read and write, and again after a loss."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from typing import Protocol

from pupitre.backends.port import AccessRefused, Backend, Link, Unreachable
from pupitre.client.backoff import backoff
from pupitre.client.breath import Breath
from pupitre.client.pulse import Pulse
from pupitre.client.replica import Hole, Mark
from pupitre.domain.refusals import Code
from pupitre.wire import expert_frames as f
from pupitre.wire import replies
from pupitre.wire.codec import Malformed
from pupitre.wire.instants import Instant

log = logging.getLogger(__name__)

PATIENCE = 60.0
"""Seconds for the welcome to come whole: a dead link is found by its silence long before."""
PROOF = 6.0
"""Seconds for a sign of life after the computer woke up."""
SLICE = 0.001
"""Seconds of frames at a stretch: under a stream, each paint waits for one."""
APP = "pupitre"
"""What this program calls itself in its hello."""

Delays = Callable[[], Iterator[float]]


class Listener(Protocol):
    """Who is told what the line brings. Each may raise `Hole`: the line says hello again."""

    def connecting(self) -> None:
        """An attempt begins."""

    def catching_up(self) -> Mapping[str, Mark]:
        """The hello goes out; return what is held."""

    async def welcomed(self, frame: f.Welcome) -> None:
        """The server let this desk in: take in what it says."""

    def live(self) -> None:
        """The desk is up to date: things can be sent."""

    def heard(self, frame: f.FromServer) -> None:
        """Anything else from the server."""

    def slow(self, is_slow: bool) -> None:  # noqa: FBT001 - the one thing that is told
        """The server takes long to answer, or no longer does."""

    def lost(self) -> None:
        """The link is gone; another attempt follows."""

    def refused(self, code: str, sentence: str) -> None:
        """The server does not let this desk in; no attempt follows."""


class Line:
    """One link at a time, and the patience to make the next."""

    def __init__(self, backend: Backend, token: str, delays: Delays = backoff) -> None:
        self._backend, self._token = backend, token
        self._delays = delays
        self._outgoing: deque[f.ToServer] = deque()
        self._something = asyncio.Event()
        self._awake = asyncio.Event()
        self._over = asyncio.Event()
        self._link: Link | None = None
        self._opening: asyncio.Timeout | None = None
        self._watch: asyncio.Timeout | None = None
        self.is_live = False
        self._welcomed = False

    def send(self, frame: f.ToServer) -> bool:
        """Hand a frame to the live link; False: there is none."""
        if self.is_live:
            self._outgoing.append(frame)
            self._something.set()
        return self.is_live

    def can_send(self) -> bool:
        """Whether there is a live link."""
        return self.is_live

    def look_awake(self) -> None:
        """Try at once; where there is a link, ask it for a sign of life.

        An attempt that was made while the network was away is given up for a new one.
        """
        if self._watch is not None and self.send(replies.Ping()):
            self._watch.reschedule(asyncio.get_running_loop().time() + PROOF)
            return
        self._awake.set()
        if self._opening is not None:
            self._opening.reschedule(asyncio.get_running_loop().time())

    async def stop(self) -> None:
        """End `run`, which then returns."""
        self._over.set()
        self._awake.set()
        if self._link is not None:
            await self._link.close()
        elif self._opening is not None:
            self._opening.reschedule(asyncio.get_running_loop().time())

    async def run(self, listener: Listener) -> None:
        """Keep a link until stopped, or refused."""
        delays = self._delays()
        while not self._over.is_set():
            listener.connecting()
            try:
                await self._attempt(listener)
            except AccessRefused as refusal:
                listener.refused(refusal.code, refusal.sentence)
                return
            except Unreachable as reason:
                log.info("No link: %s", reason)
            if self._welcomed:
                delays = self._delays()
            if not self._over.is_set():
                listener.lost()
                await self._rest(next(delays))

    async def _rest(self, seconds: float) -> None:
        """Wait, unless the computer wakes up or its network returns, or did during the attempt."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._awake.wait()
        self._awake.clear()

    async def _attempt(self, listener: Listener) -> None:
        """Live one link's life; whatever ends it is raised, but for a hole."""
        self._welcomed = False
        self._link = link = await self._open()
        try:
            await self._say_hello(link, listener)
            await self._live(link, listener)
        except Hole:
            log.info("Something is missing: asking for it again")
        finally:
            self.is_live = False
            self._outgoing.clear()
            self._link = None
            await link.close()

    async def _open(self) -> Link:
        """Connect, unless `stop` is called meanwhile: nobody waits for a dead network."""
        try:
            async with asyncio.timeout(None) as self._opening:
                return await self._backend.open()
        except TimeoutError:
            raise Unreachable("It is not waited for any more.") from None
        finally:
            self._opening = None

    async def _say_hello(self, link: Link, listener: Listener) -> None:
        held = listener.catching_up()
        known = {id_: mark.seq for id_, mark in held.items()}
        known_at = {id_: Instant.of(mark.at) for id_, mark in held.items() if mark.at}
        await link.send(f.Hello(token=self._token, app=APP, known=known, known_at=known_at))
        try:
            async with asyncio.timeout(PATIENCE):
                frame = await self._first(link)
        except TimeoutError:
            raise Unreachable("The server did not say welcome.") from None
        self._welcomed = True
        self._awake.clear()
        await listener.welcomed(frame)
        self.is_live = True
        listener.live()

    async def _first(self, link: Link) -> f.Welcome:
        while True:
            match await self._receive(link):
                case f.Welcome() as frame:
                    return frame
                case replies.Refused(code=Code.SLOW_DOWN, message=message):
                    raise Unreachable(message)
                case replies.Refused(code=code, message=message):
                    raise AccessRefused(code, message)

    async def _receive(self, link: Link) -> f.FromServer:
        try:
            return await link.receive()
        except Malformed as error:
            log.warning("The server sent a frame that cannot be read: %s", error.field)
            raise Unreachable("The server is not understood.") from error

    async def _live(self, link: Link, listener: Listener) -> None:
        ended: list[Exception] = []
        pulse = Pulse(partial(self.send, replies.Ping()), listener.slow)
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._read(link, listener, pulse), name="desk: read")
                group.create_task(self._write(link), name="desk: write")
                group.create_task(pulse.run(), name="desk: pulse")
        except* (AccessRefused, Hole, Unreachable) as several:
            ended.extend(several.exceptions)
        if ended:
            raise next((it for it in ended if isinstance(it, AccessRefused)), ended[0])

    async def _read(self, link: Link, listener: Listener, pulse: Pulse) -> None:
        breath = Breath(SLICE)
        try:
            async with asyncio.timeout(None) as self._watch:
                while True:
                    frame = await self._receive(link)
                    self._watch.reschedule(None)
                    if isinstance(frame, replies.Pong):
                        pulse.heard()
                    listener.heard(frame)
                    await breath.take()
        except TimeoutError:
            raise Unreachable("The link does not answer.") from None
        finally:
            self._watch = None

    async def _write(self, link: Link) -> None:
        while True:
            await self._something.wait()
            self._something.clear()
            while self._outgoing:
                await link.send(self._outgoing.popleft())
