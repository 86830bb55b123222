"""Signing in over HTTP."""

import asyncio
import time
from contextlib import suppress

import httpx
import pytest

from pupitre.server.gateway import sessions
from tests.support.patience import LONG
from tests.support.server import Served


def http(server: Served) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=server.url, trust_env=False)


async def test_a_session_names_its_expert(server: Served) -> None:
    async with http(server) as client:
        answer = await client.post(
            "/api/session", json={"email": "chloe@demo.test", "password": "demo"}
        )
        session = answer.json()
        assert answer.status_code == 200
        assert session["expert"]["name"] == "Chloé Bernard"
        assert session["expires_at"].endswith("Z")
        assert answer.headers["cache-control"] == "no-store"


async def test_a_wrong_password_and_an_unknown_email_are_answered_alike(server: Served) -> None:
    async with http(server) as client:

        async def tried(email: str) -> tuple[int, bytes, float]:
            start = time.perf_counter()
            answer = await client.post("/api/session", json={"email": email, "password": "x"})
            return answer.status_code, answer.content, time.perf_counter() - start

        await tried("warm@up.test")
        known = [await tried("alice@demo.test") for _ in range(6)]
        unknown = [await tried("nobody@demo.test") for _ in range(6)]
    assert {it[:2] for it in known} == {it[:2] for it in unknown}
    assert known[0][0] == 401
    assert b"wrong_credentials" in known[0][1]
    fastest = min(it[2] for it in known), min(it[2] for it in unknown)
    assert 0.4 < fastest[0] / fastest[1] < 2.5


async def test_too_many_guesses_are_told_how_long_to_wait(server: Served) -> None:
    async with http(server) as client:
        body = {"email": "bruno@demo.test", "password": "guess"}
        answers = [await client.post("/api/session", json=body) for _ in range(11)]
    assert [answer.status_code for answer in answers] == [401] * 10 + [429]
    assert int(answers[-1].headers["retry-after"]) >= 1


async def test_a_broken_body_is_no_crash(server: Served) -> None:
    async with http(server) as client:
        for body in (b"", b"{", b'{"email": 3, "password": "x"}', b"[" * 70_000):
            answer = await client.post("/api/session", content=body)
            assert (answer.status_code, answer.json()["code"]) == (400, "bad_frame")


async def test_a_body_that_comes_too_slowly_is_not_waited_for(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "BODY_WITHIN", 0.3)
    reader, writer = await asyncio.open_connection(*server.url.removeprefix("http://").split(":"))
    writer.write(b"POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 40\r\n\r\n")

    async def trickle() -> None:
        with suppress(ConnectionError):
            while not writer.is_closing():
                writer.write(b" ")
                await writer.drain()
                await asyncio.sleep(0.05)

    trickling = asyncio.get_running_loop().create_task(trickle())
    async with asyncio.timeout(LONG):
        answer = await reader.read()
    trickling.cancel()
    writer.close()
    assert answer.startswith(b"HTTP/1.1 408")
    assert b"slow_down" in answer


async def test_ending_a_session_needs_one(server: Served) -> None:
    async with http(server) as client:
        assert (await client.delete("/api/session")).status_code == 401
        wrong = {"Authorization": "Bearer nobody"}
        assert (await client.delete("/api/session", headers=wrong)).status_code == 401


async def test_health_and_metrics(server: Served) -> None:
    async with http(server) as client:
        assert (await client.get("/healthz")).json() == {"status": "ok"}
        metrics = await client.get("/metrics")
        assert "pupitre_commit_seconds" in metrics.text
