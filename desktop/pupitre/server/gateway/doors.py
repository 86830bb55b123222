"""What both sockets do alike: a place, a hello in time, answers, and a reason at the end."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, TypeVar

from sqlalchemy.exc import SQLAlchemyError
from starlette.websockets import WebSocket

from pupitre.domain.refusals import Code, Refused
from pupitre.server.answers import OUT_OF_ORDER, Answer, Done
from pupitre.server.gateway.sockets import (
    POLICY,
    TRY_LATER,
    Gone,
    Rejected,
    Socket,
    refusal,
)
from pupitre.server.house import House
from pupitre.server.hub import Link
from pupitre.server.limits import Rate
from pupitre.server.turns.turn import OutOfOrder
from pupitre.wire import codec, replies
from pupitre.wire.codec import Malformed

HELLO_WITHIN = 10.0
"""Real seconds."""
Hello = TypeVar("Hello")
_log = logging.getLogger(__name__)


async def admit(
    websocket: WebSocket, frames: Rate, serve: Callable[[House, Socket], Awaitable[None]]
) -> None:
    """Serve a socket if its address has a place; close it with the reason when it is over."""
    house: House = websocket.app.state.house
    socket = Socket(websocket, frames.times(house.limits.rates))
    if not house.places.take(socket.address):
        await websocket.close(POLICY, "too many connections from this address")
        return
    try:
        await socket.accept()
        await serve(house, socket)
    except Rejected as rejected:
        await socket.close(rejected.code, rejected.reason)
    except (Gone, OutOfOrder):
        await socket.close(TRY_LATER, "try again later")
    except (SQLAlchemyError, OSError) as error:
        _log.error("the store cannot be read: %s", type(error).__name__)
        await socket.close(TRY_LATER, "try again later")
    finally:
        house.places.leave(socket.address)


async def greeted(socket: Socket, decode: Callable[[str], object], hello: type[Hello]) -> Hello:
    """Wait for the first frame, which says who this is; refuse whatever else comes before."""
    try:
        async with asyncio.timeout(HELLO_WITHIN):
            while True:
                try:
                    frame = decode(await socket.receive())
                except Malformed as error:
                    await socket.send(refusal(Refused(Code.BAD_FRAME, error.detail), error.id))
                    if not socket.allows_bad_frame():
                        raise Rejected(POLICY, "too many bad frames") from None
                    continue
                if isinstance(frame, hello):
                    return frame
                await socket.send(refusal(Refused(Code.NOT_SIGNED_IN), getattr(frame, "id", None)))
    except TimeoutError:
        raise Rejected(POLICY, "no hello") from None


class Voice:
    """Says on a link what became of what was asked there."""

    def __init__(self, house: House, link: Link[Any]) -> None:
        self._house = house
        self._link = link

    def refuse(self, id_: str | None, refused: Refused) -> None:
        """Say why not."""
        self._house.metrics.refusals.labels(code=refused.code).inc()
        self._link.send(refusal(refused, id_))

    def answering(self, id_: str) -> Callable[[Answer | None], None]:
        """Return what says it once the engine has decided and stored; None: it could not."""
        return partial(self._answered, id_)

    def _answered(self, id_: str, answer: Answer | None) -> None:
        if isinstance(answer, Done):
            self._link.send(codec.encode(replies.Done(id=id_, seq=answer.seq)))
        else:
            self.refuse(id_, answer or OUT_OF_ORDER)
