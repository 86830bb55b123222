"""The first start: try it on this computer, or sign in to a server."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from pupitre.ui import icons, theme
from pupitre.ui.blocks import button, frame, label

translate = QCoreApplication.translate

_CARD = 350
_MARK = 64


class Welcome(QScrollArea):
    """A page as large as the window; it says what was asked for, and shows what comes of it."""

    trial_asked = Signal()
    sign_in_asked = Signal(str, str, str)
    """Address, e-mail, password."""
    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        theme.role(self, "sunken")  # under the scroll bar too
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from one field to the next
        page = frame("sunken")
        self.setWidget(page)
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24))
        column.setSpacing(theme.px(26))
        column.addStretch(2)
        column.addWidget(_head())
        column.addLayout(self._cards())
        column.addWidget(self._foot())
        column.addStretch(3)
        self.show_ready()

    def _cards(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(20))
        row.addStretch(1)
        row.addWidget(self._trial())
        row.addWidget(self._server())
        row.addStretch(1)
        return row

    def _trial(self) -> QFrame:
        card, column = _card(translate("Welcome", "Try it on this computer"))
        for words in (
            translate(
                "Welcome",
                "A server starts inside this window with two demo missions. "
                "You are signed in at once, and the page of a shop opens in your browser "
                "to play the visitor.",
            ),
            translate("Welcome", "Nothing leaves this computer, and no account is needed."),
        ):
            column.addWidget(label(words, "hint", wraps=True))
        column.addStretch(1)
        self.trial_error = label("", "error", wraps=True)
        column.addWidget(self.trial_error)
        self.trial_button = button(translate("Welcome", "Try it on this computer"), "primary")
        self.trial_button.clicked.connect(self._on_trial)
        column.addWidget(self.trial_button)
        return card

    def _server(self) -> QFrame:
        card, column = _card(translate("Welcome", "Connect to a server"))
        self.address = QLineEdit()
        self.address.setPlaceholderText(translate("Welcome", "desk.example.org"))
        self.email = QLineEdit()
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        for words, field in (
            (translate("Welcome", "Server"), self.address),
            (translate("Welcome", "E-mail"), self.email),
            (translate("Welcome", "Password"), self.password),
        ):
            column.addLayout(_field(words, field))
            field.returnPressed.connect(self._on_sign_in)
        column.addStretch(1)
        self.error = label("", "error", wraps=True)
        column.addWidget(self.error)
        self.sign_in_button = button(translate("Welcome", "Sign in"), "primary")
        self.sign_in_button.clicked.connect(self._on_sign_in)
        column.addWidget(self.sign_in_button)
        return card

    def _foot(self) -> QWidget:
        """What is being waited for; it keeps its place when nothing is."""
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedSize(theme.px(240), theme.px(4))
        self.busy = label("", "hint")
        self.cancel_button = button(translate("Welcome", "Cancel"), "link")
        self.cancel_button.clicked.connect(self.cancel_asked)
        for widget in (self.progress, self.busy, self.cancel_button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
            keeps = widget.sizePolicy()
            keeps.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(keeps)
        return foot

    def prefill(self, address: str, email: str) -> None:
        """Propose the account used last."""
        self.address.setText(address)
        self.email.setText(email)
        missing = next((it for it in self._fields() if not it.text()), self.password)
        self._focus(missing)

    def show_busy(self, sentence: str) -> None:
        """Say what is being done; nothing else can be asked meanwhile.

        The keyboard waits here: on the next button, a second Enter would cancel.
        """
        self.setAccessibleName(sentence)
        self._focus(self)
        self._let(enabled=False)
        self.busy.setText(sentence)

    def show_ready(self) -> None:
        """Let something be asked again; Enter tries it here, where no server is written."""
        self._let(enabled=True)
        self._complain("", "")
        self._focus(self.password if self.address.text() else self.trial_button)

    def show_error(self, sentence: str) -> None:
        """Say beside the sign-in button why it did not work."""
        self._let(enabled=True)
        self._complain(sentence, "")
        self._focus(self.password)
        self.password.selectAll()

    def show_trial_error(self, sentence: str) -> None:
        """Say beside the other button why the trial cannot start."""
        self._let(enabled=True)
        self._complain("", sentence)
        self._focus(self.trial_button)

    def forget_password(self) -> None:
        """Leave no password on the page."""
        self.password.clear()

    def _fields(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        return (self.address, self.email, self.password)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Have the keyboard where it was meant to be: Qt forgets it for who enters a window."""
        super().showEvent(event)
        if not event.spontaneous():
            self._keyboard.setFocus()

    def _focus(self, widget: QWidget) -> None:
        self._keyboard = widget
        widget.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel with Escape what is awaited."""
        if event.key() == Qt.Key.Key_Escape and self.cancel_button.isVisible():
            self.cancel_asked.emit()
        else:
            super().keyPressEvent(event)

    def _let(self, *, enabled: bool) -> None:
        for widget in (*self._fields(), self.trial_button, self.sign_in_button):
            widget.setEnabled(enabled)
        for shown in (self.progress, self.busy, self.cancel_button):
            shown.setVisible(not enabled)

    def _complain(self, server: str, trial: str) -> None:
        for where, sentence in ((self.error, server), (self.trial_error, trial)):
            where.setText(sentence)
            where.setVisible(bool(sentence))

    def _on_trial(self) -> None:
        self._complain("", "")
        self.trial_asked.emit()

    def _on_sign_in(self) -> None:
        address, email, password = (it.text().strip() for it in self._fields())
        if not (address and email and password):
            missing = next(it for it in self._fields() if not it.text().strip())
            self._complain(translate("Welcome", "Fill in all three fields first."), "")
            missing.setFocus()
            return
        self._complain("", "")
        self.sign_in_asked.emit(address, email, self.password.text())


def _head() -> QWidget:
    head = QWidget()
    column = QVBoxLayout(head)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(6))
    mark = QLabel()
    mark.setPixmap(app_mark(_MARK))
    name = label("Pupitre", "title")
    name.setFont(theme.font(26, bold=True))
    name.setStyleSheet(f"font-size: {theme.px(26)}px;")
    what = label(translate("Welcome", "The desk of those who answer a site’s visitors"), "hint")
    for widget in (mark, name, what):
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
    column.insertSpacing(1, theme.px(6))
    return head


def app_mark(side: int) -> QPixmap:
    """Return the application's mark, `side` high in the drawing's measure."""
    return icons.pixmap("pupitre", "accent", side)


def _card(title: str) -> tuple[QFrame, QVBoxLayout]:
    card = frame("card")
    card.setFixedWidth(theme.px(_CARD))
    column = QVBoxLayout(card)
    edge = theme.px(22)
    column.setContentsMargins(edge, theme.px(18), edge, edge)
    column.setSpacing(theme.px(10))
    column.addWidget(label(title, "title", wraps=True))
    return card, column


def _field(words: str, field: QLineEdit) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.px(4))
    name = label(words, "label")
    name.setBuddy(field)
    field.setAccessibleName(words)
    column.addWidget(name)
    column.addWidget(field)
    return column
