"""The first start."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pupitre.ui import theme
from pupitre.ui.preferences import Language
from pupitre.ui.views.welcome import Welcome
from tests.support.screen import cut_words, presses, speak, types


@pytest.fixture
def page(screen: QApplication, qtbot: QtBot) -> Welcome:
    made = Welcome()
    made.resize(1100, 760)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_can_be_tried_here(page: Welcome, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.trial_asked):
        page.trial_button.click()


def test_enter_tries_it_here_as_soon_as_the_page_shows(page: Welcome, qtbot: QtBot) -> None:
    assert page.trial_button.hasFocus()
    with qtbot.waitSignal(page.trial_asked):
        presses(page.trial_button, Qt.Key.Key_Return)


def test_tab_goes_through_the_page_in_its_order(page: Welcome) -> None:
    stops = []
    for _ in range(5):
        stops.append(QApplication.focusWidget())
        presses(page.window().focusWidget(), Qt.Key.Key_Tab)
    fields = [page.address, page.email, page.password]
    assert stops == [page.trial_button, *fields, page.sign_in_button]
    assert page.trial_button.hasFocus()


def test_enter_signs_in_on_the_button_too(page: Welcome, qtbot: QtBot) -> None:
    page.prefill("desk.example.org", "anne@example.org")
    types(page.password, "hunter2")
    with qtbot.waitSignal(page.sign_in_asked):
        presses(page.sign_in_button, Qt.Key.Key_Return)


def test_a_second_enter_does_not_cancel_but_escape_does(page: Welcome, qtbot: QtBot) -> None:
    page.show_busy("Starting…")
    waits = page.window().focusWidget()
    with qtbot.assertNotEmitted(page.cancel_asked):
        presses(waits, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.cancel_asked):
        presses(waits, Qt.Key.Key_Escape)


def test_one_signs_in_with_three_fields(page: Welcome) -> None:
    asked: list[tuple[str, str, str]] = []
    page.sign_in_asked.connect(lambda *values: asked.append(values))
    types(page.address, " desk.example.org ")
    types(page.email, "anne@example.org")
    types(page.password, " hunter 2 ")
    presses(page.password, Qt.Key.Key_Return)
    assert asked == [("desk.example.org", "anne@example.org", " hunter 2 ")]


def test_a_missing_field_is_named_beside_the_button(page: Welcome, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.sign_in_asked):
        page.sign_in_button.click()
    assert page.error.text() == "Fill in all three fields first."
    assert page.error.isVisible()


def test_an_error_lets_one_try_again(page: Welcome) -> None:
    page.show_busy("Signing in…")
    assert not page.sign_in_button.isEnabled()
    assert page.busy.text() == "Signing in…"
    page.show_error("The e-mail or the password is wrong.")
    assert page.error.text() == "The e-mail or the password is wrong."
    assert page.sign_in_button.isEnabled()
    assert not page.busy.isVisible()
    assert page.password.hasFocus()


def test_the_trial_has_its_own_error(page: Welcome) -> None:
    page.show_trial_error("The server could not start.")
    assert page.trial_error.isVisible()
    assert not page.error.isVisible()
    page.show_ready()
    assert not page.trial_error.isVisible()


def test_what_is_awaited_can_be_cancelled(page: Welcome, qtbot: QtBot) -> None:
    page.show_busy("Signing in…")
    with qtbot.waitSignal(page.cancel_asked):
        page.cancel_button.click()


def test_the_last_account_is_proposed_and_no_password_stays(page: Welcome) -> None:
    page.prefill("desk.example.org", "anne@example.org")
    assert page.password.hasFocus()
    types(page.password, "hunter2")
    page.forget_password()
    assert page.password.text() == ""


def test_its_names_are_those_that_assistive_technology_knows(page: Welcome) -> None:
    fields = (page.address, page.email, page.password)
    assert [it.accessibleName() for it in fields] == ["Server", "E-mail", "Password"]
    assert page.sign_in_button.text() == "Sign in"
    assert page.trial_button.text() == "Try it on this computer"


@pytest.mark.parametrize("zoom", [1.0, 1.3])
@pytest.mark.parametrize("language", [Language.ENGLISH, Language.FRENCH])
def test_no_word_is_cut(
    screen: QApplication, qtbot: QtBot, language: Language, zoom: float
) -> None:
    speak(screen, language)
    theme.apply(screen, theme.Scheme.DARK, zoom)
    page = Welcome()
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.show()
    page.show_error("The e-mail or the password is wrong. " * 3)
    QApplication.sendPostedEvents()
    assert not cut_words(page)
