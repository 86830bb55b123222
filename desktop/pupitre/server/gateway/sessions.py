"""Signing in and out over HTTP, and the server's own health."""

import asyncio
import logging

from msgspec import Struct
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from pupitre.server.access import WHEN_SWAMPED, Denied, TooMany
from pupitre.server.house import House
from pupitre.wire import codec, http, translate
from pupitre.wire.codec import FRAME_LIMIT, Malformed
from pupitre.wire.instants import Instant

BODY_WITHIN = 20.0
"""Real seconds for a body to come whole: it is a few bytes."""
_log = logging.getLogger(__name__)


async def sign_in(request: Request) -> Response:
    """Answer `POST /api/session`."""
    house: House = request.app.state.house
    try:
        async with asyncio.timeout(BODY_WITHIN):
            body = await _body(request)
        asked = codec.decode_session_request(body)
    except Malformed as error:
        return _json(http.Problem(code="bad_frame", message=str(error)), 400)
    except TimeoutError:
        answer = _json(http.Problem(code="slow_down", message="This came too slowly."), 408)
        answer.headers["Connection"] = "close"
        return answer
    address = request.client.host if request.client else ""
    try:
        outcome = await house.access.sign_in(asked.email, asked.password, address)
    except (SQLAlchemyError, OSError) as error:
        return _later(error)
    if isinstance(outcome, TooMany):
        answer = _json(http.Problem(code="slow_down", message="Too many attempts: wait."), 429)
        answer.headers["Retry-After"] = str(outcome.retry_after)
        return answer
    if isinstance(outcome, Denied):
        return _json(
            http.Problem(code="wrong_credentials", message="Wrong e-mail or password."), 401
        )
    await house.refresh()
    expert = house.present.floor.experts[outcome.expert]
    return _json(
        http.Session(
            token=outcome.token,
            expires_at=Instant.of(outcome.expires_at),
            expert=translate.expert_to_wire(expert),
        )
    )


async def sign_out(request: Request) -> Response:
    """Answer `DELETE /api/session`: also an ended session is ended."""
    house: House = request.app.state.house
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.casefold() != "bearer" or not token:
        return _json(http.Problem(code="not_signed_in", message="Sign in first."), 401)
    try:
        was_in = await house.access.sign_out(token.strip())
    except (SQLAlchemyError, OSError) as error:
        return _later(error)
    if not was_in:
        return _json(http.Problem(code="not_signed_in", message="Sign in first."), 401)
    return Response(status_code=204)


async def health(request: Request) -> Response:
    """Answer `GET /healthz`: alive, and whether the store answers."""
    house: House = request.app.state.house
    try:
        await house.queries.ping()
    except Exception:  # noqa: BLE001 -- whatever it is, the server is not ready
        return Response('{"status":"store"}', 503, media_type="application/json")
    return Response('{"status":"ok"}', media_type="application/json")


async def metrics(request: Request) -> Response:
    """Answer `GET /metrics`."""
    house: House = request.app.state.house
    return Response(house.metrics.text(), media_type=house.metrics.content_type)


async def _body(request: Request) -> bytes:
    """Read the body, no more of it than a frame may have."""
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > FRAME_LIMIT:
                raise Malformed("", "This is too long.")
    except ClientDisconnect:
        raise Malformed("", "This was cut short.") from None
    return bytes(body)


def _later(error: Exception) -> Response:
    """Say that the store cannot be reached or written just now."""
    _log.error("nobody can sign in or out: %s", type(error).__name__)
    answer = _json(http.Problem(code="slow_down", message="The server cannot store anything."), 503)
    answer.headers["Retry-After"] = str(WHEN_SWAMPED)
    return answer


def _json(body: Struct, status: int = 200) -> Response:
    headers = {"Cache-Control": "no-store"}
    return Response(codec.encode(body), status, headers, "application/json")
