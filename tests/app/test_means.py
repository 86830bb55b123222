"""A desk reaches the outside world through its means."""

from typing import Any

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from pupitre.app import means, screen
from pupitre.app.desktop_notices import DesktopNotices
from pupitre.app.notifier import KeptNotices
from pupitre.app.secrets import SystemSecrets
from pupitre.ui.preferences import Preferences


class Browser(QObject):
    """Stands in for the system's."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


def test_a_page_is_opened_by_the_system() -> None:
    screen.application(Preferences())
    browser = Browser()
    handler: Any = "open"  # the stub says bytes, and bytes are refused
    QDesktopServices.setUrlHandler("http", browser, handler)
    try:
        means.open_in_browser("http://127.0.0.1:8421/demo/velo")
    finally:
        QDesktopServices.unsetUrlHandler("http")
    assert browser.opened == ["http://127.0.0.1:8421/demo/velo"]


async def test_usually_the_system_keeps_secrets_and_shows_notices() -> None:
    usual = means.Means()
    assert isinstance(usual.secrets(), SystemSecrets)
    notifier = usual.notifier(lambda *_: None, KeptNotices())
    assert isinstance(notifier, DesktopNotices)
