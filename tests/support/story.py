"""A desk in the middle of an afternoon: two brands, seven conversations, believable shop talk.

async with demo_session() as stage:
    stage.session     a running `Session`, connected
    stage.clock       move it: `stage.clock.advance(minutes(5))`
    stage.floor       the server's side
    stage.guests      by name: `stage.guests["Camille D."].writes("Et le cadre ?")`
    stage.backend     `stage.backend.cut()`, `stage.backend.reachable = False`
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import repeat
from pathlib import Path
from uuid import uuid4

from pupitre.backends.clock import ManualClock
from pupitre.backends.floor import Floor
from pupitre.backends.guest import Guest
from pupitre.backends.memory import MemoryBackend
from pupitre.client.session import Session
from pupitre.client.views import Card, LinkState
from pupitre.domain.commands import OwnerCommand, Pause, Post
from pupitre.domain.conversation import Conversation
from pupitre.domain.ids import ConversationId, ExpertId, GroupId, MessageId, MissionId, SubjectId
from pupitre.domain.mission import CannedReply, Group, Mission, Subject, SurveySettings
from pupitre.domain.people import Actor, Expert, Page
from pupitre.domain.refusals import Refused
from pupitre.wire.expert_frames import Erased
from tests.support.patience import until as until

VELO, CAVE = MissionId("velo"), MissionId("cave")
ALICE, BRUNO, CHLOE = ExpertId("alice"), ExpertId("bruno"), ExpertId("chloe")
AFTERNOON = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
"""14:30 UTC, half past three in Paris."""
SHORTLY, SOMEWHAT_LATER = timedelta(seconds=25), timedelta(seconds=40)


def minutes(count: float) -> timedelta:
    """Return that many minutes."""
    return timedelta(minutes=count)


def seconds(count: float) -> timedelta:
    """Return that many seconds."""
    return timedelta(seconds=count)


def subject(id_: str, name: str, *children: Subject) -> Subject:
    """Return a subject of a tree."""
    return Subject(id=SubjectId(id_), name=name, children=children)


def missions() -> tuple[Mission, Mission]:
    """Return the two brands of the demonstration."""
    velo = Mission(
        id=VELO,
        name="Atelier Vélo",
        mark="VÉLO",
        colour="#0f7b4f",
        groups=(Group(id=GroupId("velo-conseil"), name="Conseil vélo", queue_size=50),),
        subjects=(
            subject(
                "avant",
                "Avant l’achat",
                subject("taille", "Choix de taille"),
                subject("modele", "Choix du modèle"),
                subject("stock", "Disponibilité"),
            ),
            subject(
                "apres",
                "Après l’achat",
                subject("livraison", "Livraison"),
                subject("retour", "Retour et échange"),
                subject("entretien", "Entretien et réparation"),
            ),
            subject("autre", "Autre"),
        ),
        subjects_required=True,
        canned=(
            CannedReply(name="bonjour", text="Bonjour {visitor}, que puis-je faire pour vous ?"),
            CannedReply(name="cherche", text="Je vérifie, un instant s’il vous plaît."),
            CannedReply(name="autre", text="Avez-vous d’autres questions ?"),
        ),
        asynchronous=True,
        mails=True,
        typing_preview=True,
        survey=SurveySettings(csat=True, nps=True, comment=True),
    )
    cave = Mission(
        id=CAVE,
        name="La Cave du Port",
        mark="CAVE",
        colour="#a34a00",
        groups=(Group(id=GroupId("cave-conseil"), name="Conseil vin"),),
        subjects=(
            subject("accords", "Accords mets et vins"),
            subject("cadeau", "Idée cadeau"),
            subject("commande", "Suivi de commande"),
        ),
        canned=(CannedReply(name="bonjour", text="Bonjour {visitor} !"),),
    )
    return velo, cave


def experts() -> list[Expert]:
    """Return Alice, who sits here, and her colleagues."""
    groups = (GroupId("velo-conseil"), GroupId("cave-conseil"))
    names = {ALICE: "Alice Martin", BRUNO: "Bruno Leroy", CHLOE: "Chloé Petit"}
    return [
        Expert(
            id=id_,
            name=name,
            email=f"{id_}@demo.test",
            groups=groups,
            available=id_ == ALICE,
            connected=id_ == ALICE,
            away_since=None if id_ == ALICE else AFTERNOON,
        )
        for id_, name in names.items()
    ]


@dataclass(slots=True)
class Stage:
    """Everything that a test may want to move."""

    clock: ManualClock
    floor: Floor
    backend: MemoryBackend
    guests: dict[str, Guest]
    session: Session
    token: str

    def card(self, conversation: ConversationId) -> Card:
        """Return a card of the desk's."""
        return card_of(self.session, conversation)

    @property
    def you(self) -> Expert:
        """Alice, as her desk knows her."""
        assert self.session.you
        return self.session.you

    def talk(self, conversation: ConversationId) -> Conversation:
        """Return a conversation as the desk knows it."""
        talk = self.session.conversation(conversation)
        assert talk
        return talk

    def erase(self, conversation: ConversationId) -> None:
        """Have the server forget a conversation: whoever holds anything of it is told."""
        del self.floor.talks[conversation]
        for link in self.backend._links:
            link.put(Erased(conversations=(conversation,)))

    def expert(self, guest: str, command: OwnerCommand) -> None:
        """Have Alice act, from some other desk of hers."""
        act(self.floor, self.guests[guest], command)


