"""A real server, a link that breaks, a desk that is killed: nothing lost, nothing doubled."""

import asyncio
import random
import subprocess
import sys
from itertools import repeat
from pathlib import Path

from pupitre.backends.native import NativeBackend
from pupitre.client.changes import Alert, AlertKind
from pupitre.client.session import Session
from pupitre.client.views import MessageRow
from pupitre.domain.commands import SetAvailability
from pupitre.domain.ids import ConversationId
from tests.client.listening import Ear, Model
from tests.support.clients import VisitorPage, visitor_at
from tests.support.link import Link, link_to
from tests.support.server import Served, served
from tests.support.story import connected, until

ROOT = Path(__file__).parents[2]
KILLED = 4
WRITES = """
import asyncio, sys
from itertools import repeat
from pathlib import Path
from pupitre.backends.native import NativeBackend
from pupitre.client.session import Session
from tests.support.story import until

async def main():
    url, token, path, conversation, life = sys.argv[1:]
    backend = NativeBackend(url)
    session = Session(backend, token, path=Path(path), delays=lambda: repeat(0.02))
    await session.load()
    running = asyncio.get_running_loop().create_task(session.run())
    for number in range(1000):
        text = f"{life}-{number:03}"
        session.post(conversation, text)
        await session._disk.read(lambda database: None)
        print(text, flush=True)
        await asyncio.sleep(0.003)

asyncio.run(main())
"""


class Scene:
    """Alice's desk, at the end of a bad link, and one visitor at the end of a good one."""

    def __init__(self, session: Session, wire: Link, page: VisitorPage, talk: str) -> None:
        self.session, self.wire, self.page = session, wire, page
        self.talk = ConversationId(talk)

    def texts(self, session: Session) -> list[str]:
        rows = session.thread(self.talk)
        return [row.text for row in rows if isinstance(row, MessageRow) and row.seq is not None]


async def _at_a_desk(server: Served, wire: Link, path: Path | None) -> tuple[Session, str]:
    backend = NativeBackend(f"http://127.0.0.1:{wire.port}")
    leave = await backend.sign_in("alice@demo.test", "demo")
    session = Session(backend, leave.token, path=path, delays=lambda: repeat(0.02))
    return session, leave.token


async def test_whatever_the_link_does_the_desk_ends_up_like_a_fresh_one(tmp_path: Path) -> None:
    chance = random.Random(2026)
    async with served(tmp_path) as server, link_to(_port(server)) as wire:
        session, token = await _at_a_desk(server, wire, tmp_path / "desk.sqlite")
        running = asyncio.get_running_loop().create_task(session.run())
        await connected(session)
        session.submit(None, SetAvailability(available=True))
        async with visitor_at(server.url) as page:
            talk = await page.must_say("question 0")
            await until(lambda: session.card(ConversationId(talk)))
            scene = Scene(session, wire, page, talk)
            model = Model(session, scene.talk)
            await _trouble(scene, chance)
            await _back(scene)
            questions = ["question 0", *(f"question {n}" for n in range(1, 12, 2))]
            answers = [f"réponse {n}" for n in range(12)]
            assert _of(scene.texts(session), "question") == questions
            assert _of(scene.texts(session), "réponse") == answers
            assert model.count == len(session.thread(scene.talk))
            await _is_like_a_fresh_one(scene, token)
        await session.close()
        await running


def _port(server: Served) -> int:
    return int(server.url.rpartition(":")[2])


def _of(texts: list[str], kind: str) -> list[str]:
    return [text for text in texts if text.startswith(kind)]


async def _trouble(scene: Scene, chance: random.Random) -> None:
    for number in range(12):
        fault = chance.choice((scene.wire.cut, scene.wire.unplug, scene.wire.freeze))
        scene.session.post(scene.talk, f"réponse {number}")
        await asyncio.sleep(chance.random() * 0.02)
        fault()
        if number % 2:  # a visitor who writes faster is asked to slow down
            await scene.page.must_say(f"question {number}")
        await asyncio.sleep(chance.random() * 0.05)
        scene.wire.thaw()
        scene.wire.plug()


