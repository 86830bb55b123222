"""My figures over a period: the whole, a line per subject, and a file for a spreadsheet."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QDir, QIODevice, QSaveFile, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QWidget

from pupitre.client.questions import Answer, Figures, Statistics
from pupitre.client.session import Session
from pupitre.domain.ids import SubjectId
from pupitre.ui import day, figures_file, periods
from pupitre.ui.alive import while_alive
from pupitre.ui.blocks import button, label
from pupitre.ui.dialogs.base import DeskDialog
from pupitre.ui.dialogs.figures_table import FiguresTable, Tiles
from pupitre.ui.dialogs.rows import WIDE
from pupitre.ui.periods import Period

translate = QCoreApplication.translate


class StatisticsDialog(DeskDialog):
    """Of the conversations in which I wrote: each counts for everybody who did (C7)."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            name=translate("Statistics", "My figures"),
            heading=translate("Statistics", "My figures"),
            intro=translate(
                "Statistics", "Conversations in which you wrote to the visitor, by their beginning."
            ),
            width=WIDE,
        )
        self._session = session
        self._figures: Figures | None = None
        self._asked: Statistics | None = None
        self.period = QComboBox()
        self.period.setAccessibleName(translate("Statistics", "Period"))
        for it in Period:
            self.period.addItem(periods.name(it), str(it))
        self.period.currentIndexChanged.connect(self._ask)
        self.tiles = Tiles()
        self.table = FiguresTable()
        self.nothing = label("", "hint", wraps=True)
        self._arrange()
        self._ask()

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.period)
        line.addStretch(1)
        self.body.addLayout(line)
        for widget in (self.tiles, self.table, self.nothing):
            self.body.addWidget(widget)
        self.export = button(translate("Statistics", "Save as a table…"))
        self.export.clicked.connect(self._choose_file)
        self.add_aside(self.export)
        self.add_cancel(translate("Statistics", "Close")).setDefault(True)
        self.period.setFocus()

    def ask_again(self) -> None:
        """Ask anew: conversations that are erased count no more."""
        self._ask()

    @Slot()
    def _ask(self) -> None:
        since, until = periods.span(Period(self.period.currentData()), self._session.now())
        self._asked = Statistics(since, until, mine=True)
        self._session.ask(self._asked, self._on_answer)

    @while_alive
    def _on_answer(self, answer: Answer) -> None:
        if answer.question is not self._asked:
            return
        self._figures = answer if isinstance(answer, Figures) else None
        self._show()

    def _show(self) -> None:
        found = self._figures
        empty = found is None or not found.total.conversations
        self.nothing.setText(
            translate("Statistics", "Without a link the figures cannot be asked for.")
            if found is None
            else translate("Statistics", "No conversation began in this period.")
        )
        self.nothing.setVisible(empty)
        self.export.setEnabled(not empty)
        self.tiles.setVisible(not empty)
        self.table.setVisible(bool(found and found.subjects))
        if found is not None:
            self.tiles.show_figures(day.table(found.total))
            self.table.show_parts(found, self._subjects())

    def _subjects(self) -> Mapping[SubjectId, str]:
        missions = self._session.missions.values()
        return {id_: leaf.name for it in missions for id_, leaf in it.leaves().items()}

    @Slot()
    def _choose_file(self) -> None:
        """Ask where; the dialog is the system's own and nothing waits in it."""
        asked = QFileDialog(self, translate("Statistics", "Save as a table"), QDir.homePath())
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setNameFilter(translate("Statistics", "Tables (*.csv)"))
        asked.setDefaultSuffix("csv")
        asked.selectFile(translate("Statistics", "pupitre-figures.csv"))
        asked.fileSelected.connect(self.save)
        asked.finished.connect(asked.deleteLater)
        asked.open()

    @Slot(str)
    def save(self, path: str) -> None:
        """Write the table, whole or not at all."""
        if self._figures is None:
            return
        file = QSaveFile(path)
        text = figures_file.as_csv(self._figures, self._subjects()).encode()
        saved = (
            file.open(QIODevice.OpenModeFlag.WriteOnly)
            and file.write(text) == len(text)
            and file.commit()
        )
        sentence = translate("Statistics", "The table cannot be written there: {reason}")
        self.refuse("" if saved else sentence.format(reason=file.errorString()))
