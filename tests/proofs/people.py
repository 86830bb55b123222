"""Visitors and experts of random behaviour, who remember what was acknowledged to them."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.proofs.writers import AGAIN, BROKEN
from tests.support.clients import ExpertDesk, Frame, VisitorPage, expert_at, fresh, visitor_at

SUBJECTS = {"velo": "velo-autre", "cave": "cave-accord"}
GROUPS = ("velo-conseil", "cave-sommeliers")

ATTENTION = 0.99
"""How much of an expert's goes to what is not paused."""


@dataclass
class World:
    """What everybody shares: where the server is, its time, and when the day is over."""

    url: Callable[[], str]
    rate: float
    over: asyncio.Event = field(default_factory=asyncio.Event)
    acts: int = 0
    answers: dict[str, int] = field(default_factory=dict)
    acknowledged: set[str] = field(default_factory=set)

    async def passes(self, hours: float) -> None:
        """Let some of the server's hours pass, or the day end."""
        try:
            async with asyncio.timeout(hours * 3600 / self.rate):
                await self.over.wait()
        except TimeoutError:
            return

    def note(self, id_: str, answer: Frame, *, posted: bool) -> None:
        """Count an answer; keep the id of a message that is stored."""
        self.acts += 1
        code = answer.get("code", "done")
        self.answers[code] = self.answers.get(code, 0) + 1
        if posted and answer["type"] == "done":
            self.acknowledged.add(id_)


class RandomVisitor:
    """Comes, writes, leaves, comes back; sends again what was not answered."""

    def __init__(self, world: World, chance: random.Random) -> None:
        self._world, self._chance = world, chance
        self._mission = chance.choices(("velo", "cave"), (7, 3))[0]
        self._token: str | None = None
        self._unanswered: tuple[str, Frame] | None = None

    async def live(self) -> None:
        """Pass a day."""
        await self._world.passes(self._chance.uniform(0, 20))
        while not self._world.over.is_set():
            try:
                async with visitor_at(self._world.url(), self._mission, self._token) as page:
                    await self._visit(page)
            except* BROKEN:
                await asyncio.sleep(AGAIN)
            await self._world.passes(self._chance.choice((0.001, 0.1, 1, 4)))

    async def _visit(self, page: VisitorPage) -> None:
        welcome = await page.of_type("welcome")
        self._token = welcome["visitor"]
        if welcome.get("survey_due") and self._chance.random() < 0.5:
            due = {"type": "answer_survey", "conversation": welcome["survey_due"]}
            await self._ask(page, due | {"csat": self._chance.randint(1, 5), "comment": "Merci"})
        for _ in range(self._chance.randint(1, 6)):
            if self._world.over.is_set():
                return
            await self._act(page)
            page.frames.clear()
            await self._world.passes(self._chance.choice((0.005, 0.02, 0.1)))

    async def _act(self, page: VisitorPage) -> None:
        match self._chance.choices(("post", "page", "seen", "email", "end"), (60, 15, 15, 5, 5))[0]:
            case "post":
                await self._ask(page, {"type": "post", "text": fresh(), "attachments": []})
            case "page":
                await page.send({"type": "page", "url": f"https://shop.example/{fresh()}"})
            case "seen":
                await self._ask(page, {"type": "seen", "seq": self._chance.randint(1, 60)})
            case "email":
                await self._ask(page, {"type": "email", "email": f"{fresh()}@example.org"})
            case _:
                await self._ask(page, {"type": "end"})

    async def _ask(self, page: VisitorPage, command: Frame) -> None:
        """Ask, and first once more what a broken link left without an answer."""
        for id_, it in (
            (self._unanswered, (fresh(), command)) if self._unanswered else ((fresh(), command),)
        ):
            self._unanswered = (id_, it)
            answer = await page.ask(it, id_)
            self._unanswered = None
            self._world.note(id_, answer, posted=it["type"] == "post")


