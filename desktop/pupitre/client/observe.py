"""News for whoever listens: bound methods, held weakly, each one guarded."""

import logging
from collections.abc import Callable
from typing import Generic, TypeVar
from weakref import WeakMethod

T = TypeVar("T")

log = logging.getLogger(__name__)


class Subscription:
    """A promise to be told, until it is ended or its listener is gone."""

    def __init__(self, listeners: "dict[Subscription, WeakMethod[Callable[[T], None]]]") -> None:
        self._listeners = listeners

    def end(self) -> None:
        """Hear nothing more; ending twice is harmless."""
        self._listeners.pop(self, None)


class Observable(Generic[T]):
    """Something that has news.

    A listener that fails is logged and the others still hear: a bug on the screen must
    not stop the task that reads the network.
    """

    def __init__(self) -> None:
        self._listeners: dict[Subscription, WeakMethod[Callable[[T], None]]] = {}

    def subscribe(self, listener: Callable[[T], None]) -> Subscription:
        """Tell this bound method from now on; it is held weakly (no lambda, no `partial`)."""
        if getattr(listener, "__self__", None) is None:
            raise TypeError("Only a bound method can subscribe: it ends with its object")
        subscription = Subscription(self._listeners)
        self._listeners[subscription] = WeakMethod(listener)
        return subscription

    def notify(self, news: T) -> None:
        """Tell every listener that is still there, in the order they came."""
        for subscription, reference in tuple(self._listeners.items()):
            listener = reference()
            if listener is None:
                subscription.end()
            elif subscription in self._listeners:
                tell(listener, news)


def tell(listener: Callable[[T], None], news: T) -> None:
    """Tell one listener; its failure is logged and goes no further."""
    try:
        listener(news)
    except Exception:  # a bug of the listener's: heard once, and never below
        log.exception("A listener failed on %s", type(news).__name__)
