"""Gathers what a mail says: the replies, the mission, the visitor's language, the links."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from pupitre.domain.attachments import Attachment
from pupitre.domain.conversation import Conversation
from pupitre.domain.events import Message
from pupitre.domain.ids import ExpertId
from pupitre.domain.mailing import is_wanted
from pupitre.domain.mission import Mission
from pupitre.server.floor import Floor
from pupitre.server.guests import Guest
from pupitre.server.mail.landing import landing, with_token
from pupitre.server.mail.letter import Draft, Enclosure, Letter, Reply, Writer
from pupitre.server.mail.links import Purpose, Seal
from pupitre.server.mail.words import Languages, words_for
from pupitre.server.mails import Mail
from pupitre.server.store.correspondence import Correspondence
from pupitre.server.store.queries import Queries

LONGEST_LINK = timedelta(days=3_650)
"""How long a link opens at most, where conversations are kept for longer still."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """As whom mails are sent, and where their links lead."""

    sender: str
    server: str
    """The server's public address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """Writes each mail from what is stored."""

    queries: Queries
    correspondence: Correspondence
    floor: Floor
    seal: Seal
    languages: Languages
    writer: Writer
    address: Address

    async def letter(self, mail: Mail) -> Letter | None:
        """Write the mail; None where nobody wants it any more."""
        talks = await self.queries.talks([mail.conversation])
        state = talks[0].state if talks else None
        if state is None or not state.email or not is_wanted(state, mail.content):
            return None
        guest = next(iter(await self.queries.guests([state.visitor])), None)
        mission = self.floor.missions.get(state.mission)
        if guest is None or mission is None:
            return None
        wanted = set(mail.content.messages)
        seqs = [reply.seq for reply in state.unseen if reply.id in wanted]
        messages = await self.correspondence.messages(mail.conversation, seqs)
        return self.writer.letter(self._draft(mail, state, guest, mission, self._replies(messages)))

    def _replies(self, messages: Iterable[Message]) -> tuple[Reply, ...]:
        return tuple(
            Reply(
                expert=self._first_name(message.expert),
                text=message.text,
                files=tuple(map(self._enclosure, message.attachments)),
            )
            for message in messages
        )

    def _enclosure(self, file: Attachment) -> Enclosure:
        return Enclosure(name=file.name, link=f"{self.address.server.rstrip('/')}{file.url}")

    def _first_name(self, expert: ExpertId | None) -> str:
        names = self.floor.names()
        return next(iter(names.get(expert, "").split()), "") if expert else ""

    def _draft(
        self,
        mail: Mail,
        state: Conversation,
        guest: Guest,
        mission: Mission,
        replies: tuple[Reply, ...],
    ) -> Draft:
        until = mail.created_at + min(timedelta(days=mission.retention_days), LONGEST_LINK)
        opens = self.seal.sign(Purpose.OPEN, mail.conversation, until)
        stops = self.seal.sign(Purpose.STOP, mail.conversation, until)
        server = self.address.server
        return Draft(
            id=mail.id,
            date=mail.created_at,
            sender=self.address.sender,
            recipient=state.email or "",
            words=words_for(self.languages, guest.language),
            mission=mission.name,
            mark=mission.mark,
            colour=mission.colour,
            replies=replies,
            survey=mail.content.survey,
            link=with_token(landing(state.page, mission, server), opens),
            stop=f"{server.rstrip('/')}/mail/stop/{stops}",
            until=until,
        )
