"""Everything that has a shortcut: one table, shown in the palette and in the shortcuts dialog."""

from collections.abc import Mapping

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

translate = QCoreApplication.translate


class Act(Struct, frozen=True):
    """Something the expert can ask for."""

    name: str
    """Stable: the key of a chosen shortcut."""
    words: str
    keys: str = ""
    icon: str = ""


def table() -> tuple[Act, ...]:
    """Return every act with its default keys, in the language of the screen."""
    return (
        Act("search", translate("Actions", "Search"), "Ctrl+K", "search"),
        Act("next", translate("Actions", "Next visitor who waits for me"), "Ctrl+Tab", "inbox"),
        Act("pause", translate("Actions", "Pause the conversation"), "Ctrl+P", "pause"),
        Act("resume", translate("Actions", "Take back from pause"), "Ctrl+Shift+P", "play"),
        Act("close", translate("Actions", "Close the conversation"), "Ctrl+W", "check"),
        Act("transfer", translate("Actions", "Transfer"), "Ctrl+T", "arrow-right-left"),
        Act("release", translate("Actions", "Give back to the group"), "", "undo-2"),
        Act("note", translate("Actions", "Write a note"), "Ctrl+Shift+N", "sticky-note"),
        Act("attach", translate("Actions", "Attach files…"), "Ctrl+O", "paperclip"),
        Act("availability", translate("Actions", "Change my availability"), "Ctrl+Shift+A", "user"),
        Act("paused", translate("Actions", "Paused conversations"), "Ctrl+Shift+W", "bell"),
        Act("closed", translate("Actions", "Closed conversations"), "Ctrl+Shift+H", "history"),
        Act("figures", translate("Actions", "My figures"), "Ctrl+Shift+G", "chart-column"),
        Act("list", translate("Actions", "Go to the list"), "Ctrl+L", "inbox"),
        Act(
            "below",
            translate("Actions", "Next conversation in the list"),
            "Alt+Down",
            "chevron-right",
        ),
        Act(
            "above",
            translate("Actions", "Previous conversation in the list"),
            "Alt+Up",
            "chevron-left",
        ),
        Act("panel", translate("Actions", "Show the visitor panel"), "Ctrl+I", "panel-right"),
        Act("panes1", translate("Actions", "One conversation"), "Ctrl+1", "square"),
        Act("panes2", translate("Actions", "Two conversations"), "Ctrl+2", "columns-2"),
        Act("panes4", translate("Actions", "Four conversations"), "Ctrl+4", "grid-2x2"),
        Act("window", translate("Actions", "In its own window"), "Ctrl+Shift+O", "app-window"),
        Act("visit", translate("Actions", "Open a visitor page"), "", "external-link"),
        Act("settings", translate("Actions", "Settings"), "Ctrl+,", "settings"),
        Act("shortcuts", translate("Actions", "Keyboard shortcuts"), "F1", "keyboard"),
        Act("logs", translate("Actions", "Show the logs"), "", "file-text"),
        Act("report", translate("Actions", "Report a problem…"), "", "circle-alert"),
        Act("shift", translate("Actions", "End of shift"), "Ctrl+Shift+Q", "log-out"),
        Act("back", translate("Actions", "Back to the message"), "Esc", "chevron-right"),
    )


def keys_of(name: str, chosen: Mapping[str, str]) -> str:
    """Return an act's keys as they are shown: those the expert chose, or its own."""
    own = next(act.keys for act in table() if act.name == name)
    return QKeySequence(chosen.get(name, own)).toString()


def make(parent: QObject, chosen: Mapping[str, str]) -> dict[str, QAction]:
    """Make the actions, with the keys the expert chose where they did."""
    made = {}
    for act in table():
        action = QAction(act.words, parent)
        action.setObjectName(act.name)
        action.setProperty("icon-name", act.icon)
        action.setProperty("default-keys", act.keys)
        made[act.name] = action
    assign(made, chosen)
    return made


def fill(menu: QMenu, made: Mapping[str, QAction]) -> None:
    """Put into the desk's menu what is asked for now and then."""
    panes, about = ("panes1", "panes2", "panes4"), ("logs", "report")
    for names in (("closed", "figures"), ("settings", "shortcuts"), panes, ("visit",), about):
        menu.addActions([made[name] for name in names])
        menu.addSeparator()
    menu.addAction(made["shift"])


def assign(actions: Mapping[str, QAction], chosen: Mapping[str, str]) -> None:
    """Give each action the keys the expert chose, or its own."""
    for name, action in actions.items():
        keys = chosen.get(name, str(action.property("default-keys")))
        action.setShortcut(QKeySequence(keys))
