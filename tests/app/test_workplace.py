"""A workplace is everything of one expert who is signed in."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from pupitre.app.notifier import KeptNotices
from pupitre.client.views import LinkState
from pupitre.domain.ids import ConversationId
from pupitre.ui.tray import Tray
from tests.app.afternoon import afternoon
from tests.support.loop import until


class Nobody:
    """A window that nobody looks at."""

    def is_in_front(self) -> bool:
        return False

    def call(self) -> None:
        pass

    def bring_forward(self, conversation: ConversationId) -> None:
        raise AssertionError(conversation)


async def test_it_knows_whether_visitors_would_be_left_behind(tmp_path: Path) -> None:
    async with afternoon(tmp_path) as at:
        assert at.place.has_open


async def test_what_it_shows_outside_the_window_goes_with_it(tmp_path: Path) -> None:
    window, notices = QWidget(), KeptNotices()
    tray = Tray(window)
    async with afternoon(tmp_path) as at:
        at.place.furnish(notices, Nobody(), tray)
        assert tray.state.link is LinkState.CONNECTED
        at.stage.guests["Thomas"].writes("Allô ?")
        await until(lambda: notices.shown)
        at.place.clear()
        assert notices.withdrawn == [notices.shown[0].key]
        assert not tray.state.is_signed_in
    window.deleteLater()
