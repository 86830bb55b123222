"""Turns what the session tells into Qt signals: the only place where the two meet."""

from typing import assert_never

from PySide6.QtCore import QObject, Signal

from pupitre.client import changes as c
from pupitre.client.observe import Observable
from pupitre.ui.alive import while_alive

Told = c.CaughtUp | c.Fetched | c.SurveyCame | c.DiskTroubled
"""What is said once, at the top of the desk."""


class Bridge(QObject):
    """One signal for each kind of news; each carries one frozen value."""

    cards = Signal(object)
    rows = Signal(object)
    typing = Signal(object)
    connection = Signal(object)
    you = Signal(object)
    colleagues = Signal(object)
    queues = Signal(object)
    missions = Signal(object)
    draft_returned = Signal(object)
    files = Signal(object)
    file_refused = Signal(object)
    refused = Signal(object)
    done = Signal(object)
    departed = Signal(object)
    erased = Signal(object)
    caught_up = Signal(object)
    fetched = Signal(object)
    survey_came = Signal(object)
    disk_troubled = Signal(object)
    alert = Signal(object)

    def __init__(self, changes: Observable[c.Change], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._subscription = changes.subscribe(self._on_change)

    def end(self) -> None:
        """Hear nothing more."""
        self._subscription.end()

    @while_alive
    def _on_change(self, news: c.Change) -> None:
        match news:
            case c.CardsChanged():
                self.cards.emit(news)
            case c.ThreadAppended() | c.ThreadChanged() | c.ThreadReset():
                self.rows.emit(news)
            case c.TypingChanged():
                self.typing.emit(news)
            case c.DraftReturned():
                self.draft_returned.emit(news)
            case c.FilesChanged():
                self.files.emit(news)
            case c.FileRefused():
                self.file_refused.emit(news)
            case c.CommandRefused():
                self.refused.emit(news)
            case c.CommandDone():
                self.done.emit(news)
            case c.Alert():
                self.alert.emit(news)
            case _:
                self._on_desk_change(news)

    def _on_desk_change(
        self,
        news: c.ConnectionChanged
        | c.YouChanged
        | c.ColleaguesChanged
        | c.QueuesChanged
        | c.MissionsChanged
        | c.Departed
        | c.Erased
        | Told,
    ) -> None:
        match news:
            case c.ConnectionChanged():
                self.connection.emit(news)
            case c.YouChanged():
                self.you.emit(news)
            case c.ColleaguesChanged():
                self.colleagues.emit(news)
            case c.QueuesChanged():
                self.queues.emit(news)
            case c.MissionsChanged():
                self.missions.emit(news)
            case c.Departed():
                self.departed.emit(news)
            case c.Erased():
                self.erased.emit(news)
            case _:
                self._on_told(news)

    def _on_told(self, news: Told) -> None:
        match news:
            case c.CaughtUp():
                self.caught_up.emit(news)
            case c.Fetched():
                self.fetched.emit(news)
            case c.DiskTroubled():
                self.disk_troubled.emit(news)
            case c.SurveyCame():
                self.survey_came.emit(news)
            case _:
                assert_never(news)
