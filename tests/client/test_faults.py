"""Random lives of a desk on a bad link: in the end it knows what the server knows."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from itertools import repeat

from hypothesis import given, settings
from hypothesis import strategies as st
from typing_extensions import override

from pupitre.backends.memory import MemoryBackend
from pupitre.backends.memory_link import MemoryLink
from pupitre.client.session import Session
from pupitre.client.views import Delivery, MessageRow
from pupitre.domain.commands import Close, MarkSeen, Pause, Release, Resume, WriteNote
from pupitre.domain.events import Message
from pupitre.domain.ids import CommandId, ConversationId, MessageId, SubjectId
from pupitre.wire import replies
from pupitre.wire.expert_frames import FromServer
from tests.client.listening import Model
from tests.support.story import ALICE, Stage, connected, demo_session, minutes, says, seconds, until

NAMES = ("Camille D.", "Sophie Lambert", "Karim B.")
"""Two who are open and one who is paused."""


@dataclass(frozen=True)
class Act:
    """Something that happens: a verb of `Life` and whom it is about."""

    verb: str
    name: str
    number: int


VERBS = (
    "post", "hold", "undo", "pause", "resume", "note", "see", "close", "release",
    "visitor_writes", "visitor_sees", "visitor_moves", "elsewhere", "cut", "silence", "breathe",
    "minutes_pass",
)  # fmt: skip
acts = st.builds(Act, st.sampled_from(VERBS), st.sampled_from(NAMES), st.integers(0, 9))


class CrookedLink(MemoryLink):
    """Tells that commands are done before their events, as another server might."""

    @override
    async def receive(self) -> FromServer:
        frame = await super().receive()
        if isinstance(frame, replies.Done | replies.Refused) or self._inbox.empty():
            return frame
        following = await super().receive()
        if isinstance(following, replies.Done):
            self.again(frame)
            return following
        self.again(following)
        return frame

    def again(self, frame: FromServer) -> None:
        """Put a frame before all that waits."""
        rest = []
        while not self._inbox.empty():
            rest.append(self._inbox.get_nowait())
        self.put(frame)
        for it in rest:
            self._inbox.put_nowait(it)


class CrookedBackend(MemoryBackend):
    """Opens crooked links to a floor."""

    @override
    async def open(self) -> MemoryLink:
        self._reach()
        return CrookedLink(self)


class Life:
    """Does what is drawn."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.session = stage, stage.session
        self.posted: dict[CommandId, str] = {}
        self.held: list[CommandId] = []
        self.undone: set[CommandId] = set()
        self.models = [Model(self.session, self.id(name)) for name in NAMES]

    def id(self, name: str) -> ConversationId:
        id_ = self.stage.guests[name].conversation
        assert id_ is not None
        return id_

    async def act(self, act: Act) -> None:  # noqa: C901, PLR0912 -- one case for each verb
        id_, number, session = self.id(act.name), act.number, self.session
        guest = self.stage.guests[act.name]
        match act.verb:
            case "post":
                text = f"réponse {len(self.posted)}"
                self.posted[session.post(id_, text)] = text
            case "hold":
                text = f"retenue {len(self.posted)}"
                command = session.post(id_, text, hold=seconds(5))
                self.posted[command] = text
                self.held.append(command)
            case "undo":
                self.undone.update(it for it in self.held[-1:] if session.undo(it))
            case "pause":
                session.submit(id_, Pause(until=session.now() + minutes(3 + number)))
            case "resume":
                session.submit(id_, Resume())
            case "note":
                session.submit(id_, WriteNote(text=f"note {number}"))
            case "see":
                talk = session.conversation(id_)
                session.submit(id_, MarkSeen(seq=talk.seq if talk else 1))
            case "close" if number == 0:
                session.submit(id_, Close(subjects=(SubjectId("stock"),)))
            case "release" if number == 0:
                session.submit(id_, Release())
            case "visitor_writes":
                guest.writes(f"question {number}")
            case "visitor_sees":
                guest.sees()
            case "visitor_moves":
                guest.arrives() if number % 2 else guest.leaves()
            case "elsewhere":
                owner = self.stage.floor.talks[id_].state
                if owner.owner == "alice" and not owner.is_closed:
                    self.stage.expert(act.name, says(f"d’un autre poste {number}"))
            case "cut":
                self.stage.backend.cut()
            case "silence":
                self.stage.backend.reachable = False
                self.stage.backend.cut()
            case "breathe":
                self.stage.backend.reachable = True
                await asyncio.sleep(0.001 * number)
            case "minutes_pass":
                self.stage.clock.advance(timedelta(minutes=number))

    async def settle(self) -> None:
        """Give the link back, say what is to become of what was held, and let all arrive."""
        self.stage.backend.reachable = True
        self.stage.clock.advance(seconds(10))
        await connected(self.session)
        await until(self._has_decided)
        await until(self.agrees)

    def _has_decided(self) -> bool:
        """Send what is held for the first visitor, take it back for the second, and so on."""
        for number, name in enumerate(NAMES):
            decide = self.session.take_back if number % 2 else self.session.send_anyway
            decide(self.id(name))
        return not self.session.connection.waiting

    def agrees(self, session: Session | None = None) -> bool:
        """Whether a desk shows exactly what the server holds."""
        floor, session = self.stage.floor, session or self.session
        owned = {it.id: it for it in floor.owned(ALICE)}
        shown = {card.id: session.conversation(card.id) for card in session.cards()}
        confirmed = {it.state.id: it.state for it in session._desk.replica.here()}
        return shown == confirmed == owned

    def models_agree(self) -> bool:
        """Whether a list on the screen, told of changes only, has as many rows as there are."""
        return all(len(self.session.thread(it.conversation)) == it.count for it in self.models)

    def rows(self, session: Session, id_: ConversationId) -> list[tuple[str, int, Delivery | None]]:
        return [
            (row.key, row.seq, row.delivery if isinstance(row, MessageRow) else None)
            for row in session.thread(id_)
            if row.seq is not None
        ]


