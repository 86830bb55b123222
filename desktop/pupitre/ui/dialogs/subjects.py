"""The subjects of a closure: search, chips, and the tree's parents above their children (C2)."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QScrollArea, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from pupitre.domain.ids import SubjectId
from pupitre.domain.mission import Subject
from pupitre.ui import theme
from pupitre.ui.blocks import label
from pupitre.ui.dialogs.base import WIDTH
from pupitre.ui.flow import Flow
from pupitre.ui.fold import holds

translate = QCoreApplication.translate

_TALLEST = 190
"""How much of a large tree is shown at once, in the drawing."""


class SearchLine(QLineEdit):
    """A search whose Enter takes what is found, and goes to the dialog only when it is empty."""

    first_wanted = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter from pressing the dialog's button in the middle of a search."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.first_wanted.emit()
            event.accept()
        else:
            super().keyPressEvent(event)


class SubjectPicker(QWidget):
    """Lets subjects be found and chosen; Enter in the search takes the first that is left."""

    changed = Signal()

    def __init__(
        self,
        subjects: tuple[Subject, ...],
        chosen: tuple[SubjectId, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._chips: dict[SubjectId, QToolButton] = {}
        self._sections: list[tuple[QWidget, tuple[SubjectId, ...]]] = []
        self._words: dict[SubjectId, str] = {}
        self.search = SearchLine()
        self.search.setAccessibleName(translate("Subjects", "Subjects"))
        self.search.setPlaceholderText(translate("Subjects", "Search subjects…"))
        self.search.textChanged.connect(self._filter)
        self.search.first_wanted.connect(self._take_first)
        self.nothing = label(translate("Subjects", "No subject of that name."), "hint")
        self.nothing.hide()
        self._page = QWidget()
        self._lay_out(subjects)
        for subject in chosen:
            if chip := self._chips.get(subject):
                chip.setChecked(True)

    def _lay_out(self, subjects: tuple[Subject, ...]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self.search)
        self._rows = QVBoxLayout(self._page)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.px(8))
        for path, leaves in _sections(subjects):
            self._rows.addWidget(self._section(path, leaves))
        self._rows.addStretch(1)
        self._rows.insertWidget(0, self.nothing)
        column.addWidget(self._scrolled())

    def _scrolled(self) -> QWidget:
        """Return the page at a height that stays while it is searched; a tall one scrolls."""
        wanted = max(0, self._rows.totalHeightForWidth(theme.px(WIDTH - 2 * theme.MARGIN)))
        if wanted <= theme.px(_TALLEST):
            self._page.setFixedHeight(wanted)
            return self._page
        area = QScrollArea()
        area.setWidget(self._page)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedHeight(theme.px(_TALLEST))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _section(self, path: str, leaves: tuple[Subject, ...]) -> QWidget:
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(5))
        if path:
            column.addWidget(label(path, "section"))
        flow = Flow(theme.px(5))
        for leaf in leaves:
            flow.addWidget(self._chip(leaf, path))
        column.addLayout(flow)
        self._sections.append((section, tuple(leaf.id for leaf in leaves)))
        return section

    def _chip(self, leaf: Subject, path: str) -> QToolButton:
        chip = QToolButton()
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.setFont(theme.font(13))
        chip.setText(leaf.name.replace("&", "&&"))
        chip.setAccessibleName(leaf.name)
        chip.setAccessibleDescription(path)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.toggled.connect(self.changed)
        self._chips[leaf.id] = chip
        self._words[leaf.id] = f"{path} {leaf.name}"
        return chip

    def chosen(self) -> tuple[SubjectId, ...]:
        """Return the subjects that are ticked, in the order shown."""
        return tuple(subject for subject, chip in self._chips.items() if chip.isChecked())

    def choose(self, subject: SubjectId) -> None:
        """Tick a subject."""
        self._chips[subject].setChecked(True)

    def _matches(self, wanted: str) -> tuple[SubjectId, ...]:
        return tuple(it for it, words in self._words.items() if holds(words, wanted))

    def _filter(self, wanted: str) -> None:
        """Show the subjects searched for, and always those that are ticked."""
        shown = {*self._matches(wanted), *self.chosen()}
        for subject, chip in self._chips.items():
            chip.setVisible(subject in shown)
        for section, leaves in self._sections:
            section.setVisible(any(leaf in shown for leaf in leaves))
        self.nothing.setVisible(bool(wanted.strip()) and not self._matches(wanted))

    def _take_first(self) -> None:
        wanted = self.search.text()
        found = [it for it in self._matches(wanted) if not self._chips[it].isChecked()]
        if wanted.strip() and found:
            self.choose(found[0])
            self.search.clear()


def _sections(
    subjects: tuple[Subject, ...], path: str = ""
) -> Iterator[tuple[str, tuple[Subject, ...]]]:
    """Yield each parent's path with the subjects right under it, parents in the order shown."""
    leaves = tuple(subject for subject in subjects if not subject.children)
    if leaves:
        yield path, leaves
    for subject in subjects:
        if subject.children:
            below = f"{path} · {subject.name}" if path else subject.name
            yield from _sections(subject.children, below)
