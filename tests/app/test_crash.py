"""An error nobody expected is logged once and said."""

import asyncio
import logging
import sys
import threading
from collections.abc import Iterator

import pytest

from pupitre.app.crash import CrashReports
from pupitre.app.tasks import spawn
from tests.support.loop import until

pytestmark = pytest.mark.logs("something went wrong")


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
async def reports(said: list[str]) -> CrashReports:
    return CrashReports(lambda: said.append("sorry"))


@pytest.fixture(autouse=True)
def _hooks() -> Iterator[None]:
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


async def test_a_task_that_dies_is_logged_and_said(
    reports: CrashReports, said: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    reports.listen(asyncio.get_running_loop())

    async def die() -> None:
        raise ValueError("no")

    spawn(die(), name="dies")
    await until(lambda: said)
    assert said == ["sorry"]
    assert caplog.records[-1].exc_info


async def test_the_same_bug_is_said_once(reports: CrashReports, said: list[str]) -> None:
    reports.listen(asyncio.get_running_loop())
    for _ in range(3):
        try:
            _ = 1 // 0
        except ZeroDivisionError as error:
            sys.excepthook(ZeroDivisionError, error, error.__traceback__)
    assert said == ["sorry"]


async def test_a_thread_is_heard_too(
    reports: CrashReports, said: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    reports.listen(asyncio.get_running_loop())
    thread = threading.Thread(target=lambda: [][0])
    thread.start()
    thread.join()
    assert said == ["sorry"]
    assert caplog.records[-1].levelno == logging.ERROR
