"""The server, the desk's session and the whole program, killed at random instants under load."""

from tests.proofs import desk_kills, program_kills, server_kills
from tests.proofs.tally import options


def main(arguments: list[str]) -> int:
    """Kill each as often as asked; 1 when anything was lost, doubled or out of order."""
    chosen = options(__doc__ or "", arguments, server=200, desk=100, programs=6)
    failed = 0
    if chosen.server:
        failed |= server_kills.prove(chosen.server, chosen.seed).told()
    if chosen.desk:
        failed |= desk_kills.prove(chosen.desk, chosen.seed).told()
    if chosen.programs:
        failed |= program_kills.prove(chosen.programs, chosen.seed).told()
    return failed
