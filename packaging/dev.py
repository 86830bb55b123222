"""One command for who works on Pupitre: run it, test it, build it.

    python3 packaging/dev.py run [arguments of pupitre]
    python3 packaging/dev.py test [arguments of pytest]
    python3 packaging/dev.py test-pythons   turn the desk's loop on each Python found here
    python3 packaging/dev.py bench
    python3 packaging/dev.py build            make the installers of this system, in dist/
    python3 packaging/dev.py build --check    the same, then try them as a person would
    python3 packaging/dev.py updates --help   sign releases for the desks that look for them
    python3 packaging/dev.py lock           refresh packaging/constraints.txt

Needs nothing but Python 3.11 or later, and asks nothing.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - said before anything newer is imported
    sys.exit(f"Pupitre needs Python 3.11 or later, and this is {sys.version.split()[0]}.")

from workshop import bench, build, environment, lock, pythons, suite, updates
from workshop.console import Stop, say

COMMANDS = {
    "run": environment.run_pupitre,
    "test": suite.test,
    "test-pythons": pythons.test,
    "bench": bench.bench,
    "build": build.build,
    "updates": updates.updates,
    "lock": lock.refresh,
}


def main(words: list[str]) -> int:
    """Do what the first word says with the words that follow."""
    if not words or words[0] not in COMMANDS:
        say((__doc__ or "").strip())
        return 0 if words in (["help"], ["--help"], ["-h"]) else 2
    try:
        return COMMANDS[words[0]](words[1:])
    except Stop as stop:
        say(str(stop))
        return stop.status
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
