"""Every fault of a link, under a session and under the real window."""

from tests.proofs import link_faults
from tests.proofs.tally import options


def main(arguments: list[str]) -> int:
    """Have so many faults; 1 when the desk was not like a fresh one afterwards."""
    chosen = options(__doc__ or "", arguments, faults=500, lanes=4, windows=60)
    failed = 0
    if chosen.faults:
        failed |= link_faults.prove(chosen.faults, chosen.lanes, chosen.seed).told()
    if chosen.windows:
        from tests.proofs import window_faults  # Qt is needed for it alone

        failed |= window_faults.prove(chosen.windows, chosen.seed).told()
    return failed
