"""What is held is said above the field, with what its author can choose."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from pupitre.client import second_thoughts
from pupitre.client.views import Parked
from pupitre.ui.views.lock import Lock

HELD = Parked(2, 1)


def offered(lock: Lock) -> set[str]:
    """Return the words of the buttons that are shown."""
    return {it.text() for it in lock.findChildren(QPushButton) if not it.isHidden()}


@pytest.fixture
def lock(screen: QApplication, qtbot: QtBot) -> Lock:
    made = Lock()
    qtbot.addWidget(made)
    return made


def test_it_is_not_there_while_nothing_is_locked(lock: Lock) -> None:
    assert lock.isHidden()


def test_a_draft_can_be_gone_on_with_once_the_answer_was_read(lock: Lock) -> None:
    lock.show_lock(second_thoughts.ANSWERED, Parked())
    assert offered(lock) == {"Write now"}


@pytest.mark.parametrize("code", second_thoughts.CODES)
def test_what_is_held_can_leave_or_come_back(lock: Lock, code: str) -> None:
    lock.show_lock(code, HELD)
    assert offered(lock) == {"Back to the composer", "Send anyway"}
    lock.show_lock(code, Parked(0, 1))
    assert offered(lock) == {"Leave it", "Do it anyway"}


def test_a_conversation_that_left_offers_nothing(lock: Lock) -> None:
    lock.show_lock("transferred", HELD)
    assert not offered(lock)
    assert not lock.isHidden()


def test_each_button_tells_what_was_chosen(lock: Lock) -> None:
    told: list[str] = []
    lock.unlock_asked.connect(lambda: told.append("unlock"))
    lock.send_asked.connect(lambda: told.append("send"))
    lock.take_back_asked.connect(lambda: told.append("back"))
    for button in lock.findChildren(QPushButton):
        button.click()
    assert sorted(told) == ["back", "send", "unlock"]
