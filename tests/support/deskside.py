"""The desk's window over the story, worked from within by its widgets."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from pupitre.backends.memory import MemoryBackend
from pupitre.client.views import Card
from pupitre.domain.ids import ConversationId
from pupitre.ui.desk import Desk
from pupitre.ui.models.entries import CardEntry
from pupitre.ui.pane_link import PaneLink
from pupitre.ui.preferences import Preferences
from pupitre.ui.window import DeskWindow
from tests.support.loop import until
from tests.support.story import Stage, demo_session


@dataclass(frozen=True, slots=True)
class Deskside:
    """Somebody sitting at the desk, with the user's verbs."""

    stage: Stage
    window: DeskWindow

    @property
    def desk(self) -> Desk:
        """The open desk."""
        assert self.window.desk is not None
        return self.window.desk

    @property
    def pane(self) -> PaneLink:
        """Where the expert is."""
        return self.desk.current

    def card(self, name: str) -> Card:
        """Return the card of that visitor."""
        return next(it for it in self.stage.session.cards() if it.name == name)

    def id(self, name: str) -> ConversationId:
        """Return the conversation with that visitor."""
        return self.card(name).id

    async def loses_the_link(self) -> None:
        """Have the server gone until its backend is reachable again."""
        self.stage.backend.reachable = False
        self.stage.backend.cut()
        await until(lambda: self.stage.session.connection.stale)

    def opens(self, name: str) -> None:
        """Open a conversation from the list."""
        self.desk.page.list.chosen.emit(self.id(name))

    def writes(self, text: str) -> None:
        """Type in the message field, as with keys."""
        field = self.pane.pane.composer.field
        field.setFocus()
        field.insertPlainText(text)

    def presses(self, key: Qt.Key, *, on: QWidget | None = None) -> None:
        """Press a key."""
        QTest.keyClick(on or self.pane.pane.composer.field, key)

    def sends(self, text: str) -> None:
        """Write and send."""
        self.writes(text)
        self.presses(Qt.Key.Key_Return)

    def clicks(self, name: str) -> None:
        """Click on the button of that object name, in the pane or in the bars."""
        found = self.pane.pane.findChild(QPushButton, name)
        button = found or self.window.findChild(QPushButton, name)
        assert isinstance(button, QPushButton), name
        button.click()

    def listed(self) -> list[str]:
        """Return the names in the list, in order."""
        model = self.desk.link.model
        rows = (model.at(place) for place in range(model.rowCount()))
        return [row.card.name for row in rows if isinstance(row, CardEntry)]

    def read(self) -> list[str]:
        """Return what the thread reads, row by row."""
        model = self.pane.pane.model
        return [str(model.index(place).data()) for place in range(model.rowCount())]

    def sees(self, part: str) -> bool:
        """Whether the thread reads this somewhere."""
        return any(part in row for row in self.read())


async def settled() -> None:
    """Let news reach the screen, cards and counts last."""
    for _ in range(20):
        await asyncio.sleep(0.005)


@asynccontextmanager
async def deskside(
    preferences: Preferences | None = None, *, kind: type[MemoryBackend] = MemoryBackend
) -> AsyncIterator[Deskside]:
    """Sit at the desk over the story."""
    async with demo_session(kind=kind) as stage:
        window = DeskWindow(preferences or Preferences())
        window.resize(1280, 800)
        window.open_desk(stage.session)
        window.show()
        await until(lambda: stage.session.cards())
        await settled()
        try:
            yield Deskside(stage, window)
        finally:
            window.leave_desk()
            window.hide()
            window.deleteLater()
            await settled()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