class RandomExpert:
    """Answers, pauses, transfers, closes; goes away, and loses the link."""

    def __init__(self, world: World, chance: random.Random, name: str, token: str) -> None:
        self._world, self._chance = world, chance
        self.name, self._token = name, token
        self._colleagues: list[str] = []
        self._talks: dict[str, str] = {}
        """What is on the desk, with its mission."""
        self._closed: list[str] = []
        self._paused: set[str] = set()
        self._now = datetime.min.replace(tzinfo=UTC)
        self._unanswered: tuple[str, str | None, Frame] | None = None

    async def live(self) -> None:
        """Pass a day."""
        while not self._world.over.is_set():
            try:
                async with expert_at(self._world.url(), token=self._token) as desk:
                    await self._sit(desk)
            except* BROKEN:
                await asyncio.sleep(AGAIN)
            await self._world.passes(self._chance.choice((0.001, 0.02, 0.5)))

    async def _sit(self, desk: ExpertDesk) -> None:
        welcome = await desk.of_type("welcome")
        self._colleagues = [it["id"] for it in welcome["colleagues"]]
        self._talks = {it["id"]: it["mission"] for it in welcome["conversations"]}
        self._now = datetime.fromisoformat(welcome["now"])
        began = asyncio.get_running_loop().time()
        await self._ask(desk, {"type": "availability", "available": True})
        for _ in range(self._chance.randint(50, 400)):
            if self._world.over.is_set():
                return
            passed = asyncio.get_running_loop().time() - began
            now = self._now + timedelta(seconds=passed * self._world.rate)
            await self._act(desk, now)
            self._look(desk)
            await self._world.passes(self._chance.uniform(0, 0.01))

    def _look(self, desk: ExpertDesk) -> None:
        for frame in desk.frames:
            if frame["type"] == "arrived":
                it = frame["conversation"]
                self._talks[it["id"]] = it["mission"]
            elif frame["type"] == "departed":
                self._talks.pop(frame["conversation"], None)
                self._closed = [*self._closed[-20:], frame["conversation"]]
            elif frame["type"] == "event" and frame["event"]["type"] == "paused":
                self._paused.add(frame["conversation"])
            elif frame["type"] == "event" and frame["event"]["type"] == "resumed":
                self._paused.discard(frame["conversation"])
        desk.frames.clear()

    async def _act(self, desk: ExpertDesk, now: datetime) -> None:
        drawn = self._chance.random()
        if drawn < 0.01:
            is_here = self._chance.random() < 0.7
            await self._ask(desk, {"type": "availability", "available": is_here})
        elif drawn < 0.02:
            await self._ask(desk, {"type": "slots", "slots": self._chance.randint(1, 4)})
        elif drawn < 0.04 and self._closed:
            await self._ask(desk, self._about(now, "velo"), self._chance.choice(self._closed))
        elif self._talks:
            awake = set(self._talks) - self._paused
            some = awake if awake and self._chance.random() < ATTENTION else set(self._talks)
            talk = self._chance.choice(sorted(some))
            await self._ask(desk, self._about(now, self._talks[talk]), talk)

    def _about(self, now: datetime, mission: str) -> Frame:
        """Return something that an expert may do to a conversation."""
        chance = self._chance
        until = (now + timedelta(hours=chance.uniform(0.1, 5))).isoformat(timespec="milliseconds")
        pause = {"type": "pause", "until": until.replace("+00:00", "Z")}
        acts: list[tuple[int, Frame]] = [
            (50, {"type": "post", "text": fresh(), "attachments": []}),
            (8, {"type": "seen", "seq": chance.randint(1, 60)}),
            (9, pause | {"keep": True}),
            (4, pause | {"keep": False}),
            (4, {"type": "resume"}),
            (2, {"type": "release"}),
            (3, self._transfer("expert", chance.choice(self._colleagues))),
            (2, self._transfer("group", chance.choice(GROUPS))),
            (8, {"type": "close", "subjects": [SUBJECTS[mission]], "note": "", "survey": True}),
            (2, {"type": "qualify", "subjects": [SUBJECTS[mission]], "note": fresh()}),
            (3, {"type": "note", "text": fresh()}),
            (1, {"type": "block", "reason": fresh(), "until": until.replace("+00:00", "Z")}),
        ]
        return chance.choices([act for _, act in acts], [weight for weight, _ in acts])[0]

    def _transfer(self, kind: str, target: str) -> Frame:
        anyway = self._chance.random() < 0.5
        return {"type": "transfer", kind: target, "note": "", "anyway": anyway}

    async def _ask(self, desk: ExpertDesk, command: Frame, talk: str | None = None) -> None:
        """Ask, and first once more what a broken link left without an answer."""
        again: list[tuple[str, str | None, Any]] = [(fresh(), talk, command)]
        for id_, about, it in ([self._unanswered] if self._unanswered else []) + again:
            self._unanswered = (id_, about, it)
            answer = await desk.ask(it, about, id_)
            self._unanswered = None
            self._world.note(id_, answer, posted=it["type"] == "post")
