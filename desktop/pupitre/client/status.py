"""The link's state as people understand it, told when it changes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from pupitre.client.changes import ConnectionChanged
from pupitre.client.news import News
from pupitre.client.views import Connection, LinkState


class Status:
    """Keeps the one `Connection` value."""

    def __init__(self, news: News, now: Callable[[], datetime]) -> None:
        self._news, self._now = news, now
        self.connection = Connection(state=LinkState.CONNECTING, since=now())

    def become(self, state: LinkState, since: datetime | None = None) -> None:
        """Note the state; the same one again changes nothing."""
        if state is not self.connection.state:
            self._set(
                replace(
                    self.connection,
                    state=state,
                    since=since or self._now(),
                    slow=False,
                    refused=None,
                    refused_code=None,
                )
            )

    def slow(self, *, is_slow: bool) -> None:
        """Note whether the server takes long to answer."""
        if is_slow != self.connection.slow:
            self._set(replace(self.connection, slow=is_slow))

    def refuse(self, code: str, sentence: str) -> None:
        """Note that the server does not let this desk in."""
        self._set(
            replace(
                self.connection,
                state=LinkState.SIGNED_OUT,
                since=self._now(),
                refused=sentence,
                refused_code=code,
            )
        )

    def wait_for(self, commands: int, parked: int = 0) -> None:
        """Note how many commands are still to leave, and how many wait for a word."""
        known = self.connection
        if (commands, parked) != (known.waiting, known.parked):
            self._set(replace(known, waiting=commands, parked=parked))

    def _set(self, connection: Connection) -> None:
        self.connection = connection
        self._news.tell(ConnectionChanged(connection))
