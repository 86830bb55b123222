"""uvicorn's WebSocket with a short way: whole text frames in and out, without a task for each.

The long way of a frame, through ASGI's queues and tasks, costs several times what the server does
with it. Handshake, pings, closing and everything unusual still go that way.
"""

import struct
from collections.abc import Callable, Iterable
from typing import Any

from typing_extensions import override
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.protocol import State

NAME = "pupitre.shortcut"
"""Under which the application finds it, among the scope's extensions."""
_TEXT = 0x81
_SHORT, _MEDIUM = 126, 1 << 16


class Shortcut(WebSocketsSansIOProtocol):
    """One WebSocket."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hear: Callable[[bytes], bool] | None = None
        """Is offered each text frame first; False: it goes the long way after all."""
        self.resumed: Callable[[], None] | None = None
        """Called when a reader that was too slow takes more."""

    @override
    def handle_connect(self, event: Any) -> None:
        super().handle_connect(event)
        if self.response.status_code == 101:
            extensions: Any = self.scope["extensions"]
            extensions[NAME] = self

    @override
    def send_receive_event_to_app(self) -> None:
        """Offer the frame, unless others are waiting before it."""
        if self.hear and self.curr_msg_data_type == "text" and self.queue.empty():
            frame = self.frames[0] if len(self.frames) == 1 else b"".join(self.frames)
            if not self.close_sent and self.hear(frame):
                self.frames = []
                return
        super().send_receive_event_to_app()

    def put(self, frames: Iterable[str]) -> bool:
        """Write text frames in one go; False where the reader must take some first.

        What is said to a socket that is closing is lost, as it would be on its way.
        """
        if not self.writable.is_set():
            return False
        if self.conn.state is State.OPEN and not self.transport.is_closing():
            texts = [frame.encode() for frame in frames]
            self.transport.write(b"".join([part for it in texts for part in (_head(it), it)]))
        return True

    def interrupt(self) -> None:
        """Wake whoever waits for a frame: there will be none."""
        self.queue.put_nowait({"type": "websocket.disconnect", "code": 1005})

    def abort(self) -> None:
        """Cut the connection, with whatever its reader has not taken: it might never."""
        self.transport.abort()

    @override
    def keepalive_timeout(self) -> None:
        """Cut the connection of a side that answers no pings: it will not read the rest either."""
        super().keepalive_timeout()
        self.abort()

    @override
    def resume_writing(self) -> None:
        super().resume_writing()
        if self.resumed:
            self.resumed()


def _head(frame: bytes) -> bytes:
    """Return what precedes a server's text frame, which is whole and unmasked (RFC 6455, 5.2)."""
    size = len(frame)
    if size < _SHORT:
        return bytes((_TEXT, size))
    if size < _MEDIUM:
        return struct.pack("!BBH", _TEXT, 126, size)
    return struct.pack("!BBQ", _TEXT, 127, size)
