"""The X session of the tests is real: a keyring, a notification with its click, a tray."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.patience import LONG
from tests.support.x11 import XSession

KEYRING = """
from keyring.backends.SecretService import Keyring
Keyring().set_password("pupitre", "somebody", "a token nobody may read")
print(Keyring().get_password("pupitre", "somebody"))
"""

TRAY = """
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
app = QApplication([])
print(QSystemTrayIcon.isSystemTrayAvailable())
"""

NOTIFY = """
import asyncio, sys
from desktop_notifier import Button, DesktopNotifier

async def main():
    over = asyncio.Event()
    def say(word):
        print(word, flush=True)
        over.set()
    await DesktopNotifier(app_name="Pupitre").send(
        title=sys.argv[1], message="She wrote again", on_clicked=lambda: say("clicked"),
        buttons=[Button(title="Pause again", on_pressed=lambda: say("paused again"))],
    )
    async with asyncio.timeout(20):
        await over.wait()

asyncio.run(main())
"""


def test_the_secret_service_keeps_a_token_and_no_file_shows_it(x_session: XSession) -> None:
    assert _python(KEYRING, x_session) == "a token nobody may read\n"
    files = [path for path in x_session.home.rglob("*") if path.is_file()]
    assert any(path.suffix == ".keyring" for path in files)
    assert not [path for path in files if b"nobody may read" in path.read_bytes()]


def test_the_tray_is_there(x_session: XSession) -> None:
    assert _python(TRAY, x_session) == "True\n"


@contextmanager
def notifying(session: XSession, title: str) -> Iterator[subprocess.Popen[str]]:
    """Run a program that shows a notification of that title until it is answered."""
    command = [sys.executable, "-c", NOTIFY, title]
    with subprocess.Popen(command, env=session.env, stdout=subprocess.PIPE, text=True) as program:
        _soon(lambda: any(notice.summary == title for notice in session.notices.received()))
        yield program
        program.kill()
    session.notices.dismiss_all()


@pytest.fixture
def notifier(
    x_session: XSession, request: pytest.FixtureRequest
) -> Iterator[subprocess.Popen[str]]:
    with notifying(x_session, request.node.name) as program:
        yield program


def test_a_click_on_a_notification_comes_back(
    x_session: XSession, notifier: subprocess.Popen[str]
) -> None:
    last = x_session.notices.received()[-1]
    assert (last.app, last.body) == ("Pupitre", "She wrote again")
    x_session.notices.click()
    assert notifier.communicate(timeout=LONG)[0] == "clicked\n"


def test_a_button_of_a_notification_comes_back(
    x_session: XSession, notifier: subprocess.Popen[str]
) -> None:
    x_session.notices.choose("Pause again")
    assert notifier.communicate(timeout=LONG)[0] == "paused again\n"


def test_of_two_notifications_the_newest_is_clicked_unless_one_is_named(
    x_session: XSession,
) -> None:
    with notifying(x_session, "older") as older, notifying(x_session, "newer") as newer:
        received = [notice.summary for notice in x_session.notices.received()]
        assert received[-2:] == ["older", "newer"]
        x_session.notices.click("older")
        assert older.communicate(timeout=LONG)[0] == "clicked\n"
        x_session.notices.click()
        assert newer.communicate(timeout=LONG)[0] == "clicked\n"


def test_nothing_of_the_session_is_left_when_it_stops() -> None:
    with XSession() as session:
        home = session.home
        assert _programs_of(home)
    assert not home.exists()
    _soon(lambda: not _programs_of(home))


def test_two_sessions_live_side_by_side(x_session: XSession) -> None:
    with XSession() as other:
        assert other.env["DISPLAY"] != x_session.env["DISPLAY"]
        assert _python(TRAY, other) == "True\n"


def _python(program: str, session: XSession) -> str:
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, env=session.env, capture_output=True, text=True, check=True)
    return done.stdout


def _programs_of(home: Path) -> list[str]:
    """Name the running programs whose environment has this home."""
    mark = f"HOME={home}".encode()
    return [path.name for path in Path("/proc").glob("[0-9]*") if mark in _environment(path)]


def _environment(process: Path) -> bytes:
    try:
        return (process / "environ").read_bytes()
    except OSError:
        return b""


def _soon(fact: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not fact():
        assert time.monotonic() < end
        time.sleep(0.02)
