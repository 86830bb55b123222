"""A visitor of a floor, with the verbs of one: arrives, writes, leaves, ends, answers."""

from uuid import uuid4

from pupitre.backends.floor import Floor
from pupitre.domain.commands import (
    AnswerSurvey,
    Arrive,
    Browse,
    ConversationCommand,
    End,
    GiveEmail,
    Leave,
    MarkSeen,
    Post,
)
from pupitre.domain.ids import ConversationId, MessageId, MissionId, VisitorId
from pupitre.domain.people import SYSTEM, VISITOR, Actor, Page, Visitor
from pupitre.domain.refusals import Refused

HOME = Page(url="https://velo.example/", title="Accueil")


class Guest:
    """Somebody on a mission's site. Every verb answers with the refusal, if there is one."""

    def __init__(
        self,
        floor: Floor,
        mission: MissionId,
        *,
        name: str | None = None,
        page: Page = HOME,
        device: str = "Firefox, Windows",
    ) -> None:
        self.visitor = VisitorId(str(uuid4()))
        self.conversation: ConversationId | None = None
        """The one it is in or was in last; None before the first word."""
        self._floor, self._mission = floor, mission
        floor.visitors[self.visitor] = Visitor(
            id=self.visitor, name=name, on_site=True, page=page, device=device
        )

    def writes(self, text: str) -> Refused | None:
        """Write, which starts a conversation where there is none (C6)."""
        talk = self._floor.talks.get(self.conversation) if self.conversation else None
        if talk is None or talk.state.is_closed:
            previous = self.conversation
            self.conversation = self._floor.begin(
                self._mission, self._floor.visitors[self.visitor], previous
            )
        return self._act(Post(id=MessageId(str(uuid4())), text=text), VISITOR)

    def arrives(self, page: Page = HOME) -> Refused | None:
        """Come (back) to the site."""
        return self._act(Arrive(page=page), SYSTEM)

    def leaves(self) -> Refused | None:
        """Leave the site; the grace period is over."""
        return self._act(Leave(), SYSTEM)

    def reads(self, page: Page) -> Refused | None:
        """Go to another page."""
        return self._act(Browse(page=page), SYSTEM)

    def sees(self) -> Refused | None:
        """See everything there is."""
        if self.conversation is None:
            return None
        seq = self._floor.talks[self.conversation].state.seq
        return self._act(MarkSeen(seq=seq), VISITOR)

    def ends(self) -> Refused | None:
        """End the conversation (C5)."""
        return self._act(End(), VISITOR)

    def gives_email(self, email: str) -> Refused | None:
        """Leave an address (V5)."""
        return self._act(GiveEmail(email=email), VISITOR)

    def answers(self, *, csat: int | None = None, comment: str = "") -> Refused | None:
        """Answer the survey (C7)."""
        return self._act(AnswerSurvey(csat=csat, comment=comment), VISITOR)

    def _act(self, command: ConversationCommand, actor: Actor) -> Refused | None:
        if self.conversation is None:
            return None
        decided = self._floor.act(self.conversation, command, actor)
        return decided if isinstance(decided, Refused) else None
