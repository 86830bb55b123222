"""Ties a pane's files to the session: attached, shown, saved, stopped on their way."""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from pupitre.client.attached import Attached
from pupitre.client.changes import FileRefused, FilesChanged
from pupitre.client.downloads import Fetched, Wish
from pupitre.client.session import Session
from pupitre.client.shelf import Source
from pupitre.client.views import MessageRow
from pupitre.domain.attachments import safe_name
from pupitre.domain.ids import CommandId, ConversationId
from pupitre.ui import file_words
from pupitre.ui.alive import while_alive
from pupitre.ui.bridge import Bridge
from pupitre.ui.pictures import Pictures
from pupitre.ui.views.pane import ConversationPane

if TYPE_CHECKING:
    from pupitre.ui.dialogs.viewer import PictureViewer

translate = QCoreApplication.translate

_CAPABILITY = "attachments"


class FileLink(QObject):
    """The files of one pane, whatever conversation it shows."""

    def __init__(
        self, pane: ConversationPane, session: Session, bridge: Bridge, pictures: Pictures
    ) -> None:
        super().__init__(pane)
        self._pane, self._session, self._pictures = pane, session, pictures
        self._conversation: ConversationId | None = None
        self.viewer: PictureViewer | None = None
        self._viewed: ConversationId | None = None
        """Whose picture was opened last."""
        self.chooser: QFileDialog | None = None
        self._wanted: Attached | None = None
        composer, hand = pane.composer, pane.place.view.files
        composer.allow_files(allowed=_CAPABILITY in session.capabilities)
        composer.enclosed.use(pictures)
        pane.place.view.use(pictures)
        composer.files_picked.connect(self._attach)
        composer.enclosed.removed.connect(self._remove)
        composer.enclosed.acted.connect(self._open_saved)
        pane.drop.dropped.connect(self._attach)
        hand.opened.connect(self._open)
        hand.save_asked.connect(self._ask_where)
        hand.stop_asked.connect(self._stop)
        bridge.files.connect(self._on_files)
        bridge.file_refused.connect(self._on_refused)

    def sent(self) -> None:
        """Say no more of files: the message is on its way."""
        self._pane.composer.enclosed.say_no_more()

    def show(self, conversation: ConversationId | None) -> None:
        """Show the files of a conversation's draft."""
        self._conversation = conversation
        self._pane.composer.enclosed.say_no_more()
        self._show_files()

    def forget(self, conversations: Collection[ConversationId]) -> None:
        """Look no longer at a picture that is erased."""
        if self.viewer is not None and self._viewed in conversations:
            self.viewer.reject()

    def _show_files(self) -> None:
        shown = self._conversation
        self._pane.composer.show_files(self._session.files.of(shown) if shown else ())

    # --- the draft

    @Slot(object)
    def _attach(self, sources: tuple[Source, ...]) -> None:
        if self._conversation is not None and self._pane.composer.takes_files:
            self._pane.composer.enclosed.say_no_more()
            self._session.files.attach(self._conversation, sources)
            self._pane.composer.focus()

    @Slot(str)
    def _remove(self, key: str) -> None:
        if self._conversation is not None:
            self._session.files.remove(self._conversation, key)
            if not self._session.files.of(self._conversation):
                self._pane.composer.focus()

    @Slot(object)
    def _on_files(self, news: FilesChanged) -> None:
        if news.conversation == self._conversation:
            self._show_files()

    @Slot(object)
    def _on_refused(self, news: FileRefused) -> None:
        if news.conversation == self._conversation:
            words = file_words.not_taken(news.code, news.name, news.sentence)
            self._pane.composer.enclosed.warn(words)

    @Slot(str)
    def _stop(self, key: str) -> None:
        self._session.undo(CommandId(key))

    # --- the thread

    @Slot(object, str)
    def _open(self, row: MessageRow, key: str) -> None:
        """Show a picture in the desk; anything else is only ever saved."""
        file = next((it for it in row.attachments if it.key == key), None)
        if file is None:
            return
        if not file.is_picture:
            self._ask_where(file)
            return
        from pupitre.ui.dialogs.viewer import PictureViewer

        pictures = [it for it in row.attachments if it.is_picture]
        viewer = PictureViewer(pictures, key, self._pictures, self._pane.window())
        viewer.save_asked.connect(self._ask_where)
        viewer.finished.connect(self._on_viewed)
        viewer.finished.connect(viewer.deleteLater)
        self.viewer, self._viewed = viewer, self._conversation
        viewer.open()

    @Slot()
    def _on_viewed(self) -> None:
        self.viewer = self._viewed = None

    @Slot(object)
    def _ask_where(self, file: Attached) -> None:
        """Ask where to save a file; its ending always says what it is."""
        self._wanted = file
        chooser = QFileDialog(self._pane.window(), translate("Files", "Save as"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        places = QStandardPaths.StandardLocation
        chooser.setDirectory(QStandardPaths.writableLocation(places.DownloadLocation))
        chooser.selectFile(safe_name(file.name, file.media_type))
        chooser.fileSelected.connect(self._save)
        chooser.finished.connect(chooser.deleteLater)
        self.chooser = chooser
        chooser.open()

    @Slot(str)
    def _save(self, path: str) -> None:
        if self._wanted is not None:
            wish = Wish(self._wanted, whole=True, target=Path(path))
            self._session.downloads.wish(wish, self._on_saved)

    @while_alive
    def _on_saved(self, fetched: Fetched) -> None:
        file, target = fetched.wish.file, fetched.wish.target
        enclosed = self._pane.composer.enclosed
        if fetched.trouble is not None:
            enclosed.warn(file_words.trouble(str(fetched.trouble), file.name))
        elif target is not None:
            words = translate("Files", "“{name}” is saved.").format(name=target.name)
            enclosed.say(words, *_way_to(file, target))

    @Slot(str)
    def _open_saved(self, path: str) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(path))


def _way_to(file: Attached, target: Path) -> tuple[str, str]:
    """Return the button that leads to a saved file: to its folder, if its name lies about it."""
    if safe_name(target.name, file.media_type) == target.name:
        return translate("Files", "Open"), str(target)
    return translate("Files", "Show in folder"), str(target.parent)
