"""Listeners are held weakly, told in order, and do not disturb each other."""

import gc

import pytest

from pupitre.client.observe import Observable


class Listener:
    def __init__(self) -> None:
        self.heard: list[int] = []

    def hear(self, news: int) -> None:
        self.heard.append(news)

    def fail(self, news: int) -> None:
        raise RuntimeError(news)


def test_a_listener_hears_until_its_subscription_ends() -> None:
    news, listener = Observable[int](), Listener()
    subscription = news.subscribe(listener.hear)
    news.notify(1)
    subscription.end()
    subscription.end()
    news.notify(2)
    assert listener.heard == [1]


def test_a_listener_that_is_gone_is_forgotten() -> None:
    news, listener = Observable[int](), Listener()
    heard = listener.heard
    news.subscribe(listener.hear)
    del listener
    gc.collect()
    news.notify(1)
    assert heard == []


@pytest.mark.logs("A listener failed on int")
def test_a_listener_that_fails_does_not_stop_the_others() -> None:
    news, bad, good = Observable[int](), Listener(), Listener()
    news.subscribe(bad.fail)
    news.subscribe(good.hear)
    news.notify(1)
    assert good.heard == [1]


def test_only_bound_methods_subscribe() -> None:
    with pytest.raises(TypeError):
        Observable[int]().subscribe(lambda _: None)


def test_a_listener_that_leaves_while_news_is_told_hears_nothing_more() -> None:
    news, listener = Observable[int](), Listener()

    class Leaver:
        def hear(self, _: int) -> None:
            subscription.end()

    leaver = Leaver()
    news.subscribe(leaver.hear)
    subscription = news.subscribe(listener.hear)
    news.notify(1)
    assert listener.heard == []
