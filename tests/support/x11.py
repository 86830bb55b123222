"""A real X session for tests: screen, windows, tray, notifications, keyring, all private."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from tests.support.daemons import Daemons, NotReady, wait_for
from tests.support.notices import Notices

PROGRAMS = (
    *("Xvfb", "dbus-daemon", "dbus-send", "openbox", "trayer", "dunst", "dunstctl"),
    *("gnome-keyring-daemon", "xprop", "xwininfo", "setpriv"),
)
SCREEN = "1440x900x24"
NOTIFICATIONS = "org.freedesktop.Notifications"
SECRETS = "org.freedesktop.secrets"


class XSession:
    """One session of a person who does not exist; `env` is what their programs inherit."""

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="pupitre-x-"))
        self.env = _private(os.environ if environment is None else environment, self.home)
        self.notices = Notices(self.home / "notices", self.env)
        self._daemons = Daemons(self.home)

    def __enter__(self) -> Self:
        try:
            self._start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Stop every program of the session and forget its home."""
        self._daemons.stop()
        shutil.rmtree(self.home, ignore_errors=True)

    def owns(self, name: str) -> bool:
        """Tell whether somebody answers to this name on the session's bus."""
        ask = ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/"]
        return self._succeeds(*ask, "org.freedesktop.DBus.GetNameOwner", f"string:{name}")

    def _start(self) -> None:
        missing = [program for program in PROGRAMS if shutil.which(program) is None]
        if missing:
            raise NotReady(f"not installed: {missing}; `packaging/dev.py test` installs them")
        self._start_screen()
        self._start_bus()
        self._start_keyring()
        self._daemons.start(["openbox"], self.env, ready=self._has_window_manager)
        tray = ["trayer", "--edge", "top", "--align", "right", "--widthtype", "request"]
        self._daemons.start(tray, self.env, ready=self._has_tray)
        dunst = ["dunst", "-conf", str(self.notices.write_settings())]
        self._daemons.start(dunst, self.env, ready=lambda: self.owns(NOTIFICATIONS))

    def _start_screen(self) -> None:
        number = self.home / "display"
        with number.open("wb") as out:
            where = ["-displayfd", str(out.fileno())]
            size = ["-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"]
            self._daemons.start(["Xvfb", *where, *size], self.env, pass_fds=[out.fileno()])
        wait_for(lambda: number.read_text().endswith("\n"), "Xvfb")
        self.env["DISPLAY"] = ":" + number.read_text().strip()

    def _start_bus(self) -> None:
        address = f"unix:path={self.env['XDG_RUNTIME_DIR']}/bus"
        self.env["DBUS_SESSION_BUS_ADDRESS"] = address
        daemon = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--address", address]
        self._daemons.start(daemon, self.env, ready=lambda: self.owns("org.freedesktop.DBus"))

    def _start_keyring(self) -> None:
        daemon = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
        empty_password = b"\n"
        self._daemons.start(daemon, self.env, said=empty_password, ready=lambda: self.owns(SECRETS))

    def _has_window_manager(self) -> bool:
        told = self._output("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")
        return "window id" in told

    def _has_tray(self) -> bool:
        return "trayer" in self._output("xwininfo", "-root", "-tree")

    def _output(self, *command: str) -> str:
        done = subprocess.run(command, env=self.env, capture_output=True, text=True, check=False)
        return done.stdout

    def _succeeds(self, *command: str) -> bool:
        done = subprocess.run(command, env=self.env, capture_output=True, check=False)
        return done.returncode == 0


def _private(environment: Mapping[str, str], home: Path) -> dict[str, str]:
    env = {name: value for name, value in environment.items() if not _is_personal(name)}
    folders = {
        "HOME": home,
        "XDG_CACHE_HOME": home / ".cache",
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_DATA_HOME": home / ".local/share",
        "XDG_STATE_HOME": home / ".local/state",
        "XDG_RUNTIME_DIR": home / "run",
    }
    for folder in folders.values():
        folder.mkdir(parents=True, exist_ok=True)
    folders["XDG_RUNTIME_DIR"].chmod(0o700)
    env.update({name: str(folder) for name, folder in folders.items()})
    return env | {
        "XDG_SESSION_TYPE": "x11",
        "XDG_CURRENT_DESKTOP": "openbox",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "GTK_A11Y": "none",
        "NO_AT_BRIDGE": "1",
    }


def _is_personal(name: str) -> bool:
    return name.startswith(("DBUS_", "XDG_", "GNOME_", "QT_QPA_")) or name in {
        *("DISPLAY", "WAYLAND_DISPLAY", "SSH_AUTH_SOCK", "PYTHON_KEYRING_BACKEND"),
    }


@pytest.fixture(scope="session")
def x_session() -> Iterator[XSession]:
    """Start one X session for all the tests that need a real one."""
    with XSession() as session:
        yield session


@pytest.fixture(scope="session")
def desktop_session(x_session: XSession) -> dict[str, str]:
    """Give the environment that makes a program live in the X session."""
    return x_session.env
