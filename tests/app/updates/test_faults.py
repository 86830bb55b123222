"""Why nothing was taken goes with the refusal, down to the log."""

from pupitre.app.updates.faults import Distrusted, Fault


def test_a_refusal_carries_its_reason() -> None:
    refusal = Distrusted(Fault.OLDER)
    assert (refusal.fault, str(refusal)) == (Fault.OLDER, "older")
