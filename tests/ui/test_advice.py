"""What to do next is always said, with its button."""

import pytest
from PySide6.QtWidgets import QApplication

from pupitre.ui.advice import next_step


@pytest.mark.parametrize(
    ("known", "available", "waiting", "conversations", "act"),
    [
        (False, False, 0, 0, ""),
        (True, False, 0, 0, "availability"),
        (True, True, 0, 0, "visit"),
        (True, True, 2, 3, "next"),
        (True, False, 1, 1, "next"),
        (True, True, 0, 3, ""),
    ],
)
def test_each_moment_has_its_next_step(
    screen: QApplication, known: bool, available: bool, waiting: int, conversations: int, act: str
) -> None:
    advice = next_step(
        known=known, available=available, waiting=waiting, conversations=conversations
    )
    assert advice.act == act
    assert bool(advice.button) == bool(act)
    assert advice.title


def test_who_is_shown_beside_is_not_announced(screen: QApplication) -> None:
    some = next_step(known=True, available=True, waiting=0, conversations=2, beside=2)
    assert some.hint.startswith("Nobody else waits")
    none = next_step(known=True, available=True, waiting=0, conversations=0, beside=2)
    assert (none.title, none.act) == ("Waiting for another visitor", "")


def test_it_says_how_many_wait(screen: QApplication) -> None:
    titles = [
        next_step(known=True, available=True, waiting=waiting, conversations=4).title
        for waiting in (1, 4)
    ]
    assert titles == ["A visitor waits for you", "4 visitors wait for your answer"]
