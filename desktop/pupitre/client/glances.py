"""Keeps on disk what the list shows: some seconds after it changed, and when the desk closes."""

import sqlite3
from datetime import timedelta

from pupitre.backends.clock import Clock, Timer
from pupitre.client import availability
from pupitre.client.changes import CardsChanged, Change, MissionsChanged, YouChanged
from pupitre.client.desk import Desk
from pupitre.client.disk import Disk
from pupitre.client.glance import NAME, Glance, encode
from pupitre.client.observe import Observable

PAUSE = timedelta(seconds=5)
"""A desk that is killed shows a list so old, for the half second until its file is read."""


class Glances:
    """Writes behind, and only what changed since."""

    def __init__(self, desk: Desk, disk: Disk, clock: Clock, changes: Observable[Change]) -> None:
        self._desk, self._disk, self._clock = desk, disk, clock
        self._timer: Timer | None = None
        self._subscription = changes.subscribe(self._on_change)

    def _on_change(self, news: Change) -> None:
        if self._timer is None and isinstance(news, CardsChanged | YouChanged | MissionsChanged):
            self._timer = self._clock.call_later(PAUSE, self.save)

    def save(self) -> None:
        """Write what the list shows, if it changed."""
        if self._timer is None:
            return
        self.clear()
        glance = self._now()

        def write(database: sqlite3.Connection) -> None:
            database.execute("REPLACE INTO notes VALUES (?, ?)", (NAME, encode(glance).decode()))

        self._disk.write(write)

    def clear(self) -> None:
        """Write nothing of what changed."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _now(self) -> Glance:
        team, you = self._desk.team, self._desk.you
        return Glance(
            cards=self._desk.cards(),
            missions={mission.id: mission.name for mission in team.missions.values()},
            you=availability.of(you, team.max_slots) if you else None,
        )
