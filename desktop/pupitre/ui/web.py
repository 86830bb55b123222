"""Links that people wrote, opened in the browser; nothing but the web is ever opened."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_WEB = ("http", "https")


def open_page(address: str) -> None:
    """Open an address of the web; do nothing with any other."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if url.isValid() and url.scheme().lower() in _WEB and url.host():
        QDesktopServices.openUrl(url)
