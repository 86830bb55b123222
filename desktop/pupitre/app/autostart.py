"""Starting with the session: the system's own list of programs is the truth, and is told."""

import contextlib
import logging
import sys
from configparser import ConfigParser
from configparser import Error as Unreadable
from pathlib import Path
from typing import Protocol

import platformdirs

from pupitre.app.aside import Aside
from pupitre.app.tasks import spawn
from pupitre.ui.preferences import Preferences

log = logging.getLogger(__name__)

NAME = "pupitre"
LABEL = "org.pupitre.pupitre"
RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
"""Where Windows' own list of what starts notes what was switched off in it."""
ENTRY = """\
[Desktop Entry]
Type=Application
Name=Pupitre
Exec={command}
Icon=pupitre
Terminal=false
X-GNOME-Autostart-enabled=true
"""


class Autostart(Protocol):
    """The system's list of what starts with the session, as far as this program is in it."""

    def is_on(self) -> bool:
        """Whether the desk starts with the session."""

    def turn(self, *, on: bool) -> None:
        """Put it into the list or take it out; raises OSError."""


class DesktopEntry:
    """Linux and its kin: a file in the autostart folder."""

    def __init__(self, file: Path, command: list[str]) -> None:
        self._file = file
        self._command = command

    def is_on(self) -> bool:
        """Tell whether there is a file that nobody has switched off."""
        read = ConfigParser(interpolation=None, strict=False)
        try:
            read.read_string(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError, Unreadable):
            return False
        entry = dict(read["Desktop Entry"]) if "Desktop Entry" in read else {"hidden": "true"}
        enabled = entry.get("x-gnome-autostart-enabled", "true")
        return (entry.get("hidden", "false"), enabled) == ("false", "true")

    def turn(self, *, on: bool) -> None:
        """Write the file, or remove it."""
        if not on:
            self._file.unlink(missing_ok=True)
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        command = " ".join(_quoted(word) for word in self._command)
        self._file.write_text(ENTRY.format(command=command), encoding="utf-8")


class LaunchAgent:
    """macOS: a property list that launchd reads when the session opens."""

    def __init__(self, file: Path, command: list[str]) -> None:
        self._file = file
        self._command = command

    def is_on(self) -> bool:
        """Tell whether the file is there."""
        return self._file.exists()

    def turn(self, *, on: bool) -> None:
        """Write the file, or remove it."""
        if not on:
            self._file.unlink(missing_ok=True)
            return
        import plistlib  # brings an XML parser: not where it is not asked for

        facts = {"Label": LABEL, "ProgramArguments": self._command, "RunAtLoad": True}
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_bytes(plistlib.dumps(facts))


class RunValue:
    """Windows: a value in the registry of this person, the one that the installer may write."""

    def __init__(self, command: list[str]) -> None:
        self._command = " ".join(f'"{word}"' for word in command)

    def is_on(self) -> bool:
        """Tell whether there is a value that nobody has switched off."""
        if _value(RUN) is None:
            return False
        noted = _value(APPROVED)
        return not (isinstance(noted, bytes) and noted and noted[0] & 1)

    def turn(self, *, on: bool) -> None:
        """Write the value, or remove it."""
        if sys.platform == "win32":
            import winreg

            mine = winreg.HKEY_CURRENT_USER
            for name in (RUN, APPROVED):  # what was noted before is of no account any more
                with winreg.CreateKey(mine, name) as key, contextlib.suppress(FileNotFoundError):
                    winreg.DeleteValue(key, "Pupitre")
            if on:
                with winreg.CreateKey(mine, RUN) as key:
                    winreg.SetValueEx(key, "Pupitre", 0, winreg.REG_SZ, self._command)


def _value(name: str) -> object:
    """Return what Windows' registry holds of this program under a key; None: nothing."""
    if sys.platform == "win32":
        import winreg

        with (
            contextlib.suppress(FileNotFoundError),
            winreg.OpenKey(winreg.HKEY_CURRENT_USER, name) as key,
        ):
            return winreg.QueryValueEx(key, "Pupitre")[0]
    return None


class Switch:
    """Keeps the system's list as the expert wants it, away from Qt's thread."""

    def __init__(self, autostart: Autostart) -> None:
        self._autostart = autostart
        self._aside = Aside("autostart")
        self._on = autostart.is_on()

    @property
    def is_on(self) -> bool:
        """Whether the desk starts with the session."""
        return self._on

    def follow(self, preferences: Preferences) -> None:
        """Do what the settings say, where that is new."""
        if preferences.autostart is not self._on:
            self._on = preferences.autostart
            spawn(self._turn(self._on), name="autostart")

    async def _turn(self, on: bool) -> None:  # noqa: FBT001 - the only word there is
        try:
            await self._aside.do(self._autostart.turn, on=on)
        except OSError as error:
            log.warning("the start with the session cannot be changed: %s", error.strerror)


def of_this_system() -> Autostart:
    """Return the list of the system that this runs on."""
    command = own_command()
    if sys.platform == "win32":
        return RunValue(command)
    if sys.platform == "darwin":
        file = Path.home() / "Library" / "LaunchAgents" / f"{LABEL}.plist"
        return LaunchAgent(file, command)
    file = platformdirs.user_config_path() / "autostart" / f"{NAME}.desktop"
    return DesktopEntry(file, command)


def own_command(shortcut: Path = Path("/usr/bin/pupitre")) -> list[str]:
    """Return the words that start this program again."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", "pupitre"]
    program = Path(sys.executable)
    return [str(shortcut if shortcut.resolve() == program.resolve() else program)]


def _quoted(word: str) -> str:
    """Write a word as the desktop entry specification wants it."""
    for special in ("\\", '"', "`", "$"):
        word = word.replace(special, f"\\{special}")
    escaped = word.replace("\\", "\\\\").replace("%", "%%")
    return f'"{escaped}"'
