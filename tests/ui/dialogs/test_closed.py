"""The conversations that I closed, page by page, saying no more than is known."""

from dataclasses import replace
from datetime import timedelta

import pytest

from pupitre.backends.guest import Guest
from pupitre.domain.commands import Close
from pupitre.domain.ids import MissionId, SubjectId
from pupitre.domain.people import Actor
from pupitre.domain.refusals import Refused
from pupitre.ui.dialogs.closed import PAGE, ClosedDialog
from tests.support.deskside import Deskside, deskside, settled
from tests.support.loop import until
from tests.support.story import ALICE

pytestmark = pytest.mark.usefixtures("screen")
MORE = 7


def close_some(at: Deskside, count: int) -> None:
    """Have Alice close so many conversations, one after another."""
    floor = at.stage.floor
    floor.set_expert(replace(floor.experts[ALICE], slots=9))
    for number in range(count):
        guest = Guest(floor, MissionId("velo"), name=f"Guest {number}")
        guest.writes("Bonjour")
        assert guest.conversation
        closing = Close(subjects=(SubjectId("taille"),))
        assert not isinstance(floor.act(guest.conversation, closing, Actor.of(ALICE)), Refused)
        at.stage.clock.advance(timedelta(seconds=1))


async def test_older_ones_come_once_however_often_they_are_asked_for() -> None:
    async with deskside() as at:
        close_some(at, PAGE + MORE)
        dialog = ClosedDialog(at.stage.session, at.window)
        await until(lambda: len(dialog._found) == PAGE)
        dialog.more.click()
        dialog.more.click()
        await until(lambda: len(dialog._found) > PAGE)
        await settled()
        assert len(dialog._found) == len({it.id for it in dialog._found}) == PAGE + MORE
        assert dialog.more.isHidden()
        dialog.reject()


async def test_nothing_is_said_before_the_server_has_answered() -> None:
    async with deskside() as at:
        dialog = ClosedDialog(at.stage.session, at.window)
        assert dialog.nothing.isHidden(), "whether there are any is not known"
        await until(lambda: "is kept" in dialog.nothing.text())
        dialog.reject()


async def test_without_a_link_it_says_so_and_can_be_tried_again() -> None:
    async with deskside() as at:
        close_some(at, PAGE + MORE)
        dialog = ClosedDialog(at.stage.session, at.window)
        await until(lambda: len(dialog._found) == PAGE)
        await at.loses_the_link()
        dialog.more.click()
        await until(lambda: "once the link is back" in dialog.nothing.text())
        dialog.search.setText("Guest 5")
        assert not dialog.nothing.isHidden()
        assert dialog.more.isEnabled()
        dialog.reject()


def erase(at: Deskside, dialog: ClosedDialog) -> None:
    gone = [it.id for it in dialog._found]
    for id_ in gone:
        at.stage.erase(id_)
    dialog.forget(gone)


async def test_what_was_erased_was_closed_all_the_same() -> None:
    async with deskside() as at:
        close_some(at, PAGE + MORE)
        dialog = ClosedDialog(at.stage.session, at.window)
        await until(lambda: len(dialog._found) == PAGE)
        erase(at, dialog)
        assert dialog.nothing.text() == "Nothing was found among those that are shown."
        dialog.more.click()
        await until(lambda: len(dialog._found) == MORE)
        erase(at, dialog)
        assert dialog.nothing.text() == "No conversation that you closed is kept."
        dialog.reject()
