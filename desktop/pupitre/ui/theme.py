"""The desk's look: light or dark, sized by the system's font, applied to the whole application.

`theme.apply(app, Scheme.SYSTEM)` sets palette, fonts and one stylesheet; nothing else is styled
by hand. Widgets say what they are with the property `role` (`theme.role(widget, "primary")`):

- QPushButton: `primary`, `plain` (also without a role), `danger`, `link`, `segment`, `ghost`,
  `inside` (a frame that is a `box`), `icon` (square, flat, with a menu)
- QToolButton: `icon` (square, flat), `chip` (checkable pill), `plain`, `menu`
- QLabel: `title`, `heading`, `section`, `label`, `hint`, `small`, `advice`, `error`, `badge`,
  `text`
- QFrame: `card`, `bar`, `panel`, `sunken`, `divider`, `advice`, `box`
- QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QTimeEdit, QSpinBox, QCheckBox, QRadioButton,
  QMenu, QListView, QTreeView, QTabBar, QProgressBar, QToolTip: styled without a role;
  QLineEdit `search`, `note`; a field with the property `wrong` set has a red edge
- QDialog: the surface colour; `theme.MARGIN` and `theme.GAP` are its margins, through `px()`
"""

from enum import StrEnum
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from pupitre.ui import sheet
from pupitre.ui.tokens import DARK, LIGHT, Tokens

STYLE = ("-style", "Fusion")
"""Words for the `QApplication`: each part is drawn the same on every system.

`setStyle` says the same, and returns a `QStyle`: 566 names that the first window does without.
"""
MARGIN = 24
"""Around a dialog's content; pass it through `px`."""
GAP = 12
"""Between the parts of a dialog; pass it through `px`."""
TITLE_BAR = 28
"""What the system draws around a window and does not tell beforehand; pass it through `px`."""
_DESIGN_PIXELS = 14.0
"""The height of the text in which the desk was drawn."""
_COMFORT = 1.5
"""Points added to the system's font: messages are read all day."""


class Scheme(StrEnum):
    """Which light the desk is shown in."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The look in force; one per application, made by `apply`."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("theme")
        self.tokens = LIGHT
        self.scale = 1.0
        self.fonts: dict[tuple[float, bool], tuple[QFont, QFontMetrics]] = {}
        self.colours: dict[str, QColor] = {}
        self._zoom = 1.0
        app.styleHints().colorSchemeChanged.connect(self._on_scheme)

    def choose(self, scheme: Scheme, zoom: float) -> None:
        """Force a scheme, or follow the system's."""
        forced = {Scheme.LIGHT: Qt.ColorScheme.Light, Scheme.DARK: Qt.ColorScheme.Dark}
        self._zoom = zoom
        hints = QApplication.styleHints()
        hints.setColorScheme(forced.get(scheme, Qt.ColorScheme.Unknown))
        self._show(dark=_is_dark(scheme, hints.colorScheme()))

    @Slot(object)
    def _on_scheme(self, scheme: Qt.ColorScheme) -> None:
        self._show(dark=scheme is Qt.ColorScheme.Dark)

    def _show(self, *, dark: bool) -> None:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        self.tokens = DARK if dark else LIGHT
        base = _base_font(self._zoom)
        self.scale = QFontInfo(base).pixelSize() / _DESIGN_PIXELS
        _lengths.clear()
        self.fonts.clear()
        self.colours.clear()
        app.setFont(base)
        app.setPalette(_palette(self.tokens))
        app.setStyleSheet(sheet.stylesheet(self.tokens, px))
        self.changed.emit()


_in_force: list[Theme] = []
"""The look of the one application: asked for at every stroke, so it is found at once."""
_lengths: dict[float, int] = {}
"""Its lengths of the drawing, in pixels."""


def apply(app: QApplication, scheme: Scheme = Scheme.SYSTEM, zoom: float = 1.0) -> Theme:
    """Give the application its look, or change it; `zoom` enlarges every text."""
    if not _in_force or _in_force[0].parent() is not app:
        _in_force[:] = [Theme(app)]
    _in_force[0].choose(scheme, zoom)
    return _in_force[0]


def current() -> Theme:
    """Return the look in force, the system's when none was chosen."""
    return _in_force[0] if _in_force else apply(cast(QApplication, QApplication.instance()))


def tokens() -> Tokens:
    """Return the colours in force."""
    return current().tokens


def colour(name: str) -> QColor:
    """Return one of the colours in force by its name in `Tokens`; made once, not to be changed."""
    look = current()
    if name not in look.colours:
        look.colours[name] = QColor(getattr(look.tokens, name))
    return look.colours[name]


def px(design: float) -> int:
    """Return a length of the drawing in pixels of this screen, following the text's size."""
    found = _lengths.get(design)
    if found is None:
        found = _lengths[design] = round(design * current().scale)
    return found


def font(design: float = _DESIGN_PIXELS, *, bold: bool = False) -> QFont:
    """Return the application's font at a height of the drawing; made once, not to be changed."""
    return _measured(design, bold=bold)[0]


def metrics(design: float = _DESIGN_PIXELS, *, bold: bool = False) -> QFontMetrics:
    """Return the measures of that font."""
    return _measured(design, bold=bold)[1]


def _measured(design: float, *, bold: bool) -> tuple[QFont, QFontMetrics]:
    look = current()
    found = look.fonts.get((design, bold))
    if found is None:
        made = QFont(QApplication.font())
        made.setPixelSize(max(1, px(design)))
        if bold:
            made.setWeight(QFont.Weight.DemiBold)
        found = look.fonts[design, bold] = made, QFontMetrics(made)
    return found


def role(widget: QWidget, name: str) -> None:
    """Say what a widget is, so that the stylesheet dresses it."""
    mark(widget, "role", name)


def mark(widget: QWidget, name: str, value: object) -> None:
    """Set a property the stylesheet looks at, and dress the widget again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else Qt dresses it yet
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)


def _is_dark(scheme: Scheme, system: Qt.ColorScheme) -> bool:
    if scheme is Scheme.SYSTEM:
        return system is Qt.ColorScheme.Dark
    return scheme is Scheme.DARK


def _base_font(zoom: float) -> QFont:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    system.setPointSizeF((system.pointSizeF() + _COMFORT) * zoom)
    return system


def _palette(t: Tokens) -> QPalette:
    """Tell Qt's own painting the same colours as the stylesheet."""
    role = QPalette.ColorRole
    made = QPalette()
    for which, name in {
        role.Window: t.surface,
        role.Base: t.surface,
        role.AlternateBase: t.ground,
        role.Button: t.surface,
        role.WindowText: t.text,
        role.Text: t.text,
        role.ButtonText: t.text,
        role.PlaceholderText: t.muted,
        role.Highlight: t.fill,
        role.HighlightedText: t.on_fill,
        role.Accent: t.accent,
        role.Link: t.accent,
        role.LinkVisited: t.accent,
        role.ToolTipBase: t.tooltip,
        role.ToolTipText: t.tooltip_text,
        role.Mid: t.line,
        role.Midlight: t.line,
        role.Light: t.surface,
        role.Dark: t.strong_line,
        role.Shadow: t.strong_line,
    }.items():
        made.setColor(which, QColor(name))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(t.muted))
    return made
