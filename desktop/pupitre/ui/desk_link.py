"""Ties the list, the bars and the empty panes to the session."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from pupitre.client import availability
from pupitre.client import changes as c
from pupitre.client.listing import Tally
from pupitre.client.session import Session
from pupitre.domain.commands import SetAvailability, SetSlots
from pupitre.domain.ids import ConversationId, MissionId
from pupitre.domain.mission import Mission
from pupitre.ui import advice, day, naming
from pupitre.ui.bridge import Bridge
from pupitre.ui.front import Front
from pupitre.ui.models.entries import waiting_groups
from pupitre.ui.views.empty import Advice
from pupitre.ui.views.figures import FiguresCard

_FRAME = 160
"""Milliseconds for which the list is not written again: more often nobody could read it."""
_TURN = 4
"""Milliseconds for which what is closer to the expert's eyes goes first."""
_TICK = 15_000
"""How often what speaks of time is written again, in milliseconds."""


class DeskLink(QObject):
    """What the whole desk shows, whichever conversation is open."""

    advice_changed = Signal(object)
    ticked = Signal()
    figures_asked = Signal()
    """More figures than those of the day."""

    def __init__(self, session: Session, bridge: Bridge, front: Front, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        front.setParent(self)
        front.follow(session.now, self._mission_name)
        self.model, self.page = front.model, front.page
        self.page.furnish()
        self._day = day.Day(session, self)
        self._advice: Advice | None = None
        self.shown: Callable[[], Collection[ConversationId]] = tuple
        """Returns the conversations that stand beside the empty panes."""
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()
        self._frame = QTimer(self, singleShot=True)
        self._frame.timeout.connect(self._on_frame)
        self._more = False
        self._stale = session.connection.stale
        self._open = 0
        """How many were open when the bar last said so."""
        self._listen(bridge)

    def _listen(self, bridge: Bridge) -> None:
        bridge.cards.connect(self._on_cards)
        bridge.queues.connect(self._on_cards)
        bridge.typing.connect(self._on_typing)
        bridge.missions.connect(self._on_cards)
        bridge.you.connect(self._on_you)
        bridge.connection.connect(self._on_connection)
        bridge.erased.connect(self._day.ask)
        self._day.changed.connect(self._on_day)
        bar = self.page.bar
        bar.availability_asked.connect(self._on_availability)
        bar.slots_asked.connect(self._on_slots)
        bar.day_asked.connect(self._open_day)

    def show_all(self) -> None:
        """Show everything that is known."""
        self._show_cards()
        for card in self._session.cards():
            self._show_typing(card.id)
        self._show_you()
        self._show_connection()
        self._day.ask()

    def _mission_name(self, id_: MissionId) -> str:
        return naming.mission_name(self._session, id_)

    def advice(self) -> Advice:
        """Return what to do next where no conversation is shown."""
        you, shown = self._session.you, self.shown()
        cards = self._session.cards()
        beside = [card for card in cards if card.id in shown]
        return advice.next_step(
            known=you is not None,
            available=bool(you and you.available),
            waiting=self._session.tally().waiting - Tally.of(beside).waiting,
            conversations=len(cards) - len(beside),
            beside=len(beside),
        )

    def _show_cards(self) -> None:
        missions: list[Mission] = list(self._session.missions.values())
        self.model.show(self._session.cards(), waiting_groups(self._session.queues, missions))
        self.page.bar.show_paused(self._session.tally().paused)
        self.show_advice()

    def show_advice(self) -> None:
        """Say what to do next, if it is something else."""
        found = self.advice()
        if found != self._advice:
            self._advice = found
            self.advice_changed.emit(found)

    def _show_you(self) -> None:
        you = self._session.you
        if you is None:
            self.page.bar.show_you(None)
            return
        self._open = you.open
        shown = availability.of(you, self._session.max_slots)
        self.page.bar.show_you(shown, stale=self._session.connection.stale)
        self.show_advice()

    def _show_connection(self) -> None:
        self.page.status.show_connection(self._session.connection, self._session.now())

    @Slot()
    def _on_tick(self) -> None:
        self._show_connection()
        self.ticked.emit()

    @Slot(object)
    def _on_cards(self, _news: object) -> None:
        self._more = True
        if not self._frame.isActive():
            self._frame.start(_TURN)

    @Slot(object)
    def _on_typing(self, news: c.TypingChanged) -> None:
        self._show_typing(news.conversation)

    def _show_typing(self, conversation: ConversationId) -> None:
        self.model.show_typing(conversation, typing=bool(self._session.typing(conversation)))

    @Slot()
    def _on_frame(self) -> None:
        if self._more:
            self._more = False
            self._show_cards()
            if self._session.tally().open != self._open:
                self._show_you()
            self._frame.start(_FRAME)

    @Slot(object)
    def _on_you(self, _news: c.YouChanged) -> None:
        self._show_you()

    @Slot(object)
    def _on_connection(self, news: c.ConnectionChanged) -> None:
        self._show_connection()
        if news.connection.stale is not self._stale:  # no dot is shown that nobody knows
            self._stale = news.connection.stale
            self._show_cards()
        self._show_you()
        if not news.connection.stale and self._day.summary is None:
            self._day.ask()

    @Slot()
    def _on_day(self) -> None:
        self.page.bar.show_day(day.corner(self._day.summary))
        self.page.status.show_figures(day.foot(self._day.summary))

    @Slot()
    def _open_day(self) -> None:
        self._day.ask()
        figures = day.table(self._day.summary) if self._day.summary else []
        card = FiguresCard(figures, self.page)
        card.details.clicked.connect(self.figures_asked)
        card.open_under(self.page.bar.day_button)

    @Slot(bool)
    def _on_availability(self, available: bool) -> None:  # noqa: FBT001 - a signal's value
        self._session.submit(None, SetAvailability(available=available))

    @Slot(object)
    def _on_slots(self, slots: int) -> None:
        self._session.submit(None, SetSlots(slots=slots))

    @Slot()
    def turn_availability(self) -> None:
        """Be available, or stop being so."""
        you = self._session.you
        if you is not None:
            self._on_availability(not you.available)
