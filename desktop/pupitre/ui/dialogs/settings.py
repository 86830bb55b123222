"""The settings: language, light, undo, alerts, planned hours, account."""

from dataclasses import dataclass, replace
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QTabWidget, QVBoxLayout, QWidget

from pupitre.ui import theme
from pupitre.ui.blocks import button, label
from pupitre.ui.dialogs.base import DeskDialog
from pupitre.ui.dialogs.hours import HoursField
from pupitre.ui.preferences import Language, Preferences
from pupitre.ui.theme import Scheme

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountShown:
    """Who is signed in, and where; "" for the server on this computer."""

    name: str = ""
    email: str = ""
    server: str = ""


class SettingsDialog(DeskDialog):
    """`chosen` carries the new `Preferences`."""

    chosen = Signal(object)
    sign_out_asked = Signal()
    shortcuts_asked = Signal()

    def __init__(
        self, preferences: Preferences, account: AccountShown, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            parent,
            name=translate("Settings", "Settings"),
            heading=translate("Settings", "Settings"),
        )
        self._before = preferences
        self.tabs = QTabWidget()
        self.tabs.addTab(self._general(), translate("Settings", "General"))
        self.tabs.addTab(self._planned(), translate("Settings", "Planned hours"))
        self.tabs.addTab(self._account(account), translate("Settings", "Account"))
        self.body.addWidget(self.tabs)
        self.add_cancel()
        self.accept_button = self.add_primary(translate("Settings", "Save"))
        self.accept_button.clicked.connect(self._on_accept)
        self.language.setFocus()

    def _general(self) -> QWidget:
        before = self._before
        self.language = _choice(before.language, _languages())
        self.scheme = _choice(before.scheme, _schemes())
        self.undo = _choice(before.undo, _undo())
        self.notifications = QCheckBox(translate("Settings", "Notifications on the desktop"))
        self.notifications.setChecked(before.notifications)
        self.sounds = QCheckBox(translate("Settings", "Sounds"))
        self.sounds.setChecked(before.sounds)
        self.spelling = QCheckBox(translate("Settings", "Mark misspelt words"))
        self.spelling.setChecked(before.spelling)
        self.spelling.setToolTip(
            translate("Settings", "In the visitor’s language, where this computer has a dictionary")
        )
        self.autostart = QCheckBox(translate("Settings", "Open Pupitre with the session"))
        self.autostart.setChecked(before.autostart)
        self.updates = QCheckBox(translate("Settings", "Look for new versions"))
        self.updates.setChecked(bool(before.updates))
        shortcuts = button(translate("Settings", "Keyboard shortcuts…"))
        shortcuts.clicked.connect(self.shortcuts_asked)
        page, form = _page()
        _row(form, translate("Settings", "Language"), self.language)
        _row(form, translate("Settings", "Appearance"), self.scheme)
        _row(form, translate("Settings", "Sending"), self.undo)
        _row(form, translate("Settings", "Spelling"), self.spelling)
        _row(form, translate("Settings", "Alerts"), self.notifications)
        form.addRow("", self.sounds)
        _row(form, translate("Settings", "Start"), self.autostart)
        if before.updates is not None:
            _row(form, translate("Settings", "Updates"), self.updates)
        _row(form, translate("Settings", "Keyboard"), shortcuts)
        return page

    def _planned(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, theme.px(14), 0, 0)
        column.setSpacing(theme.px(10))
        why = translate(
            "Settings",
            "When you mean to be here. The pause dialog and the end of shift start from it.",
        )
        column.addWidget(label(why, "hint", wraps=True))
        self.hours = HoursField(self._before.hours)
        column.addWidget(self.hours)
        column.addStretch(1)
        return page

    def _account(self, account: AccountShown) -> QWidget:
        page, form = _page()
        here = translate("Settings", "This computer")
        _row(form, translate("Settings", "Name"), label(account.name, "text"))
        _row(form, translate("Settings", "E-mail"), label(account.email, "text"))
        _row(form, translate("Settings", "Server"), label(account.server or here, "text"))
        leave = button(translate("Settings", "Sign out…"))
        leave.clicked.connect(self._on_sign_out)
        form.addRow("", leave)
        return page

    def preferences(self) -> Preferences:
        """Return what is chosen now."""
        return replace(
            self._before,
            language=Language(self.language.currentData()),
            scheme=Scheme(self.scheme.currentData()),
            undo=timedelta(seconds=self.undo.currentData()),
            notifications=self.notifications.isChecked(),
            sounds=self.sounds.isChecked(),
            spelling=self.spelling.isChecked(),
            autostart=self.autostart.isChecked(),
            updates=None if self._before.updates is None else self.updates.isChecked(),
            hours=self.hours.spans(),
        )

    def _on_sign_out(self) -> None:
        self.reject()
        self.sign_out_asked.emit()

    def _on_accept(self) -> None:
        if sentence := self.hours.complaint():
            self.tabs.setCurrentIndex(1)
            self.refuse(sentence)
            return
        self.chosen.emit(self.preferences())
        self.accept()


def _languages() -> list[tuple[object, str]]:
    return [
        (Language.SYSTEM, translate("Settings", "Same as the system")),
        (Language.FRENCH, "Français"),
        (Language.ENGLISH, "English"),
    ]


def _schemes() -> list[tuple[object, str]]:
    return [
        (Scheme.SYSTEM, translate("Settings", "Same as the system")),
        (Scheme.LIGHT, translate("Settings", "Light")),
        (Scheme.DARK, translate("Settings", "Dark")),
    ]


def _undo() -> list[tuple[object, str]]:
    return [
        (timedelta(seconds=5), translate("Settings", "5 seconds to take a message back")),
        (timedelta(), translate("Settings", "Messages leave at once")),
    ]


def _choice(chosen: object, choices: list[tuple[object, str]]) -> QComboBox:
    """Return a list to choose from; what it holds are plain numbers and strings."""
    made = QComboBox()
    for value, words in choices:
        made.addItem(words, _plain(value))
    made.setCurrentIndex(max(0, made.findData(_plain(chosen))))
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return made


def _plain(value: object) -> object:
    return int(value.total_seconds()) if isinstance(value, timedelta) else str(value)


def _page() -> tuple[QWidget, QFormLayout]:
    page = QWidget()
    form = QFormLayout(page)
    form.setContentsMargins(0, theme.px(14), 0, 0)
    form.setHorizontalSpacing(theme.px(20))
    form.setVerticalSpacing(theme.px(10))
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
    return page, form


def _row(form: QFormLayout, words: str, field: QWidget) -> None:
    name = label(words, "label")
    name.setBuddy(field)
    name.setMinimumHeight(field.sizeHint().height())  # else the words stand higher than the field's
    if isinstance(field, QComboBox):
        field.setAccessibleName(words)
    form.addRow(name, field)
