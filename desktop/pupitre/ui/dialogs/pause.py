"""The pause dialog: three choices, advice from the dot, and the hour it comes back (P1, P10)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from pupitre.domain.commands import Pause
from pupitre.domain.conversation import CurrentPause
from pupitre.domain.pause import (
    LIMIT,
    LONG,
    SHORT,
    Caution,
    Choice,
    PlannedHours,
    advise,
    recommended,
)
from pupitre.domain.presence import Dot
from pupitre.domain.refusals import Code
from pupitre.ui import moments, text, theme
from pupitre.ui.blocks import ChoiceCard, label
from pupitre.ui.dialogs.base import DeskDialog
from pupitre.ui.dialogs.checks import Check
from pupitre.ui.dialogs.moment_field import MomentField
from pupitre.ui.refusal_text import refusal

translate = QCoreApplication.translate

_REFRESH = timedelta(seconds=5)
_SPANS = {Choice.SHORT: SHORT, Choice.LONG: LONG}


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseQuestion:
    """What the dialog has to know."""

    name: str
    """As on the card: "Camille D."."""
    first: str
    """As in a sentence: "Camille"."""
    dot: Dot
    left_at: datetime | None = None
    count: int = 1
    """Which pause in a row this would be (P8)."""
    current: CurrentPause | None = None
    """The pause whose time is changed, if it is paused already (P2)."""
    farewell: str = ""
    """What can be told to the visitor first, in the visitor's language; "": nothing."""
    hours: PlannedHours | None = None
    """When the expert has planned to work, in local time (P10)."""


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
            heading=_heading(question),
            intro=_intro(question),
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
        self.keep.box.clicked.connect(self._on_keep)
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
        group = QButtonGroup(self)
        for card in self.cards.values():
            group.addButton(card)
            row.addWidget(card, 1)
        group.buttonClicked.connect(self._on_card)
        return row

    def _farewell(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.px(6))
        self.count = label(_count_line(self._question), "hint", wraps=True)
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
            self.keep.box.setChecked(current.keep)
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
        self.cards[choice].setChecked(True)
        if choice in _SPANS:
            self.moment.show_moment(self._now() + _SPANS[choice])

    def until(self) -> datetime:
        """Return the instant at which it comes back."""
        span = _SPANS.get(self.choice)
        return self._now() + span if span else self.moment.moment

    def _on_card(self) -> None:
        self._choose(self.choice)
        self._refresh()
        if self.choice is Choice.CUSTOM:
            self.moment.begin()

    def _on_moment(self) -> None:
        self.cards[Choice.CUSTOM].setChecked(True)
        self._refresh()

    def _on_keep(self) -> None:
        self._keep_is_mine = True
        self._refresh()

    def _refresh(self) -> None:
        now, until = self._now(), self.until()
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
            self.keep.box.setChecked(advice.keep)
        outside = Caution.OUTSIDE_HOURS in advice.cautions
        self.keep.show_hint(_keep_line(outside=outside, kept=self.keep.box.isChecked()))
        self.advice.setText(_advice(self._question, now, advice.cautions))

    def _refusal(self, now: datetime, until: datetime) -> str:
        if self.choice is Choice.CUSTOM and not self.moment.is_understood:
            return self.moment.complaint()
        if until <= now:
            return refusal(Code.PAUSE_IN_THE_PAST)
        if until > now + LIMIT:
            return refusal(Code.PAUSE_TOO_LONG, {"days": LIMIT.days})
        return ""

    def _on_accept(self) -> None:
        now, until = self._now(), self.until()
        if sentence := self._refusal(now, until):
            self.refuse(sentence)
            self.moment.begin()
            return
        tell = self._question.farewell if self.tell.box.isChecked() else ""
        command = Pause(until=until, keep=self.keep.box.isChecked())
        self.chosen.emit(PauseAnswer(command=command, tell=tell))
        self.accept()


def _heading(question: PauseQuestion) -> str:
    if question.current is not None:
        return translate("Pause", "Change the pause with {name}").format(name=question.name)
    return translate("Pause", "Pause the conversation with {name}").format(name=question.name)


def _intro(question: PauseQuestion) -> str:
    if question.current is not None:
        return translate(
            "Pause", "It comes back when {name} writes, or at the time you choose."
        ).format(name=question.first)
    return translate(
        "Pause",
        "It leaves your desk and frees a slot. It comes back when {name} writes, "
        "or at the time you choose.",
    ).format(name=question.first)


def _advice(question: PauseQuestion, now: datetime, cautions: tuple[Caution, ...]) -> str:
    if Caution.OVER_A_DAY in cautions:
        return translate(
            "Pause", "More than 24 hours is not advised: {name} may have found help elsewhere."
        ).format(name=question.first)
    match question.dot:
        case Dot.ON_SITE:
            return translate(
                "Pause", "{name} is on the site: a short pause is recommended."
            ).format(name=question.first)
        case Dot.LEFT:
            return translate("Pause", "{name} {left}: up to 24 hours is fine.").format(
                name=question.first,
                left=text.short_presence(question.dot, now, question.left_at),
            )
        case Dot.UNKNOWN:
            return translate(
                "Pause", "No link: whether {name} is on the site is not known now."
            ).format(name=question.first)


def _count_line(question: PauseQuestion) -> str:
    line = text.pause_count(question.count)
    line = line[:1].upper() + line[1:] + "."
    if question.count > text.PAUSES_BEFORE_GOODBYE:
        line += " " + translate("Pause", "After two pauses, say goodbye and close instead.")
    return line


def _keep_line(*, outside: bool, kept: bool) -> str:
    if outside and not kept:
        return translate(
            "Pause", "Unticked: you have not planned to work then. Another expert takes it."
        )
    if outside:
        return translate("Pause", "You have not planned to work then.")
    return translate(
        "Pause", "Untick it if you will not be available then: another expert takes it."
    )


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
