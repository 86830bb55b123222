"""What a desk works with on this system; the demo and the tests bring their own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from pupitre.app import screen
from pupitre.app.desktop_notices import DesktopNotices
from pupitre.app.notifier import Notifier, Picked
from pupitre.app.places import resources
from pupitre.app.secrets import Secrets, SystemSecrets
from pupitre.app.trial import USUAL_PORT


def system_notices(picked: Picked, fallback: Notifier) -> Notifier:
    """Return the system's notification area, and the tray's balloons where there is none."""
    return DesktopNotices(screen.TITLE, resources() / "icons" / "pupitre.png", picked, fallback)


def open_in_browser(address: str) -> None:
    """Open a page in the browser."""
    QDesktopServices.openUrl(QUrl(address))


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """The outside world, as one desk reaches it."""

    secrets: Callable[[], Secrets] = SystemSecrets
    notifier: Callable[[Picked, Notifier], Notifier] = system_notices
    browse: Callable[[str], None] = open_in_browser
    clock_rate: float = 1.0
    """How fast the clock of a trial's server runs."""
    begins: datetime | None = None
    """When that clock starts, if it is not the real one."""
    port: int = USUAL_PORT
    """Where a trial's server listens if it can."""
