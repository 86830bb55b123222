"""Each dialog over a real session: what it knows, and what becomes of its answer."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from pupitre.client.questions import MyClosed, PastConversations
from pupitre.domain.commands import Close, Pause
from pupitre.domain.conversation import Status
from pupitre.domain.ids import ConversationId, SubjectId
from pupitre.ui.dialogs.block import BlockDialog
from pupitre.ui.dialogs.closed import ClosedDialog
from pupitre.ui.dialogs.closure import ClosureDialog
from pupitre.ui.dialogs.opener import Dialogs
from pupitre.ui.dialogs.pause import PauseDialog
from pupitre.ui.dialogs.paused import PausedDialog
from pupitre.ui.dialogs.settings import SettingsDialog
from pupitre.ui.dialogs.shift import ShiftDialog
from pupitre.ui.dialogs.shift_plan import Fate
from pupitre.ui.dialogs.shortcuts import ShortcutsDialog
from pupitre.ui.dialogs.statistics import StatisticsDialog
from pupitre.ui.dialogs.transfer import TransferDialog
from pupitre.ui.preferences import Preferences
from tests.support.loop import close_windows_left
from tests.support.story import BRUNO, Stage, demo_session, until

D = TypeVar("D", bound=QDialog)


@dataclass
class Desk:
    """A desk with its dialogs, and what they asked of it."""

    stage: Stage
    window: QWidget
    dialogs: Dialogs
    said: list[object]

    def talk(self, guest: str) -> ConversationId:
        found = self.stage.guests[guest].conversation
        assert found is not None
        return found

    def status(self, guest: str) -> Status:
        return self.stage.floor.talks[self.talk(guest)].state.status

    def shown(self, kind: type[D]) -> D:
        (dialog,) = [it for it in self.window.findChildren(kind) if it.isVisible()]
        return dialog


@pytest.fixture
async def desk(screen: QApplication) -> AsyncIterator[Desk]:
    async with demo_session() as stage:
        window = QWidget()
        window.show()
        dialogs = Dialogs(stage.session, window, Preferences())
        said: list[object] = []
        dialogs.sign_out_asked.connect(lambda: said.append("sign out"))
        dialogs.stayed.connect(lambda: said.append("stayed"))
        dialogs.preferences_changed.connect(said.append)
        dialogs.conversation_asked.connect(said.append)
        yield Desk(stage, window, dialogs, said)
        window.close()
        window.deleteLater()
    close_windows_left()


async def test_a_pause_takes_the_card_off_the_desk(desk: Desk) -> None:
    desk.dialogs.pause(desk.talk("Thomas"))
    dialog = desk.shown(PauseDialog)
    assert dialog.heading.text() == "Pause the conversation with Thomas"
    dialog.accept_button.click()
    await until(lambda: desk.status("Thomas") is Status.PAUSED)


async def test_the_visitor_is_told_before_the_pause(desk: Desk) -> None:
    desk.dialogs.pause(desk.talk("Thomas"))
    dialog = desk.shown(PauseDialog)
    dialog.tell.box.click()
    dialog.accept_button.click()
    await until(lambda: desk.status("Thomas") is Status.PAUSED)
    last = desk.stage.floor.talks[desk.talk("Thomas")].state.last_message
    assert last is not None
    assert last.text.startswith("Je mets notre échange de côté")


async def test_a_pause_in_force_is_changed(desk: Desk) -> None:
    desk.dialogs.pause(desk.talk("Karim B."))
    dialog = desk.shown(PauseDialog)
    dialog.moment.words.setText("in 40 min")
    dialog.moment._on_words()
    dialog.accept_button.click()
    until_then = desk.stage.session.now() + timedelta(minutes=40)
    state = desk.stage.floor.talks[desk.talk("Karim B.")]

    def moved() -> bool:
        pause = state.state.pause
        return pause is not None and pause.until == until_then

    await until(moved)


async def test_a_pause_that_stays_as_it_is_is_not_asked_for_again(desk: Desk) -> None:
    talk = desk.stage.floor.talks[desk.talk("Karim B.")]
    before = talk.state.seq
    desk.dialogs.pause(desk.talk("Karim B."))
    desk.shown(PauseDialog).accept_button.click()
    desk.dialogs.pause(desk.talk("Karim B."))
    dialog = desk.shown(PauseDialog)
    dialog.keep.box.click()
    dialog.accept_button.click()
    await until(lambda: talk.state.pause is not None and not talk.state.pause.keep)
    assert talk.state.seq == before + 1


async def test_a_closure_needs_its_subject_and_closes(desk: Desk) -> None:
    desk.dialogs.close(desk.talk("Camille D."))
    dialog = desk.shown(ClosureDialog)
    dialog.accept_button.click()
    assert dialog.refusal.isVisible()
    dialog.picker.choose(SubjectId("taille"))
    dialog.accept_button.click()
    await until(lambda: desk.status("Camille D.") is Status.CLOSED)


async def test_the_last_question_is_sent_and_not_proposed_twice(desk: Desk) -> None:
    desk.dialogs.close(desk.talk("Camille D."))
    desk.shown(ClosureDialog).ask.click()
    state = desk.stage.floor.talks[desk.talk("Camille D.")]

    def asked() -> bool:
        last = state.state.last_message
        return last is not None and "Avez-vous d’autres questions" in last.text

    await until(asked)
    desk.dialogs.close(desk.talk("Camille D."))
    assert not hasattr(desk.shown(ClosureDialog), "ask")


async def test_after_two_silent_pauses_goodbye_is_sent_before_the_end(desk: Desk) -> None:
    for _ in range(2):
        until_then = desk.stage.session.now() + timedelta(hours=1)
        desk.stage.expert("Sophie Lambert", Pause(until=until_then))
        desk.stage.clock.advance(timedelta(hours=1, minutes=1))
    talk = desk.talk("Sophie Lambert")
    await until(lambda: desk.stage.card(talk).suggests_goodbye)
    desk.dialogs.close(talk)
    desk.shown(ClosureDialog).accept_button.click()
    await until(lambda: desk.status("Sophie Lambert") is Status.CLOSED)
    last = desk.stage.floor.talks[talk].state.last_message
    assert last is not None
    assert "Merci de votre visite" in last.text


async def test_one_that_the_visitor_ended_is_qualified(desk: Desk) -> None:
    desk.stage.guests["Thomas"].ends()
    await until(lambda: desk.stage.talk(desk.talk("Thomas")).is_closed)
    desk.dialogs.close(desk.talk("Thomas"))
    dialog = desk.shown(ClosureDialog)
    assert dialog.windowTitle() == "Qualify the conversation"
    dialog.picker.choose(SubjectId("stock"))
    dialog.accept_button.click()
    state = desk.stage.floor.talks[desk.talk("Thomas")]
    await until(lambda: state.state.closure and state.state.closure.subjects == ("stock",))


async def test_a_transfer_to_somebody_away_is_made_anyway(desk: Desk) -> None:
    desk.dialogs.transfer(desk.talk("Thomas"))
    dialog = desk.shown(TransferDialog)
    dialog.search.setText("bruno")
    dialog.accept_button.click()
    state = desk.stage.floor.talks[desk.talk("Thomas")]
    await until(lambda: state.state.owner == BRUNO)


async def test_colleagues_change_under_an_open_transfer(desk: Desk) -> None:
    desk.dialogs.transfer(desk.talk("Thomas"))
    dialog = desk.shown(TransferDialog)
    floor = desk.stage.floor
    floor.link(BRUNO, connected=True)
    there = replace(floor.experts[BRUNO], available=True, connected=True, away_since=None)
    floor.experts[BRUNO] = there
    for tell in floor.on_expert:
        tell(there)
    await until(lambda: (found := dialog.target()) is not None and found.ready)


async def test_a_dialog_about_a_conversation_that_left_closes(desk: Desk) -> None:
    desk.dialogs.pause(desk.talk("Thomas"))
    assert desk.shown(PauseDialog).isVisible()
    desk.stage.guests["Thomas"].ends()
    await until(lambda: not desk.window.findChildren(PauseDialog))


async def test_what_is_not_on_the_desk_opens_nothing(desk: Desk) -> None:
    for opens in (desk.dialogs.pause, desk.dialogs.close, desk.dialogs.transfer):
        opens(ConversationId("nowhere"))
    assert not desk.window.findChildren(QDialog)


async def test_a_visitor_is_blocked(desk: Desk) -> None:
    desk.dialogs.block(desk.talk("Thomas"))
    dialog = desk.shown(BlockDialog)
    dialog.reason.edit.setPlainText("Insultes")
    dialog.accept_button.click()
    state = desk.stage.floor.talks[desk.talk("Thomas")]
    await until(lambda: state.state.block is not None)


async def test_the_list_of_pauses_is_the_next_to_wake_first(desk: Desk) -> None:
    desk.dialogs.paused_list()
    dialog = desk.shown(PausedDialog)
    names = [about for _, (about, act) in dialog._acts.items() if act == "resume"]
    assert names == [desk.talk("Karim B."), desk.talk("Inès"), desk.talk("Visiteur 2")]
    take_back = next(it for it, what in dialog._acts.items() if what == (names[0], "resume"))
    take_back.click()
    await until(lambda: desk.status("Karim B.") is Status.OPEN)
    await until(lambda: len(dialog._acts) == 6)


async def test_the_end_of_the_shift_settles_everything(desk: Desk) -> None:
    desk.dialogs.end_of_shift()
    dialog = desk.shown(ShiftDialog)
    await until(lambda: not desk.stage.you.available)
    dialog._segments[desk.talk("Thomas")].press(Fate.RELEASE)
    dialog._segments[desk.talk("Sophie Lambert")].press(Fate.CLOSE)
    closing = desk.shown(ClosureDialog)
    closing.accept_button.click()
    dialog._segments[desk.talk("Camille D.")].press(Fate.TRANSFER)
    desk.shown(TransferDialog).reject()
    assert dialog._segments[desk.talk("Camille D.")].taken() == Fate.PAUSE
    assert desk.status("Sophie Lambert") is Status.OPEN
    dialog.accept_button.click()
    assert desk.said == ["sign out"]
    await until(lambda: desk.status("Sophie Lambert") is Status.CLOSED)
    await until(lambda: desk.status("Thomas") is Status.WAITING)
    await until(lambda: desk.status("Camille D.") is Status.PAUSED)


async def test_staying_makes_available_again(desk: Desk) -> None:
    desk.dialogs.end_of_shift()
    desk.dialogs.end_of_shift()
    desk.shown(ShiftDialog).stay_button.click()
    assert desk.said == ["stayed"]
    await until(lambda: desk.stage.you.available)


async def test_settings_are_told_and_lead_on(desk: Desk) -> None:
    desk.dialogs.settings()
    dialog = desk.shown(SettingsDialog)
    dialog.sounds.click()
    dialog.accept_button.click()
    assert desk.said == [Preferences(sounds=False)]
    assert desk.dialogs.preferences == Preferences(sounds=False)


async def test_settings_name_the_account_and_its_server(desk: Desk) -> None:
    desk.dialogs.server = "https://desk.example.org"
    desk.dialogs.settings()
    shown = [it.text() for it in desk.shown(SettingsDialog).findChildren(QLabel)]
    assert {"Alice Martin", "alice@demo.test", "https://desk.example.org"} <= set(shown)


async def test_shortcuts_become_preferences(desk: Desk) -> None:
    action = QAction("Pause", desk.window)
    action.setObjectName("pause")
    action.setProperty("default-keys", "Ctrl+P")
    action.setShortcut("Ctrl+J")
    desk.dialogs.settings()
    desk.shown(SettingsDialog).shortcuts_asked.emit()
    desk.shown(ShortcutsDialog).accept_button.click()
    assert desk.said == [Preferences(shortcuts={"pause": "Ctrl+J"})]


async def test_one_of_each_kind_at_a_time(desk: Desk) -> None:
    desk.dialogs.pause(desk.talk("Thomas"))
    desk.dialogs.pause(desk.talk("Camille D."))
    assert desk.shown(PauseDialog).heading.text().endswith("Camille D.")


async def test_leaving_the_session_closes_everything_and_answers_nothing(desk: Desk) -> None:
    desk.dialogs.pause(desk.talk("Thomas"))
    desk.dialogs.end_of_shift()
    await until(lambda: not desk.stage.you.available)
    desk.dialogs.end()
    await until(lambda: not desk.window.findChildren(QDialog))
    desk.stage.guests["Thomas"].writes("Vous êtes là ?")
    await until(lambda: desk.stage.card(desk.talk("Thomas")).unread == 2)
    assert not desk.said
    assert desk.status("Thomas") is Status.OPEN


async def test_what_is_asked_about_an_erased_conversation_is_asked_no_more(desk: Desk) -> None:
    desk.dialogs.close(desk.talk("Thomas"))
    desk.dialogs.block(desk.talk("Karim B."))
    closure, block, over = desk.shown(ClosureDialog), desk.shown(BlockDialog), list[int]()
    closure.finished.connect(over.append)
    desk.stage.erase(desk.talk("Thomas"))
    await until(lambda: over == [QDialog.DialogCode.Rejected])
    assert block.isVisible(), "Karim is not erased"
    block.reject()


async def test_a_plan_for_an_erased_conversation_is_dropped(desk: Desk) -> None:
    desk.dialogs.end_of_shift()
    desk.dialogs._closing_time._on_close_asked(desk.talk("Thomas"))
    listed = desk.shown(ShiftDialog)
    (closure,) = listed.findChildren(ClosureDialog)
    over = list[int]()
    closure.finished.connect(over.append)
    desk.stage.erase(desk.talk("Thomas"))
    await until(lambda: over == [QDialog.DialogCode.Rejected])
    await until(lambda: desk.talk("Thomas") not in listed._segments)
    listed.reject()


async def test_an_erased_conversation_is_listed_no_more_and_counts_no_more(desk: Desk) -> None:
    talk = desk.talk("Thomas")
    closing = Close(subjects=(SubjectId("taille"),))
    desk.stage.session.submit(talk, closing)
    await until(lambda: desk.status("Thomas") is Status.CLOSED)
    desk.dialogs.closed_list()
    closed = desk.shown(ClosedDialog)
    await until(lambda: talk in {it.id for it in closed._found})
    desk.dialogs.statistics()
    figures = desk.shown(StatisticsDialog)
    await until(lambda: figures._figures)
    asked, kept = figures._asked, list(closed._found)
    desk.stage.erase(talk)
    await until(lambda: talk not in {it.id for it in closed._found})
    assert "Thomas" not in {it.text() for it in closed.findChildren(QLabel)}
    assert figures._asked is not asked
    late = PastConversations(question=MyClosed(), conversations=tuple(kept))
    closed._on_answer(late)
    assert talk not in {it.id for it in closed._found}, "answered before, heard after"
    for dialog in (closed, figures):
        dialog.reject()
