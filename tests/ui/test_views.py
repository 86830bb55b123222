"""The views together: nothing is cut, nothing is left behind, in both lights and languages."""

import gc
from collections import Counter

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from pupitre.ui import theme
from pupitre.ui.preferences import Language
from tests.support.deskside import Deskside, deskside, settled
from tests.support.screen import speak

SIZES = [(1280, 800), (1024, 640), (1920, 1000)]


def alive() -> Counter[str]:
    return Counter(type(widget).__name__ for widget in QApplication.allWidgets())


def cut(window: QWidget) -> list[str]:
    """Name the words that have no room; those that are shortened on purpose have a tool tip."""
    shown: list[QLabel | QPushButton] = [
        *window.findChildren(QLabel),
        *window.findChildren(QPushButton),
    ]
    return [
        it.text()
        for it in shown
        if it.isVisible() and it.text() and not it.toolTip() and _is_cut(it)
    ]


def _is_cut(words: QLabel | QPushButton) -> bool:
    if isinstance(words, QLabel) and words.wordWrap():
        return words.heightForWidth(words.width()) > words.height()
    return words.sizeHint().width() > words.width() + 1


def outside(window: QWidget) -> list[str]:
    """Name the parts that stick out of their parent."""
    return [
        f"{part.objectName() or type(part).__name__}"
        for part in window.findChildren(QPushButton)
        if (place := part.parentWidget()) is not None
        and part.isVisible()
        and not place.rect().contains(part.geometry())
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", [Language.ENGLISH, Language.FRENCH])
@pytest.mark.parametrize("zoom", [1.0, 1.3])
async def test_no_word_is_cut(
    screen: QApplication, size: tuple[int, int], language: Language, zoom: float
) -> None:
    speak(screen, language)
    theme.apply(screen, theme.Scheme.LIGHT, zoom)
    async with deskside() as at:
        at.window.resize(*size)
        await settled()
        assert not cut(at.window)
        at.opens("Karim B.")
        await settled()
        assert not cut(at.window)
        assert not outside(at.window)
        at.opens("Camille D.")
        await settled()
        assert not cut(at.window)
    theme.apply(screen, theme.Scheme.LIGHT)


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.FRENCH])
@pytest.mark.parametrize(("zoom", "size"), [(1.0, (1100, 700)), (1.4, (1280, 800))])
async def test_four_panes_leave_room_to_write(
    screen: QApplication, language: Language, zoom: float, size: tuple[int, int]
) -> None:
    speak(screen, language)
    theme.apply(screen, theme.Scheme.LIGHT, zoom)
    async with deskside() as at:
        at.window.resize(*size)
        at.opens("Camille D.")
        at.desk.act("panes4")
        await settled()
        assert not cut(at.window)
        panes = [link.pane for link in at.desk.panes.in_the_desk()]
        assert max(it.width() for it in panes) - min(it.width() for it in panes) <= 1
        fields = [it.composer.field for it in panes]
        assert all(it.height() >= it.minimumSizeHint().height() for it in fields)
    theme.apply(screen, theme.Scheme.LIGHT)


async def test_going_from_one_conversation_to_another_leaves_nothing(
    screen: QApplication,
) -> None:
    async with deskside() as at:
        await _wanders(at)
        gc.collect()
        before = alive()
        for _ in range(5):
            await _wanders(at)
        gc.collect()
        assert alive() == before


async def _wanders(at: Deskside) -> None:
    for name in ("Camille D.", "Thomas", "Karim B."):
        at.opens(name)
    at.desk.act("panes4")
    at.desk.act("panes1")
    at.desk.act("window")
    for solo in tuple(at.desk.panes._solos.values()):
        solo.close()
    await settled()


async def test_a_desk_that_is_left_leaves_nothing(screen: QApplication) -> None:
    async with deskside() as at:
        await _wanders(at)
    gc.collect()
    await settled()
    assert not [name for name in alive() if name in ("DeskPage", "ConversationPane", "TopBar")]


async def test_both_lights_are_shown_at_once_when_the_system_changes(screen: QApplication) -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        for scheme, ground in ((theme.Scheme.DARK, "#1b2129"), (theme.Scheme.LIGHT, "#ffffff")):
            theme.apply(screen, scheme)
            await settled()
            picture = at.window.grab().toImage()
            assert picture.pixelColor(700, 5).name() == ground
            assert picture.pixelColor(100, 700).name() == ground
