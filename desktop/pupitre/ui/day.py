"""My figures of the day, asked now and then, and written for the bars and the menu."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTimer, Signal, Slot

from pupitre.client.questions import Answer, Figures, Statistics
from pupitre.client.session import Session
from pupitre.domain.statistics import Summary
from pupitre.ui import moments, periods
from pupitre.ui.alive import while_alive
from pupitre.ui.counts import Counts
from pupitre.ui.periods import Period

translate = QCoreApplication.translate

_EVERY = 120_000


class Day(QObject):
    """Asks for today's figures while there is a link."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.summary: Summary | None = None
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.ask)
        self._timer.start()

    @Slot()
    def ask(self) -> None:
        """Ask for the figures since midnight."""
        if not self._session.connection.stale:
            since, until = periods.span(Period.TODAY, self._session.now())
            self._session.ask(Statistics(since, until, mine=True), self._on_answer)

    @while_alive
    def _on_answer(self, answer: Answer) -> None:
        if isinstance(answer, Figures):
            self.summary = answer.total
            self.changed.emit()


def percent(value: float | None) -> str:
    """Return "96.7 %"; "–" where nothing was measured, never 0."""
    if value is None:
        return "–"
    digits = 0 if value == round(value) else 1
    return translate("Day", "{number} %").format(number=QLocale().toString(value, "f", digits))


def duration(value: timedelta | None) -> str:
    """Return "18 s", "6 min"; "–" where nothing was measured."""
    if value is None:
        return "–"
    if value < timedelta(minutes=1):
        return translate("Day", "{n} s").format(n=round(value.total_seconds()))
    return moments.lasting(value)


def corner(summary: Summary | None) -> str:
    """Return the satisfaction for the top bar; empty while nobody answered."""
    if summary is None or summary.csat is None:
        return ""
    return translate("Day", "CSAT {percent}").format(percent=percent(summary.csat))


def foot(summary: Summary | None) -> str:
    """Return the figures for the foot of the desk."""
    if summary is None or not summary.conversations:
        return ""
    parts = [Counts.conversations_today(summary.conversations)]
    if summary.first_reply is not None:
        median = duration(summary.first_reply)
        parts.insert(0, translate("Day", "First reply median {duration}").format(duration=median))
    return " · ".join(parts)


def table(summary: Summary) -> list[tuple[str, str]]:
    """Return every figure with its name."""
    return [
        (translate("Day", "Conversations"), str(summary.conversations)),
        (translate("Day", "First reply, median"), duration(summary.first_reply)),
        (translate("Day", "Next replies, median"), duration(summary.reply)),
        (translate("Day", "Handling time, median"), duration(summary.handling)),
        (translate("Day", "Satisfaction (CSAT)"), percent(summary.csat)),
        (translate("Day", "Recommendation (NPS)"), score(summary.nps)),
        (translate("Day", "Pauses"), str(summary.pauses)),
    ]


def score(value: float | None) -> str:
    """Return a score from -100 to 100; "–" where nobody answered, never 0."""
    return "–" if value is None else QLocale().toString(round(value)).replace("-", "\N{MINUS SIGN}")
