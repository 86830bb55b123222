"""Silence is success: what every test of Pupitre must respect."""

import faulthandler
import gc
import inspect
import logging
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")

# Qt knows its platform by now
from pupitre.app.garbage import collect
from tests.support.loop import close_windows_left, nothing_lost, qapp_args
from tests.support.x11 import desktop_session, x_session

__all__ = ["desktop_session", "nothing_lost", "qapp_args", "x_session"]

settings.register_profile(
    "ci", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)  # a busy machine is no fault of what is tested
settings.load_profile("ci")

USER_FOLDERS = {
    "HOME": "",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
}


def pytest_configure(config: pytest.Config) -> None:
    """Declare the markers of this file."""
    config.addinivalue_line(
        "markers", "logs(*patterns): warnings and errors that the test is about; each must appear"
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Recall, near the last line, which checks failed before the tests began."""
    if failed := os.environ.get("PUPITRE_FAILED_CHECKS"):
        terminalreporter.section("checks that failed before the tests", red=True)
        terminalreporter.line(failed)


@pytest.fixture(scope="session", autouse=True)
def nobodys_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give the tests a home of their own: no file, keyring or bus of the person at work."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name, folder in USER_FOLDERS.items():
            (home / folder).mkdir(parents=True, exist_ok=True)
            patch.setenv(name, str(home / folder))
        patch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
        yield home


@pytest.fixture(autouse=True)
def _crashes_are_told(pytestconfig: pytest.Config) -> Iterator[None]:
    """Have a crash written where pytest does, again after a test whose desk wrote it elsewhere."""
    yield
    told = pytestconfig.pluginmanager.getplugin("faulthandler")
    if told is not None and not faulthandler.is_enabled():
        faulthandler.enable(pytestconfig.stash[told.fault_handler_stderr_fd_key])


@pytest.fixture(autouse=True)
def _silent(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on a log record of WARNING or more that the test did not announce."""
    marks = request.node.iter_markers("logs")
    expected = [re.compile(pattern) for mark in marks for pattern in mark.args]
    yield
    spoken = [line for phase in ("setup", "call", "teardown") for line in _loud(caplog, phase)]
    unexpected = [line for line in spoken if not any(p.search(line) for p in expected)]
    unheard = [p.pattern for p in expected if not any(p.search(line) for line in spoken)]
    assert not unexpected, f"unexpected log records: {unexpected}"
    assert not unheard, f"announced, and never logged: {unheard}"


def _loud(caplog: pytest.LogCaptureFixture, phase: str) -> list[str]:
    records = caplog.get_records(phase)  # type: ignore[arg-type] # "setup", "call", "teardown"
    return [
        f"{record.levelname} {record.name}: {record.getMessage()}"
        for record in records
        if record.levelno >= logging.WARNING
    ]


@pytest.fixture(autouse=True)
def _nothing_lost_by_coroutines(request: pytest.FixtureRequest) -> None:
    """Hold every test that is a coroutine to `nothing_lost`."""
    if inspect.iscoroutinefunction(getattr(request.node, "obj", None)):
        request.getfixturevalue("nothing_lost")


@pytest.fixture(scope="session", autouse=True)
def _garbage_waits() -> Iterator[None]:
    """Let no thread collect: what is left of a window would die in a database's, and crash."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _no_window_left() -> Iterator[None]:
    """Fail on a top-level widget that outlives its test: it would crash a later one."""
    yield
    left = close_windows_left()
    collect()
    assert not left, f"windows left behind: {left}"
