"""Qt's messages go to the log, but for those that say nothing."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import PySide6
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


LAST_WORDS = """
import ctypes, sys
from pupitre.app import qt_words
qt_words.listen()
qt = ctypes.CDLL(sys.argv[1])
says = ctypes.cast(qt._ZN16QCoreApplication4execEv, ctypes.c_void_p)  # that there is none
ctypes.CDLL(None).on_exit(says, None)
"""
QT = Path(PySide6.__file__).parent / "Qt" / "lib" / "libQt6Core.so.6"


@pytest.mark.skipif(not QT.exists(), reason="Qt has another name here")
def test_what_qt_says_after_python_has_ended_is_no_crash() -> None:
    words = [sys.executable, "-c", LAST_WORDS, str(QT)]
    ended = subprocess.run(words, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    assert "instantiate the QApplication" in ended.stderr
