"""The link is made, kept, and made again: at once, later, or not at all."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from functools import partial
from itertools import repeat

import pytest
from typing_extensions import override

from pupitre.backends.memory import MemoryBackend
from pupitre.backends.memory_link import MemoryLink
from pupitre.backends.port import Unreachable
from pupitre.client import line, pulse
from pupitre.client.line import Line, Listener
from pupitre.client.replica import Hole, Mark
from pupitre.wire import expert_frames, replies
from pupitre.wire.expert_frames import FromServer, ToServer, Welcome
from tests.support.hearing import HardOfHearing
from tests.support.patience import LONG
from tests.support.story import Stage, demo_session, until


class Diary(Listener):
    """Writes down what the line says."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.frames: list[FromServer] = []
        self.pace: list[bool] = []
        self.holes = 0

    def has_lost(self, times: int) -> bool:
        return self.said.count("lost") == times

    @override
    def connecting(self) -> None:
        self.said.append("connecting")

    @override
    def catching_up(self) -> Mapping[str, Mark]:
        self.said.append("catching up")
        return {}

    @override
    async def welcomed(self, frame: Welcome) -> None:
        self.said.append("welcomed")
        if self.holes:
            self.holes -= 1
            raise Hole

    @override
    def live(self) -> None:
        self.said.append("live")

    @override
    def heard(self, frame: FromServer) -> None:
        self.frames.append(frame)

    @override
    def slow(self, is_slow: bool) -> None:
        self.pace.append(is_slow)

    @override
    def lost(self) -> None:
        self.said.append("lost")

    @override
    def refused(self, code: str, sentence: str) -> None:
        self.said.append(f"refused {code}")


LIFE = ["connecting", "catching up", "welcomed", "live"]


