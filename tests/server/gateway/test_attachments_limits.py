"""Files that are too many, too long, or never end."""

import asyncio
import contextlib
from pathlib import Path

from pupitre.domain.attachments import MAX_SIZE
from pupitre.server.house import Limits
from tests.support.clients import expert_at, visitor_at
from tests.support.patience import LONG, soon
from tests.support.server import Served, served
from tests.support.uploads import (
    ZIP,
    Slow,
    calls,
    lying,
    must_send,
    nothing_half_written,
    picture,
    sent,
    token,
)


async def test_too_many_files_are_told_how_long_to_wait(tmp_path: Path) -> None:
    async with (
        served(tmp_path, limits=Limits(rates=0.1)) as server,
        visitor_at(server.url) as camille,
        visitor_at(server.url) as denis,
    ):
        for _ in range(2):
            await must_send(server.url, token(camille), b"x", "a.txt")
        answer = await sent(server.url, token(camille), b"x", "a.txt")
        await must_send(server.url, token(denis), b"x", "a.txt")
    assert (answer.status_code, answer.json()["code"]) == (429, "slow_down")
    assert 1 <= int(answer.headers["retry-after"]) <= 30


async def test_too_many_bytes_are_told_how_long_to_wait(tmp_path: Path) -> None:
    async with (
        served(tmp_path, limits=Limits(rates=0.1)) as server,
        visitor_at(server.url) as camille,
    ):
        await must_send(server.url, token(camille), b"x" * MAX_SIZE, "a.txt")
        await sent(server.url, token(camille), ZIP * 30_000, "b.png")
        answer = await sent(server.url, token(camille), b"x", "c.txt")
    assert answer.status_code == 429, "also what was refused has been sent"


async def test_no_more_than_four_files_of_one_sender_come_at_once(server: Served) -> None:
    async with visitor_at(server.url) as camille:
        slow = [Slow(server.url, token(camille)) for _ in range(4)]
        for each in slow:
            await each.begin()
        on_their_way = server.house.metrics.uploading._value
        await soon(lambda: on_their_way.get() == 4)
        fifth = await sent(server.url, token(camille), picture())
        assert (fifth.status_code, fifth.json()["code"]) == (429, "slow_down")
        await slow[0].give_up()
        await soon(lambda: on_their_way.get() == 3)
        await must_send(server.url, token(camille), b"x", "a.txt")
        for each in slow[1:]:
            await each.give_up()


async def test_a_sender_who_leaves_leaves_nothing(server: Served, tmp_path: Path) -> None:
    async with visitor_at(server.url) as camille:
        slow = Slow(server.url, token(camille))
        await slow.begin(body=b"x" * 600_000)
        drafts = tmp_path / "attachments" / ".drafts"
        await soon(lambda: any(drafts.iterdir()))
        await slow.give_up()
        await nothing_half_written(tmp_path)
    assert lying(tmp_path) == []


async def test_two_gigabytes_announced_are_refused_at_once(server: Served) -> None:
    async with visitor_at(server.url) as camille:
        slow = Slow(server.url, token(camille))
        await slow.begin(size=2 * 1024**3)
        async with asyncio.timeout(LONG):
            head = await slow.reader.readuntil(b"\r\n\r\n")
        assert b"413" in head.splitlines()[0]
        assert b"connection: close" in head.lower()
        await slow.give_up()


async def test_two_gigabytes_streamed_are_refused_as_soon_as_it_is_known(
    server: Served, tmp_path: Path
) -> None:
    async with visitor_at(server.url) as camille:
        slow = Slow(server.url, token(camille))
        await slow.begin(size=None)
        answer = asyncio.ensure_future(slow.reader.readuntil(b"\r\n\r\n"))  # noqa: TID251 - one answer, awaited below
        given = 0
        with contextlib.suppress(ConnectionError):
            while not answer.done() and given < 2 * 1024**3:
                slow.writer.write(b"10000\r\n" + b"x" * 65536 + b"\r\n")
                await slow.writer.drain()
                given += 65536
        assert b"413" in (await answer).splitlines()[0]
        assert given < 3 * MAX_SIZE
        await slow.give_up()
    await nothing_half_written(tmp_path)
    assert lying(tmp_path) == []


async def test_the_metrics_count_files(server: Served) -> None:
    async with visitor_at(server.url) as camille:
        await must_send(server.url, token(camille), b"x", "a.txt")
        await sent(server.url, token(camille), ZIP)
        async with calls() as http:
            text = (await http.get(f"{server.url}/metrics")).text
    assert 'pupitre_uploads_total{outcome="kept"} 1.0' in text
    assert 'pupitre_uploads_total{outcome="wrong_type"} 1.0' in text
    assert "pupitre_uploading 0.0" in text


async def test_others_are_answered_while_pictures_are_drawn(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as camille:
        large = picture("JPEG", (4000, 3000))
        sending = asyncio.gather(
            *(sent(server.url, token(camille), large, "grande.jpg") for _ in range(3))
        )
        answered = 0
        while not sending.done():
            await alice.available()
            answered += 1
        assert [answer.status_code for answer in await sending] == [201] * 3
    assert answered > 10
