"""A picture of a message, large: to look at, copy and save; Escape closes it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QMargins, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from pupitre.client.attached import Attached
from pupitre.ui import blocks, file_words, icons, theme
from pupitre.ui.pictures import Pictures

translate = QCoreApplication.translate

_GROUND = "#0e1319"
_QUIET = "#9aa5b4"
_SHARE = 0.86
_EDGE = 16
"""Around the picture."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class PictureViewer(QDialog):
    """Shows the pictures of one message, one at a time."""

    save_asked = Signal(object)
    """A file."""

    def __init__(
        self, files: Sequence[Attached], key: str, pictures: Pictures, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("viewer")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._files = list(files)
        self._place = next((i for i, it in enumerate(files) if it.key == key), 0)
        self._pictures = pictures
        self.image: QImage | None = None
        self.canvas = _Canvas(self)
        self._facts = QLabel(self)
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self.copy_button = self._button("copy", translate("Viewer", "Copy image"))
        self.save_button = self._button("download", translate("Viewer", "Save as…"))
        self.before = self._step_button("chevron-left", translate("Viewer", "Previous picture"))
        self.after = self._step_button("chevron-right", translate("Viewer", "Next picture"))
        self._arrange()
        self.copy_button.clicked.connect(self._copy)
        self.save_button.clicked.connect(self._save)
        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)
        pictures.whole_came.connect(self._on_whole)
        self.resize(parent.window().size() * _SHARE)
        self._show()

    @property
    def file(self) -> Attached:
        """The picture that is shown."""
        return self._files[self._place]

    def _button(self, icon: str, words: str) -> QPushButton:
        made = blocks.button(f" {words}" if words else "", "plain", self)
        made.setAccessibleName(words)
        made.setIcon(icons.icon(icon, "text"))
        return made

    def _step_button(self, icon: str, meaning: str) -> QPushButton:
        made = self._button(icon, "")
        made.setAccessibleName(meaning)
        made.setToolTip(meaning)
        made.setVisible(len(self._files) > 1)
        return made

    def _arrange(self) -> None:
        self.setStyleSheet(f"#viewer {{ background: {_GROUND}; }}")
        self._facts.setStyleSheet(f"color: {_QUIET};")
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(12))
        foot.setSpacing(theme.px(10))
        foot.addWidget(self.before)
        foot.addWidget(self.after)
        foot.addWidget(self._facts, 1)
        foot.addWidget(self.copy_button)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addLayout(foot)

    def _show(self) -> None:
        file = self.file
        self.image = None
        self.setWindowTitle(file.name)
        self.setAccessibleName(translate("Viewer", "Picture {name}").format(name=file.name))
        self._facts.setText(self._line(file))
        self.before.setEnabled(self._place > 0)
        self.after.setEnabled(self._place < len(self._files) - 1)
        self.copy_button.setEnabled(False)
        self.canvas.say(translate("Viewer", "Loading…"))
        self._pictures.want_whole(file)

    def _line(self, file: Attached) -> str:
        parts = [file.name, file_words.facts(file)]
        if file.width and file.height:
            parts.append(f"{file.width} × {file.height}")
        return " · ".join(parts)

    @Slot(object, object)
    def _on_whole(self, key: str, image: QImage | None) -> None:
        if key != self.file.key:
            return
        self.image = image
        self.copy_button.setEnabled(image is not None)
        if image is None:
            self.canvas.say(translate("Viewer", "This picture cannot be shown."))
        else:
            self.canvas.show_picture(image)

    @Slot()
    def _copy(self) -> None:
        if self.image is not None:
            QGuiApplication.clipboard().setImage(self.image)

    @Slot()
    def _save(self) -> None:
        self.save_asked.emit(self.file)

    @Slot()
    def _go_back(self) -> None:
        self._step(-1)

    @Slot()
    def _go_on(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        place = self._place + by
        if 0 <= place < len(self._files):
            self._place = place
            self._show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next picture with the arrows, and copy as everywhere."""
        if event.key() in _STEPS:
            self._step(_STEPS[Qt.Key(event.key())])
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)


class _Canvas(QWidget):
    """The picture, as large as it fits and never enlarged."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._fitted = QPixmap()
        self._words = ""

    def say(self, words: str) -> None:
        """Show words instead of a picture."""
        self._image, self._words, self._fitted = None, words, QPixmap()
        self.update()

    def show_picture(self, image: QImage) -> None:
        """Show a picture."""
        self._image, self._words, self._fitted = image, "", QPixmap()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture in the middle."""
        painter = QPainter(self)
        if self._image is None:
            painter.setPen(QColor(_QUIET))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
        else:
            ratio = self.devicePixelRatioF()
            edge = QMargins(1, 1, 1, 0) * theme.px(_EDGE)
            found = self._fit(self._image, self.rect().marginsRemoved(edge).size() * ratio)
            size = found.size() / ratio
            box = QRect(0, 0, size.width(), size.height())
            box.moveCenter(self.rect().center())
            painter.drawPixmap(box, found)
        painter.end()

    def _fit(self, image: QImage, room: QSize) -> QPixmap:
        """Return the picture for this room, scaled once."""
        wanted = image.size()
        if wanted.width() > room.width() or wanted.height() > room.height():
            wanted = wanted.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        if self._fitted.size() != wanted:
            smooth = Qt.TransformationMode.SmoothTransformation
            scaled = image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._fitted = QPixmap.fromImage(scaled)
        return self._fitted
