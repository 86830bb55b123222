"""Says at the top of the desk what was refused, what left and what happened meanwhile."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from pupitre.client import changes as c
from pupitre.client.session import Session
from pupitre.domain.ids import ConversationId
from pupitre.ui import happenings
from pupitre.ui.bridge import Bridge
from pupitre.ui.views.notice import Notice

_QUALIFY = "qualify:"
_PROGRAM = "program:"
"""How acts begin that are about the program, and not about the desk."""


class NoticeLink(QObject):
    """Ties the notice to the session's news."""

    act_asked = Signal(str)
    """The name of an act, or the conversation to show."""
    program_asked = Signal(str)
    """A button of what was offered about the program: the act that came with it."""
    qualify_asked = Signal(object)
    """Say what it was about: the visitor ended it (C5)."""

    def __init__(self, notice: Notice, session: Session, bridge: Bridge) -> None:
        super().__init__(notice)
        self._notice = notice
        self._session = session
        bridge.refused.connect(self._on_refused)
        bridge.departed.connect(self._on_departed)
        bridge.erased.connect(self._on_erased)
        bridge.caught_up.connect(self._on_caught_up)
        bridge.survey_came.connect(self._on_survey)
        bridge.disk_troubled.connect(self._on_trouble)
        notice.acted.connect(self._on_acted)
        if session.trouble.trouble is not None:
            self._on_trouble(session.trouble)

    def offer(self, sentence: str, acts: Sequence[tuple[str, str]]) -> None:
        """Say something about the program; `program_asked` tells which button was pressed."""
        self._notice.offer(sentence, [(f"{_PROGRAM}{act}", name) for act, name in acts])

    @Slot(object)
    def _on_refused(self, news: c.CommandRefused) -> None:
        self._notice.say(happenings.refused(self._session, news))

    @Slot(object)
    def _on_departed(self, news: c.Departed) -> None:
        if news.yours:
            return
        drafted = bool(self._session.draft(news.conversation).strip())
        words = happenings.departed(news, drafted=drafted)
        if news.reason == "closed":
            qualify = f"{_QUALIFY}{news.conversation}"
            self._notice.say(words, happenings.qualify_button(), qualify)
        else:
            button = happenings.read_button() if drafted else ""
            self._notice.say(words, button, news.conversation)

    @Slot(object)
    def _on_erased(self, news: c.Erased) -> None:
        qualifying = {f"{_QUALIFY}{it}" for it in news.conversations}
        self._notice.forget(qualifying | news.conversations)
        if news.held:
            self._notice.say(happenings.erased())

    @Slot(object)
    def _on_caught_up(self, news: c.CaughtUp) -> None:
        self._notice.say(happenings.caught_up(news, self._session.now()))

    @Slot(object)
    def _on_trouble(self, news: c.DiskTroubled) -> None:
        self._notice.warn(happenings.trouble(news))

    @Slot(object)
    def _on_survey(self, news: c.SurveyCame) -> None:
        self._notice.say(happenings.survey(news), happenings.read_button(), news.conversation)

    @Slot(str)
    def _on_acted(self, act: str) -> None:
        if act.startswith(_QUALIFY):
            self.qualify_asked.emit(ConversationId(act.removeprefix(_QUALIFY)))
        elif act.startswith(_PROGRAM):
            self.program_asked.emit(act.removeprefix(_PROGRAM))
        else:
            self.act_asked.emit(act)
