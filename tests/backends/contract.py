"""What every backend must do: one set of tests, each adapter passes it."""

from typing import Protocol
from uuid import uuid4

import pytest

from pupitre.backends.port import EVERYTHING, AccessRefused, Backend, Link, Unreachable
from pupitre.wire import expert_frames as f
from pupitre.wire import replies
from pupitre.wire.commands import ExpertCommand, Post, Resume, SetAvailability, SignOut

ALICE, PASSWORD = "alice@demo.test", "demo"


class Place(Protocol):
    """A server with a visitor at its door."""

    backend: Backend

    async def visitor_writes(self, text: str) -> None:
        """Have somebody new write to the mission `velo`."""

    async def breaks(self) -> None:
        """Lose every link and answer nobody."""


async def linked(place: Place, known: dict[str, int] | None = None) -> tuple[Link, f.Welcome]:
    """Sign in as Alice and be welcome."""
    leave = await place.backend.sign_in(ALICE, PASSWORD)
    link = await place.backend.open()
    await link.send(f.Hello(token=leave.token, app="contract", known=known or {}))
    frame = await link.receive()
    assert isinstance(frame, f.Welcome)
    return link, frame


async def drain(link: Link) -> None:
    """Read until the link ends."""
    while True:
        await link.receive()


async def answer(link: Link, id_: str) -> f.FromServer:
    """Wait for the answer to a command, whatever else comes."""
    while True:
        frame = await link.receive()
        if isinstance(frame, replies.Done | replies.Refused) and frame.id == id_:
            return frame


async def ask(
    link: Link, conversation: str | None, command: ExpertCommand, id_: str = ""
) -> f.FromServer:
    """Give a command and return its answer."""
    id_ = id_ or str(uuid4())
    await link.send(f.Command(id=id_, conversation=conversation, command=command))
    return await answer(link, id_)


async def arrival(place: Place, link: Link, text: str) -> str:
    """Take a new conversation; return its id."""
    await ask(link, None, SetAvailability(available=True))
    await place.visitor_writes(text)
    while True:
        frame = await link.receive()
        if isinstance(frame, f.Arrived):
            return frame.conversation.id


class BackendContract:
    """Subclasses have a fixture `place`."""

    async def test_it_can_do_everything(self, place: Place) -> None:
        assert place.backend.capabilities == EVERYTHING

    async def test_a_password_opens_a_session(self, place: Place) -> None:
        leave = await place.backend.sign_in(ALICE, PASSWORD)
        assert leave.expert.email == ALICE
        assert leave.expires_at.tzinfo is not None

    @pytest.mark.parametrize("email", [ALICE, "nobody@demo.test"])
    async def test_a_wrong_password_does_not_nor_an_unknown_address(
        self, place: Place, email: str
    ) -> None:
        with pytest.raises(AccessRefused) as refused:
            await place.backend.sign_in(email, "wrong")
        assert refused.value.code == "wrong_credentials"
        assert refused.value.sentence == "The e-mail or the password is wrong."

    async def test_a_hello_is_answered_with_everything(self, place: Place) -> None:
        link, welcome = await linked(place)
        assert welcome.you.email == ALICE
        assert {mission.id for mission in welcome.missions} == {"velo", "cave"}
        assert welcome.clock_rate == 1.0
        assert ALICE not in {it.email for it in welcome.colleagues}
        await link.close()

    async def test_a_worn_token_is_refused(self, place: Place) -> None:
        leave = await place.backend.sign_in(ALICE, PASSWORD)
        await place.backend.sign_out(leave.token)
        await place.backend.sign_out(leave.token)
        link = await place.backend.open()
        await link.send(f.Hello(token=leave.token))
        first = await link.receive()
        assert isinstance(first, replies.Refused)
        assert first.code == "not_signed_in"
        with pytest.raises(AccessRefused) as refused:
            await drain(link)
        assert refused.value.code == "not_signed_in"
        await link.close()

    async def test_a_ping_is_answered(self, place: Place) -> None:
        link, _ = await linked(place)
        await link.send(replies.Ping())
        while not isinstance(await link.receive(), replies.Pong):
            pass
        await link.close()

    async def test_a_command_takes_effect_once_however_often_it_is_sent(self, place: Place) -> None:
        link, _ = await linked(place)
        talk = await arrival(place, link, "Bonjour")
        id_ = str(uuid4())
        answers = [await ask(link, talk, Post(text="Bonjour !"), id_) for _ in range(3)]
        assert answers == [replies.Done(id=id_, seq=4)] * 3
        _, welcome = await linked(place)
        (replica,) = [it for it in welcome.conversations if it.id == talk]
        ids = [getattr(entry.event, "id", None) for entry in replica.events]
        assert ids.count(id_) == 1
        await link.close()

    async def test_only_what_is_missing_is_sent_again(self, place: Place) -> None:
        link, _ = await linked(place)
        talk = await arrival(place, link, "Encore vous ?")
        await ask(link, talk, Post(text="Oui !"))
        _, welcome = await linked(place, {talk: 3})
        (replica,) = [it for it in welcome.conversations if it.id == talk]
        assert [entry.seq for entry in replica.events] == [4]
        assert replica.snapshot is None
        await link.close()

    async def test_a_refusal_says_why(self, place: Place) -> None:
        link, _ = await linked(place)
        nowhere = await ask(link, "nowhere", Resume())
        assert isinstance(nowhere, replies.Refused)
        assert nowhere.code == "unknown_conversation"
        talk = await arrival(place, link, "Allô")
        for command, code in ((Resume(), "wrong_status"), (Post(text=" "), "empty")):
            refused = await ask(link, talk, command)
            assert isinstance(refused, replies.Refused)
            assert refused.code == code
        settled = await ask(link, None, SignOut())
        assert isinstance(settled, replies.Refused)
        assert settled.code == "desk_not_settled"
        await link.close()

    async def test_a_link_that_was_closed_is_of_no_use(self, place: Place) -> None:
        link, _ = await linked(place)
        await link.close()
        await link.close()
        with pytest.raises(Unreachable):
            await link.send(replies.Ping())
        with pytest.raises(Unreachable):
            await drain(link)

    async def test_a_server_that_is_gone_is_unreachable(self, place: Place) -> None:
        link, _ = await linked(place)
        await place.breaks()
        with pytest.raises(Unreachable):
            await drain(link)
        with pytest.raises(Unreachable):
            await place.backend.open()
        with pytest.raises(Unreachable):
            await place.backend.sign_in(ALICE, PASSWORD)
        await link.close()