class Waits:
    """Delays that are counted, and how often they began anew."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.begun, self.waited = seconds, 0, 0

    def __call__(self) -> Iterator[float]:
        self.begun += 1
        for seconds in repeat(self.seconds):
            self.waited += 1
            yield seconds


@asynccontextmanager
async def running(
    stage: Stage, waits: Waits, token: str = "", backend: MemoryBackend | None = None
) -> AsyncIterator[tuple[Line, Diary]]:
    made, diary = Line(backend or stage.backend, token or stage.token, waits), Diary()
    task = asyncio.get_running_loop().create_task(made.run(diary))
    try:
        yield made, diary
    finally:
        await made.stop()
        await task


async def test_it_says_hello_and_is_live() -> None:
    async with demo_session() as stage, running(stage, Waits(0.01)) as (it, diary):
        assert not it.send(replies.Ping()), "there is no link yet"
        await until(lambda: it.is_live)
        assert diary.said == LIFE
        assert it.send(replies.Ping())
        await until(lambda: len(diary.frames) == 2)
        assert diary.frames == [replies.Pong()] * 2, "the pulse asked as well"


async def test_a_lost_link_is_made_again_and_waits_begin_anew() -> None:
    async with demo_session() as stage, running(stage, waits := Waits(0.001)) as (it, diary):
        for times in range(1, 4):
            await until(lambda: it.is_live)
            stage.backend.cut()
            await until(partial(diary.has_lost, times))
        await until(lambda: it.is_live)
        assert diary.said == [*LIFE, *["lost", *LIFE] * 3]
        assert waits.begun == 3


async def test_waits_grow_while_there_is_no_welcome() -> None:
    async with demo_session() as stage:
        stage.backend.reachable = False
        async with running(stage, waits := Waits(0.001)) as (_, diary):
            await until(lambda: waits.waited > 3)
            assert waits.begun == 1
            assert set(diary.said) == {"connecting", "lost"}


async def test_a_refusal_is_not_tried_again() -> None:
    async with demo_session() as stage, running(stage, Waits(0.001), token="worn out") as (_, it):
        await until(lambda: "refused not_signed_in" in it.said)
        await asyncio.sleep(0.02)
        assert it.said == ["connecting", "catching up", "refused not_signed_in"]


async def test_a_session_that_the_server_ends_is_not_tried_again() -> None:
    async with demo_session() as stage, running(stage, Waits(0.001)) as (it, diary):
        await until(lambda: it.is_live)
        stage.backend.revoke(stage.token)
        await until(lambda: diary.said[-1] == "refused not_signed_in")


async def test_a_hole_makes_it_say_hello_again() -> None:
    async with demo_session() as stage, running(stage, Waits(0.001)) as (it, diary):
        diary.holes = 2
        await until(lambda: diary.said.count("welcomed") == 3)
        await until(lambda: it.is_live)


async def test_a_computer_that_wakes_up_does_not_wait() -> None:
    async with demo_session() as stage:
        stage.backend.reachable = False
        async with running(stage, Waits(60)) as (it, diary):
            await until(lambda: "lost" in diary.said)
            stage.backend.reachable = True
            it.look_awake()
            await until(lambda: it.is_live)


class DeafBackend(HardOfHearing):
    """Its links go silent when told: half open, as after a sleep."""

    deaf = False

    @override
    def hears(self, frame: ToServer) -> bool:
        return not self.deaf


async def test_a_link_that_died_in_its_sleep_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line, "PROOF", 0.4)
    monkeypatch.setattr(line, "PATIENCE", 0.02)
    async with (
        demo_session(kind=DeafBackend) as stage,
        running(stage, Waits(0.001)) as (it, diary),
    ):
        await until(lambda: it.is_live)
        it.look_awake()
        await until(lambda: diary.frames)
        await asyncio.sleep(0.5)
        assert it.is_live, "it gave a sign of life"
        monkeypatch.setattr(line, "PROOF", 0.02)
        monkeypatch.setattr(DeafBackend, "deaf", True)
        it.look_awake()
        await until(lambda: "lost" in diary.said)
        monkeypatch.setattr(DeafBackend, "deaf", False)
        await until(lambda: it.is_live)


async def test_a_server_that_says_nothing_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    async with demo_session(kind=DeafBackend) as stage:
        monkeypatch.setattr(line, "PATIENCE", 0.02)
        monkeypatch.setattr(DeafBackend, "deaf", True)
        async with running(stage, Waits(0.001)) as (_, diary):
            await until(lambda: "lost" in diary.said)


class BusyBackend(MemoryBackend):
    """Asks the first desk to slow down, and speaks gibberish to the second."""

    opened = 0

    @override
    async def open(self) -> MemoryLink:
        self.opened += 1
        link = await super().open()
        if self.opened == 2:
            link.put(replies.Refused(code="slow_down", message="Wait."))
        if self.opened == 3:
            link._inbox.put_nowait('{"type": "welcome"}')
        if self.opened == 4:
            link.put(expert_frames.QueueChanged(group="g", waiting=1))
        return link


@pytest.mark.logs("frame that cannot be read")
async def test_a_busy_or_confused_server_is_tried_again() -> None:
    async with (
        demo_session(kind=BusyBackend) as stage,
        running(stage, Waits(0.001)) as (it, diary),
    ):
        await until(lambda: it.is_live)
        assert diary.said == [*["connecting", "catching up", "lost"] * 2, *LIFE]


class HangingBackend(MemoryBackend):
    """A network where nothing answers, not even with a refusal."""

    hangs = False

    @override
    async def open(self) -> MemoryLink:
        if self.hangs:
            await asyncio.Event().wait()
        return await super().open()


async def test_stopping_does_not_wait_for_a_dead_network(monkeypatch: pytest.MonkeyPatch) -> None:
    async with demo_session(kind=HangingBackend) as stage:
        monkeypatch.setattr(HangingBackend, "hangs", True)
        async with asyncio.timeout(LONG), running(stage, Waits(60)) as (_, diary):
            await until(lambda: diary.said)
        assert diary.said == ["connecting"]


async def test_an_attempt_from_before_the_network_returned_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with demo_session(kind=HangingBackend) as stage:
        monkeypatch.setattr(HangingBackend, "hangs", True)
        async with running(stage, Waits(60)) as (it, diary):
            await until(lambda: it._opening)
            monkeypatch.setattr(HangingBackend, "hangs", False)
            it.look_awake()
            await until(lambda: it.is_live)
            assert diary.said == ["connecting", "lost", *LIFE]


async def test_waking_up_during_an_attempt_that_fails_is_not_forgotten() -> None:
    async with demo_session(kind=WakingBackend) as stage, running(stage, Waits(60)) as (it, diary):
        assert isinstance(stage.backend, WakingBackend)
        stage.backend.opened = 0
        stage.backend.wake = it.look_awake
        stage.backend.cut()
        await until(lambda: it.is_live)
        assert diary.said[-5:] == ["lost", *LIFE]


class WakingBackend(MemoryBackend):
    """Wakes its computer up in the middle of an attempt, which fails."""

    opened = 1
    wake: Callable[[], None] = staticmethod(lambda: None)

    @override
    async def open(self) -> MemoryLink:
        self.opened += 1
        if self.opened == 1:
            self.wake()
            raise Unreachable("not yet")
        return await super().open()


async def test_a_server_that_takes_long_to_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulse, "LONG", 0.05)
    monkeypatch.setattr(pulse, "EVERY", 0.01)
    async with (
        demo_session(kind=DeafBackend) as stage,
        running(stage, Waits(0.001)) as (it, diary),
    ):
        await until(lambda: diary.pace[-1:] == [False])
        monkeypatch.setattr(DeafBackend, "deaf", True)
        await until(lambda: diary.pace[-1:] == [True])
        monkeypatch.setattr(DeafBackend, "deaf", False)
        it.send(replies.Ping())  # the late answer comes
        await until(lambda: diary.pace[-1:] == [False])
        assert diary.said == LIFE, "slow is not lost"


async def test_many_frames_do_not_keep_the_loop_from_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(line, "SLICE", 0.0)
    async with demo_session() as stage, running(stage, Waits(0.001)) as (it, diary):
        await until(lambda: it.is_live)
        (link,) = [it for it in stage.backend._links if it.token][-1:]
        for _ in range(500):
            link.put(replies.Pong())
        turns = 0
        while len(diary.frames) < 500:
            await asyncio.sleep(0)
            turns += 1
        assert turns > 100
