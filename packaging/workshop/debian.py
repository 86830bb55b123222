"""What Debian and Ubuntu must have installed, and installing it."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from workshop.console import Stop, follow

QT = (
    *("ca-certificates", "fonts-dejavu-core", "fonts-noto-color-emoji"),
    *("libdbus-1-3", "libegl1", "libfontconfig1", "libgl1", "libglib2.0-0", "libgssapi-krb5-2"),
    *("libwayland-cursor0", "libwayland-egl1", "libx11-xcb1", "libxkbcommon-x11-0"),
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0"),
    *("libxcb-render-util0", "libxcb-shape0", "libxcb-sync1", "libxcb-xfixes0", "libxcb-xkb1"),
)
"""What the plugins of Qt's wheel are linked with, and letters and signs to show."""
TESTS = (
    *("chromium", "xvfb", "openbox", "dunst", "trayer", "dbus", "gnome-keyring"),
    *("x11-utils", "util-linux", "xdotool"),
    *("libenchant-2-2", "hunspell-en-gb", "hunspell-fr"),
    *("at-spi2-core", "gir1.2-atspi-2.0", "python3-gi"),
)
BUILD = ("binutils", "desktop-file-utils", "appstream", "lintian")
"""What reads the files that are packaged, and what checks the package."""
CHECK = ("debootstrap", "libfaketime")
"""What lends a bare system, and a clock that is wrong, to the tests of what was built."""
NEEDED = {
    "run": QT,
    "test": (*QT, *TESTS),
    "build": (*QT, *BUILD),
    "check": (*QT, *TESTS, *CHECK),
}
OTHER_NAME = {"ubuntu": {"chromium": "chromium-browser"}}


def ensure(scope: str) -> None:
    """Install what is missing for this scope, or stop with the one command to type."""
    if not _is_debian():
        return
    missing = sorted(set(_needed(scope)) - _installed())
    if missing:
        _install(missing)


def _is_debian() -> bool:
    return Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def _needed(scope: str) -> list[str]:
    names = OTHER_NAME.get(_distribution(), {})
    return [names.get(package, package) for package in NEEDED[scope]] + _needed_by_python(scope)


def _needed_by_python(scope: str) -> list[str]:
    """Debian's own Python comes without what makes a virtual environment, or a program."""
    if sys.base_prefix != "/usr":
        return []
    minor = sys.version_info.minor
    there = importlib.util.find_spec("ensurepip") is not None
    venv = [] if there else [f"python3.{minor}-venv"]
    return [*venv, f"libpython3.{minor}"] if scope == "build" else venv


def _distribution() -> str:
    told = Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    return next((line[3:].strip('"') for line in told if line.startswith("ID=")), "")


def _installed() -> set[str]:
    """Names of what is installed, and of what that provides."""
    query = ["dpkg-query", "--show", "--showformat", "${db:Status-Abbrev}${Package},${Provides}\n"]
    told = subprocess.run(query, capture_output=True, text=True, check=True).stdout
    there = (line[2:] for line in told.splitlines() if line.startswith("ii"))
    return {name.split()[0] for line in there for name in line.split(",") if name.strip()}


def _install(packages: list[str]) -> None:
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        command = " ".join(install)
        raise Stop(
            f"Some packages of the system are missing. Type this once:\n\n  sudo {command}\n"
        )
    options = ["-o", "DPkg::Lock::Timeout=600", "-o", "Dpkg::Use-Pty=0"]
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    follow("Reading the list of the system's packages", ["apt-get", *options, "update"], env)
    title = f"Installing {len(packages)} packages of the system"
    follow(title, [*install[:1], *options, *install[1:]], env)
