"""Proofs that nothing is lost, doubled or stale: `python -m tests.proofs NAME [options]`.

`python -m tests.proofs NAME --help` tells a proof's options; tests/README.md tells what each shows.
"""

import os
import sys
from importlib import import_module

PROOFS = {
    "kills": "the server and the desk killed at random instants under load",
    "faults": "every fault of a link, and the desk compared with a fresh one",
    "slow": "a link of 2 kB/s that takes 2 s each way, and typing meanwhile",
    "twice": "two desks of one expert, and a computer asleep across a pause's end",
    "day": "24 accelerated hours of 3 experts and 200 visitors, checked against the events",
    "fuzz": "frames valid and broken against both sockets, and the domain's states explored",
    "flood": "ten thousand messages a minute from one visitor, while others write",
    "uploads": "twenty large files at once, bombs, two gigabytes streamed, while others write",
}


def main(words: list[str]) -> int:
    """Run one proof; 0: nothing was lost."""
    if not words or words[0] not in PROOFS:
        print(__doc__)
        for name, what in PROOFS.items():
            print(f"  {name:8}{what}")
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_API", "pyside6")
    proof = import_module(f"tests.proofs.{words[0]}")
    return int(proof.main(words[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
