"""What goes with the words, above the field: the files of the draft, and what became of one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from pupitre.client.attached import Attached
from pupitre.domain.attachments import MAX_PER_MESSAGE
from pupitre.ui import theme
from pupitre.ui.pictures import Pictures
from pupitre.ui.views.notice import Notice

if TYPE_CHECKING:
    from pupitre.ui.views.chips import FileChips


class Enclosed(QWidget):
    """Shows itself only while there is something to show."""

    removed = Signal(str)
    """The key of a file that is not wanted any more."""
    acted = Signal(str)
    """The button beside what was said was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: Pictures | None = None
        self._chips: FileChips | None = None
        self._notice: Notice | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self.hide()

    def use(self, pictures: Pictures) -> None:
        """Take pictures from there."""
        self._pictures = pictures

    @property
    def files(self) -> tuple[Attached, ...]:
        """What is shown."""
        return self._chips.files if self._chips is not None else ()

    @property
    def is_ready(self) -> bool:
        """Whether everything is copied, and no more than a message takes."""
        return all(it.is_ready for it in self.files) and not self.too_many

    @property
    def too_many(self) -> bool:
        """Whether there are more than a message takes: some came back from another one."""
        return len(self.files) > MAX_PER_MESSAGE

    def show_files(self, files: Sequence[Attached]) -> None:
        """Show these and no others."""
        if files and self._chips is None:
            self._chips = self._made_chips()
        if self._chips is not None:
            self._chips.show_files(files)
        self._settle()

    def say(self, words: str, button: str, act: str) -> None:
        """Say what became of a file, and what can be done with it."""
        self._anew().say(words, button, act)
        self._settle()

    def warn(self, words: str) -> None:
        """Say why a file did not go, until somebody takes it away."""
        self._anew().warn(words)
        self._settle()

    def say_no_more(self) -> None:
        """Forget what was said."""
        if self._notice is not None:
            self._column.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        self._settle()

    def _anew(self) -> Notice:
        self.say_no_more()
        self._notice = self._made_notice()
        return self._notice

    @property
    def said(self) -> str:
        """What is said of a file now."""
        return self._notice.text if self._notice is not None else ""

    def _made_notice(self) -> Notice:
        made = Notice(self)
        made.setObjectName("file-notice")
        made.acted.connect(self.acted)
        self._column.insertWidget(0, made)
        return made

    def _made_chips(self) -> "FileChips":
        from pupitre.ui.views.chips import FileChips

        chips = FileChips(self)
        if self._pictures is not None:
            chips.use(self._pictures)
        chips.removed.connect(self.removed)
        self._column.addWidget(chips)
        return chips

    def _settle(self) -> None:
        says = self._notice is not None and not self._notice.isHidden()
        self.setVisible(bool(self.files) or says)

    @override
    def event(self, event: QEvent) -> bool:
        """Give the room back once what was said is dismissed."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return handled
