"""My figures over a period, and as a file."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QFrame

from pupitre.domain.commands import AnswerSurvey, Close
from pupitre.domain.ids import SubjectId
from pupitre.domain.people import VISITOR
from pupitre.ui.dialogs.statistics import StatisticsDialog
from pupitre.ui.periods import Period
from tests.support.deskside import Deskside, deskside
from tests.support.loop import until

pytestmark = pytest.mark.usefixtures("screen")


async def opened(at: Deskside) -> StatisticsDialog:
    at.desk.act("figures")
    dialogs = at.window.dialogs
    assert dialogs is not None
    found = dialogs._find(StatisticsDialog)
    assert found is not None
    await until(lambda: found._figures)
    return found


def cell(dialog: StatisticsDialog, row: int, column: int) -> str:
    item = dialog.table.item(row, column)
    assert item is not None
    return item.text()


async def scored(at: Deskside) -> None:
    """Close Camille's conversation, and have her give marks."""
    talk = at.id("Camille D.")
    at.stage.expert("Camille D.", Close(subjects=(SubjectId("taille"),)))
    at.stage.floor.act(talk, AnswerSurvey(csat=5, nps=9), VISITOR)


async def test_satisfaction_counts_with_the_subject_and_the_whole() -> None:
    async with deskside() as at:
        await scored(at)
        dialog = await opened(at)
        assert cell(dialog, 0, 0) == "Choix de taille"
        assert (cell(dialog, 0, 1), cell(dialog, 0, 4), cell(dialog, 0, 5)) == ("1", "100 %", "100")
        shown = [it.accessibleName() for it in dialog.tiles.findChildren(QFrame)]
        assert "Satisfaction (CSAT): 100 %" in shown


async def test_only_conversations_in_which_i_wrote_are_mine() -> None:
    async with deskside() as at:
        dialog = await opened(at)
        assert dialog._figures is not None
        assert dialog._figures.total.conversations == 6, "nobody has answered Thomas"


async def test_a_period_without_conversations_says_so() -> None:
    async with deskside() as at:
        dialog = await opened(at)
        dialog.period.setCurrentIndex(list(Period).index(Period.LAST_MONTH))
        await until(lambda: not dialog.export.isEnabled())
        assert "No conversation began" in dialog.nothing.text()
        assert dialog.table.isHidden()


async def test_without_a_link_there_are_none() -> None:
    async with deskside() as at:
        await at.loses_the_link()
        at.desk.act("figures")
        dialogs = at.window.dialogs
        assert dialogs is not None
        dialog = dialogs._find(StatisticsDialog)
        assert dialog is not None
        await until(lambda: "Without a link" in dialog.nothing.text())


async def test_the_table_is_saved_or_the_reason_is_said(tmp_path: Path) -> None:
    async with deskside() as at:
        await scored(at)
        dialog = await opened(at)
        dialog.save(str(tmp_path / "figures.csv"))
        assert "Choix de taille" in (tmp_path / "figures.csv").read_text(encoding="utf-8-sig")
        dialog.save(str(tmp_path / "nowhere" / "figures.csv"))
        assert "cannot be written there" in dialog.refusal.text()


async def test_where_to_save_is_asked_without_stopping_the_desk(tmp_path: Path) -> None:
    async with deskside() as at:
        await scored(at)
        dialog = await opened(at)
        dialog.export.click()
        (asked,) = dialog.findChildren(QFileDialog)
        asked.fileSelected.emit(str(tmp_path / "mine.csv"))
        asked.reject()
        assert (tmp_path / "mine.csv").exists()
