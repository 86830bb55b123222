"""The peer of a message's way: bare `websockets`, which says again what was said."""

import asyncio

from websockets.asyncio.server import ServerConnection, serve


async def echo(socket: ServerConnection) -> None:
    """Say again what was said."""
    async for frame in socket:
        await socket.send(frame)


async def main() -> None:
    """Serve until killed."""
    async with serve(echo, "127.0.0.1", 0, compression=None) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        print("listening", f"ws://127.0.0.1:{port}", flush=True)
        await server.serve_forever()


asyncio.run(main())
