"""The benchmarks: figures beside their peers, in a table."""

import subprocess

from workshop.console import Stop
from workshop.environment import prepared
from workshop.places import ROOT


def bench(words: list[str]) -> int:
    """Run tests/bench where there is one."""
    if not (ROOT / "tests" / "bench" / "__main__.py").exists():
        raise Stop("There is no benchmark yet.")
    return subprocess.call([prepared("test"), "-m", "tests.bench", *words], cwd=ROOT)
