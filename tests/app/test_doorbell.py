"""Whoever rings is heard if they make sense, whatever others do at the same bell."""

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pupitre.app.doorbell import ANSWER, LONGEST, UnixBell, ring

SOON = 20.0


class Listener:
    """Understands lines that begin with `please`."""

    def __init__(self) -> None:
        self.heard: list[bytes] = []

    def hear(self, line: bytes) -> bool:
        self.heard.append(line)
        return line.startswith(b"please")


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def name(tmp_path: Path) -> str:
    return str(tmp_path / "bell")


@pytest.fixture
def bell(qtbot: QtBot, listener: Listener, name: str) -> Iterator[UnixBell]:
    opened = UnixBell(listener.hear)
    assert opened.listen(name) == ""
    yield opened
    opened.close()


@pytest.mark.parametrize(("line", "answered"), [(b"please open", True), (b"hello", False)])
def test_what_makes_sense_is_answered(
    bell: UnixBell, qtbot: QtBot, listener: Listener, name: str, line: bytes, answered: bool
) -> None:
    with ThreadPoolExecutor(1) as other:
        told = other.submit(ring, name, line, SOON)
        qtbot.waitUntil(told.done, timeout=15_000)
    assert told.result() is answered
    assert listener.heard == [line]


def test_a_line_may_come_in_pieces(
    bell: UnixBell, qtbot: QtBot, listener: Listener, name: str
) -> None:
    with socket.socket(socket.AF_UNIX) as slow:
        slow.connect(name)
        slow.send(b"please ")
        qtbot.wait(1)
        slow.send(b"open\n")
        qtbot.waitUntil(lambda: listener.heard == [b"please open"], timeout=15_000)
        assert slow.recv(10) == ANSWER


def test_who_does_not_come_to_an_end_is_not_heard(
    bell: UnixBell, qtbot: QtBot, listener: Listener, name: str
) -> None:
    with socket.socket(socket.AF_UNIX) as chatty, ThreadPoolExecutor(1) as other:
        chatty.settimeout(SOON)
        chatty.connect(name)
        chatty.send(b"x" * (LONGEST + 1))
        told = other.submit(chatty.recv, 1)
        qtbot.waitUntil(told.done, timeout=15_000)
    assert told.exception() is not None or told.result() == b""
    assert not listener.heard


def test_nobody_answers_where_nobody_listens(name: str) -> None:
    assert ring(name, b"please", SOON) is None
    Path(name).touch()
    assert ring(name, b"please", SOON) is None


def test_who_hangs_does_not_answer(bell: UnixBell, name: str) -> None:
    assert ring(name, b"please", 0.05) is False


def test_who_is_silent_is_left_at_the_end(bell: UnixBell, qtbot: QtBot, name: str) -> None:
    with socket.socket(socket.AF_UNIX) as silent:
        silent.settimeout(SOON)
        silent.connect(name)
        qtbot.waitUntil(lambda: len(bell.children()) > 1, timeout=15_000)
        bell.close()
        assert silent.recv(1) == b""
    assert not Path(name).exists()


def test_nobody_else_may_ring(bell: UnixBell, name: str) -> None:
    assert Path(name).stat().st_mode & 0o077 == 0


def test_a_place_where_nobody_can_listen_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    bell = UnixBell(lambda _line: True)
    assert bell.listen(str(tmp_path / "nowhere" / "bell"))
    bell.close()
