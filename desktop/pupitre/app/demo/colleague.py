"""A colleague without a screen: a second session that answers by itself."""

import asyncio
from collections.abc import Callable

from pupitre.app.tasks import spawn, stop
from pupitre.backends.native import NativeBackend
from pupitre.client.changes import Alert, Change
from pupitre.client.session import Session
from pupitre.client.views import LinkState
from pupitre.domain.commands import Release, SetAvailability

PATIENCE = 10.0


class Colleague:
    """Signs in, takes what comes and says one sentence to each visitor."""

    def __init__(self, name: str, sentence: str, told: Callable[[str, str], None]) -> None:
        self.name = name
        self._sentence = sentence
        self._told = told
        self._session: Session | None = None
        self._running: asyncio.Task[None] | None = None

    async def come(self, address: str, email: str, password: str) -> None:
        """Sign in and take conversations."""
        backend = NativeBackend(address)
        signed_in = await backend.sign_in(email, password)
        self._session = session = Session(backend, signed_in.token)
        session.changes.subscribe(self._on_change)
        self._running = spawn(session.run(), name=f"colleague {self.name}")
        async with asyncio.timeout(PATIENCE):
            while session.connection.state is not LinkState.CONNECTED:  # noqa: ASYNC110 -- a play looks on
                await asyncio.sleep(0.02)
        session.submit(None, SetAvailability(available=True))
        self._told(self.name, "sits at another desk and is available")

    async def leave(self) -> None:
        """Give everything back and go."""
        if self._session is None:
            return
        self._session.submit(None, SetAvailability(available=False))
        for card in self._session.cards():
            self._session.submit(card.id, Release())
        await self._session.close()
        await stop(self._running)

    def _on_change(self, change: Change) -> None:
        if isinstance(change, Alert) and self._session is not None:
            card = self._session.card(change.conversation)
            name = card.name if card and card.name else "a visitor"
            self._told(self.name, f"is given {name}: {change.kind.value}")
            self._session.post(change.conversation, self._sentence)
