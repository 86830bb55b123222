"""Notices are shown by the system, answered, replaced, taken away, and never read as markup."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pupitre.app import notifier
from pupitre.app.desktop_notices import DesktopNotices
from pupitre.app.notifier import KeptNotices, Notice
from pupitre.app.tasks import spawn, stop
from tests.support.loop import until
from tests.support.patience import LONG
from tests.support.x11 import XSession

PROGRAM = """
import asyncio, json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from pupitre.app.desktop_notices import DesktopNotices
from pupitre.app.loop import DeskLoop
from pupitre.app.notifier import KeptNotices, Notice, NoticeButton
from pupitre.app.tasks import spawn, stop

async def main():
    over, left = asyncio.Event(), KeptNotices()
    def picked(key, name):
        print(json.dumps([key, name]), flush=True)
        over.set()
    notices = DesktopNotices("Pupitre", Path("/none.png"), picked, left)
    task = spawn(notices.run(), name="notices")
    notices.show(Notice(key="c1", title="Camille", text="first"))
    notices.show(Notice(key="c2", title="Karim", text="dealt with"))
    again = NoticeButton(name="again", label="Pause again")
    notices.show(Notice(key="c1", title="Camille", text="<b>5 < 6</b>", buttons=(again,)))
    notices.withdraw("c2")
    notices.withdraw("unknown")
    async with asyncio.timeout(20):
        await over.wait()
    await stop(task)
    assert not left.shown

app = QApplication([])
app.setQuitOnLastWindowClosed(False)
with asyncio.Runner(loop_factory=lambda: DeskLoop(app)) as runner:
    runner.run(main())
"""


@pytest.fixture
def program(x_session: XSession) -> Iterator[subprocess.Popen[str]]:
    env = x_session.env | {"PYTHONPATH": str(Path(notifier.__file__).parents[2])}
    before = len(x_session.notices.received())
    command = [sys.executable, "-W", "error", "-c", PROGRAM]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as running:
        _soon(lambda: len(x_session.notices.received()) >= before + 3)
        yield running
        running.kill()
    x_session.notices.dismiss_all()


def test_a_click_names_the_notice(program: subprocess.Popen[str], x_session: XSession) -> None:
    told = x_session.notices.received()[-3:]
    assert [notice.body for notice in told] == [
        "first",
        "dealt with",
        "&lt;b&gt;5 &lt; 6&lt;/b&gt;",
    ]
    x_session.notices.click()
    assert json.loads(program.communicate(timeout=LONG)[0]) == ["c1", ""]
    assert program.returncode == 0


def test_a_button_names_itself(program: subprocess.Popen[str], x_session: XSession) -> None:
    x_session.notices.choose("Pause again")
    assert json.loads(program.communicate(timeout=LONG)[0]) == ["c1", "again"]
    assert program.returncode == 0


async def test_without_a_notification_area_the_fallback_shows() -> None:
    fallback = KeptNotices()
    notices = DesktopNotices("Pupitre", Path("/none.png"), lambda *_: None, fallback)
    task = spawn(notices.run(), name="notices")
    notices.show(Notice(key="c1", title="Camille"))
    notices.withdraw("c1")
    await until(lambda: len(fallback.withdrawn) == 2)
    assert [notice.title for notice in fallback.shown] == ["Camille"]
    await stop(task)


def _soon(fact: Callable[[], bool]) -> None:
    end = time.monotonic() + 15
    while not fact():
        assert time.monotonic() < end
        time.sleep(0.02)
