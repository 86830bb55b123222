"""The beginning of a long conversation comes from the server, page by page."""

from datetime import timedelta

import pytest

from pupitre.client.archive import Past
from pupitre.domain.commands import Close
from pupitre.domain.ids import MissionId, SubjectId, VisitorId
from pupitre.ui.preferences import Preferences
from tests.support.deskside import Deskside, deskside
from tests.support.loop import until

pytestmark = pytest.mark.usefixtures("screen")
AT_ONCE = Preferences(undo=timedelta(0))
LONG = 260


async def reads_a_long_one(at: Deskside) -> None:
    """Open a conversation of which this desk has the end alone."""
    talk, camille = at.id("Camille D."), at.stage.guests["Camille D."]
    for number in range(LONG):
        camille.writes(f"message {number}")
    at.stage.session.submit(talk, Close(subjects=(SubjectId("taille"),)))
    await until(lambda: at.stage.floor.talks[talk].state.is_closed)
    await until(lambda: "Camille D." not in at.listed())
    at.stage.session._desk.replica.forget(talk)
    past = Past(id=talk, mission=MissionId("velo"), visitor=VisitorId(camille.visitor))
    at.desk._archive.open(past)
    await until(lambda: at.pane.conversation == talk and at.sees(f"message {LONG - 1}"))


def goes_up(at: Deskside) -> None:
    bar = at.pane.pane.place.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    bar.setValue(0)


def first(at: Deskside) -> int:
    return at.pane.pane.model.earliest_seq() or 0


async def test_the_beginning_comes_page_by_page() -> None:
    async with deskside(AT_ONCE) as at:
        await reads_a_long_one(at)
        seen = [first(at)]
        while seen[-1] > 1:
            goes_up(at)
            await until(lambda: first(at) < seen[-1])
            seen.append(first(at))
        assert len(seen) > 2
        goes_up(at)
        assert first(at) == 1


async def test_what_a_lost_link_left_unanswered_is_asked_again() -> None:
    async with deskside(AT_ONCE) as at:
        await reads_a_long_one(at)
        before = first(at)
        await at.loses_the_link()
        goes_up(at)
        await until(lambda: at.pane._earlier._asked is None)
        at.stage.backend.reachable = True
        at.stage.clock.advance(timedelta(seconds=30))
        await until(lambda: not at.stage.session.connection.stale)
        goes_up(at)
        await until(lambda: first(at) < before)
