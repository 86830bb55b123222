"""The server's peer: the same stack (starlette, uvicorn, uvloop), which stores nothing."""

import asyncio
import contextlib

from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from pupitre.app.server_loop import loop_factory, quieten
from pupitre.server.listening import address_of, bound, serve


async def echo(websocket: WebSocket) -> None:
    """Say again what was said."""
    await websocket.accept()
    with contextlib.suppress(WebSocketDisconnect):
        while True:
            await websocket.send_text(await websocket.receive_text())


async def main() -> None:
    """Serve until killed."""
    with contextlib.closing(bound("127.0.0.1", 0)) as listening:

        def ready() -> None:
            print("listening", address_of(listening), flush=True)

        app = Starlette(routes=[WebSocketRoute("/echo", echo)])
        await serve(app, listening, stop=asyncio.Event(), ready=ready)


if __name__ == "__main__":
    quieten()
    with asyncio.Runner(loop_factory=loop_factory()) as runner:
        runner.run(main())