def card_of(session: Session, conversation: ConversationId) -> Card:
    """Return a card that is there."""
    card = session.card(conversation)
    assert card
    return card


def act(floor: Floor, guest: Guest, command: OwnerCommand) -> None:
    """Have the conversation's owner act."""
    assert guest.conversation is not None
    owner = floor.talks[guest.conversation].state.owner
    assert owner is not None
    decided = floor.act(guest.conversation, command, Actor.of(owner))
    assert not isinstance(decided, Refused), decided


def says(text: str) -> Post:
    """Return what an expert posts."""
    return Post(id=MessageId(str(uuid4())), text=text)


class _Play:
    """Tells the afternoon line by line."""

    def __init__(self, clock: ManualClock, floor: Floor) -> None:
        self.clock, self.floor = clock, floor
        self.guests: dict[str, Guest] = {}

    def comes(self, name: str, mission: MissionId, url: str, title: str) -> Guest:
        """Bring a visitor to a page; one called "Visiteur…" gave no name."""
        host = "velo.example" if mission == VELO else "cave.example"
        given = None if name.startswith("Visiteur") else name
        page = Page(url=f"https://{host}{url}", title=title)
        guest = self.guests[name] = Guest(self.floor, mission, name=given, page=page)
        return guest

    def answers(self, guest: Guest, text: str, after: timedelta = SHORTLY) -> None:
        """Answer, and the visitor sees it if they are there."""
        self.clock.advance(after)
        act(self.floor, guest, says(text))
        assert guest.conversation is not None
        if self.floor.talks[guest.conversation].state.on_site:
            guest.sees()

    def writes(self, guest: Guest, text: str, after: timedelta = SOMEWHAT_LATER) -> None:
        """Have the visitor write."""
        self.clock.advance(after)
        refused = guest.writes(text)
        assert refused is None, refused

    def pauses(self, guest: Guest, until: datetime, *, keep: bool = True) -> None:
        """Pause."""
        self.clock.advance(seconds(20))
        act(self.floor, guest, Pause(until=until, keep=keep))


