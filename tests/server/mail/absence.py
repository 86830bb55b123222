"""A visitor who asked and left, and the expert who answers."""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

from tests.support.clients import ExpertDesk, Frame, VisitorPage, visitor_at
from tests.support.server import Served


@dataclass
class Absence:
    """What can be done while the visitor is away."""

    server: Served
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
            return visitor_at(self.server.url, token=self.token)
        return visitor_at(self.server.url, link=link)

    def mailed(self) -> list[Frame]:
        """Return what the thread says was mailed."""
        return self.alice.events("mailed")

    def failed(self) -> list[Frame]:
        """Return what the thread says was not."""
        return self.alice.events("mail_failed")
