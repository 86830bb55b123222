"""The link's states are told as people understand them."""

from pupitre.client.changes import CardsChanged, ConnectionChanged
from pupitre.client.views import Delivery, LinkState, MessageRow
from pupitre.domain.presence import Dot
from tests.client.listening import Ear
from tests.support.story import connected, demo_session, minutes, until


async def test_a_link_is_lost_since_then_however_often_it_is_tried() -> None:
    async with demo_session() as stage:
        session, lost_at = stage.session, stage.session.now()
        ear = Ear(session.changes)
        stage.backend.reachable = False
        stage.backend.cut()
        await until(lambda: session.connection.state is LinkState.LOST)
        stage.clock.advance(minutes(3))
        await until(lambda: session.connection.since == lost_at)
        stage.backend.reachable = True
        await connected(session)
        states = [it.connection.state for it in ear.all(ConnectionChanged)]
        assert states == [LinkState.LOST, LinkState.CATCHING_UP, LinkState.CONNECTED]


async def test_while_stale_nobody_knows_where_visitors_are() -> None:
    async with demo_session() as stage:
        session = stage.session
        ear = Ear(session.changes)
        stage.backend.reachable = False
        stage.backend.cut()
        await until(lambda: session.connection.stale)
        assert {card.dot for card in session.cards()} == {Dot.UNKNOWN}
        await until(lambda: ear.all(CardsChanged))
        assert ear.all(CardsChanged)[0].conversations >= {card.id for card in session.cards()}
        stage.backend.reachable = True
        await connected(session)
        assert {card.dot for card in session.cards()} == {Dot.ON_SITE, Dot.LEFT}


async def test_what_was_on_its_way_is_said_to_be_here_again() -> None:
    async with demo_session() as stage:
        session, id_ = stage.session, stage.guests["Thomas"].conversation
        assert id_
        command = session.post(id_, "j’arrive")
        pending = session._desk.outbox.get(command)
        assert pending
        await until(lambda: pending.on_disk)
        if pending.in_flight:
            session._reception.lost()
            row = session.thread(id_)[-1]
            assert isinstance(row, MessageRow)
            assert row.delivery in (Delivery.QUEUED, Delivery.STORED)


async def test_a_session_that_ended_says_why() -> None:
    async with demo_session() as stage:
        stage.backend.revoke(stage.token)
        await until(lambda: stage.session.connection.state is LinkState.SIGNED_OUT)
        connection = stage.session.connection
        assert connection.refused == "Your session has ended: sign in."
        assert connection.refused_code == "not_signed_in"
        stage.session._reception.connecting()
        assert stage.session.connection.state is LinkState.CONNECTING
