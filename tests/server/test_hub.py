"""Who is connected, and the frames on their way."""

import asyncio
from collections.abc import Iterable

from pupitre.domain.ids import ExpertId
from pupitre.server.hub import Link, Links

ALICE = ExpertId("alice")


class Road:
    """A way out that notes what leaves in one piece."""

    def __init__(self) -> None:
        self.left: list[list[str]] = []
        self.is_free = True
        self.interrupted = 0

    def put(self, frames: Iterable[str]) -> bool:
        if self.is_free:
            self.left.append(list(frames))
        return self.is_free

    def interrupt(self) -> None:
        self.interrupted += 1


async def test_what_is_sent_in_one_turn_leaves_in_one_piece() -> None:
    link, road = Link(ALICE), Road()
    link.send("first")
    link.open(road)
    for frame in ("a", "b"):
        link.send(frame)
    await asyncio.sleep(0)
    link.send("c")
    await asyncio.sleep(0)
    assert road.left == [["first"], ["a", "b"], ["c"]]


async def test_frames_wait_in_order_for_a_reader_who_is_slow() -> None:
    link, road = Link(ALICE), Road()
    link.open(road)
    road.is_free = False
    for frame in ("a", "b"):
        link.send(frame)
        await asyncio.sleep(0)
    road.is_free = True
    link.flush()
    assert road.left == [["a", "b"]]


async def test_a_slow_reader_is_let_go() -> None:
    link, road = Link(ALICE, limit=10), Road()
    link.open(road)
    link.send("x" * 50)
    assert road.interrupted == 0
    link.send("y")
    assert link.ending == (1013, "too slow")
    assert road.interrupted == 1
    link.send("z")
    assert not link._frames


def test_a_link_that_was_ended_before_it_opened_says_so() -> None:
    link, road = Link(ALICE), Road()
    link.end(4401, "signed out")
    link.open(road)
    assert road.interrupted == 1


def test_everybody_gets_what_is_theirs() -> None:
    links: Links[ExpertId] = Links()
    one, two, other = Link(ALICE), Link(ALICE), Link(ExpertId("bruno"))
    for link in (one, two, other):
        links.add(link)
    links.send(ALICE, "hello")
    links.send(None, "nobody")
    assert [len(link._frames) for link in (one, two, other)] == [1, 1, 0]
    assert len(links) == 3
    assert set(links) == {one, two, other}
    assert set(links.of(ALICE)) == {one, two}


def test_the_last_link_is_known_as_the_last() -> None:
    links: Links[ExpertId] = Links()
    one, two = Link(ALICE), Link(ALICE)
    links.add(one)
    links.add(two)
    assert not links.remove(one)
    assert links.remove(two)
    assert not links.remove(two)
    assert ALICE not in links
