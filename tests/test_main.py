"""`python -m pupitre`."""

import os
import subprocess
import sys

from tests.support.patience import LONG
from tests.support.server import ROOT


def test_the_package_runs_and_says_its_version() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "pupitre", "--version"],
        env=os.environ | {"PYTHONPATH": str(ROOT / "desktop")},
        capture_output=True,
        text=True,
        timeout=LONG,
        check=True,
    )
    assert ended.stdout.startswith("pupitre ")
