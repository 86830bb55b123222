"""One WebSocket: greeted in time, read with patience, written in order, closed with a reason."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from pupitre.domain.refusals import Code, Refused
from pupitre.server.hub import Link
from pupitre.server.limits import BAD_FRAMES, Bucket, Rate
from pupitre.wire import codec, translate
from pupitre.wire.codec import Malformed

SUBPROTOCOL = "pupitre.v1"
CLOSE_WITHIN = 2.0

NORMAL = 1000
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
        with suppress(TimeoutError, RuntimeError, WebSocketDisconnect, OSError):
            async with asyncio.timeout(CLOSE_WITHIN):
                await self._websocket.close(code, reason)


Read = Callable[[str], Awaitable[None]]
Refuse = Callable[[str | None, Refused], None]


async def converse(socket: Socket, link: Link[Any], read: Read, refuse: Refuse) -> None:
    """Read and write until one side has enough; raise Rejected where it is this one."""
    try:
        async with asyncio.TaskGroup() as tasks:
            writer = tasks.create_task(_write(socket, link), name="writer")
            link.stop = writer.cancel
            try:
                await _read(socket, read, refuse)
            finally:
                writer.cancel()
    except* Gone:
        pass
    except* Rejected as rejected:
        raise rejected.exceptions[0] from None


async def _write(socket: Socket, link: Link[Any]) -> None:
    try:
        while True:
            await socket.send(await link.next())
    except (WebSocketDisconnect, RuntimeError, OSError):
        raise Gone from None
    except asyncio.CancelledError:
        if link.ending:
            raise Rejected(*link.ending) from None
        raise


async def _read(socket: Socket, read: Read, refuse: Refuse) -> None:
    while True:
        try:
            await read(await socket.receive())
        except Malformed as error:
            refuse(error.id, Refused(Code.BAD_FRAME, error.detail))
            if not socket.allows_bad_frame():
                raise Rejected(POLICY, "too many bad frames") from None


def refusal(refused: Refused, id_: str | None) -> str:
    """Return the frame that refuses."""
    return codec.encode(translate.refused_to_wire(refused, id_))
