"""An expert at the other end of a journey: what somebody at a desk does, over the bare client."""

import json
from dataclasses import dataclass

from tests.support.clients import ExpertDesk, Frame

SUBJECT = "velo-choix"


@dataclass
class Expert:
    """Somebody signed in who answers visitors, through the frames of `clients.py`."""

    desk: ExpertDesk

    async def conversation(self) -> str:
        """Wait for a conversation to arrive, and return its id."""
        return str((await self.desk.arrived())["id"])

    async def written(self, text: str) -> None:
        """Wait for a visitor's message with this text, in a replica or as an event."""
        await self.desk.hear(lambda frame: text in json.dumps(frame, ensure_ascii=False))

    @property
    def messages(self) -> list[str]:
        """What visitors have written so far, in order, replicas first."""
        replicas = [frame["conversation"]["events"] for frame in self.desk.of("arrived")]
        arrived = [entry["event"] for entries in replicas for entry in entries]
        return [
            event["text"]
            for event in arrived + self.desk.events("message")
            if event["type"] == "message" and event["author"] == "visitor"
        ]

    async def say(self, conversation: str, text: str) -> None:
        """Write to the visitor."""
        await self.must(conversation, {"type": "post", "text": text, "attachments": []})

    async def typing(self, conversation: str) -> None:
        """Let the visitor know that an answer is being written."""
        await self.desk.send({"type": "typing", "conversation": conversation})

    async def close(self, conversation: str) -> None:
        """Close it, with the survey."""
        command = {"type": "close", "subjects": [SUBJECT], "note": "", "survey": True}
        await self.must(conversation, command)

    async def settle(self) -> None:
        """Take no more, and close all that is still on the desk, for the next test."""
        await self.desk.available(available=False)
        arrived = [frame["conversation"]["id"] for frame in self.desk.of("arrived")]
        gone = {frame["conversation"] for frame in self.desk.of("departed")}
        for conversation in arrived:
            if conversation not in gone:
                await self.close(conversation)

    async def must(self, conversation: str, command: Frame) -> None:
        """Give a command that has to be done."""
        await self.desk.must(command, conversation)
