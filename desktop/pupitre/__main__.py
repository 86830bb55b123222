"""Starts Pupitre: `python -m pupitre`, or `pupitre` once installed."""

import sys

from pupitre.app.cli import run


def main() -> None:
    """Run the command line and leave with its exit status."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
