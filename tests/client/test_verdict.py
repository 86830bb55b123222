"""Waiting for an answer ends: with it, or with the link."""

import asyncio
from datetime import timedelta

import pytest

from pupitre.backends.port import Unreachable
from pupitre.client.changes import Change, CommandDone, CommandRefused, ConnectionChanged
from pupitre.client.observe import Observable
from pupitre.client.verdict import Settled, Verdict
from pupitre.client.views import Connection, LinkState
from pupitre.domain.commands import SignOut
from pupitre.domain.ids import CommandId
from pupitre.domain.refusals import Code
from tests.client.ground import NOON

ID = CommandId("out")
DONE = CommandDone(ID, None, SignOut())
REFUSED = CommandRefused(ID, None, SignOut(), Code.DESK_NOT_SETTLED, "")


def link(state: LinkState, waiting: int = 0) -> ConnectionChanged:
    return ConnectionChanged(Connection(state=state, since=NOON, waiting=waiting))


@pytest.mark.parametrize(("change", "answer"), [(DONE, None), (REFUSED, REFUSED)])
async def test_it_is_the_answer_to_that_command(change: Change, answer: object) -> None:
    changes = Observable[Change]()
    verdict = Verdict(changes, ID)
    changes.notify(CommandDone(CommandId("another"), None, SignOut()))
    changes.notify(link(LinkState.CONNECTED))
    changes.notify(change)
    changes.notify(link(LinkState.LOST))
    assert await verdict.wait() == answer


async def test_a_lost_link_ends_it() -> None:
    changes = Observable[Change]()
    verdict = Verdict(changes, ID)
    changes.notify(link(LinkState.LOST))
    with pytest.raises(Unreachable):
        await verdict.wait()


@pytest.mark.parametrize(
    ("change", "settled"),
    [
        (link(LinkState.CONNECTED, waiting=1), False),
        (link(LinkState.CONNECTED), True),
        (link(LinkState.LOST, waiting=1), True),
    ],
)
async def test_all_is_settled_when_nothing_waits_or_can_be_sent(
    change: Change, settled: bool
) -> None:
    changes = Observable[Change]()
    waiting = Settled(changes)
    asyncio.get_running_loop().call_soon(changes.notify, change)
    assert await waiting.wait(timedelta(milliseconds=20).total_seconds()) == settled
