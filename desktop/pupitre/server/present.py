"""The present: everything that decisions look at, in memory."""

from dataclasses import dataclass, field

from pupitre.domain.conversation import Conversation
from pupitre.domain.ids import ConversationId
from pupitre.domain.mission import Mission
from pupitre.domain.people import Visitor
from pupitre.server.answers import Answers
from pupitre.server.floor import Floor
from pupitre.server.guests import Guest, Guests
from pupitre.server.mails import Mails
from pupitre.server.talks import Talk, Talks


@dataclass(slots=True)
class Present:
    """The floor, and the conversations and visitors that are being dealt with."""

    floor: Floor = field(default_factory=Floor)
    talks: Talks = field(default_factory=Talks)
    guests: Guests = field(default_factory=Guests)
    answers: Answers = field(default_factory=Answers)
    mails: Mails = field(default_factory=Mails)

    def talk(self, id_: ConversationId | None) -> Talk | None:
        """Return a conversation that is in memory."""
        return self.talks.get(id_) if id_ else None

    def latest_of(self, guest: Guest) -> Talk | None:
        """Return the visitor's latest conversation, if it is in memory."""
        return self.talk(guest.latest)

    def can_mail(self, mission: Mission) -> bool:
        """Whether a mail can reach the mission's visitors."""
        return mission.asynchronous and self.mails.configured

    def visitor_of(self, conversation: Conversation) -> Visitor:
        """Return the visitor as experts see them."""
        guest = self.guests.get(conversation.visitor)
        if guest is None:
            return Visitor(id=conversation.visitor)
        return guest.seen_in(conversation)
