"""The files of a draft, above the field: a small picture, the name, the size, and a way out."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from pupitre.client.attached import Attached
from pupitre.ui import blocks, file_words, icons, theme
from pupitre.ui.elided import Elided
from pupitre.ui.flow import Flow
from pupitre.ui.pictures import Pictures

translate = QCoreApplication.translate

_SIDE = 36
_NAME = 112


class FileChips(QWidget):
    """Shows what will go with the words; tells what is taken out."""

    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("files")
        self.setAccessibleName(translate("Composer", "Files"))
        self._pictures: Pictures | None = None
        self._chips: dict[str, FileChip] = {}
        self._row = Flow(theme.px(8), self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def use(self, pictures: Pictures) -> None:
        """Take pictures from there."""
        self._pictures = pictures
        pictures.came.connect(self._on_came)

    @property
    def files(self) -> tuple[Attached, ...]:
        """What is shown."""
        return tuple(chip.file for chip in self._chips.values())

    def show_files(self, files: Sequence[Attached]) -> None:
        """Show these and no others; the chips that stay are not made again."""
        wanted = {file.key for file in files}
        for key in [key for key in self._chips if key not in wanted]:
            self._drop(key)
        for file in files:
            if file.key not in self._chips:
                self._add(file)
            self._chips[file.key].show_file(file)
        self.setVisible(bool(files))
        self.updateGeometry()

    def _add(self, file: Attached) -> None:
        chip = FileChip(file, self._pictures, self)
        chip.remove.clicked.connect(partial(self.removed.emit, file.key))
        self._chips[file.key] = chip
        self._row.addWidget(chip)
        chip.show()

    def _drop(self, key: str) -> None:
        """Take a chip away; the keyboard goes on to the next one."""
        keys = list(self._chips)
        place = keys.index(key)
        chip = self._chips.pop(key)
        if chip.remove.hasFocus():
            rest = [it for it in keys if it != key]
            if rest:
                self._chips[rest[min(place, len(rest) - 1)]].remove.setFocus()
        self._row.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    @Slot()
    def _on_came(self) -> None:
        for chip in self._chips.values():
            chip.sign.update()


class FileChip(QFrame):
    """One file of a draft."""

    def __init__(self, file: Attached, pictures: Pictures | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "box")
        self.file = file
        self.sign = _Sign(pictures, self)
        self._name = Elided("", "label", self)
        self._name.setFixedWidth(theme.px(_NAME))
        self._facts = blocks.label("", "small", self)
        self.remove = blocks.icon_button("x", "", self)
        self._arrange()
        self.show_file(file)

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        row = QHBoxLayout(self)
        side = theme.px(6)
        row.setContentsMargins(side, side, theme.px(2), side)
        row.setSpacing(theme.px(8))
        row.addWidget(self.sign)
        row.addLayout(words)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    def show_file(self, file: Attached) -> None:
        """Show the file as it is now."""
        self.file = self.sign.file = file
        self._name.setText(file.name)
        self._name.setToolTip(file.name)
        self._facts.setText(file_words.facts(file))
        meaning = translate("Composer", "Remove {name}").format(name=file.name)
        self.remove.setAccessibleName(meaning)
        self.remove.setToolTip(meaning)
        self.setAccessibleName(file_words.spoken(file))
        self.sign.update()


class _Sign(QWidget):
    """The small picture of a chip."""

    def __init__(self, pictures: Pictures | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self.file: Attached | None = None
        self.setFixedSize(theme.px(_SIDE), theme.px(_SIDE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, or a sign for what is none."""
        if self.file is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(self.rect(), theme.px(6), theme.px(6))
        found = self._picture(self.file, self.size())
        if found is not None:
            painter.setClipPath(path)
            painter.drawPixmap(self.rect(), found)
        else:
            painter.fillPath(path, theme.colour("soft"))
            self._paint_sign(painter)
        painter.end()

    def _picture(self, file: Attached, size: QSize) -> QPixmap | None:
        if not file.is_picture or self._pictures is None:
            return None
        return self._pictures.get(file, size, self.devicePixelRatioF())

    def _paint_sign(self, painter: QPainter) -> None:
        picture = self.file is not None and self.file.is_picture
        side = 18
        box = QRect(0, 0, theme.px(side), theme.px(side))
        box.moveCenter(self.rect().center())
        sign = icons.pixmap("image" if picture else "file-text", "accent", side)
        painter.drawPixmap(box.topLeft(), sign)
