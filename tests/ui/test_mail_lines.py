"""One sentence for what became of each mail."""

import pytest
from PySide6.QtWidgets import QApplication

from pupitre.domain import events as e
from pupitre.domain.ids import MessageId
from pupitre.ui import mail_lines

TWO = (MessageId("m"), MessageId("n"))
T = e.MailTrouble
Told = e.EmailWithdrawn | e.Mailed | e.MailFailed

LINES: list[tuple[Told, str]] = [
    (e.Mailed(messages=TWO), "2 messages sent by e-mail"),
    (e.Mailed(messages=TWO, survey=True), "2 messages sent by e-mail, with the survey"),
    (e.Mailed(messages=(), survey=True), "Survey sent by e-mail"),
    (e.EmailWithdrawn(), "Camille wants no more e-mail"),
    (
        e.MailFailed(messages=TWO, reason=T.REFUSED, detail="451 Later", again=True),
        "E-mail refused for now, it will be tried again for 24 h: “451 Later”",
    ),
    (e.MailFailed(messages=TWO, reason=T.REFUSED), "E-mail not sent: it was refused"),
    (
        e.MailFailed(messages=TWO, reason=T.UNREACHABLE, again=True),
        "E-mail not sent yet: the mail server cannot be reached, tried for 24 h",
    ),
    (
        e.MailFailed(messages=TWO, reason=T.UNREACHABLE),
        "E-mail not sent: the mail server could not be reached for 24 h",
    ),
    (
        e.MailFailed(messages=TWO, reason=T.UNCERTAIN),
        "The e-mail may not have arrived: the link broke while it was being sent",
    ),
]


@pytest.mark.parametrize(("event", "told"), LINES)
def test_each_mail_has_its_sentence(screen: QApplication, event: Told, told: str) -> None:
    assert mail_lines.line(event, "Camille") == told


@pytest.mark.parametrize(("event", "told"), LINES)
def test_no_mail_stays_english_in_french(french: QApplication, event: Told, told: str) -> None:
    assert mail_lines.line(event, "Camille") != told
