"""Starts Pupitre: `python -m pupitre`, or `pupitre` once installed."""

import io
import sys

from pupitre.app.cli import run


def main() -> None:
    """Run the command line and leave with its exit status."""
    for stream in (sys.stdout, sys.stderr):  # None in a Windows program that has no console
        if isinstance(stream, io.TextIOWrapper):  # a pipe may know fewer letters than we write
            stream.reconfigure(errors="replace")
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
