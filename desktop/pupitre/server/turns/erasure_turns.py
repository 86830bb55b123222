"""Forgets conversations and visitors: in memory, in every list, and at the desks concerned."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from typing_extensions import override

from pupitre.domain.commands import End
from pupitre.domain.conversation import Status
from pupitre.domain.ids import VisitorId
from pupitre.domain.people import VISITOR
from pupitre.server.acts import carry_out
from pupitre.server.loader import Loader
from pupitre.server.round import Round
from pupitre.server.store.erasures import Doomed
from pupitre.server.talks import Talk
from pupitre.server.turns.turn import Turn


class Erase(Turn[None]):
    """Erases these conversations; those that are not over are ended first."""

    def __init__(
        self,
        doomed: Sequence[Doomed],
        visitors: Collection[VisitorId] = (),
        *,
        spares_the_present: bool = False,
        silent_since: datetime | None = None,
    ) -> None:
        super().__init__()
        self._doomed = doomed
        self._visitors = visitors
        self._spares = spares_the_present
        """Leave visitors alone who are on the site now."""
        self._silent_since = silent_since
        """Leave conversations alone in which something has happened since then."""

    @override
    async def prepare(self, loader: Loader) -> None:
        await loader.talks([it.id for it in self._doomed if not it.is_closed])

    @override
    def take(self, round_: Round) -> None:
        for it in self._doomed:
            talk = round_.present.talk(it.id)
            if talk and not self._is_doomed(talk):
                continue
            if talk and not talk.state.is_closed:
                carry_out(round_, talk, End(), VISITOR)
            round_.erase(it.id)
            guest = round_.present.guests.get(it.visitor)
            if guest and guest.latest == it.id:
                round_.keep(replace(guest, latest=None))
        self._forget(round_)

    def _is_doomed(self, talk: Talk) -> bool:
        since = self._silent_since
        return since is None or (
            talk.state.status is not Status.PAUSED
            and not talk.state.on_site
            and all(entry.at < since for entry in talk.tail[-1:])
        )

    def _forget(self, round_: Round) -> None:
        for visitor in self._visitors:
            if not (self._spares and round_.present.mails.is_here(visitor)):
                round_.forget(visitor)
