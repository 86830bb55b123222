"""The palette knows the conversations, then everything one can do."""

import pytest

from pupitre.ui import palette
from tests.support.deskside import deskside

pytestmark = pytest.mark.usefixtures("screen")


async def test_conversations_come_first_and_in_the_lists_order() -> None:
    async with deskside() as at:
        found = palette.choices(at.stage.session, at.window.actions())
        names = [it.title for it in found if it.key.startswith("talk:")]
        assert names[0] == "Thomas"
        assert names.index("Karim B.") > names.index("Camille D.")
        assert found[len(names)].key.startswith("act:")


async def test_a_visitor_is_found_by_mission_and_address() -> None:
    async with deskside() as at:
        found = palette.choices(at.stage.session, [])
        camille = next(it for it in found if it.title == "Camille D.")
        assert "Atelier Vélo" in camille.hint
        assert "camille.d@example.org" in camille.hint


async def test_an_act_shows_its_keys_and_is_offered_only_when_it_can_be_done() -> None:
    async with deskside() as at:
        offered = {it.key: it for it in palette.choices(at.stage.session, at.window.actions())}
        assert "act:pause" not in offered
        at.opens("Camille D.")
        offered = {it.key: it for it in palette.choices(at.stage.session, at.window.actions())}
        assert offered["act:pause"].corner == "Ctrl+P"
        assert "act:search" not in offered
