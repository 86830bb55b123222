"""What happened to the desk while there was no link, counted."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from pupitre.client.replica import Step
from pupitre.domain.events import Closed as ClosedEvent
from pupitre.domain.events import Entry, Message, Released, Resumed, ResumeReason, Transferred
from pupitre.domain.people import Role

CLOSED, TRANSFERRED, RELEASED, REASSIGNED = "closed", "transferred", "released", "reassigned"
UNKNOWN = "gone"
"""It left, and nobody said how."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanwhile:
    """Counts of what an expert wants to know on coming back."""

    messages: int = 0
    """Of visitors, in conversations that were here before."""
    talks: int = 0
    """How many conversations those messages are in."""
    arrived: int = 0
    came_back: int = 0
    """From a pause."""
    answered: int = 0
    """Conversations that somebody else, or you elsewhere, answered."""
    closed: int = 0
    transferred: int = 0
    released: int = 0
    reassigned: int = 0
    gone: int = 0
    """Left your desk, and nobody said how."""
    others: int = 0
    """Smaller things: a visitor left, a note."""

    def __add__(self, other: "Meanwhile") -> "Meanwhile":
        names = (it.name for it in fields(self))
        return Meanwhile(**{name: getattr(self, name) + getattr(other, name) for name in names})

    def __bool__(self) -> bool:
        """Whether anything happened."""
        return self != Meanwhile()


def of(foreign: Sequence[Step], *, smaller: int) -> Meanwhile:
    """Count what others did to one conversation that stayed; `smaller` makes rows of its own."""
    events = [step.entry.event for step in foreign]
    wrote = sum(isinstance(it, Message) and it.author is Role.VISITOR for it in events)
    answered = any(isinstance(it, Message) and it.author is Role.EXPERT for it in events)
    woke = any(isinstance(it, Resumed) and it.reason is not ResumeReason.BY_EXPERT for it in events)
    return Meanwhile(
        messages=wrote,
        talks=bool(wrote),
        came_back=woke,
        answered=answered,
        others=0 if wrote or answered or woke else smaller,
    )


def left(reason: str) -> Meanwhile:
    """Count one conversation that left."""
    known = (CLOSED, TRANSFERRED, RELEASED, REASSIGNED)
    return Meanwhile(**{reason if reason in known else "gone": 1})


def how_it_left(entry: Entry) -> str:
    """Return how this event took a conversation from its owner's desk."""
    match entry.event:
        case ClosedEvent():
            return CLOSED
        case Transferred():
            return TRANSFERRED
        case Released():
            return RELEASED
        case _:
            return REASSIGNED
