"""The stage of the demo: the desk, its visitors, and the verbs of the story."""

import asyncio
from collections.abc import Callable
from datetime import datetime

from pupitre.app.demo.camera import Camera
from pupitre.app.demo.colleague import Colleague
from pupitre.app.demo.hand import Hand
from pupitre.app.demo.transcript import Transcript
from pupitre.app.demo.visitors import Person, SoftVisitor
from pupitre.app.desk import Desk
from pupitre.client.session import Session
from pupitre.client.views import Card
from pupitre.domain.conversation import Status
from pupitre.domain.presence import Dot
from pupitre.wire import visitor_events

PATIENCE = 40.0
"""How many seconds of ours a fact may take to come true."""
BRUNO = "Bonjour, je prends la suite de ma collègue."


class Stage:
    """What a story needs: everybody by name, and waiting for facts."""

    def __init__(self, desk: Desk, camera: Camera, transcript: Transcript, pace: float) -> None:
        self.desk = desk
        self.camera = camera
        self.transcript = transcript
        self.pace = pace
        self.hand = Hand(pace)
        self.bruno = Colleague("Bruno", BRUNO, transcript.tell)
        self._visitors: dict[str, SoftVisitor] = {}
        self._cards: dict[str, str] = {}

    @property
    def session(self) -> Session:
        """Alice's session."""
        if self.desk.place is None:
            raise LookupError("nobody is signed in")
        return self.desk.place.session

    async def beat(self, count: float = 1.0) -> None:
        """Let a moment pass."""
        await asyncio.sleep(self.pace * count)

    async def until(self, fact: Callable[[], object], what: str) -> None:
        """Wait for a fact; a story that does not come true is an error."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not fact():  # noqa: ASYNC110 - the desk is looked at as a person does
                    await asyncio.sleep(0.02)
        except TimeoutError:
            raise TimeoutError(f"it did not come true that {what}") from None

    async def picture(self, name: str) -> None:
        """Take a picture of the desk as it is, or let somebody look at it."""
        if self.camera.is_loaded:
            await self.camera.take(self.desk.window, name)
        else:
            await self.beat()

    # --- visitors

    async def comes(self, person: Person, url: str, title: str, words: str) -> None:
        """Bring a visitor to a page, who writes; the conversation reaches Alice's desk."""
        address = await self.desk.trial.address()
        visitor = SoftVisitor(address, person, self._on_visitor)
        self._visitors[person.name] = visitor
        await visitor.arrive(f"/demo/{person.mission}{url}", title)
        self.transcript.tell(person.name, f"comes to “{title}”")
        known = set(self._cards.values())
        await self.writes(person.name, words)
        await self.until(lambda: self._new_card(known), f"{person.name} is on the desk")
        card = self._new_card(known)
        if card is not None:
            self._cards[person.name] = card.id

    async def writes(self, name: str, words: str) -> None:
        """Have a visitor write."""
        self.transcript.tell(name, f"writes “{words}”")
        await self._visitors[name].write(words)
        await self.beat()

    async def leaves(self, name: str) -> None:
        """Have a visitor close the page."""
        await self._visitors[name].leave()
        self.transcript.tell(name, "leaves the site")
        await self.until(lambda: self._has_left(name), f"{name} is seen to have left")
        await self.beat()

    def _has_left(self, name: str) -> bool:
        card = self.card(name)
        return card is None or card.dot is Dot.LEFT

    def visitor(self, name: str) -> SoftVisitor:
        """Return a visitor."""
        return self._visitors[name]

    async def everybody_goes(self) -> None:
        """Have every visitor close their page."""
        for visitor in self._visitors.values():
            await visitor.leave()
        await self.bruno.leave()

    def _on_visitor(self, name: str, event: visitor_events.VisitorEvent) -> None:
        if isinstance(event, visitor_events.Closed):
            asked = ", and is asked for an opinion" if event.survey else ""
            self.transcript.tell(name, f"sees that the conversation is closed{asked}")

    # --- Alice

    def card(self, name: str) -> Card | None:
        """Return the card of a visitor, as Alice sees it."""
        id_ = self._cards.get(name)
        return next((card for card in self.session.cards() if card.id == id_), None)

    def is_paused(self, name: str) -> bool:
        """Whether the conversation with this visitor is paused on Alice's desk."""
        card = self.card(name)
        return card is not None and card.status is Status.PAUSED

    def is_open(self, name: str) -> bool:
        """Whether it is open on Alice's desk."""
        card = self.card(name)
        return card is not None and card.status is Status.OPEN

    async def opens(self, name: str) -> None:
        """Have Alice look at a conversation."""
        card = self.card(name)
        if card is None:
            raise LookupError(f"{name} is not on the desk")
        self.desk.window.show_conversation(card.id, write=True)
        await self.beat(0.5)

    async def answers(self, name: str, words: str) -> None:
        """Have Alice answer, and the visitor see it."""
        await self.opens(name)
        await self.hand.write("Message", words)
        await self.hand.press("Send")
        self.transcript.tell("Alice", f"answers {name}: “{words}”")
        await self._visitors[name].hears(visitor_events.Message)
        await self._visitors[name].see_everything()

    async def pauses(self, name: str, choice: str, words: str = "", *, keep: bool = True) -> None:
        """Have Alice pause, with a picture of the dialog."""
        await self.opens(name)
        await self.hand.press("Pause…")
        await self.hand.dialog("Pause the conversation")
        await self.hand.press(choice)
        if words:
            await self.hand.write("Date and time in words", words)
        if not keep:
            await self.hand.press("Keep the conversation at the end of the pause")
        await self.picture(f"pause-{words or choice}".replace(" ", "-").lower())
        await self.hand.press("Pause")
        await self.hand.no_dialog()
        kept = "" if keep else ", to be released then"
        self.transcript.tell("Alice", f"pauses {name}: {words or choice}{kept}")
        await self.until(lambda: self.is_paused(name), f"{name} is paused")

    async def changes_the_pause(self, name: str, words: str) -> None:
        """Have Alice give a paused conversation another time (P2)."""
        card, dialogs = self.card(name), self.desk.window.dialogs
        if card is None or card.pause is None or dialogs is None:
            raise LookupError(f"{name} is not paused")
        before = card.pause.until
        dialogs.pause(card.id)
        await self.hand.write("Date and time in words", words)
        await self.picture("pause-changed")
        await self.hand.press("Pause")
        await self.hand.no_dialog()
        self.transcript.tell("Alice", f"changes the pause of {name}: {words}")
        await self.until(lambda: self._wakes_before(name, before), f"{name} wakes earlier")

    def _wakes_before(self, name: str, before: datetime) -> bool:
        card = self.card(name)
        return card is None or card.pause is None or card.pause.until < before

    def _new_card(self, known: set[str]) -> Card | None:
        return next((card for card in self.session.cards() if card.id not in known), None)