@settings(max_examples=60)
@given(st.lists(acts, max_size=25), st.booleans())
def test_after_any_trouble_the_desk_shows_what_a_fresh_one_shows(
    life: list[Act], crooked: bool
) -> None:
    asyncio.run(_live(life, CrookedBackend if crooked else MemoryBackend))


async def _live(acts: list[Act], kind: type[MemoryBackend]) -> None:
    async with demo_session(kind=kind) as stage:
        life = Life(stage)
        for act in acts:
            await life.act(act)
        await life.settle()
        await _compare(life)


async def _compare(life: Life) -> None:
    fresh = Session(
        life.stage.backend, life.stage.token, clock=life.stage.clock, delays=lambda: repeat(0.01)
    )
    running = asyncio.get_running_loop().create_task(fresh.run())
    await connected(fresh)
    try:
        await until(lambda: life.agrees() and life.agrees(fresh))
        for card in fresh.cards():
            assert life.rows(life.session, card.id) == life.rows(fresh, card.id)
        await until(life.models_agree)
        _each_took_effect_once(life)
    finally:
        await fresh.close()
        await running


def _each_took_effect_once(life: Life) -> None:
    """Every message is on the server once, or was taken back or refused and is in a draft."""
    stored = [
        entry.event.id
        for talk in life.stage.floor.talks.values()
        for entry in talk.entries
        if isinstance(entry.event, Message)
    ]
    drafts = [
        line for id_ in life.stage.floor.talks for line in life.session.draft(id_).splitlines()
    ]
    for command, text in life.posted.items():
        times = stored.count(MessageId(command))
        assert times + drafts.count(text) == 1, (text, times, drafts)
        assert times == 0 or command not in life.undone
