"""The list and the bars follow the session, and the order does not move under a hand."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QLabel

from pupitre.client.changes import Change, ConnectionChanged
from pupitre.domain.commands import Transfer
from pupitre.domain.presence import Dot
from pupitre.ui.models.entries import CardEntry
from pupitre.ui.preferences import Preferences
from tests.support.deskside import Deskside, deskside, settled
from tests.support.loop import until
from tests.support.story import BRUNO

pytestmark = pytest.mark.usefixtures("screen")
AT_ONCE = Preferences(undo=timedelta(0))


async def test_the_desk_lists_who_waits_then_who_is_paused() -> None:
    async with deskside() as at:
        assert at.listed()[:3] == ["Thomas", "Sophie Lambert", "Camille D."]
        assert at.listed()[4:6] == ["Karim B.", "Inès"]


async def test_the_order_stays_while_somebody_types() -> None:
    async with deskside(AT_ONCE) as at:
        before = at.listed()
        at.opens("Thomas")
        at.sends("Oui, avec l’adaptateur.")
        await until(lambda: at.card("Thomas").waits_since is None)
        assert at.listed() == before
        at.desk.page.list._typing.stop()
        at.desk.page.list._hold()
        await until(lambda: at.listed()[0] == "Sophie Lambert")


async def test_the_order_stays_under_the_pointer() -> None:
    async with deskside(AT_ONCE) as at:
        before, page = at.listed(), at.desk.page
        page.list.enterEvent(QEnterEvent(QPointF(), QPointF(), QPointF()))
        at.stage.expert("Thomas", Transfer(expert=BRUNO, anyway=True))
        await until(lambda: "Thomas" not in at.listed())
        assert at.listed() == [name for name in before if name != "Thomas"]
        page.list.leaveEvent(QEvent(QEvent.Type.Leave))
        assert not at.desk.link.model.is_held


class Glance:
    """What the dots say at the moment at which the link's state is told."""

    def __init__(self, at: Deskside) -> None:
        self._at = at
        self.list: list[set[Dot]] = []
        self.head: list[Dot] = []
        self._subscription = at.stage.session.changes.subscribe(self._on_change)

    def _on_change(self, news: Change) -> None:
        if isinstance(news, ConnectionChanged) and news.connection.stale:
            model = self._at.desk.link.model
            rows = [model.at(place) for place in range(model.rowCount())]
            self.list.append({row.card.dot for row in rows if isinstance(row, CardEntry)})
            self.head.append(self._at.pane.pane.head._dot._dot)


async def test_a_lost_link_makes_every_dot_unknown_in_the_turn_in_which_it_is_told() -> None:
    async with deskside() as at:
        at.opens("Thomas")
        await settled()
        glance = Glance(at)
        assert at.card("Thomas").dot is not Dot.UNKNOWN
        at.stage.guests["Thomas"].writes("Vous êtes là ?")
        await until(lambda: at.card("Thomas").preview == "Vous êtes là ?")
        at.stage.backend.reachable = False
        at.stage.backend.cut()
        await until(lambda: bool(glance.list))
        assert glance.list[0] == {Dot.UNKNOWN}
        assert glance.head[0] is Dot.UNKNOWN


async def test_availability_and_slots_are_asked_of_the_server() -> None:
    async with deskside() as at:
        session = at.stage.session
        at.clicks("availability")
        await until(lambda: session.you is not None and not session.you.available)
        at.desk.page.bar.slots_asked.emit(2)
        await until(lambda: session.you is not None and session.you.slots == 2)
        at.desk.act("availability")
        await until(lambda: session.you is not None and session.you.available)


async def test_the_figures_of_the_day_come_with_the_link() -> None:
    async with deskside() as at:
        figures = at.window.findChild(QLabel, "figures")
        assert isinstance(figures, QLabel)
        await until(lambda: "6 conversations today" in figures.text())


async def test_where_there_is_no_conversation_the_next_step_is_offered() -> None:
    async with deskside() as at:
        at.clicks("next-step")
        assert at.pane.conversation == at.id("Thomas")
