"""The server's peer: the same stack (starlette, uvicorn, uvloop), which stores and decides nothing.

`/echo` says again what was said. `/talk` answers each frame with as many frames of the same sizes
as the server does, one of them to whoever is at `/listen`.
"""

import asyncio
import contextlib

from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from pupitre.app.server_loop import look_for_less_garbage, loop_factory, quieten
from pupitre.server.listening import address_of, bound, serve

DONE = '{"type":"done","id":"00000000-0000-7000-8000-000000000000","seq":100}'
EVENT = '{"type":"event","conversation":"00000000-0000-7000-8000-000000000000","text":"%s"}'
TO_VISITOR, TO_EXPERT = EVENT % ("v" * 230), EVENT % ("e" * 210)
"""As long as what the server tells of a message."""


async def echo(websocket: WebSocket) -> None:
    """Say again what was said."""
    await websocket.accept()
    with contextlib.suppress(WebSocketDisconnect):
        while True:
            await websocket.send_text(await websocket.receive_text())


async def talk(websocket: WebSocket) -> None:
    """Acknowledge each frame, and tell both sides of it."""
    await websocket.accept()
    listeners: list[WebSocket] = websocket.app.state.listeners
    with contextlib.suppress(WebSocketDisconnect):
        while True:
            await websocket.receive_text()
            await websocket.send_text(TO_VISITOR)
            await websocket.send_text(DONE)
            for listener in listeners:
                await listener.send_text(TO_EXPERT)


async def listen(websocket: WebSocket) -> None:
    """Be told of everything."""
    await websocket.accept()
    listeners: list[WebSocket] = websocket.app.state.listeners
    listeners.append(websocket)
    with contextlib.suppress(WebSocketDisconnect):
        await websocket.receive_text()
    listeners.remove(websocket)


async def main() -> None:
    """Serve until killed."""
    with contextlib.closing(bound("127.0.0.1", 0)) as listening:

        def ready() -> None:
            print("listening", address_of(listening), flush=True)

        ways = {"/echo": echo, "/talk": talk, "/listen": listen}
        app = Starlette(routes=[WebSocketRoute(path, serves) for path, serves in ways.items()])
        app.state.listeners = []
        await serve(app, listening, stop=asyncio.Event(), ready=ready)


if __name__ == "__main__":
    quieten()
    look_for_less_garbage()
    with asyncio.Runner(loop_factory=loop_factory()) as runner:
        runner.run(main())
