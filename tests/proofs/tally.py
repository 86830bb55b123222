"""What a proof counted: a short table with its seed, and a verdict."""

import argparse
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Tally:
    """Counts for information, and counts that must be 0."""

    title: str
    seed: int
    counts: dict[str, object] = field(default_factory=dict)
    faults: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    """What went wrong, in words."""
    began: float = field(default_factory=time.monotonic)

    def must_be_none(self, *names: str) -> None:
        """Have these counts in the table although they are 0."""
        for name in names:
            self.faults[name] += 0

    def add(self, name: str, count: int) -> None:
        """Count so many more."""
        before = self.counts.get(name, 0)
        self.counts[name] = count + (before if isinstance(before, int) else 0)

    def wrong(self, name: str, note: str) -> None:
        """Count a fault and keep what it was about."""
        self.faults[name] += 1
        self.notes.append(f"{name}: {note}")

    @property
    def is_clean(self) -> bool:
        """Whether nothing was lost."""
        return not any(self.faults.values())

    def shown(self) -> str:
        """Return the table."""
        rows = [*self.counts.items(), *self.faults.items()]
        wide = max((len(name) for name, _ in rows), default=0)
        took = time.monotonic() - self.began
        lines = [f"{self.title} (seed {self.seed}, {took:.0f} s)"]
        lines += [f"  {name:{wide}}  {value}" for name, value in self.counts.items()]
        lines += [
            f"  {name:{wide}}  {count}{'  WRONG' if count else ''}"
            for name, count in self.faults.items()
        ]
        return "\n".join([*lines, *(f"  ! {note}" for note in self.notes[:20])])

    def told(self) -> int:
        """Print the table; return an exit status."""
        print(self.shown(), flush=True)
        return int(not self.is_clean)


def options(description: str, arguments: list[str], **numbers: int) -> argparse.Namespace:
    """Read `--seed` and a proof's own numbers with their usual values."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--seed", type=int, default=None, help="repeat the choices of a run")
    for name, usual in numbers.items():
        parser.add_argument(f"--{name}", type=int, default=usual, help=f"usually {usual}")
    chosen = parser.parse_args(arguments)
    if chosen.seed is None:
        chosen.seed = random.SystemRandom().randrange(100_000)
    return chosen


def progress(words: str) -> None:
    """Say on the error output where a long proof stands."""
    print(f"… {words}", file=sys.stderr, flush=True)
