"""The link's state is told when it changes, and only then."""

from datetime import timedelta

from pupitre.backends.clock import ManualClock
from pupitre.client.changes import Change, ConnectionChanged
from pupitre.client.news import News
from pupitre.client.observe import Observable
from pupitre.client.status import Status
from pupitre.client.views import LinkState
from tests.client.ground import NOON
from tests.client.listening import Ear


class Scene:
    def __init__(self) -> None:
        changes = Observable[Change]()
        self.clock, self.ear = ManualClock(NOON), Ear(changes)
        self.status = Status(News(changes, lambda _: None, lambda _: None), self.clock.now)

    @property
    def told(self) -> list[LinkState]:
        return [it.connection.state for it in self.ear.all(ConnectionChanged)]


def test_it_begins_by_connecting_and_is_stale() -> None:
    connection = Scene().status.connection
    assert (connection.state, connection.since) == (LinkState.CONNECTING, NOON)
    assert connection.stale


def test_the_same_state_again_is_no_news() -> None:
    it = Scene()
    it.status.become(LinkState.CONNECTED)
    it.clock.advance(timedelta(minutes=1))
    it.status.become(LinkState.CONNECTED)
    assert it.told == [LinkState.CONNECTED]
    assert it.status.connection.since == NOON
    assert not it.status.connection.stale


def test_a_lost_link_says_since_when() -> None:
    it = Scene()
    it.clock.advance(timedelta(minutes=5))
    it.status.become(LinkState.LOST, NOON)
    assert it.status.connection.since == NOON


def test_a_refusal_is_kept_until_the_state_changes() -> None:
    it = Scene()
    it.status.refuse("not_signed_in", "Sign in again.")
    connection = it.status.connection
    assert (connection.state, connection.refused) == (LinkState.SIGNED_OUT, "Sign in again.")
    it.status.become(LinkState.CONNECTING)
    assert it.status.connection.refused is None


def test_what_waits_is_counted() -> None:
    it = Scene()
    it.status.wait_for(2)
    it.status.wait_for(2)
    it.status.wait_for(0)
    assert [news.connection.waiting for news in it.ear.all(ConnectionChanged)] == [2, 0]


def test_a_slow_link_is_said_until_it_is_lost() -> None:
    it = Scene()
    it.status.become(LinkState.CONNECTED)
    it.status.slow(is_slow=True)
    it.status.slow(is_slow=True)
    it.status.become(LinkState.LOST)
    told = [news.connection.slow for news in it.ear.all(ConnectionChanged)]
    assert told == [False, True, False]
