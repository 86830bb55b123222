"""Frames drawn from the message types, valid and broken, against both sockets; and the domain."""

from tests.proofs import fuzzed_domain, fuzzed_sockets
from tests.proofs.tally import options


def main(arguments: list[str]) -> int:
    """Draw so many examples for each; 1 when an invariant broke or a socket gave no answer."""
    chosen = options(__doc__ or "", arguments, experts=2_000, visitors=2_000, lives=400)
    failed = 0
    if chosen.experts or chosen.visitors:
        tally = fuzzed_sockets.prove(chosen.experts, chosen.visitors, chosen.seed)
        failed |= tally.told()
    if chosen.lives:
        failed |= fuzzed_domain.prove(chosen.lives, chosen.seed).told()
    return failed
