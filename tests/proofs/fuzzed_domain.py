"""The domain's states explored: random lives of a floor, every invariant after every step."""

import time

from hypothesis import HealthCheck, seed, settings
from hypothesis.stateful import invariant, run_state_machine_as_test
from typing_extensions import override

from tests.domain.test_lives import Lives
from tests.proofs.tally import Tally

STEPS = 80


def prove(lives: int, number: int) -> Tally:
    """Live so many lives of up to 80 steps each."""
    tally = Tally(f"domain: {lives} random lives", number)
    counts = {"steps": 0, "conversations": 0, "events": 0}

    class Counted(Lives):
        """Counts what it goes through."""

        @invariant()
        def _a_step(self) -> None:
            counts["steps"] += 1

        @override
        def teardown(self) -> None:
            counts["conversations"] += len(self.floor.talks)
            counts["events"] += sum(map(len, self.floor.entries.values()))
            super().teardown()

    chosen = settings(
        max_examples=lives,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    tally.must_be_none("invariants broken")
    began = time.monotonic()
    try:
        run_state_machine_as_test(seed(number)(Counted), settings=chosen)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the finding
        tally.wrong("invariants broken", "".join(getattr(error, "__notes__", [])) + repr(error))
    tally.counts |= counts
    tally.counts["seconds"] = round(time.monotonic() - began)
    return tally
