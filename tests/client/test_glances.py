"""What the list shows is on disk when the desk closes, and a few seconds after it changed."""

from itertools import repeat
from pathlib import Path

from pupitre.client.changes import CardsChanged
from pupitre.client.glance import look
from pupitre.client.glances import PAUSE
from pupitre.client.session import Session
from pupitre.domain.standing import Dot
from tests.client.listening import Ear
from tests.support.story import VELO, demo_session, seconds, until


async def test_a_desk_that_closed_left_its_list(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(path) as stage:
        cards, you = stage.session.cards(), stage.session.you
    found = look(path)
    assert found is not None
    assert you is not None
    assert [it.name for it in found.cards] == [it.name for it in cards]
    assert {it.dot for it in found.cards} == {Dot.UNKNOWN}
    assert found.missions[VELO] == "Atelier Vélo"
    assert found.you is not None
    assert (found.you.available, found.you.open) == (you.available, 4)


async def test_a_desk_that_is_killed_left_it_some_seconds_ago(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(path) as stage:
        stage.clock.advance(PAUSE)
        await until(lambda: look(path))
        name, ear = next(iter(stage.guests)), Ear(stage.session.changes)
        stage.guests[name].writes("Encore une question")
        await until(lambda: "Encore une question" in previews(stage.session))
        await until(lambda: ear.all(CardsChanged))
        assert "Encore une question" not in previews_at(path)
        stage.clock.advance(PAUSE + seconds(1))
        await until(lambda: "Encore une question" in previews_at(path))


async def test_a_desk_that_was_not_loaded_takes_nothing_away(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(path) as stage:
        pass
    before = look(path)
    assert before is not None
    again = Session(
        stage.backend, stage.token, path=path, clock=stage.clock, delays=lambda: repeat(0.01)
    )
    await again.close()
    assert look(path) == before


async def test_signing_out_leaves_no_list(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    async with demo_session(path) as stage:
        stage.clock.advance(PAUSE)
        await until(lambda: look(path))
        await stage.session._forget_everything()
        assert look(path) is None


def previews(session: Session) -> list[str]:
    return [card.preview for card in session.cards()]


def previews_at(path: Path) -> list[str]:
    found = look(path)
    return [card.preview for card in found.cards] if found else []
