"""The desk's page: bar, list, panes, visitor panel and status line, laid out."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from pupitre.ui import blocks, theme
from pupitre.ui.models.conversations import ConversationModel
from pupitre.ui.views.conversations import ConversationList
from pupitre.ui.views.notice import Notice
from pupitre.ui.views.pane_grid import PaneGrid
from pupitre.ui.views.status_line import StatusLine
from pupitre.ui.views.top_bar import TopBar

if TYPE_CHECKING:
    from pupitre.ui.views.visitor import VisitorPanel

_LIST = 315
_LIST_LEAST = 236
_PANEL_FROM = 1120
"""The panel hides in a window narrower than this, unless it was asked for."""


class DeskPage(QWidget):
    """Knows where things are, and nothing of what they do."""

    panel: "VisitorPanel"
    """From `furnish` on."""

    def __init__(
        self, model: ConversationModel, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self._panel_wanted: bool | None = None
        self._visitor_there = False
        self.bar = TopBar(self)
        self.list = ConversationList(model, now, self)
        self.panes = PaneGrid(now, self)
        self.status = StatusLine(self)
        self.notice = Notice(self)
        self._arrange()
        self.bar.panel_asked.connect(self.want_panel)

    def _arrange(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.notice)
        middle.addWidget(self.panes, 1)
        self._row = row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(blocks.divider(self, upright=True))
        row.addLayout(middle, 1)
        self._side: list[QWidget] = [blocks.divider(self, upright=True)]
        """The visitor panel and its edge."""
        row.addWidget(self._side[0])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(blocks.divider(self))
        column.addLayout(row, 1)
        column.addWidget(blocks.divider(self))
        column.addWidget(self.status)

    def furnish(self) -> None:
        """Make what the first window does without: nobody is shown in it yet."""
        from pupitre.ui.views.visitor import VisitorPanel

        self.panel = VisitorPanel(self)
        self._side.append(self.panel)
        self._row.addWidget(self.panel)
        self._fit(self.width())

    def show_panes(self, count: int) -> None:
        """Show that many conversations; several leave no room for the visitor panel."""
        self.panes.show_count(count)
        self._panel_wanted = None
        self._fit(self.width())

    def want_panel(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's value
        """Show or hide the visitor panel, whatever the width."""
        self._panel_wanted = wanted
        self._fit(self.width())

    def have_visitor(self, *, there: bool) -> None:
        """Give the panel's room to the panes while nobody is shown."""
        if there != self._visitor_there:
            self._visitor_there = there
            self._fit(self.width())

    @property
    def panel_wanted(self) -> bool | None:
        """Whether the panel was asked for, or sent away; None: neither."""
        return self._panel_wanted

    @property
    def panel_is_shown(self) -> bool:
        """The visitor panel is in sight."""
        return not self.panel.isHidden()

    def _fit(self, width: int) -> None:
        wide = max(theme.px(_LIST_LEAST), min(theme.px(_LIST), round(width * 0.28)))
        self.list.setFixedWidth(wide)
        shown = width >= theme.px(_PANEL_FROM) and self.panes.count == 1
        if self._panel_wanted is not None:
            shown = self._panel_wanted
        for part in self._side:
            part.setVisible(shown and self._visitor_there)
        with QSignalBlocker(self.bar.panel):
            self.bar.panel.setChecked(shown)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each part its width."""
        self._fit(event.size().width())
        super().resizeEvent(event)
