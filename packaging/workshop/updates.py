"""The repository that installed desks ask for new versions: made and signed by its own program."""

import subprocess

from workshop.environment import prepared
from workshop.places import ROOT


def updates(words: list[str]) -> int:
    """Pass the words on to packaging/updates/command.py."""
    program = ROOT / "packaging" / "updates" / "command.py"
    return subprocess.call([prepared("build"), program, *words])
