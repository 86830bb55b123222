"""What is asked of a repository of releases, in a thread; its troubles, as sentences."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from pupitre.app import reasons
from pupitre.app.aside import Aside
from pupitre.app.folders import Folders
from pupitre.app.updates import channel, replacement, words
from pupitre.app.updates.faults import Distrusted, Unanswered
from pupitre.app.updates.place import Kind, Place
from pupitre.app.updates.releases import Release, this_system

if TYPE_CHECKING:  # it brings cryptography: nobody who has no address waits for that
    from pupitre.app.updates.source import Source

log = logging.getLogger(__name__)

Heard = Callable[[float], None]
"""Hears, in the thread, the share of a file that has come."""


class Trouble(Exception):
    """The message is a sentence for people; `passing`: it may go better another time."""

    def __init__(self, sentence: str, *, passing: bool = False) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.passing = passing


class Errands:
    """Looks for a newer release, and brings it."""

    def __init__(self, folders: Folders, place: Place) -> None:
        self._folders = folders
        self._place = place
        self._aside = Aside("updates")
        self.address = ""
        """Where releases are asked for; "" where no address is configured."""

    async def look(self) -> Release | None:
        """Return a newer release; raises `Trouble`. A server that is away is no trouble."""
        with self._said():
            try:
                return await self._aside.do(self._look)
            except Unanswered as error:
                log.info("updates: no answer: %s", error)
        return None

    async def bring(self, release: Release, heard: Heard) -> Path:
        """Return the new version, verified, and ready to take over; raises `Trouble`."""
        with self._said():
            try:
                return await self._aside.do(self._bring, release, heard)
            except replacement.Unfit as error:
                log.warning("the new version does not start: %s", error)
                raise Trouble(words.unfit(release.version)) from error

    def _look(self) -> Release | None:
        source = self._source()
        return source.look(version("pupitre"), this_system()) if source else None

    def _bring(self, release: Release, heard: Heard) -> Path:
        source = self._source()
        if source is None:
            raise Unanswered("the address was taken away meanwhile")
        file = source.fetch(release, this_system(), heard)
        if self._place.kind is not Kind.FOLDER:
            return file
        ready = replacement.prepare(file, self._place, release.version)
        file.unlink(missing_ok=True)
        return ready

    def _source(self) -> "Source | None":
        chosen = channel.chosen(self._folders.settings)
        self.address = chosen.address if chosen else ""
        if chosen is None:
            return None
        from pupitre.app.updates.source import Source

        return Source(chosen, self._folders)

    @contextmanager
    def _said(self) -> Iterator[None]:
        try:
            yield
        except Distrusted as error:
            raise Trouble(words.distrusted(error.fault, self.address)) from error
        except Unanswered as error:
            raise Trouble(words.unanswered(self.address), passing=True) from error
        except OSError as error:
            raise Trouble(words.failed(reasons.of(error)), passing=True) from error
