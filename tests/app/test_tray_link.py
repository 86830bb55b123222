"""The tray icon tells how the desk stands and takes availability back."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from pupitre.app.tray_link import TrayLink, state_of
from pupitre.client.views import LinkState
from pupitre.ui.tray import Tray
from tests.app.afternoon import afternoon
from tests.support.loop import until


async def test_the_icon_follows_the_session(tmp_path: Path) -> None:
    window = QWidget()
    tray = Tray(window)
    async with afternoon(tmp_path) as at:
        link = TrayLink(at.place.session, tray)
        assert tray.state == state_of(at.place.session)
        assert tray.state.paused == 3
        waiting = tray.state.waiting
        at.stage.guests["Karim B."].writes("Me revoilà")
        await until(lambda: tray.state.paused == 2)
        assert tray.state.waiting == waiting + 1
        at.stage.backend.reachable = False
        at.stage.backend.cut()
        await until(lambda: tray.state.link is LinkState.LOST)
        assert tray.state.said.startswith("No link since ")
        at.place.session.post(at.place.session.cards()[0].id, "Un instant")
        await until(lambda: tray.state.said.endswith(" · 1 queued on this computer"))
        link.end()
        assert not tray.state.is_signed_in
    window.deleteLater()


async def test_availability_is_chosen_in_its_menu(tmp_path: Path) -> None:
    window = QWidget()
    tray = Tray(window)
    async with afternoon(tmp_path) as at:
        link = TrayLink(at.place.session, tray)
        assert tray.state.available
        tray.available_action.trigger()
        await until(lambda: not tray.state.available)
        link.end()
    window.deleteLater()
