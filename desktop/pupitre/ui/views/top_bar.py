"""The bar at the top: your availability and slots, search, wake-ups, your day, the menu."""

from PySide6.QtCore import QCoreApplication, QPointF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from pupitre.client.availability import Availability
from pupitre.ui import blocks, icons, text, theme
from pupitre.ui.counts import Counts
from pupitre.ui.views.search import SearchField

translate = QCoreApplication.translate

_TALL = 51
_STATES = ((True, False), (True, True), (False, False))
"""Available or not, full or not."""


class TopBar(QFrame):
    """Says who you are to the visitors, and leads everywhere."""

    availability_asked = Signal(bool)
    slots_asked = Signal(object)
    """How many slots: an int."""
    paused_asked = Signal()
    day_asked = Signal()
    panel_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setFixedHeight(theme.px(_TALL))
        self._shown: Availability | None = None
        self._stale = False
        self._make_availability()  # before the search: Tab goes from the left to the right
        self.search = SearchField(self)
        self._make_links()
        self._arrange()

    def _make_availability(self) -> None:
        self._box = blocks.frame("box", self)
        self._box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._available = blocks.button("", "inside", self._box)
        self._available.setObjectName("availability")
        self._available.setAccessibleName(translate("TopBar", "Availability"))
        self._available.setCheckable(True)
        self._available.setIconSize(QSize(theme.px(12) + theme.px(5), theme.px(12)))
        self._available.toggled.connect(self._on_available)  # a screen reader does not click
        self._slots = blocks.button("", "inside", self._box)
        self._slots.setObjectName("slots")
        self._slots.setProperty("quiet", "true")
        self._slots.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._slots.setMenu(QMenu(self._slots))
        self._slots.menu().setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        row = QHBoxLayout(self._box)
        row.setContentsMargins(theme.px(5), theme.px(1), theme.px(3), theme.px(1))
        row.setSpacing(0)
        row.addWidget(self._available)
        row.addWidget(self._slots)

    def _make_links(self) -> None:
        self._paused = blocks.button(translate("TopBar", "Wake-ups"), "ghost", self)
        self._paused.setObjectName("wake-ups")
        self._paused.clicked.connect(self.paused_asked)
        self._day = blocks.button(translate("TopBar", "My day"), "ghost", self)
        self._day.setObjectName("my-day")
        self._day.clicked.connect(self.day_asked)
        self.panel = blocks.icon_button(
            "panel-right", translate("TopBar", "Show the visitor panel"), self
        )
        self.panel.setCheckable(True)
        self.panel.toggled.connect(self.panel_asked)
        self.menu_button = blocks.menu_button("settings", translate("TopBar", "Menu"), self)
        self.menu_button.setObjectName("menu")
        self.menu = QMenu(self.menu_button)
        self.menu_button.setMenu(self.menu)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), 0, theme.px(12), 0)
        row.setSpacing(theme.px(14))
        row.addWidget(self._box)
        row.addWidget(self.search, 10)
        row.addStretch(1)
        links = QHBoxLayout()
        links.setSpacing(theme.px(4))
        for widget in (self._paused, self._day, self.panel, self.menu_button):
            links.addWidget(widget)
        row.addLayout(links)

    @property
    def day_button(self) -> QWidget:
        """Where the figures of the day come out."""
        return self._day

    def show_you(self, you: Availability | None, *, stale: bool = False) -> None:
        """Show your availability; None: not known yet; stale: nothing comes without a link."""
        self._available.setEnabled(you is not None)
        self._slots.setEnabled(you is not None)
        if you is None or (you, stale) == (self._shown, self._stale):
            return
        self._shown, self._stale = you, stale
        full = you.open >= you.slots
        words = text.availability(available=you.available, full=full)
        self._available.setText(words)
        self._available.setAccessibleDescription(_no_link() if stale else words)
        self._available.setToolTip(_no_link() if stale else _next_step(available=you.available))
        with QSignalBlocker(self._available):
            self._available.setChecked(you.available)
        self._slots.setText(text.slots_used(you.open, you.slots))
        self._fill_slots(you)
        self.show_theme()
        self._available.setMinimumWidth(_widest(self._available))

    def show_theme(self) -> None:
        """Paint the icons in the colours in force."""
        you = self._shown
        if you is not None:
            self._available.setIcon(_sign(you, stale=self._stale))
        self._slots.setIcon(icons.icon("chevron-down"))
        self._slots.setIconSize(QSize(theme.px(13), theme.px(13)))
        self.panel.setIcon(icons.icon("panel-right"))
        self.menu_button.setIcon(icons.icon("settings"))
        self.search.show_theme()

    def _fill_slots(self, you: Availability) -> None:
        menu = self._slots.menu()
        menu.clear()
        for count in range(1, you.max_slots + 1):
            action = QAction(Counts.slots(count), menu)
            action.setCheckable(True)
            action.setChecked(count == you.slots)
            action.setData(count)
            action.triggered.connect(self._on_slots)
            menu.addAction(action)

    def show_day(self, words: str) -> None:
        """Show a figure of the day beside its name, once it is known."""
        name = translate("TopBar", "My day")
        self._day.setText(f"{name} · {words}" if words else name)
        self._day.setAccessibleName(name)

    def show_paused(self, count: int) -> None:
        """Show how many conversations will wake up."""
        name = translate("TopBar", "Wake-ups")
        self._paused.setText(f"{name} · {count}" if count else name)
        self._paused.setAccessibleName(name)

    @Slot()
    def _on_available(self) -> None:
        wanted = self._available.isChecked()
        if self._shown is not None:
            with QSignalBlocker(self._available):
                self._available.setChecked(self._shown.available)
        self.availability_asked.emit(wanted)

    @Slot()
    def _on_slots(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.slots_asked.emit(action.data())


def _widest(button: QPushButton) -> int:
    """Return the room for every state, so that the search keeps its place."""
    button.ensurePolished()
    states = [text.availability(available=available, full=full) for available, full in _STATES]
    widths = [_wide(button, words) for words in states]
    return button.sizeHint().width() - _wide(button, button.text()) + max(widths)


def _wide(button: QPushButton, words: str) -> int:
    return button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, words).width()


def _next_step(*, available: bool) -> str:
    if available:
        return translate("TopBar", "You receive conversations. Click to stop receiving new ones.")
    return translate("TopBar", "No new conversation comes to you. Click to be available.")


def _no_link() -> str:
    return translate("TopBar", "No link: no new conversation reaches you.")


def _sign(you: Availability, *, stale: bool) -> QIcon:
    """Return the dot of availability: a disc when new conversations may come, else a ring.

    Without a link none comes, whatever you chose: the ring is dashed then, as a visitor's is.
    """
    side, gap, ratio = theme.px(12), theme.px(5), 2.0
    picture = QPixmap(round((side + gap) * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tint = "late" if you.open >= you.slots else "good"
    may_come = you.available and not stale
    line = Qt.PenStyle.DotLine if stale else Qt.PenStyle.SolidLine
    painter.setPen(Qt.PenStyle.NoPen if may_come else QPen(theme.colour("muted"), 2, line))
    painter.setBrush(theme.colour(tint) if may_come else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(side / 2, side / 2), side / 2 - 1, side / 2 - 1)
    painter.end()
    return QIcon(picture)
