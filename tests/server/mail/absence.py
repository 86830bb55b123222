"""A visitor who asked and left, and the expert who answers."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.support.clients import ExpertDesk, Frame, VisitorPage, expert_at, visitor_at
from tests.support.server import Served


@dataclass
class Absence:
    """What can be done while the visitor is away."""

    url: str
    alice: ExpertDesk
    talk: str
    token: str

    async def answer(self, text: str) -> None:
        """Let Alice answer."""
        await self.alice.must({"type": "post", "text": text, "attachments": []}, self.talk)

    async def close(self) -> None:
        """Let Alice close, with the survey."""
        command: Frame = {"type": "close", "subjects": ["velo-choix"], "note": "", "survey": True}
        await self.alice.must(command, self.talk)

    def back(self, link: str | None = None) -> AbstractAsyncContextManager[VisitorPage]:
        """Let the visitor come back, in the same browser or by a mail's link in another."""
        if link is None:
            return visitor_at(self.url, token=self.token)
        return visitor_at(self.url, link=link)

    async def reply(self) -> Frame:
        """Return the first answer of Alice's."""
        return await self.alice.hear(lambda f: f.get("event", {}).get("author") == "expert")

    def mailed(self) -> list[Frame]:
        """Return what the thread says was mailed."""
        return self.alice.events("mailed")

    def failed(self) -> list[Frame]:
        """Return what the thread says was not."""
        return self.alice.events("mail_failed")

    @staticmethod
    def between(one: Frame, other: Frame) -> timedelta:
        """Return how long after one event another happened."""
        return datetime.fromisoformat(other["at"]) - datetime.fromisoformat(one["at"])


def gone(
    server: Served, email: str | None = "camille@visitor.test", mission: str = "velo"
) -> AbstractAsyncContextManager[Absence]:
    """Play a visitor of this server's."""
    return gone_from(server.url, email, mission=mission)


@asynccontextmanager
async def gone_from(
    url: str,
    email: str | None = "camille@visitor.test",
    language: str = "fr",
    mission: str = "velo",
) -> AsyncIterator[Absence]:
    """Play a visitor who asks, leaves an address perhaps, and leaves."""
    async with expert_at(url) as alice:
        await alice.available()
        async with visitor_at(url, mission, language=language) as camille:
            talk = await camille.must_say("Avez-vous cela en bleu ?")
            token = (await camille.of_type("welcome"))["visitor"]
            if email:
                assert (await camille.ask({"type": "email", "email": email}))["type"] == "done"
                await alice.event("email_given")
        await alice.event("visitor_left")
        yield Absence(url, alice, talk, token)
