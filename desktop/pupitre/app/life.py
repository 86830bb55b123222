"""One desk's life, once everything that it needs is loaded."""

import asyncio
import gc
from pathlib import Path

from PySide6.QtWidgets import QApplication

from pupitre.app import held
from pupitre.app.autostart import of_this_system
from pupitre.app.desk import Desk
from pupitre.app.folders import Folders
from pupitre.app.instance import Instance
from pupitre.app.loop import DeskLoop
from pupitre.app.means import Means
from pupitre.app.opening import Opening
from pupitre.app.residence import Residence

STARTED = 2.0
"""Seconds after which nobody waits for the desk any more."""


def live(
    app: QApplication, folders: Folders, opening: Opening, instance: Instance, link: str
) -> Path | None:
    """Live it behind the window that is open; return the program that follows, if any."""
    residence = Residence(folders, of_this_system())
    preferences = residence.begin(opening.preferences)

    async def live() -> None:
        asyncio.get_running_loop().call_later(STARTED, gc.freeze)  # what is there stays
        desk = Desk(app, folders, Means(), preferences, opening)
        residence.welcome(desk)
        instance.asked.connect(desk.arrivals.arrive)
        desk.arrivals.wish(link)
        await desk.live(opening.proposed)
        held.hold()  # what is left to put away takes no time

    with asyncio.Runner(loop_factory=lambda: DeskLoop(app)) as runner:
        runner.run(live())
    return residence.end()
