"""Between the line and the desk: what a link's beginning, life and end mean here."""

from collections.abc import Mapping
from datetime import datetime

from typing_extensions import override

from pupitre.client.absence import Absence
from pupitre.client.asking import Asking
from pupitre.client.desk import Desk
from pupitre.client.hearing import Hearing
from pupitre.client.homecoming import Homecoming
from pupitre.client.inquiries import Inquiries
from pupitre.client.line import Listener
from pupitre.client.replica import Mark
from pupitre.client.views import LinkState
from pupitre.wire.expert_frames import FromServer, Welcome


class Reception(Listener):
    """Tells the desk, the outbox and the open questions."""

    def __init__(
        self,
        desk: Desk,
        hearing: Hearing,
        homecoming: Homecoming,
        absence: Absence,
        asking: Asking,
        inquiries: Inquiries,
    ) -> None:
        self._desk, self._hearing, self._asking = desk, hearing, asking
        self._homecoming, self._absence = homecoming, absence
        self._inquiries = inquiries
        self.away_since: datetime | None = None
        """Since when the server has not been heard; None while it is, and on the first day."""

    @override
    def connecting(self) -> None:
        if self._desk.status.connection.state is LinkState.SIGNED_OUT:
            self._desk.status.become(LinkState.CONNECTING)

    @override
    def catching_up(self) -> Mapping[str, Mark]:
        self._desk.status.become(LinkState.CATCHING_UP)
        return self._desk.replica.known()

    @override
    async def welcomed(self, frame: Welcome) -> None:
        away = self.away_since is not None
        happened, left = await self._homecoming.welcome(frame, after_absence=away)
        self._absence.begin(self.away_since, happened, left)

    @override
    def live(self) -> None:
        self.away_since = None
        self._desk.touch_all()
        self._desk.status.become(LinkState.CONNECTED)
        self._asking.pump()
        self._absence.look()

    @override
    def heard(self, frame: FromServer) -> None:
        self._hearing.frame(frame)

    @override
    def slow(self, is_slow: bool) -> None:
        self._desk.status.slow(is_slow=is_slow)

    @override
    def lost(self) -> None:
        self.away_since = self.away_since or self._desk.clock.now()
        self._desk.touch_all()  # told with the state: no dot says more than the link does
        self._desk.status.become(LinkState.LOST, self.away_since)
        self._put_down()

    @override
    def refused(self, code: str, sentence: str) -> None:
        self._desk.touch_all()
        self._desk.status.refuse(code, sentence)
        self._put_down()

    def _put_down(self) -> None:
        """Nothing is on its way any more, and nobody is known to type."""
        self._asking.link_lost()
        self._inquiries.link_lost()
        self._absence.end()
        self._hearing.link_lost()
