"""Nothing but the web is opened from what people wrote."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from pupitre.ui import web


@pytest.mark.parametrize(
    ("address", "opens"),
    [
        ("https://velo.example/a", True),
        ("HTTP://velo.example", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("https://velo.example/a b", False),
        ("", False),
    ],
)
def test_only_an_address_of_the_web_is_opened(
    address: str, opens: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    web.open_page(address)
    assert bool(opened) is opens
