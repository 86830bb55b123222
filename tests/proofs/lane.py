"""One desk at the end of a bad link, one server, two visitors, and the same expert elsewhere."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from pupitre.backends.native import NativeBackend
from pupitre.client.changes import Change, CommandRefused
from pupitre.client.session import Session
from pupitre.domain.commands import MarkSeen, Pause, Post, Resume, SetAvailability, WriteNote
from pupitre.domain.ids import ConversationId
from tests.client.listening import Model
from tests.support.clients import ExpertDesk, VisitorPage, expert_at, fresh, visitor_at
from tests.support.link import Link, link_to
from tests.support.server import ServerProgram
from tests.support.story import connected, until

VISITORS = 2


class Lane:
    """The world of one desk."""

    def __init__(
        self,
        session: Session,
        link: Link,
        pages: list[VisitorPage],
        elsewhere: ExpertDesk,
        chance: random.Random,
    ) -> None:
        self.session, self.link, self.pages, self.elsewhere = session, link, pages, elsewhere
        self.chance = chance
        self.posted: dict[ConversationId, list[str]] = {}
        self.asked: Counter[str] = Counter()
        self.refused: list[CommandRefused] = []
        self.models: dict[ConversationId, Model] = {}
        self.parked = 0
        self.let_go: set[str] = set()
        """Sent after all, by the author's word: what was written later may have gone before."""
        self._number = 0
        self._subscription = session.changes.subscribe(self._on_change)

    def _on_change(self, change: Change) -> None:
        if isinstance(change, CommandRefused):
            self.refused.append(change)

    @property
    def talks(self) -> list[ConversationId]:
        """Return what is on the desk."""
        return [card.id for card in self.session.cards()]

    def look(self) -> None:
        """Have a list on a screen for each thread, told of changes only."""
        for id_ in self.talks:
            if id_ not in self.models:
                self.models[id_] = Model(self.session, id_)

    def decides(self) -> None:
        """Say what becomes of acts that were held because something changed meanwhile."""
        for id_ in self.talks:
            card = self.session.card(id_)
            if card is not None and card.parked:
                self.parked += card.parked.messages + card.parked.others
                held = (it.command for it in self.session._desk.outbox.lane_of(id_) if it.parked)
                self.let_go |= {it.text for it in held if isinstance(it, Post)}
                decide = self.chance.choice((self.session.send_anyway, self.session.take_back))
                decide(id_)

    def drafted(self, id_: ConversationId) -> list[str]:
        """Return what was given back, line by line."""
        return self.session.draft(id_).splitlines()

    async def acts(self) -> None:
        """Do one thing at the desk, at the visitors' or at the other desk."""
        doing = self.chance.choice(
            (self.posts, self.posts, self.posts, self._pauses, self._resumes, self._notes,
             self._sees, self._asks, self._asks, self._asks, self._elsewhere)
        )  # fmt: skip
        await doing()
        await asyncio.sleep(self.chance.uniform(0, 0.1))

    def _some(self) -> ConversationId:
        return self.chance.choice(self.talks)

    def _fresh(self, who: str) -> str:
        self._number += 1
        return f"{who} {self._number:05}"

    async def posts(self) -> None:
        """Write from the desk under test."""
        id_, text = self._some(), self._fresh("answer")
        self.session.post(id_, text)
        self.posted.setdefault(id_, []).append(text)

    async def _pauses(self) -> None:
        until_ = self.session.now() + timedelta(hours=self.chance.uniform(1, 5))
        self.session.submit(self._some(), Pause(until=until_, keep=True))

    async def _resumes(self) -> None:
        self.session.submit(self._some(), Resume())

    async def _notes(self) -> None:
        self.session.submit(self._some(), WriteNote(text=self._fresh("note")))

    async def _sees(self) -> None:
        id_ = self._some()
        talk = self.session.conversation(id_)
        if talk:
            self.session.submit(id_, MarkSeen(seq=talk.seq))

    async def _asks(self) -> None:
        text = self._fresh("question")
        answer = await self.chance.choice(self.pages).say(text)
        if answer["type"] == "done":
            self.asked[text] += 1

    async def _elsewhere(self) -> None:
        """Alice at another computer, whose link is well."""
        commands = (
            {"type": "post", "text": self._fresh("elsewhere"), "attachments": []},
            {"type": "resume"},
            {"type": "note", "text": self._fresh("elsewhere")},
        )
        await self.elsewhere.ask(self.chance.choice(commands), self._some(), fresh())
        self.elsewhere.frames.clear()


@asynccontextmanager
async def lane(
    folder: Path, chance: random.Random
) -> AsyncIterator[tuple[Lane, NativeBackend, str]]:
    """Open a world; yield it with a good way to its server and Alice's token."""
    config = folder / "pupitre.toml"
    config.write_text(f'[server]\ndata = "{folder}"\n[limits]\nrates = 1e6\n')
    program = ServerProgram(folder, "--config", str(config))
    await asyncio.to_thread(program.start)
    try:
        async with link_to(int(program.url.rpartition(":")[2])) as link:
            good = NativeBackend(program.url)
            token = (await good.sign_in("alice@demo.test", "demo")).token
            session = Session(
                NativeBackend(f"http://127.0.0.1:{link.port}"), token, path=folder / "desk.sqlite"
            )
            running = asyncio.get_running_loop().create_task(session.run())
            await connected(session)
            session.submit(None, SetAvailability(available=True))
            async with (
                visitor_at(program.url) as one,
                visitor_at(program.url) as two,
                expert_at(program.url, token=token) as elsewhere,
            ):
                for page in (one, two):
                    await page.must_say("Bonjour")
                await until(lambda: len(session.cards()) == VISITORS)
                yield Lane(session, link, [one, two], elsewhere, chance), good, token
            link.mend()
            await session.close()
            await running
        status, logged = await asyncio.to_thread(program.stop)
        if status or "Traceback" in logged:
            raise AssertionError(logged[-2_000:])
    finally:
        program.end()
