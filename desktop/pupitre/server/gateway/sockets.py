"""One WebSocket: greeted in time, read with patience, written in order, closed with a reason."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, Protocol

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from pupitre.domain.refusals import Code, Refused
from pupitre.server.gateway.shortcut import NAME, Shortcut
from pupitre.server.hub import Link
from pupitre.server.limits import BAD_FRAMES, Bucket, Rate
from pupitre.wire import codec, translate
from pupitre.wire.codec import Malformed

SUBPROTOCOL = "pupitre.v1"
CLOSE_WITHIN = 2.0

PROTOCOL_ERROR = 1002
POLICY = 1008
TRY_LATER = 1013
NOT_SIGNED_IN = 4401
WRONG_ORIGIN = 4403
UNKNOWN_MISSION = 4404


class Gone(Exception):
    """The other side closed the socket."""


class Rejected(Exception):
    """This side closes the socket: code and reason."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(code, reason)
        self.code = code
        self.reason = reason


class Socket:
    """Text frames in and out, with limits on bad and on many ones."""

    def __init__(self, websocket: WebSocket, frames: Rate) -> None:
        self._websocket = websocket
        self._frames = Bucket(frames)
        rates: float = websocket.app.state.house.limits.rates
        self._bad = Bucket(BAD_FRAMES.times(rates))

    @property
    def address(self) -> str:
        """Where it comes from."""
        client = self._websocket.client
        return client.host if client else ""

    @property
    def way(self) -> Shortcut:
        """Whole frames in and out."""
        found: Shortcut = self._websocket.scope["extensions"][NAME]
        return found

    async def accept(self) -> None:
        """Accept version 1, or a side that names no version; no other."""
        offered = self._websocket.scope.get("subprotocols", [])
        if not offered or SUBPROTOCOL in offered:
            await self._websocket.accept(SUBPROTOCOL if offered else None)
            return
        await self._websocket.accept()
        raise Rejected(PROTOCOL_ERROR, f"the subprotocol here is {SUBPROTOCOL}")

    async def receive(self) -> str:
        """Wait for a text frame; a binary one is a broken one."""
        message = await self._websocket.receive()
        if message["type"] == "websocket.disconnect":
            raise Gone
        text = message.get("text")
        if text is None:
            raise Malformed("", "Frames are text.")
        return str(text)

    async def send(self, frame: str) -> None:
        """Write a frame; may wait for a slow reader."""
        await self._websocket.send_text(frame)

    def may_pass(self) -> bool:
        """Tell whether the rate of frames allows one more."""
        return self._frames.take()

    def allows_bad_frame(self) -> bool:
        """Count a bad frame; not the tenth within a minute."""
        return self._bad.take() and self._bad.wait == 0

    async def close(self, code: int, reason: str) -> None:
        """Say why and go; a reader that does not read is not waited for."""
        if self._websocket.application_state is not WebSocketState.CONNECTED:
            return
        with suppress(RuntimeError, WebSocketDisconnect, OSError):
            try:
                async with asyncio.timeout(CLOSE_WITHIN):
                    await self._websocket.close(code, reason)
            except TimeoutError:
                self.way.abort()


Refuse = Callable[[str | None, Refused], None]


class Ears(Protocol):
    """Whoever a socket's frames are for."""

    def hear(self, raw: bytes | str) -> bool:
        """Deal with a frame at once; False where it must be waited for."""

    async def read(self, raw: str) -> None:
        """Deal with a frame, however long it takes; no other is dealt with meanwhile."""


async def converse(socket: Socket, link: Link[Any], ears: Ears, refuse: Refuse) -> None:
    """Read and write until one side has enough; raise Rejected where it is this one."""
    bad = partial(_bad, socket, link, refuse)
    way = socket.way
    way.resumed = link.flush
    link.open(way)
    hear = partial(_heard, link, ears, bad)
    try:
        while True:
            way.hear = hear
            try:
                raw = await socket.receive()
                way.hear = None
                await ears.read(raw)
            except Malformed as error:
                bad(error)
    except Gone:
        if link.ending:
            raise Rejected(*link.ending) from None
    finally:
        way.hear = way.resumed = None
        link.flush()
        link.open(None)


def _heard(link: Link[Any], ears: Ears, bad: Callable[[Malformed], None], raw: bytes) -> bool:
    """Deal with a frame as it arrives; False where it has to go the long way."""
    if link.ending:
        return True
    if not raw.isascii() and not _is_text(raw):
        return False
    try:
        return ears.hear(raw)
    except Malformed as error:
        bad(error)
        return True


def _is_text(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _bad(socket: Socket, link: Link[Any], refuse: Refuse, error: Malformed) -> None:
    """Refuse a broken frame; too many of them end the conversation."""
    refuse(error.id, Refused(Code.BAD_FRAME, error.detail))
    if not socket.allows_bad_frame():
        link.end(POLICY, "too many bad frames")


def refusal(refused: Refused, id_: str | None) -> str:
    """Return the frame that refuses."""
    return codec.encode(translate.refused_to_wire(refused, id_))
