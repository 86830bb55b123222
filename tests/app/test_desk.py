"""The desk as a program: tried at once, remembered, spoken in another language, left in order."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QPushButton

from pupitre.app import screen
from pupitre.app.demo.visitors import Person, SoftVisitor
from pupitre.app.desk import Desk, visitor_page
from pupitre.app.folders import Folders
from pupitre.app.means import Means
from pupitre.app.notifier import KeptNotices
from pupitre.app.secrets import MemorySecrets
from pupitre.app.settings import Account, SettingsFile
from pupitre.app.tasks import spawn
from pupitre.app.trial import ACCOUNT
from pupitre.ui import languages
from pupitre.ui.dialogs.shift import ShiftDialog
from pupitre.ui.preferences import Language, Preferences
from tests.support.loop import until

ENGLISH = Preferences(language=Language.ENGLISH)


@dataclass
class World:
    """What a desk finds outside, run after run."""

    folder: Path
    secrets: MemorySecrets = field(default_factory=MemorySecrets)
    notices: KeptNotices = field(default_factory=KeptNotices)
    opened: list[str] = field(default_factory=list)

    def means(self) -> Means:
        return Means(
            secrets=lambda: self.secrets,
            notifier=lambda *_: self.notices,
            browse=self.opened.append,
            port=0,
        )

    @asynccontextmanager
    async def desk(self) -> AsyncIterator[Desk]:
        """Open the desk, and see to it that it is left."""
        app = screen.application(ENGLISH)
        desk = Desk(app, Folders.inside(self.folder), self.means(), ENGLISH)
        living = spawn(desk.live(), name="desk")
        await asyncio.sleep(0)
        try:
            yield desk
        finally:
            desk.leave()
            await living
            assert not desk.has_crashed


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    locale = QLocale()
    yield
    languages.install(screen.application(ENGLISH), Language.ENGLISH)
    QLocale.setDefault(locale)


async def tries_it(desk: Desk) -> None:
    assert desk.sign_in.page is not None
    desk.sign_in.page.trial_button.click()
    await until(lambda: desk.place and not desk.place.session.connection.stale)


async def visited(desk: Desk) -> SoftVisitor:
    """Bring a visitor who writes, and wait until they are on the desk."""
    person = Person(name="Camille D.", mission="velo")
    visitor = SoftVisitor(await desk.trial.address(), person, lambda *_: None)
    await visitor.arrive("/demo/velo", "Vélos")
    await visitor.write("Bonjour")
    await until(lambda: desk.place and desk.place.has_open)
    return visitor


async def test_a_trial_gives_a_conversation_at_once(world: World) -> None:
    async with world.desk() as desk:
        await tries_it(desk)
        assert world.opened == [f"{await desk.trial.address()}/demo/velo"]
        visitor = await visited(desk)
        await until(lambda: world.notices.shown)
        assert [notice.title for notice in world.notices.shown] == [
            "Camille D. is on your desk · Vélo"
        ]
        await visitor.leave()
    assert SettingsFile(world.folder).load().account == ACCOUNT


async def test_the_next_start_signs_in_again_and_opens_no_page(world: World) -> None:
    async with world.desk() as desk:
        await tries_it(desk)
    world.opened.clear()
    async with world.desk() as desk:
        await until(lambda: desk.place and not desk.place.session.connection.stale)
        assert desk.window.dialogs is not None
    assert world.opened == []


async def test_a_token_that_is_worth_nothing_leads_back_to_the_door(world: World) -> None:
    async with world.desk() as desk:
        address = await desk.trial.address()
        account = Account(server=address, email=ACCOUNT.email)
        await world.secrets.keep(account, "stolen")
        desk.sign_in.again(account)
        await until(lambda: desk.sign_in.page and desk.sign_in.page.error.text())
        assert desk.sign_in.page is not None
        assert desk.sign_in.page.error.text() == "Your session has ended. Sign in again."
        assert await world.secrets.token(account) is None


async def test_closing_with_nobody_waiting_leaves(world: World) -> None:
    async with world.desk() as desk:
        await tries_it(desk)
        assert desk.place is not None
        session = desk.place.session
        desk.window.close()
        await until(lambda: not desk.window.isVisible())
        assert session.you is not None
        assert not session.you.available


async def test_closing_with_a_visitor_opens_the_list_first(world: World) -> None:
    async with world.desk() as desk:
        await tries_it(desk)
        visitor = await visited(desk)
        desk.window.close()
        shift = await _dialog(desk)
        assert desk.window.isVisible()
        shift.stay_button.click()
        assert desk.place is not None
        session = desk.place.session
        await until(lambda: session.you and session.you.available)
        desk.window.close()
        (await _dialog(desk)).accept_button.click()
        await until(lambda: not desk.window.isVisible())
        await visitor.leave()


async def test_signing_out_shows_the_door_and_forgets_the_token(world: World) -> None:
    async with world.desk() as desk:
        await tries_it(desk)
        desk.leaving.ask_to_sign_out()
        await until(lambda: desk.place is None)
        assert desk.sign_in.page is not None
        assert await world.secrets.token(ACCOUNT) is None
        assert desk.settings.account == Account()


async def test_the_language_changes_without_a_restart(world: World) -> None:
    async with world.desk() as desk:
        await tries_it(desk)
        french = replace(ENGLISH, language=Language.FRENCH)
        desk.window.preferences_changed.emit(french)
        await until(lambda: _says(desk, "Envoyer"))
        assert desk.settings.preferences.language is Language.FRENCH
    assert SettingsFile(world.folder).load().preferences.language is Language.FRENCH


@pytest.mark.logs("something went wrong")
async def test_a_bug_is_said_and_the_desk_goes_on(world: World) -> None:
    async with world.desk() as desk:
        await tries_it(desk)

        async def bug() -> None:
            raise ZeroDivisionError

        spawn(bug(), name="bug")
        await until(lambda: desk.has_crashed)
        assert desk.place is not None
        desk.has_crashed = False


def test_the_visitor_page_is_on_the_same_server() -> None:
    assert visitor_page("chat.example.org", "velo") == "https://chat.example.org/demo/velo"
    assert visitor_page("http://127.0.0.1:8421", "cave") == "http://127.0.0.1:8421/demo/cave"


async def _dialog(desk: Desk) -> ShiftDialog:
    await until(lambda: desk.window.findChildren(ShiftDialog))
    found = desk.window.findChildren(ShiftDialog)[-1]
    assert isinstance(found, ShiftDialog)
    return found


def _says(desk: Desk, words: str) -> bool:
    return any(button.text() == words for button in desk.window.findChildren(QPushButton))
