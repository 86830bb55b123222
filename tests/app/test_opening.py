"""The first window shows what was there last, and forgets nothing that is asked of it."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from pupitre.app import screen
from pupitre.app.desk import Desk
from pupitre.app.folders import Folders, desk_file
from pupitre.app.opening import Opening
from pupitre.app.settings import Account, Settings, SettingsFile
from pupitre.app.tasks import spawn
from pupitre.domain.ids import ConversationId
from pupitre.domain.standing import Dot
from pupitre.ui.front import Front
from pupitre.ui.models.entries import CardEntry
from tests.app.test_desk import ENGLISH, World, tries_it, visited
from tests.support.loop import until
from tests.support.screen import noon

SERVER = "http://127.0.0.1:9"
"""Nobody is there."""
ALICE = Account(server=SERVER, email="alice@demo.test")


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


@pytest.fixture(autouse=True)
def _screen() -> Iterator[None]:
    app = screen.application(ENGLISH)
    yield
    app.processEvents()


def opening(world: World, settings: Settings, proposed: Account | None = None) -> Opening:
    """Show the first window of a desk of that world."""
    SettingsFile(world.folder).save(settings)
    made = Opening(ENGLISH, settings, proposed)
    made.show(Folders.inside(world.folder).data, noon)
    return made


@asynccontextmanager
async def taken_over(world: World, first: Opening) -> AsyncIterator[Desk]:
    """Put the desk behind a window that is open."""
    app = screen.application(ENGLISH)
    desk = Desk(app, Folders.inside(world.folder), world.means(), ENGLISH, first)
    living = spawn(desk.live(first.proposed), name="desk")
    await asyncio.sleep(0)
    try:
        yield desk
    finally:
        desk.leave()
        await living
        assert not desk.has_crashed


async def left_with_a_conversation(world: World) -> tuple[Settings, ConversationId]:
    """Live a first run until there is a conversation; return what is remembered."""
    async with world.desk() as desk:
        await tries_it(desk)
        visitor = await visited(desk)
        assert desk.place is not None
        (card,) = desk.place.session.cards()
        await visitor.leave()
    return SettingsFile(world.folder).load(), card.id


def front(shown: Opening) -> Front:
    found = shown.window._front
    assert found is not None
    return found


async def test_a_conversation_chosen_in_the_kept_list_opens_once_the_desk_is_there(
    world: World,
) -> None:
    settings, conversation = await left_with_a_conversation(world)
    first = opening(world, settings)
    row = front(first).model.at(1)
    assert isinstance(row, CardEntry)
    assert (row.card.id, row.card.dot) == (conversation, Dot.UNKNOWN)
    assert first.page is None
    first.window.move(40, 30)
    was = first.window.geometry(), front(first).page
    front(first).page.list.chosen.emit(conversation)
    async with taken_over(world, first) as desk:
        await until(lambda: desk.window.shown() == conversation)
        assert desk.window is first.window
        assert desk.window.desk is not None
        assert (desk.window.geometry(), desk.window.desk.page) == was
        field = desk.window.desk.current.pane.composer.field
        await until(lambda: field.isEnabled() and desk.place is not None)
        field.insertPlainText("Bonjour")
        assert desk.place is not None
        assert desk.place.session.draft(conversation) == "Bonjour"


async def test_a_window_that_is_closed_at_once_closes_once_the_desk_is_there(world: World) -> None:
    settings, _ = await left_with_a_conversation(world)
    first = opening(world, settings)
    first.window.close()
    assert first.window.isVisible()
    async with taken_over(world, first) as desk:
        await until(lambda: not desk.window.isVisible())


async def test_without_a_list_the_way_in_is_shown_and_heard(world: World) -> None:
    first = opening(world, Settings())
    assert first.page is not None
    first.page.trial_button.click()
    async with taken_over(world, first) as desk:
        await until(lambda: desk.place and not desk.place.session.connection.stale)
        assert desk.window.desk is not None


async def test_an_account_without_a_list_is_signed_in_behind_the_way_in(world: World) -> None:
    first = opening(world, Settings(account=ALICE))
    assert first.page is not None
    assert first.page.busy.text()
    assert (first.page.address.text(), first.page.email.text()) == (SERVER, ALICE.email)
    async with taken_over(world, first) as desk:
        await until(first.page.sign_in_button.isEnabled)
        assert desk.sign_in.page is first.page
        assert desk.window._stack.currentWidget() is first.page


async def test_a_list_whose_token_is_gone_gives_way_to_the_way_in(world: World) -> None:
    settings, _ = await left_with_a_conversation(world)
    folder = Folders.inside(world.folder)
    trial, elsewhere = settings.account, Settings(account=ALICE)
    desk_file(folder.data, trial).rename(desk_file(folder.data, ALICE))
    first = opening(world, elsewhere)
    assert front(first).model.rowCount() > 1
    async with taken_over(world, first) as desk:
        await until(lambda: desk.sign_in.page)
        assert desk.window._front is None
        assert desk.window._stack.currentWidget() is desk.sign_in.page


async def test_who_is_proposed_sees_nothing_of_who_was_there(world: World) -> None:
    settings, _ = await left_with_a_conversation(world)
    first = opening(world, settings, ALICE)
    assert first.page is not None
    assert first.window._front is None
    async with taken_over(world, first) as desk:
        assert desk.sign_in.page is first.page
        assert desk.place is None
