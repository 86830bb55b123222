"""The pause dialog: three choices, advice from the dot, and the hour it comes back (P1, P10)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from pupitre.domain.commands import Pause
from pupitre.domain.pause import (
    LIMIT,
    LONG,
    SHORT,
    Caution,
    Choice,
    advise,
    recommended,
)
from pupitre.domain.presence import Dot
from pupitre.domain.refusals import Code
from pupitre.ui import moments, theme
from pupitre.ui.blocks import ChoiceCard, label
from pupitre.ui.dialogs import pause_words as words
from pupitre.ui.dialogs.base import DeskDialog
from pupitre.ui.dialogs.checks import Check
from pupitre.ui.dialogs.moment_field import MomentField
from pupitre.ui.dialogs.pause_words import PauseQuestion
from pupitre.ui.refusal_text import refusal

translate = QCoreApplication.translate

_REFRESH = timedelta(seconds=5)
_SPANS = {Choice.SHORT: SHORT, Choice.LONG: LONG}


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseAnswer:
    """What was chosen: a message to send first, perhaps, then the pause."""

    command: Pause
    tell: str = ""


class PauseDialog(DeskDialog):
    """Asks until when, and whether to keep it; `chosen` carries a `PauseAnswer`."""

    chosen = Signal(object)

    def __init__(
        self, question: PauseQuestion, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            parent,
            name=translate("Pause", "Pause the conversation"),
            heading=words.heading(question),
            intro=words.intro(question),
        )
        self._question = question
        self._now = now
        self._keep_is_mine = question.current is not None
        self._build()
        self._begin()
        self._clock = QTimer(self)
        self._clock.setInterval(_REFRESH // timedelta(milliseconds=1))
        self._clock.timeout.connect(self._refresh)
        self._clock.start()

    def _build(self) -> None:
        self.body.addLayout(self._cards())
        self.moment = MomentField(self._now)
        self.moment.changed.connect(self._on_moment)
        self.body.addWidget(self.moment)
        self.advice = label("", "advice", wraps=True)
        self.body.addWidget(self.advice)
        self.keep = Check(
            translate("Pause", "Keep the conversation at the end of the pause"), strong=True
        )
        self.keep.box.toggled.connect(self._on_keep)
        self.body.addWidget(self.keep)
        self.body.addLayout(self._farewell())
        self.add_cancel()
        self.accept_button = self.add_primary("", translate("Pause", "Pause"))
        self.accept_button.clicked.connect(self._on_accept)

    def _cards(self) -> QHBoxLayout:
        self.cards = {
            Choice.SHORT: ChoiceCard(translate("Pause", "3 hours")),
            Choice.LONG: ChoiceCard(translate("Pause", "24 hours")),
            Choice.CUSTOM: ChoiceCard(
                translate("Pause", "Custom"), translate("Pause", "choose a date and time")
            ),
        }
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        self._group = QButtonGroup(self)
        for card in self.cards.values():
            self._group.addButton(card)
            row.addWidget(card, 1)
        self._group.buttonToggled.connect(self._on_card)  # a screen reader toggles, and clicks not
        return row

    def _farewell(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.px(6))
        self.count = label(words.count_line(self._question), "hint", wraps=True)
        column.addWidget(self.count)
        self.tell = Check(
            translate("Pause", "Tell {name} first").format(name=self._question.first),
            hint=translate("Pause", "“{text}”").format(text=self._question.farewell),
        )
        self.tell.setVisible(bool(self._question.farewell))
        column.addWidget(self.tell)
        return column

    def _begin(self) -> None:
        current = self._question.current
        if current is None:
            self._choose(recommended(on_site=self._question.dot is Dot.ON_SITE))
        else:
            self._keep(keep=current.keep)
            self.cards[Choice.CUSTOM].setChecked(True)
            self.moment.show_moment(current.until)
        self._refresh()
        self._checked_card().setFocus()

    @property
    def choice(self) -> Choice:
        """Which of the three is chosen."""
        return next(choice for choice, card in self.cards.items() if card.isChecked())

    def _checked_card(self) -> ChoiceCard:
        return self.cards[self.choice]

    def _choose(self, choice: Choice) -> None:
        self._check(choice)
        if choice in _SPANS:
            self.moment.show_moment(self._now() + _SPANS[choice])

    def _check(self, choice: Choice) -> None:
        with QSignalBlocker(self._group):
            self.cards[choice].setChecked(True)

    def until(self, now: datetime | None = None) -> datetime:
        """Return the instant at which it comes back, when chosen at `now`."""
        span = _SPANS.get(self.choice)
        return (now or self._now()) + span if span else self.moment.moment

    def _on_card(self, _card: QAbstractButton, checked: bool) -> None:  # noqa: FBT001 - a signal's
        if not checked:
            return
        self._choose(self.choice)
        self._refresh()
        if self.choice is Choice.CUSTOM:
            self.moment.begin()

    def _on_moment(self) -> None:
        self._check(Choice.CUSTOM)
        self._refresh()

    def _keep(self, *, keep: bool) -> None:
        with QSignalBlocker(self.keep.box):
            self.keep.box.setChecked(keep)

    def _on_keep(self) -> None:
        self._keep_is_mine = True
        self._refresh()

    def _refresh(self) -> None:
        now = self._now()
        until = self.until(now)
        if self.choice is not Choice.CUSTOM:
            self.moment.show_moment(until)
        for choice, span in _SPANS.items():
            self.cards[choice].show_hint(_small(moments.back(now + span, now)))
        self._show_advice(now, until)
        self.accept_button.setText(moments.pause_until(until, now))
        self.refuse(self._refusal(now, until) if self.refusal.text() else "")

    def _show_advice(self, now: datetime, until: datetime) -> None:
        advice = advise(
            on_site=self._question.dot is Dot.ON_SITE,
            now=moments.local(now),
            until=moments.local(until),
            hours=self._question.hours,
        )
        if not self._keep_is_mine:
            self._keep(keep=advice.keep)
        outside = Caution.OUTSIDE_HOURS in advice.cautions
        self.keep.show_hint(words.keep_line(outside=outside, kept=self.keep.box.isChecked()))
        self.advice.setText(words.advice(self._question, now, advice.cautions))

    def _refusal(self, now: datetime, until: datetime) -> str:
        if self.choice is Choice.CUSTOM and not self.moment.is_understood:
            return self.moment.complaint()
        if until <= now:
            return refusal(Code.PAUSE_IN_THE_PAST)
        if until > now + LIMIT:
            return refusal(Code.PAUSE_TOO_LONG, {"days": LIMIT.days})
        return ""

    def _on_accept(self) -> None:
        now = self._now()
        until = self.until(now)
        if sentence := self._refusal(now, until):
            self.refuse(sentence)
            self.moment.begin()
            return
        tell = self._question.farewell if self.tell.box.isChecked() else ""
        command = Pause(until=until, keep=self.keep.box.isChecked())
        self.chosen.emit(PauseAnswer(command=command, tell=tell))
        self.accept()


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
