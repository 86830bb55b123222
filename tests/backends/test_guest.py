"""A guest does what a visitor does."""

from pupitre.backends.clock import ManualClock
from pupitre.backends.floor import Floor
from pupitre.backends.guest import Guest
from pupitre.domain import events as e
from pupitre.domain.commands import Close
from pupitre.domain.ids import SubjectId
from pupitre.domain.people import Actor, Page
from tests.support.story import AFTERNOON, ALICE, VELO, experts, missions, says

SADDLES = Page(url="https://velo.example/selles", title="Selles")


def test_a_whole_visit() -> None:
    floor = Floor(ManualClock(AFTERNOON), missions(), experts())
    guest = Guest(floor, VELO, name="Camille D.")
    assert guest.leaves() is guest.sees() is None, "nothing to see before the first word"
    guest.writes("Bonjour")
    assert guest.conversation
    floor.act(guest.conversation, says("Bonjour !"), Actor.of(ALICE))
    guest.sees()
    guest.reads(SADDLES)
    guest.gives_email("camille@example.org")
    guest.leaves()
    guest.arrives(SADDLES)
    closed = Close(subjects=(SubjectId("stock"),))
    floor.act(guest.conversation, closed, Actor.of(ALICE))
    assert guest.answers(csat=5, comment="Merci") is None
    assert guest.answers(csat=1), "once"
    kinds = [type(entry.event) for entry in floor.talks[guest.conversation].entries]
    assert kinds == [
        *(e.Started, e.Message, e.Assigned, e.Message, e.Seen, e.PageChanged, e.EmailGiven),
        *(e.VisitorLeft, e.VisitorArrived, e.Closed, e.SurveyAnswered),
    ]
    assert floor.visitors[guest.visitor].name == "Camille D."
