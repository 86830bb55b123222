"""uvicorn's WebSocket with a short way: whole text frames in and out, without a task for each.

The long way of a frame, through ASGI's queues and tasks, costs several times what the server does
with it. Handshake, pings, closing and everything unusual still go that way.
"""

from collections.abc import Callable, Iterable
from typing import Any

from typing_extensions import override
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.protocol import State

from pupitre.server.gateway.frames import head, missing, text_of

NAME = "pupitre.shortcut"
"""Under which the application finds it, among the scope's extensions."""


class Shortcut(WebSocketsSansIOProtocol):
    """One WebSocket."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hear: Callable[[bytes], bool] | None = None
        """Is offered each text frame first; False: it goes the long way after all."""
        self.resumed: Callable[[], None] | None = None
        """Called when a reader that was too slow takes more."""
        self._missing: int | None = None
        """Bytes that the frame under way still lacks; None: it is not known where one begins."""

    @override
    def handle_connect(self, event: Any) -> None:
        super().handle_connect(event)
        if self.response.status_code == 101:
            extensions: Any = self.scope["extensions"]
            extensions[NAME] = self
            self._missing = 0

    @override
    def data_received(self, data: bytes) -> None:
        """Take a text frame that came by itself at once; the library reads all else."""
        if self._missing == 0 and self.conn.state is State.OPEN:
            text = text_of(data)
            if text is not None:
                self.curr_msg_data_type = "text"
                self.frames = [text]
                self.send_receive_event_to_app()
                return
        if self._missing is not None:
            self._missing = missing(data, self._missing)
        super().data_received(data)

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
            self.transport.write(b"".join([part for it in texts for part in (head(it), it)]))
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
