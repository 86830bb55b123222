"""The way in: by password, by the kept token, by a trial; and a sentence when it fails."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typing_extensions import override

from pupitre.app import trial
from pupitre.app.entry import Entry, Ticket
from pupitre.app.secrets import MemorySecrets
from pupitre.app.settings import Account
from pupitre.app.sign_in import SignIn, Way
from pupitre.app.trial import Trial
from pupitre.backends.clock import ManualClock
from pupitre.backends.floor import Floor
from pupitre.backends.memory import MemoryBackend
from pupitre.domain.ids import ExpertId
from pupitre.domain.people import Expert
from pupitre.ui.preferences import Preferences
from pupitre.ui.window import DeskWindow
from tests.support.loop import until

SERVER = "chat.example.org"
ALICE = Account(server=SERVER, email="alice@demo.test")


class BrokenTrial(Trial):
    """A trial whose disk is full."""

    @override
    async def address(self) -> str:
        raise OSError("No space left on device")


class RunningTrial(Trial):
    """A trial whose server is there."""

    @override
    async def address(self) -> str:
        return SERVER


@dataclass
class Door:
    window: DeskWindow
    backend: MemoryBackend
    entry: Entry
    trial: Trial
    secrets: MemorySecrets
    came: list[tuple[Account, Way]] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)

    def sign_in(self) -> SignIn:
        return SignIn(self.window, self.entry, self.trial, self._on_ticket)

    def _on_ticket(self, ticket: Ticket, way: Way) -> None:
        self.came.append((ticket.account, way))
        self.tokens.append(ticket.token)


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    alice = Expert(id=ExpertId("a"), name="Alice", email=ALICE.email, groups=())
    floor = Floor(ManualClock(datetime(2026, 11, 22, 12, tzinfo=UTC)), [], [alice])
    backend = MemoryBackend(floor, {ALICE.email: "demo"})
    window = DeskWindow(Preferences())
    secrets = MemorySecrets()
    entry = Entry(secrets, lambda _address: backend)
    yield Door(window, backend, entry, BrokenTrial(tmp_path), secrets)
    window.deleteLater()


async def test_a_password_lets_in_and_is_not_kept_on_the_page(door: Door) -> None:
    sign_in = door.sign_in()
    page = sign_in.show(Account())
    page.sign_in_asked.emit(SERVER, ALICE.email, "demo")
    await until(lambda: door.came)
    assert door.came == [(ALICE, Way.SIGNED_IN)]
    page.password.setText("demo")
    sign_in.forget_page()
    assert page.password.text() == ""


async def test_a_wrong_password_is_said_beside_the_button(door: Door) -> None:
    sign_in = door.sign_in()
    page = sign_in.show(Account())
    page.sign_in_asked.emit(SERVER, ALICE.email, "guess")
    await until(page.error.text)
    assert page.error.text() == "The e-mail or the password is wrong."
    assert page.sign_in_button.isEnabled()
    assert door.came == []


async def test_no_answer_is_said(door: Door) -> None:
    door.backend.reachable = False
    sign_in = door.sign_in()
    page = sign_in.show(Account())
    page.sign_in_asked.emit(SERVER, ALICE.email, "demo")
    await until(page.error.text)
    assert page.error.text().startswith("The server cannot be reached.")


async def test_the_kept_token_lets_in_without_a_question(door: Door) -> None:
    await door.entry.with_password(ALICE, SERVER, "demo")
    sign_in = door.sign_in()
    sign_in.again(ALICE)
    await until(lambda: door.came)
    assert door.came == [(ALICE, Way.AGAIN)]


async def test_without_a_token_the_password_is_asked_again(door: Door) -> None:
    sign_in = door.sign_in()
    sign_in.again(ALICE)
    await until(lambda: sign_in.page is not None and sign_in.page.sign_in_button.isEnabled())
    assert sign_in.page is not None
    assert (sign_in.page.address.text(), sign_in.page.email.text()) == (SERVER, ALICE.email)
    assert sign_in.page.error.text() == ""


@pytest.mark.logs("the trial's server did not start")
async def test_a_trial_that_cannot_start_says_why(door: Door) -> None:
    sign_in = door.sign_in()
    page = sign_in.show(Account())
    page.trial_asked.emit()
    await until(page.trial_error.text)
    assert "No space left on device" in page.trial_error.text()


async def test_an_attempt_can_be_given_up(door: Door) -> None:
    sign_in = door.sign_in()
    page = sign_in.show(Account())
    page.sign_in_asked.emit(SERVER, ALICE.email, "demo")
    page.cancel_asked.emit()
    assert page.sign_in_button.isEnabled()
    await until(lambda: True)
    assert door.came == []


@pytest.mark.parametrize("way", [Way.TRIAL, Way.AGAIN])
async def test_a_trial_never_comes_in_by_the_token_of_another_server(
    way: Way, door: Door, tmp_path: Path
) -> None:
    """Its folder was removed, or is another one: the desk would open, then be sent away."""
    await door.secrets.keep(trial.ACCOUNT, "of a server that is gone")
    door.trial = RunningTrial(tmp_path)
    sign_in = door.sign_in()
    if way is Way.TRIAL:
        sign_in.show(Account()).trial_asked.emit()
    else:
        sign_in.again(trial.ACCOUNT)
    await until(lambda: door.came)
    assert door.came == [(trial.ACCOUNT, way)]
    assert door.tokens != ["of a server that is gone"]
    assert await door.secrets.token(trial.ACCOUNT) not in door.tokens
