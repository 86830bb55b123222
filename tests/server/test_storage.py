"""A disk that is full, or that nothing can be written to: refusals, and then on as before."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import httpx
import pytest
from sqlalchemy import Connection, Engine, event

from tests.server.keeping.saved import findings_in, sentences
from tests.support.clients import ExpertDesk, VisitorPage, expert_at, fresh, token_of, visitor_at
from tests.support.server import Served, ServerProgram

LONG = "x" * 4_500
MANY = 3_000


async def refused(page: VisitorPage, acknowledged: list[str]) -> dict[str, object]:
    """Write until it is refused; return why."""
    for _ in range(MANY):
        words = f"{fresh()} {LONG}"
        answer = await page.say(words)
        if answer["type"] == "refused":
            return dict(answer)
        acknowledged.append(words)
    raise AssertionError("it is never full")


async def taken(page: VisitorPage, acknowledged: list[str]) -> None:
    """Write until it is taken again."""
    async with asyncio.timeout(20):
        while True:
            words = f"{fresh()} again"
            if (await page.say(words))["type"] == "done":
                acknowledged.append(words)
                return
            await asyncio.sleep(0.2)


@asynccontextmanager
async def people(url: str) -> AsyncIterator[tuple[ExpertDesk, VisitorPage]]:
    async with expert_at(url) as alice, visitor_at(url) as page:
        await alice.available()
        yield alice, page


async def fills_and_recovers(url: str, free: Callable[[], object]) -> list[str]:
    """Fill the disk, look at what still works, make room, go on; return what was taken."""
    acknowledged: list[str] = []
    async with people(url) as (alice, page):
        why = await refused(page, acknowledged)
        assert why["code"] == "slow_down"
        assert why["detail"] == {"reason": "storage", "retry_after": 2}
        answer = await alice.ask({"type": "availability", "available": False})
        assert answer.get("code", "slow_down") == "slow_down", "something so small may still fit"
        async with httpx.AsyncClient(trust_env=False) as http:
            body = {"email": "bruno@demo.test", "password": "demo"}
            sign_in = await http.post(f"{url}/api/session", json=body)
            assert sign_in.status_code in (200, 503)
            assert (await http.get(f"{url}/healthz")).status_code == 200
        free()
        await taken(page, acknowledged)
        assert (await alice.ask({"type": "availability", "available": False}))["type"] == "done"
    assert len(acknowledged) > 1
    return acknowledged


def settled(program: ServerProgram, folder: Path, acknowledged: list[str]) -> None:
    """Everything that was taken is there after a restart, once, and all is sound."""
    status, logged = program.stop()
    assert status == 0
    assert "Traceback" not in logged
    found = asyncio.run(findings_in(folder))
    assert sentences(found) == ""
    assert texts(folder) == sorted(acknowledged)


def texts(folder: Path) -> list[str]:
    import sqlite3

    from pupitre.domain.events import Message
    from pupitre.wire import codec

    database = sqlite3.connect(folder / "pupitre.sqlite3")
    bodies = [row[0] for row in database.execute("SELECT body FROM events")]
    database.close()
    said = [codec.decode_event(body) for body in bodies]
    return sorted(it.text for it in said if isinstance(it, Message))


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """Mount a disk of a few MB; skip where that is not allowed."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    if sys.platform != "linux" or os.geteuid() or subprocess.run(mount, check=False).returncode:
        pytest.skip("only root mounts a disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


RATES = '[limits]\nrates = 100000.0\n[server]\ndata = "{folder}"\nport = 0\n'


@contextmanager
def program_in(folder: Path, tmp_path: Path) -> Iterator[ServerProgram]:
    """Have a server without limits on rates, which ends with the test however that goes."""
    file = tmp_path / "server.toml"
    file.write_text(RATES.format(folder=folder))
    program = ServerProgram(folder, "--config", str(file))
    try:
        yield program
    finally:
        program.end()


def test_a_full_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        (disk / "ballast").write_bytes(b"x" * 1_500_000)
        with program_in(disk, tmp_path) as program:
            acknowledged = asyncio.run(
                fills_and_recovers(program.start(), (disk / "ballast").unlink)
            )
            settled(program, disk, acknowledged)


@pytest.mark.skipif(sys.platform != "linux", reason="prlimit is Linux's")
def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    """What needs no root: the system refuses the log every byte over its limit."""
    import resource

    folder, unlimited = tmp_path / "data", resource.RLIM_INFINITY

    def limit(bytes_: int) -> None:
        resource.prlimit(program.pid, resource.RLIMIT_FSIZE, (bytes_, unlimited))

    with program_in(folder, tmp_path) as program:
        url = program.start()
        limit(900_000)
        acknowledged = asyncio.run(fills_and_recovers(url, lambda: limit(unlimited)))
        settled(program, folder, acknowledged)


@pytest.mark.logs("nothing can be stored", "nobody can sign in or out")
async def test_a_read_only_database(server: Served) -> None:
    async with people(server.url) as (alice, page):
        conversation = await page.must_say("Bonjour")
        engine = server.house.database._engine
        with read_only(engine):
            answer = await page.say("encore")
            assert (answer["code"], answer["detail"]["reason"]) == ("slow_down", "storage")
            async with httpx.AsyncClient(trust_env=False) as http:
                body = {"email": "bruno@demo.test", "password": "demo"}
                sign_in = await http.post(f"{server.url}/api/session", json=body)
            assert (sign_in.status_code, sign_in.json()["code"]) == (503, "slow_down")
            assert int(sign_in.headers["retry-after"]) > 0
            events = await alice.query({"type": "events", "conversation": conversation})
            assert events["entries"]
        assert (await page.say("enfin"))["type"] == "done"
        assert await token_of(server.url, "bruno")


@contextmanager
def read_only(engine: Engine) -> Iterator[None]:
    """Have SQLite itself refuse to write."""

    def forbid(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA query_only = ON")

    def allow(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA query_only = OFF")

    names = {"begin": forbid, "rollback": allow, "commit": allow}
    for name, listener in names.items():
        event.listen(engine, name, listener)
    try:
        yield
    finally:
        for name, listener in names.items():
            event.remove(engine, name, listener)
