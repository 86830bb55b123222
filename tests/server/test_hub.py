"""Who is connected, and the frames on their way."""

from pupitre.domain.ids import ExpertId
from pupitre.server.hub import Link, Links

ALICE = ExpertId("alice")


async def test_frames_keep_their_order() -> None:
    link = Link(ALICE)
    for frame in ("a", "b"):
        link.send(frame)
    assert [await link.next(), await link.next()] == ["a", "b"]


def test_a_slow_reader_is_let_go() -> None:
    link, stopped = Link(ALICE, limit=10), []
    link.stop = lambda: stopped.append(True)
    link.send("x" * 50)
    assert not stopped
    link.send("y")
    assert link.ending == (1013, "too slow")
    assert stopped
    link.send("z")
    assert not link._frames


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
