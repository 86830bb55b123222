"""Pictures of files on the desk: in the draft, above the pane, on their way, sent, large."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageDraw
from PySide6.QtWidgets import QWidget

from pupitre.client.shelf import Source
from pupitre.domain.commands import Post
from pupitre.domain.ids import ConversationId, MessageId
from pupitre.domain.people import VISITOR
from pupitre.ui.window import DeskWindow
from tests.support.carriers import door
from tests.support.papers import PDF, written
from tests.support.story import Stage, until

Take = Callable[[QWidget, str], Awaitable[None]]
SKY, GROUND, TYRE, FRAME = "#dee6ec", "#b0a896", "#282c34", "#0f7b4f"
ARRIVAL = 0.4


def bicycle(wide: int, tall: int) -> bytes:
    """Return a drawing of what is talked about."""
    picture = Image.new("RGB", (wide, tall), SKY)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, tall * 0.72, wide, tall), fill=GROUND)
    radius, axle, thick = tall * 0.24, tall * 0.6, max(4, tall // 34)
    rear, front, seat, bar = wide * 0.3, wide * 0.7, wide * 0.45, wide * 0.62
    for hub in (rear, front):
        wheel = (hub - radius, axle - radius, hub + radius, axle + radius)
        pen.ellipse(wheel, outline=TYRE, width=thick)
    pedals, top = wide * 0.5, tall * 0.3
    for line in (
        (rear, axle, seat, top, bar, top, front, axle),
        (seat, top, pedals, axle, bar, top),
        (rear, axle, pedals, axle),
    ):
        pen.line(line, fill=FRAME, width=thick)
    with BytesIO() as kept:
        picture.save(kept, "JPEG", quality=90)
        return kept.getvalue()


async def show_files(window: DeskWindow, stage: Stage, id_: ConversationId, take: Take) -> None:
    """Have Camille send a picture, answer with three files, and look at each step."""
    desk = window.desk
    assert desk is not None
    pane = desk.current.pane
    _camille_sends(stage, id_)
    await asyncio.sleep(ARRIVAL)
    pane.composer.show_draft("Voici la fiche et deux photos du 29 pouces.")
    stage.session.files.attach(id_, list(_sources()))
    await until(lambda: all(it.is_ready for it in stage.session.files.of(id_)))
    await asyncio.sleep(ARRIVAL)
    await take(window, "files-draft")
    pane.drop.show()
    await take(window, "files-drop")
    pane.drop.hide()
    door(stage).door.clear()
    pane.composer.field.send_asked.emit()
    stage.clock.advance(timedelta(seconds=6))
    await asyncio.sleep(ARRIVAL)
    await take(window, "files-leaving")
    door(stage).door.set()
    await asyncio.sleep(ARRIVAL)
    await take(window, "files-sent")


def _camille_sends(stage: Stage, id_: ConversationId) -> None:
    with TemporaryDirectory() as folder:
        path = written(Path(folder), "mon vélo.jpg", bicycle(1200, 800))
        file = stage.backend.depot.take(path, path.name)
    words = "Voici mon vélo actuel, la taille est bonne ?"
    stage.floor.act(id_, Post(id=MessageId("photo"), text=words, attachments=(file,)), VISITOR)


def _sources() -> tuple[Source, ...]:
    named = {
        "fiche technique Expl 500.pdf": PDF + bytes(240_000),
        "vue de face.jpg": bicycle(600, 900),
        "profil.jpg": bicycle(900, 600),
        "mesures.zip": b"PK\x03\x04",
    }
    return tuple(Source(name, partial(BytesIO, content)) for name, content in named.items())
