"""Files leave in pieces, are broken off at once, and nothing but a file comes back."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from pupitre.backends.native import NativeBackend
from pupitre.backends.port import AccessRefused, FileGone, Unreachable, UploadRefused
from pupitre.domain.attachments import MAX_SIZE
from tests.support.listening import listening
from tests.support.papers import png, written

TAKEN = '{"id": "a1", "name": "a.png", "size": 3, "url": "/attachments/a1/a.png"}'


@asynccontextmanager
async def answering(
    status: str, body: bytes | str, *headers: str, got: list[bytes] | None = None
) -> AsyncIterator[NativeBackend]:
    """Read a whole request and give one fixed answer; no status: no answer."""
    content = body.encode() if isinstance(body, str) else body

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        if not status:
            await over.wait()
            return
        if b"Content-Length: " in head:
            length = int(head.split(b"Content-Length: ")[1].split(b"\r")[0])
            sent = await reader.readexactly(length)
            (got if got is not None else []).append(head + sent)
        lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(content)}", *headers]
        writer.write("\r\n".join([*lines, "Connection: close", "", ""]).encode() + content)
        await writer.drain()

    over = asyncio.Event()
    async with listening(serve) as port:
        try:
            yield NativeBackend(f"http://127.0.0.1:{port}")
        finally:
            over.set()


async def test_the_form_names_the_file_and_holds_it_whole(tmp_path: Path) -> None:
    got: list[bytes] = []
    told: list[tuple[int, int]] = []
    source = written(tmp_path, "a", b"\r\n--x" * 50_000)
    async with answering("201 Created", TAKEN, got=got) as backend:
        file = await backend.upload("t0ken", source, 'vé"\r\nlo.png', lambda *it: told.append(it))
    assert (file.id, file.url) == ("a1", "/attachments/a1/a.png")
    (request,) = got
    assert b"Authorization: Bearer t0ken\r\n" in request
    assert 'name="file"; filename="vé%22%0D%0Alo.png"\r\n'.encode() in request
    assert source.read_bytes() in request
    assert len(told) > 2
    assert told == sorted(told)
    assert told[-1] == (250_000, 250_000)


@pytest.mark.parametrize(
    ("status", "code", "wait"),
    [
        ("413 Content Too Large", "too_large", None),
        ("415 Unsupported Media Type", "wrong_type", None),
        ("429 Too Many Requests", "slow_down", 9.0),
        ("507 Insufficient Storage", "storage", None),
    ],
)
async def test_a_refusal_is_told_as_the_server_said_it(
    tmp_path: Path, status: str, code: str, wait: float | None
) -> None:
    said = f'{{"code": "{code}", "message": "Because."}}'
    source = written(tmp_path, "a.png", png())
    async with answering(status, said, "Retry-After: 9") as backend:
        with pytest.raises(UploadRefused) as refused:
            await backend.upload("t", source, "a.png", lambda *_: None)
    it = refused.value
    assert (it.code, it.sentence, it.wait) == (code, "Because.", wait)


async def test_an_ended_session_is_no_refusal_of_the_file(tmp_path: Path) -> None:
    source = written(tmp_path, "a.png", png())
    async with answering("401 Unauthorized", '{"code": "not_signed_in"}') as backend:
        with pytest.raises(AccessRefused):
            await backend.upload("t", source, "a.png", lambda *_: None)


async def test_a_refusal_in_another_language_is_no_answer(tmp_path: Path) -> None:
    source = written(tmp_path, "a.png", png())
    async with answering("403 Forbidden", "<html>no</html>") as backend:
        with pytest.raises(Unreachable):
            await backend.upload("t", source, "a.png", lambda *_: None)


@pytest.mark.parametrize("said", ["<html>an hotel's wireless</html>", '{"name": "a.png"}'])
async def test_another_server_takes_no_file(tmp_path: Path, said: str) -> None:
    source = written(tmp_path, "a.png", png())
    async with answering("200 OK", said) as backend:
        with pytest.raises(Unreachable):
            await backend.upload("t", source, "a.png", lambda *_: None)


async def test_a_cancelled_sending_is_over_at_once(tmp_path: Path) -> None:
    """The server never reads: the thread is stuck in the network until it is broken off."""
    source = written(tmp_path, "a.png", b"x" * MAX_SIZE)
    async with answering("", "") as backend, asyncio.TaskGroup() as group:
        began = asyncio.Event()
        sending = group.create_task(backend.upload("t", source, "a.png", lambda *_: began.set()))
        await began.wait()
        sending.cancel()
        carriers = backend._carriers
        async with asyncio.timeout(5):
            await asyncio.to_thread(carriers.shutdown)


async def test_a_file_that_is_gone_here_is_not_sent(tmp_path: Path) -> None:
    async with answering("201 Created", TAKEN) as backend:
        with pytest.raises(FileNotFoundError):
            await backend.upload("t", tmp_path / "none", "a.png", lambda *_: None)


async def test_a_file_longer_than_any_is_not_believed() -> None:
    async with answering("200 OK", b"x" * (MAX_SIZE + 1)) as backend:
        with pytest.raises(FileGone):
            await backend.fetch("/attachments/a1/a.png")


@pytest.mark.parametrize("status", ["403 Forbidden", "404 Not Found", "410 Gone"])
async def test_what_the_server_has_no_more_is_gone(status: str) -> None:
    async with answering(status, '{"code": "unknown"}') as backend:
        with pytest.raises(FileGone):
            await backend.fetch("/attachments/a1/a.png")


async def test_a_server_in_trouble_may_have_it_later() -> None:
    async with answering("503 Service Unavailable", "") as backend:
        with pytest.raises(Unreachable):
            await backend.fetch("/attachments/a1/a.png")
