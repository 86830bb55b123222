"""`python -m pupitre` is the program."""

import os
import subprocess
import sys
from pathlib import Path

import pupitre


def test_it_starts_and_says_its_version() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pupitre", "--version"],
        env=os.environ | {"PYTHONPATH": str(Path(pupitre.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("pupitre "), done.stderr
