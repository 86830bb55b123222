"""Qt's messages go to the log, but for those that say nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from pupitre.app import qt_words


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = qInstallMessageHandler(None)
    yield
    qInstallMessageHandler(before)


@pytest.mark.logs("something is crooked")
def test_a_warning_is_logged() -> None:
    qt_words.listen()
    qWarning("something is crooked")
    qWarning("This plugin does not support raise()")
