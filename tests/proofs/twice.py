"""Two desks of one expert at once, and a computer asleep across a pause's end."""

from tests.proofs import asleep, two_desks
from tests.proofs.tally import options


def main(arguments: list[str]) -> int:
    """Have so many rounds and so many sleeps; 1 when the desks parted or told something twice."""
    chosen = options(__doc__ or "", arguments, rounds=150, sleeps=24)
    failed = 0
    if chosen.rounds:
        failed |= two_desks.prove(chosen.rounds, chosen.seed).told()
    if chosen.sleeps:
        failed |= asleep.prove(chosen.sleeps, chosen.seed).told()
    return failed
