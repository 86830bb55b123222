"""The composer: one draft per conversation, canned replies, and why writing is locked."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from pupitre.client.attached import Attached
from pupitre.client.views import NOTHING_PARKED, OVER, Parked
from pupitre.domain.checks import TEXT_LIMIT
from pupitre.domain.mission import CannedReply
from pupitre.ui import blocks, canned, file_words, theme
from pupitre.ui.counts import Counts
from pupitre.ui.views.canned_button import CannedButton
from pupitre.ui.views.choices import Choice, ChoiceList
from pupitre.ui.views.emoji import EmojiButton
from pupitre.ui.views.enclosed import Enclosed
from pupitre.ui.views.lock import Lock
from pupitre.ui.views.message_field import MessageField
from pupitre.ui.views.picking import Picker

translate = QCoreApplication.translate

_WARN = 300


class Composer(QFrame):
    """Where the expert writes; it only tells what was written."""

    reply_written = Signal(str)
    edited = Signal(str)
    """The draft as it is now."""
    files_picked = Signal(object)
    """A tuple of `Source`: chosen in the dialog, or pasted."""

    def __init__(self, overlay: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._overlay = overlay
        self._replies: Sequence[CannedReply] = ()
        self._values: Mapping[str, str] = {}
        self._locked = ""
        self._lock_shown: tuple[str, Parked] | None = None
        self._addressee = ""
        self._showing = False
        self._can_undo = True
        self._stale = False
        self._takes_files = False
        self._offered = ChoiceList(overlay, translate("Composer", "Canned replies"))
        self.field = MessageField(self._offered, self)
        self._build()
        self._offered.chosen.connect(self._insert)
        self.field.send_asked.connect(self._send)
        self.field.canned_asked.connect(self._offer)
        self.field.textChanged.connect(self._on_text)

    def _build(self) -> None:
        self.field.setAccessibleName(translate("Composer", "Message"))
        self._canned = CannedButton(self)
        self._emoji = EmojiButton(self.field)
        self._clip = blocks.icon_button("paperclip", translate("Composer", "Attach files…"), self)
        self._clip.setObjectName("attach")
        self.enclosed = Enclosed(self)
        self._picker = Picker(self)
        self._hint = blocks.label("", "hint", self)
        self._hint.setMinimumWidth(1)  # it gives way, so that panes side by side are as wide
        self._send_button = blocks.button(translate("Composer", "Send"), "primary", self)
        self._send_button.setObjectName("send")
        self.lock = Lock(self)
        self._canned.clicked.connect(self._start_canned)
        self._send_button.clicked.connect(self._send)
        self._clip.clicked.connect(self.ask_files)
        self._picker.picked.connect(self.files_picked)
        self.field.files_pasted.connect(self.files_picked)
        self._arrange()
        self.allow_files(allowed=False)

    def _arrange(self) -> None:
        side = theme.px(18)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(side, theme.px(12), side, theme.px(12))
        rows.setSpacing(theme.px(8))
        self._foot = QWidget(self)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(theme.px(10))
        foot.addWidget(self._canned)
        foot.addWidget(self._emoji)
        foot.addWidget(self._clip)
        foot.addStretch(1)
        foot.addWidget(self._hint)
        foot.addWidget(self._send_button)
        rows.addWidget(self.lock)
        rows.addWidget(self.enclosed)
        rows.addWidget(self.field)
        rows.addWidget(self._foot)
        self.show_lock("")

    @property
    def text(self) -> str:
        """What is written and not sent."""
        return self.field.toPlainText()

    def show_draft(self, text: str) -> None:
        """Show a conversation's draft, the cursor at its end."""
        if text != self.text:
            self._showing = True
            self.field.setPlainText(text)
            self._showing = False
            self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self._offered.hide()
        self._show_place()
        self._show_hint()

    def _show_place(self) -> None:
        """Keep no place to write in where nothing will be; a draft can still be copied."""
        over = self._locked in OVER
        self._foot.setVisible(not over)
        self.field.setVisible(not over or bool(self.text))

    def allow_files(self, *, allowed: bool) -> None:
        """Offer to attach files where the server takes them."""
        self._takes_files = allowed
        self._clip.setVisible(allowed)
        self.field.takes_files = allowed and not self._locked

    @Slot()
    def ask_files(self) -> None:
        """Have files chosen, where they can be attached."""
        if self.takes_files:
            self._picker.ask()

    @property
    def takes_files(self) -> bool:
        """Whether files can be attached now."""
        return self.field.takes_files

    def show_files(self, files: Sequence[Attached]) -> None:
        """Show what goes with the words."""
        self.enclosed.show_files(files)
        self._show_hint()

    def show_canned(self, replies: Sequence[CannedReply], values: Mapping[str, str]) -> None:
        """Offer these replies; `values` fills in their variables."""
        self._replies, self._values = replies, values
        self._canned.setVisible(bool(replies))

    def show_addressee(self, name: str) -> None:
        """Say to whom one writes."""
        if name != self._addressee:
            self._addressee = name
            words = translate("Composer", "Write to {name}").format(name=name)
            self.field.setPlaceholderText(words)
            self.field.viewport().update()  # Qt only paints one that appears or goes

    def show_link(self, *, stale: bool) -> None:
        """Remind that without a link everything waits on this computer."""
        if stale != self._stale:
            self._stale = stale
            self._show_hint()

    def show_undo(self, *, possible: bool) -> None:
        """Remind that a message can be taken back, or that it leaves at once."""
        self._can_undo = possible
        self._show_hint()

    def show_lock(self, code: str, parked: Parked = NOTHING_PARKED) -> None:
        """Say why nothing can be written and what is held, or let write again."""
        if (code, parked) == self._lock_shown:
            return
        self._lock_shown, self._locked = (code, parked), code
        self.lock.show_lock(code, parked)
        self.field.setReadOnly(bool(code))
        theme.mark(self.field, "locked", "true" if code else "false")
        self._canned.setEnabled(not code)
        self._emoji.setEnabled(not code)
        self._clip.setEnabled(not code)
        self.field.takes_files = self._takes_files and not code
        self._show_place()
        self._show_hint()

    def focus(self) -> None:
        """Write from now on."""
        self.field.setFocus()

    @Slot()
    def _on_text(self) -> None:
        self._show_hint()
        if not self._showing:
            self.edited.emit(self.text)

    def _show_hint(self, words: str = "") -> None:
        over = len(self.text) - TEXT_LIMIT
        if over > 0:
            words = Counts.characters_over(over)
        elif over > -_WARN:
            words = Counts.characters_left(-over)
        elif self.enclosed.too_many:
            words = file_words.not_taken("too_many", "")
        wrong = over > 0 or self.enclosed.too_many
        theme.mark(self._hint, "role", "error" if wrong else "hint")
        self._hint.setWordWrap(wrong)
        self._hint.setText(words or self._reminder())
        self._fit_hint()
        written = bool(self.text.strip() or self.enclosed.files)
        can = written and over <= 0 and self.enclosed.is_ready
        self._send_button.setEnabled(can and not self._locked)

    def _reminder(self) -> str:
        if self._stale:
            return translate("Composer", "No link: Enter keeps it here")
        if self._can_undo:
            keys = QKeySequence(QKeySequence.StandardKey.Undo)
            shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
            return translate("Composer", "Enter sends · 5 s to undo ({keys})").format(keys=shown)
        return translate("Composer", "Enter sends")

    def _fit_hint(self) -> None:
        """Leave out the reminder where it would be cut, then words; never a warning."""
        gap = theme.px(10)
        shown = [it for it in (self._emoji, self._clip, self._send_button) if not it.isHidden()]
        inside = self.width() - 2 * theme.px(18)
        room = inside - sum(it.sizeHint().width() + gap for it in shown)
        if not self._canned.isHidden():
            room -= self._canned.fit(room) + gap
        warns = self._hint.property("role") == "error"
        self._hint.setVisible(warns or self._hint.sizeHint().width() <= room)

    @Slot()
    def _send(self) -> None:
        if not self._send_button.isEnabled():
            return
        if self.field.select_blank():
            self._show_hint(translate("Composer", "Fill in the chosen words first"))
            return
        self.reply_written.emit(self.text.strip())

    # --- canned replies

    @Slot()
    def _start_canned(self) -> None:
        before = self.field.textCursor().block().text()
        self.field.setFocus()
        self.field.insertPlainText("/" if not before or before[-1].isspace() else " /")

    @Slot(object)
    def _offer(self, query: object) -> None:
        found = canned.matching(query, self._replies) if isinstance(query, str) else []
        can = self.field.hasFocus() and not self._locked
        self._offered.offer(
            [Choice(key=r.name, title=r.name, hint=self._fill(r)) for r in found] if can else []
        )
        self._place_offered()

    def _fill(self, reply: CannedReply) -> str:
        return canned.filled(reply.text, self._values)

    def _place_offered(self) -> None:
        if self._offered.is_open:
            above = self.field.mapTo(self._overlay, QPoint(0, 0))
            tall = min(self._offered.tall(), max(above.y() - theme.px(8), theme.px(60)))
            wide = min(self.field.width(), theme.px(560))
            self._offered.fit(QRect(above.x(), above.y() - tall - theme.px(6), wide, tall))

    @Slot(str)
    def _insert(self, name: str) -> None:
        reply = next((reply for reply in self._replies if reply.name == name), None)
        if reply is not None:
            self.field.insert_canned(self._fill(reply))
        self.field.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the offered replies above the field."""
        super().resizeEvent(event)
        self._fit_hint()
        self._place_offered()