def _paused(play: _Play, today: datetime) -> None:
    karim = play.comes("Karim B.", VELO, "/suivi", "Suivi de commande")
    play.writes(karim, "Bonjour, mon colis est annoncé livré mais je n’ai rien reçu.")
    play.answers(karim, "Bonjour Karim, j’appelle le transporteur et je reviens vers vous.")
    play.writes(karim, "Merci, je dois filer en réunion, je repasse ce soir.")
    karim.gives_email("karim.b@example.org")
    karim.leaves()
    play.pauses(karim, today.replace(hour=17, minute=47))
    ines = play.comes("Inès", CAVE, "/rouges/bandol-2019", "Bandol 2019")
    play.writes(ines, "Ce Bandol se garde encore combien d’années ?")
    play.answers(ines, "Je demande au vigneron, il me répond demain matin.")
    play.writes(ines, "Parfait, pas d’urgence.")
    play.pauses(ines, today.replace(hour=8, minute=0) + timedelta(days=1))
    stranger = play.comes("Visiteur 2", VELO, "/freins", "Freins à disque")
    play.writes(stranger, "Vos plaquettes vont sur des freins de 2018 ?")
    play.answers(stranger, "Quelle est la marque des freins, s’il vous plaît ?")
    stranger.leaves()
    until = today.replace(hour=14, minute=30) + timedelta(days=1)
    play.pauses(stranger, until, keep=False)


def _open(play: _Play) -> None:
    camille = play.comes("Camille D.", VELO, "/vtt/29-pouces/expl-500", "VTT 29 pouces Expl 500")
    play.writes(camille, "Bonjour, j’hésite entre un 27,5 et un 29 pouces pour débuter.")
    play.answers(
        camille,
        "Bonjour Camille ! Pour débuter, le 29 pouces pardonne plus : il franchit mieux les "
        "obstacles et reste stable. Vous mesurez combien ?",
    )
    play.writes(camille, "1m68", minutes(2))
    camille.gives_email("camille.d@example.org")
    camille.leaves()
    stranger = play.comes("Visiteur 1", CAVE, "/coffrets", "Coffrets cadeaux")
    play.writes(stranger, "Bonsoir, livrez-vous un coffret à Brest avant samedi ?", seconds(50))
    play.answers(stranger, "Bonjour ! Oui, commandé avant 18 h il part aujourd’hui.")
    play.answers(stranger, "Puis-je vous aider pour autre chose ?", minutes(1))
    stranger.leaves()
    camille.arrives()
    play.answers(
        camille,
        "Alors un cadre M conviendra. Le modèle que vous regardez existe en M, il est en stock.",
        seconds(10),
    )
    thomas = play.comes("Thomas", VELO, "/velos-ville", "Vélos de ville")
    play.writes(thomas, "Bonjour, le panier avant se monte sur le modèle Elops ?")
    sophie = play.comes("Sophie Lambert", CAVE, "/blancs", "Vins blancs")
    play.writes(sophie, "Quel blanc avec une raclette pour huit personnes ?", seconds(15))
    play.answers(sophie, "Un Apremont bien frais : comptez trois bouteilles.", seconds(12))
    play.writes(sophie, "Va pour l’Apremont, merci !", seconds(20))
    play.writes(camille, "Et pour un usage en ville ?", seconds(9))
    play.clock.advance(seconds(21))


@asynccontextmanager
async def demo_session(
    path: Path | None = None, *, kind: type[MemoryBackend] = MemoryBackend
) -> AsyncIterator[Stage]:
    """Run a desk with four open and three paused conversations; Alice sits at it."""
    clock = ManualClock(AFTERNOON)
    floor = Floor(clock, missions(), experts())
    play = _Play(clock, floor)
    _paused(play, AFTERNOON)
    _open(play)
    backend = kind(floor, {f"{it.id}@demo.test": "demo" for it in experts()})
    leave = await backend.sign_in("alice@demo.test", "demo")
    session = Session(backend, leave.token, path=path, clock=clock, delays=lambda: repeat(0.01))
    running = asyncio.get_running_loop().create_task(session.run(), name="session")
    try:
        await connected(session)
        yield Stage(clock, floor, backend, play.guests, session, leave.token)
    finally:
        await session.close()
        floor.stop()
        await running


async def connected(session: Session) -> None:
    """Wait until a session is linked and up to date."""
    await until(lambda: session.connection.state is LinkState.CONNECTED)