async def _back(scene: Scene) -> None:
    session = scene.session
    await until(
        lambda: (
            not session.connection.stale
            and not session.connection.waiting
            and len(scene.texts(session)) == 19
        ),
    )


async def _is_like_a_fresh_one(scene: Scene, token: str) -> None:
    fresh = Session(scene.session._backend, token, delays=lambda: repeat(0.02))
    running = asyncio.get_running_loop().create_task(fresh.run())
    await connected(fresh)
    await until(lambda: fresh.conversation(scene.talk) == scene.session.conversation(scene.talk))
    assert scene.texts(fresh) == scene.texts(scene.session)
    await fresh.close()
    await running


async def test_two_desks_of_one_expert_agree_and_tell_once_each(tmp_path: Path) -> None:
    async with served(tmp_path) as server, link_to(_port(server)) as wire:
        first, token = await _at_a_desk(server, wire, None)
        second = Session(first._backend, token, delays=lambda: repeat(0.02))
        tasks = [asyncio.get_running_loop().create_task(it.run()) for it in (first, second)]
        ears = [Ear(it.changes) for it in (first, second)]
        for it in (first, second):
            await connected(it)
        first.submit(None, SetAvailability(available=True))
        await until(lambda: not first.connection.waiting)
        async with visitor_at(server.url) as page:
            talk = ConversationId(await page.must_say("Bonjour"))
            await until(lambda: first.card(talk) and second.card(talk))
            second.post(talk, "Bonjour !")
            await until(lambda: first.conversation(talk) == second.conversation(talk))
            await until(lambda: len(second.thread(talk)) == len(first.thread(talk)) == 4)
        await until(lambda: all(ear.all(Alert) for ear in ears))
        for ear in ears:
            kinds = [alert.kind for alert in ear.all(Alert)]
            assert kinds == [AlertKind.ARRIVED]
        for it in (first, second):
            await it.close()
        await asyncio.gather(*tasks)


async def test_a_desk_killed_again_and_again_loses_and_doubles_nothing(tmp_path: Path) -> None:
    chance = random.Random(1122)
    async with served(tmp_path / "server") as server, link_to(_port(server)) as wire:
        path = tmp_path / "desk.sqlite"
        session, token = await _at_a_desk(server, wire, path)
        running = asyncio.get_running_loop().create_task(session.run())
        await connected(session)
        session.submit(None, SetAvailability(available=True))
        async with visitor_at(server.url) as page:
            talk = await page.must_say("Bonjour")
        await until(lambda: session.card(ConversationId(talk)))
        await session.close()
        await running
        kept: list[str] = []
        for life in range(KILLED):
            arguments = [f"http://127.0.0.1:{wire.port}", token, str(path), talk, str(life)]
            kept += await asyncio.to_thread(_lived, arguments, 3 + chance.randrange(40))
        last = Session(session._backend, token, path=path, delays=lambda: repeat(0.02))
        running = asyncio.get_running_loop().create_task(last.run())
        await connected(last)
        await until(lambda: last.connection.waiting == 0)
        await last.close()
        await running
        stored = await _stored(session, token, talk)
    assert len(kept) > KILLED
    assert set(kept) <= set(stored), "what was kept on the desk is on the server"
    assert stored == sorted(set(stored)), "once, in order"


def _lived(arguments: list[str], count: int) -> list[str]:
    """Have a desk write, and kill it after so many messages; return what it said it kept."""
    command = [sys.executable, "-c", WRITES, *arguments]
    environment = {"PYTHONPATH": f"{ROOT / 'desktop'}:{ROOT}"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as desk:
        assert desk.stdout
        kept = [line.strip() for line, _ in zip(desk.stdout, range(count), strict=False)]
        desk.kill()
    return kept


async def _stored(session: Session, token: str, talk: str) -> list[str]:
    fresh = Session(session._backend, token, delays=lambda: repeat(0.02))
    running = asyncio.get_running_loop().create_task(fresh.run())
    await connected(fresh)
    rows = fresh.thread(ConversationId(talk))
    texts = [row.text for row in rows if isinstance(row, MessageRow) and row.mine]
    await fresh.close()
    await running
    return texts
