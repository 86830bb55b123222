"""Every icon that is named is there, with its licence, and none that is not."""

import re

from PySide6.QtWidgets import QApplication

from pupitre.ui import actions, icons
from tests.architecture.sources import ROOT, modules

FOLDER = ROOT / "resources" / "icons"
NOT_LUCIDE = {"pupitre"}


def named() -> set[str]:
    """Every word of the source between quotation marks that could be an icon."""
    words = set()
    for module in modules("ui", "app"):
        words |= set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"', module.read_text("utf-8")))
    return words


def test_no_icon_is_kept_that_nobody_shows() -> None:
    kept = {path.stem for path in FOLDER.glob("*.svg")} - NOT_LUCIDE
    assert kept - named() == set()


def test_every_acts_icon_is_there(screen: QApplication) -> None:
    assert all((FOLDER / f"{act.icon}.svg").exists() for act in actions.table())


def test_an_icon_is_painted_in_its_colour(screen: QApplication) -> None:
    picture = icons.pixmap("square", "accent", 24).toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert colours == {"#1f6feb"}


def test_a_missing_icon_is_nothing_to_see(screen: QApplication) -> None:
    assert not icons.pixmap("no-such-icon", "text", 16).isNull()


def test_the_licence_lies_beside_them() -> None:
    assert "ISC" in (FOLDER / "LICENSE-lucide.txt").read_text("utf-8")
