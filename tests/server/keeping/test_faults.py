"""What is wrong: some of it follows from the events and can be mended."""

from pupitre.server.keeping.faults import Fault, Findings


def test_what_cannot_be_mended_is_told_apart() -> None:
    lasting = Fault(sentence="event 2 is missing.")
    faults = (Fault(sentence="another owner.", can_be_mended=True), lasting)
    assert Findings(conversations=1, events=1, files=0, faults=faults).lasting == (lasting,)
