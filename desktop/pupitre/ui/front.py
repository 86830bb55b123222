"""The desk's page and its list: first as they were left, then over a session."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QObject

from pupitre.client.glance import Glance
from pupitre.domain.ids import MissionId
from pupitre.domain.standing import Status
from pupitre.ui import actions
from pupitre.ui.early import Early
from pupitre.ui.models.conversations import ConversationModel
from pupitre.ui.views.desk_page import DeskPage

Now = Callable[[], datetime]
MissionName = Callable[[MissionId], str]


class Front(QObject):
    """One page for one desk: who looks at it sees no difference when the session comes."""

    def __init__(self, now: Now, mission_name: MissionName = str) -> None:
        super().__init__()
        self._now, self._mission_name = now, mission_name
        self.model = ConversationModel(self.now, self._name_of, self)
        self.page = DeskPage(self.model, self.now)
        self._early = Early(self)

    @classmethod
    def of(cls, glance: Glance, now: Now) -> "Front":
        """Return the page as it was left; what is asked of it is kept for `hand_over`."""
        front = cls(now, lambda mission: glance.missions.get(mission, mission))
        page = front.page
        front.model.show(glance.cards)
        page.list.chosen.connect(page.list.show_chosen)
        bar = page.bar
        front._early.keep(page.list.chosen, bar.availability_asked, bar.slots_asked)
        front._early.keep(bar.paused_asked, bar.day_asked)
        bar.show_you(glance.you)
        bar.show_paused(sum(card.status is Status.PAUSED for card in glance.cards))
        page.status.show_beginning(now())
        return front

    def show_keys(self, chosen: Mapping[str, str]) -> None:
        """Say which keys lead to the search, before the desk does."""
        self.page.bar.search.show_keys(actions.keys_of("search", chosen))

    def now(self) -> datetime:
        """Return the time: this computer's, then the server's."""
        return self._now()

    def _name_of(self, mission: MissionId) -> str:
        return self._mission_name(mission)

    def follow(self, now: Now, mission_name: MissionName) -> None:
        """Take time and names from a session from now on."""
        self._now, self._mission_name = now, mission_name

    @property
    def has_cards(self) -> bool:
        """There is something to choose."""
        return self.model.first_card().isValid()

    def hand_over(self) -> None:
        """Ask again what was asked before the session was there."""
        self._early.tell()
