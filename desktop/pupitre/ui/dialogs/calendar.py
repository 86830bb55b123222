"""Qt's own calendar, in the colours of the desk."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from pupitre.ui import icons, theme

_ARROWS = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}
_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


def calendar(parent: QWidget | None = None) -> QCalendarWidget:
    """Return a calendar with an edge, quiet weekends and arrows that show in the dark."""
    made = QCalendarWidget(parent)
    made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setObjectName("calendar")
    made.setStyleSheet(
        f"#calendar {{ background: {theme.tokens().surface};"
        f" border: 1px solid {theme.tokens().strong_line}; }}"
        f"#calendar QAbstractItemView:disabled {{ color: {theme.tokens().strong_line}; }}"
    )
    made.setMinimumSize(theme.px(276), theme.px(206))
    _inset(made)
    quiet = QTextCharFormat()
    quiet.setForeground(theme.colour("muted"))
    for day in _WEEKEND:
        made.setWeekdayTextFormat(day, quiet)
    made.setHeaderTextFormat(quiet)
    for name, icon in _ARROWS.items():
        _dress(made.findChild(QToolButton, name), icon)
    return made


def _inset(made: QCalendarWidget) -> None:
    layout = made.layout()
    if layout is not None:
        edge = theme.px(4)
        layout.setContentsMargins(edge, edge, edge, edge)


def _dress(arrow: QToolButton | None, icon: str) -> None:
    if arrow is not None:
        arrow.setIcon(icons.icon(icon, "text"))
        arrow.setIconSize(QSize(theme.px(16), theme.px(16)))
