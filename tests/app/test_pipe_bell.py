"""Qt's way to ring is the same one (`test_instance` meets both)."""

from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from pupitre.app.doorbell import ANSWER
from pupitre.app.pipe_bell import PipeBell, ring

SOON = 20.0


@pytest.mark.parametrize(("line", "answer"), [(b"please open\n", ANSWER), (b"hello\n", b"")])
def test_what_makes_sense_is_answered(
    qtbot: QtBot, tmp_path: Path, line: bytes, answer: bytes
) -> None:
    bell, name = PipeBell(lambda it: it.startswith(b"please")), str(tmp_path / "bell")
    assert bell.listen(name) == ""
    ringing = QLocalSocket()
    with qtbot.waitSignal(ringing.disconnected, timeout=15_000):
        ringing.connectToServer(name)
        ringing.write(line)
    assert ringing.readAll().data() == answer
    bell.close()


def test_nobody_answers_where_nobody_listens(qtbot: QtBot, tmp_path: Path) -> None:
    assert ring(str(tmp_path / "bell"), b"please", SOON) is None
