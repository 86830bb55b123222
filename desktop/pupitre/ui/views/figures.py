"""A small card with the figures of the day."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget
from typing_extensions import override

from pupitre.ui import blocks, theme

translate = QCoreApplication.translate


class FiguresCard(QFrame):
    """Opens under its button and closes on a click elsewhere."""

    def __init__(self, figures: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("figures-card")
        self.setProperty("role", "panel")
        self.setAccessibleName(translate("Day", "My day"))
        grid = QGridLayout(self)
        side = theme.px(16)
        grid.setContentsMargins(side, side, side, side)
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(8))
        for row, (name, value) in enumerate(figures):
            grid.addWidget(blocks.label(name, "hint", self), row, 0)
            figure = blocks.label(value, "label", self)
            grid.addWidget(figure, row, 1, Qt.AlignmentFlag.AlignRight)
        self.details = blocks.button(translate("Day", "More figures…"), "link", self)
        self.details.clicked.connect(self.close)
        grid.addWidget(self.details, max(len(figures), 1), 0, 1, 2)
        if not figures:
            nothing = translate("Day", "The figures come once there is a link.")
            grid.addWidget(blocks.label(nothing, "hint", self), 0, 0)

    def open_under(self, button: QWidget) -> None:
        """Open below a button, at its right edge."""
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height()))
        self.move(corner.x(), corner.y() + theme.px(6))
        self.show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with any key."""
        self.close()
