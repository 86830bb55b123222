"""The panel follows the visitor of the conversation that is shown."""

from datetime import timedelta

import pytest

from pupitre.domain.commands import Close
from pupitre.domain.ids import SubjectId
from pupitre.domain.people import Page
from pupitre.ui.preferences import Preferences
from tests.support.deskside import deskside
from tests.support.loop import until

pytestmark = pytest.mark.usefixtures("screen")
AT_ONCE = Preferences(undo=timedelta(0))


async def test_notes_are_kept_and_shown_to_experts() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        at.desk.page.panel.note_written.emit("Préfère le bleu")
        await until(lambda: at.sees("Préfère le bleu"))
        assert "Alice Martin: Préfère le bleu" in at.desk.page.panel._notes.text()


async def test_the_panel_follows_the_visitor() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        page = Page(url="https://velo.example/pneus", title="Pneus")
        at.stage.guests["Camille D."].reads(page)
        panel = at.desk.page.panel
        await until(lambda: panel._page.text() == "/pneus")


async def test_a_returning_visitor_has_a_past() -> None:
    async with deskside(AT_ONCE) as at:
        at.opens("Camille D.")
        talk = at.id("Camille D.")
        at.stage.session.submit(talk, Close(subjects=(SubjectId("taille"),), survey=False))
        await until(lambda: at.stage.floor.talks[talk].state.is_closed)
        await until(lambda: "Camille D." not in at.listed())
        at.stage.guests["Camille D."].writes("Encore moi")
        await until(lambda: "Camille D." in at.listed())
        at.opens("Camille D.")
        panel = at.desk.page.panel
        await until(lambda: "Choix de taille" in " ".join(panel._past.lines()))
        at.stage.erase(talk)
        await until(lambda: "Choix de taille" not in " ".join(panel._past.lines()))
