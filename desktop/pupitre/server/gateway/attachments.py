"""Files over HTTP: `POST /api/attachments` takes them in, `GET /attachments/…` gives them out."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from functools import partial

from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, Response

from pupitre.domain.attachments import HEAD, IMAGES, MAX_SIZE, Attachment, media_type_of
from pupitre.domain.ids import VisitorId
from pupitre.server.files import refusals
from pupitre.server.files.folder import Folder
from pupitre.server.files.quota import Allowance, Quota
from pupitre.server.files.refusals import NotTaken
from pupitre.server.files.uploads import Uploads
from pupitre.server.gateway.forms import OVERHEAD, FileForm, NoForm
from pupitre.server.gateway.origins import is_welcome
from pupitre.server.gateway.partings import Parting
from pupitre.server.house import House
from pupitre.server.identity import hashed
from pupitre.server.loader import Loader
from pupitre.wire import codec, translate

SILENCE = 30.0
"""Real seconds without a byte after which a sender is given up."""
LONGEST = 900.0
"""Real seconds that one file may take altogether."""
_READING = {
    "Cache-Control": "private, max-age=31536000, immutable",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_ASKING = {
    "Access-Control-Allow-Methods": "POST",
    "Access-Control-Allow-Headers": "authorization, content-type",
    "Access-Control-Max-Age": "600",
}


@dataclass(frozen=True, slots=True)
class Desk:
    """What the two calls work with."""

    house: House
    uploads: Uploads
    quota: Quota


async def preflight(request: Request) -> Response:
    """Answer `OPTIONS /api/attachments`: a mission's site may ask, others are told nothing."""
    headers = _allowed(request)
    return Response(status_code=204, headers=headers | (_ASKING if len(headers) > 1 else {}))


async def upload(request: Request) -> Response:
    """Answer `POST /api/attachments`."""
    desk: Desk = request.app.state.attachments
    metrics, headers = desk.house.metrics, _allowed(request)
    try:
        file = await _uploaded(desk, request)
    except NotTaken as refused:
        metrics.uploads.labels(outcome=refused.reason.code).inc()
        if refused.reason is refusals.WRONG_SITE:
            headers = {"Vary": "Origin"}
        return Parting(refused, headers)
    except ClientDisconnect:
        metrics.uploads.labels(outcome="broken_off").inc()
        return Response(status_code=400)
    metrics.uploads.labels(outcome="kept").inc()
    body = codec.encode(translate.attachment_to_wire(file))
    return Response(body, 201, headers | {"Cache-Control": "no-store"}, "application/json")


async def download(request: Request) -> Response:
    """Answer `GET /attachments/{id}/{name}`: whoever has the signed address may read it."""
    desk: Desk = request.app.state.attachments
    id_, name = request.path_params["id"], request.path_params["name"]
    small = request.query_params.get("size") == "small"
    signature = request.query_params.get("signature", "")
    folder = desk.uploads.folder
    if folder and desk.uploads.addresses.holds(id_, name, signature, small=small):
        kind = await desk.uploads.on_disk(partial(_kind, folder, id_, small=small))
        if kind:
            return FileResponse(
                folder.of(id_, small=small),
                headers=_READING,
                media_type=kind,
                filename=name,
                content_disposition_type="inline" if kind in IMAGES else "attachment",
            )
    headers = {"Cache-Control": "no-store"}
    return Response("There is no such file.", 404, headers, media_type="text/plain")


def _kind(folder: Folder, id_: str, *, small: bool) -> str | None:
    """Return what a file is; None: it is not there."""
    try:
        with folder.of(id_, small=small).open("rb") as file:
            return media_type_of(file.read(HEAD)) or "application/octet-stream"
    except OSError:
        return None


def _allowed(request: Request) -> dict[str, str]:
    """Return the headers that let a mission's site read the answer."""
    house: House = request.app.state.house
    origin = request.headers.get("origin")
    headers = {"Vary": "Origin"}
    if origin and is_welcome(house.present.floor.missions.values(), request.headers):
        headers["Access-Control-Allow-Origin"] = origin
        headers["Access-Control-Expose-Headers"] = "Retry-After"
    return headers


async def _uploaded(desk: Desk, request: Request) -> Attachment:
    uploader = await _uploader(desk.house, request)
    if _announced(request.headers) > MAX_SIZE + OVERHEAD:
        raise NotTaken(refusals.TOO_LARGE)
    try:
        form = FileForm(request.headers.get("content-type", ""))
    except NoForm:
        raise NotTaken(refusals.BROKEN) from None
    address = request.client.host if request.client else ""
    with desk.quota.admitted(uploader, address) as allowance:
        desk.house.metrics.uploading.inc()
        try:
            return await _received(desk, request, form, uploader, allowance)
        finally:
            desk.house.metrics.uploading.dec()


def _announced(headers: Mapping[str, str]) -> int:
    length = headers.get("content-length", "")
    return int(length) if length.isdecimal() else 0


async def _received(
    desk: Desk, request: Request, form: FileForm, uploader: str, allowance: Allowance
) -> Attachment:
    """Write the file as it comes, then keep it."""
    async with desk.uploads.draft() as draft:
        try:
            async with asyncio.timeout(LONGEST):
                async for chunk in _body(request):
                    allowance.received(len(chunk))
                    desk.house.metrics.uploaded_bytes.inc(len(chunk))
                    await desk.uploads.take(draft, form.feed(chunk))
        except NoForm:
            raise NotTaken(refusals.BROKEN) from None
        except TimeoutError:
            raise NotTaken(refusals.TOO_SLOW) from None
        if not form.is_whole:
            raise NotTaken(refusals.CUT_SHORT if form.name else refusals.BROKEN)
        return await desk.uploads.keep(draft, form.name, uploader, desk.house.clock.now())


async def _body(request: Request) -> AsyncIterator[bytes]:
    """Yield the body, no more of it than a form with the largest file has."""
    size, chunks = 0, request.stream()
    while True:
        async with asyncio.timeout(SILENCE):
            chunk = await anext(chunks, b"")
        if not chunk:
            return
        size += len(chunk)
        if size > MAX_SIZE + OVERHEAD:
            raise NotTaken(refusals.TOO_LARGE)
        yield chunk


async def _uploader(house: House, request: Request) -> str:
    """Return who sends it: an expert who is signed in, or a visitor who may write."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    token = token.strip()
    if scheme.casefold() != "bearer" or not token:
        raise NotTaken(refusals.NOBODY)
    if expert := await house.access.expert_with(token):
        return expert
    return await _visitor(house, request, token)


async def _visitor(house: House, request: Request, token: str) -> VisitorId:
    guest = await Loader(house.present, house.queries).guest_with(hashed(token))
    mission = await house.mission(guest.mission) if guest else None
    if guest is None or mission is None:
        raise NotTaken(refusals.NOBODY)
    if not is_welcome([mission], request.headers):
        raise NotTaken(refusals.WRONG_SITE)
    if guest.block and guest.block.is_in_force(house.clock.now()):
        raise NotTaken(refusals.BLOCKED)
    return guest.id
