"""Prints the pins that a server needs: those to run and to scale, without the desk's own.

python packaging/container/server_lock.py > pins.txt
"""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from workshop.locked import TITLES, section

DESK = {
    *("pyside6-essentials", "shiboken6", "qasync", "desktop-notifier", "dbus-fast", "bidict"),
    *("keyring", "secretstorage", "jeepney", "cryptography", "pywin32-ctypes", "rubicon-objc"),
    *("tuf", "securesystemslib", "urllib3", "pyenchant"),
    *("jaraco-classes", "jaraco-context", "jaraco-functools", "importlib-metadata"),
}


def pins() -> str:
    """Return the lines of the lock that a container installs."""
    scale = section("scale").split(TITLES["scale"])[1]
    blocks = re.split(r"(?m)^(?=[a-z0-9])", section("run") + scale)
    return "".join(block for block in blocks if _serves(block))


def _serves(block: str) -> bool:
    name = re.match(r"[a-z0-9._-]+", block)
    return name is not None and name[0] not in DESK and not name[0].startswith("winrt")


if __name__ == "__main__":
    sys.stdout.write(pins())
