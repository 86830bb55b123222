"""Two desks of one expert, both acting on the same conversations, often in the same instant."""

import asyncio
import random
import tempfile
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress
from datetime import timedelta
from pathlib import Path

from pupitre.backends.native import NativeBackend
from pupitre.client.changes import Alert
from pupitre.client.session import Session
from pupitre.client.views import LinkState
from pupitre.domain.commands import Close, MarkSeen, Pause, Resume, SetAvailability, WriteNote
from pupitre.domain.ids import ConversationId, SubjectId
from tests.client.listening import Ear
from tests.proofs import audit, canon
from tests.proofs.tally import Tally, progress
from tests.support.clients import VisitorPage, visitor_at
from tests.support.server import ServerProgram
from tests.support.story import connected, until

VISITORS = 3
WITHIN = 15.0


def prove(rounds: int, seed: int) -> Tally:
    """Have both desks act in so many rounds."""
    tally = Tally(f"two desks: {rounds} rounds", seed)
    tally.must_be_none("desks that part", "told twice", "not told", "shown twice")
    with tempfile.TemporaryDirectory(prefix="pupitre-twice-") as folder:
        asyncio.run(_run(tally, rounds, Path(folder)))
    return tally


async def _run(tally: Tally, rounds: int, folder: Path) -> None:
    config = folder / "pupitre.toml"
    config.write_text(f'[server]\ndata = "{folder}"\n[limits]\nrates = 1e6\n')
    program = ServerProgram(folder, "--config", str(config))
    await asyncio.to_thread(program.start)
    try:
        async with AsyncExitStack() as stack:
            desks = await _both(stack, program.url, folder)
            pages = [
                await stack.enter_async_context(visitor_at(program.url)) for _ in range(VISITORS)
            ]
            both = Both(tally, desks, pages, random.Random(tally.seed))
            for number in range(rounds):
                await both.round()
                if (number + 1) % 50 == 0:
                    progress(f"{number + 1} rounds")
        await asyncio.to_thread(program.stop)
    finally:
        program.end()
    audit.compare(tally, folder / "pupitre.sqlite3")


async def _both(stack: AsyncExitStack, url: str, folder: Path) -> list[Session]:
    backend = NativeBackend(url)
    token = (await backend.sign_in("alice@demo.test", "demo")).token
    desks = [Session(backend, token, path=folder / f"desk-{name}.sqlite") for name in "ab"]
    for desk in desks:
        running = asyncio.get_running_loop().create_task(desk.run())
        stack.push_async_callback(asyncio.wait, [running])
        stack.push_async_callback(desk.close)
        await connected(desk)
    desks[0].submit(None, SetAvailability(available=True))
    await until(lambda: all(desk.you and desk.you.available for desk in desks))
    return desks


class Both:
    """Two desks, and visitors who write to whoever sits there."""

    def __init__(
        self, tally: Tally, desks: list[Session], pages: list[VisitorPage], chance: random.Random
    ) -> None:
        self._tally, self._desks, self._pages, self._chance = tally, desks, pages, chance
        self._ears = [Ear(desk.changes) for desk in desks]
        self._number = 0

    async def round(self) -> None:
        """Have visitors write, both desks act at once, and everybody look."""
        writing = self._chance.sample(self._pages, self._chance.randint(1, VISITORS))
        alerts = [len(ear.all(Alert)) for ear in self._ears]
        stored = 0
        for page in writing:
            self._number += 1
            answer = await page.say(f"question {self._number:05}")
            stored += answer["type"] == "done"
        await self._told(alerts, stored)
        await self._settled()
        self._compare_alerts(alerts, stored)
        talks = [card.id for card in self._desks[0].cards()]
        for talk in self._chance.sample(talks, min(len(talks), 2)):
            act = self._chance.choice(self._acts)
            for desk in self._desks if self._chance.random() < 0.7 else self._desks[:1]:
                act(desk, talk)
                self._tally.add("acts", 1)
        await self._settled()

    @property
    def _acts(self) -> list[Callable[[Session, ConversationId], object]]:
        return [
            self._post,
            self._post,
            self._pause,
            self._resume,
            self._note,
            self._see,
            self._close,
        ]

    def _post(self, desk: Session, talk: ConversationId) -> None:
        self._number += 1
        desk.post(talk, f"answer {self._number:05}")

    def _pause(self, desk: Session, talk: ConversationId) -> None:
        hours = self._chance.uniform(1, 9)
        desk.submit(talk, Pause(until=desk.now() + timedelta(hours=hours), keep=True))

    def _resume(self, desk: Session, talk: ConversationId) -> None:
        desk.submit(talk, Resume())

    def _note(self, desk: Session, talk: ConversationId) -> None:
        desk.submit(talk, WriteNote(text="note"))

    def _see(self, desk: Session, talk: ConversationId) -> None:
        desk.submit(talk, MarkSeen(seq=self._chance.randint(1, 99)))

    def _close(self, desk: Session, talk: ConversationId) -> None:
        if self._chance.random() < 0.3:
            desk.submit(talk, Close(subjects=(SubjectId("velo-autre"),), note="", survey=False))

    async def _settled(self) -> None:
        """Wait until both know the same, and nothing waits."""
        one, other = self._desks
        try:
            await until(self._agree, WITHIN)
        except TimeoutError:
            parted = canon.difference(canon.folded(one), canon.folded(other))
            self._tally.wrong("desks that part", f"{one.connection} {other.connection} {parted}")
        for id_ in (card.id for card in one.cards()):
            for text in (*canon.doubled(one, id_), *canon.doubled(other, id_)):
                self._tally.wrong("shown twice", text)

    def _agree(self) -> bool:
        links = [desk.connection for desk in self._desks]
        still = all(it.state is LinkState.CONNECTED and not it.waiting for it in links)
        one, other = self._desks
        return (
            still
            and canon.folded(one) == canon.folded(other)
            and all(canon.rows(one, it.id) == canon.rows(other, it.id) for it in one.cards())
        )

    async def _told(self, before: list[int], stored: int) -> None:
        """Wait until both have told what visitors wrote, and a little longer."""
        ears = [*zip(self._ears, before, strict=True)]
        with suppress(TimeoutError):
            await until(lambda: all(len(ear.all(Alert)) >= at + stored for ear, at in ears), WITHIN)
        await asyncio.sleep(0.05)

    def _compare_alerts(self, before: list[int], stored: int) -> None:
        """Each message of a visitor is told once at each desk."""
        for ear, count in zip(self._ears, before, strict=True):
            told = len(ear.all(Alert)) - count
            self._tally.add("alerts", told)
            if told > stored:
                self._tally.wrong("told twice", str(ear.all(Alert)[count:]))
            elif told < stored:
                self._tally.wrong("not told", f"{told} of {stored}")
