"""Files have their place in a bubble before anything of them has come."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication

from pupitre.client.attached import Attached
from pupitre.ui.views import tiles

pytestmark = pytest.mark.usefixtures("screen")
ROOM = 460


def picture(key: str, wide: int | None = 1200, tall: int | None = 800) -> Attached:
    return Attached(
        key=key, name=f"{key}.png", media_type="image/png", size=1, width=wide, height=tall
    )


def paper(key: str) -> Attached:
    return Attached(key=key, name=f"{key}.pdf", media_type="application/pdf", size=1)


def boxes(*files: Attached, room: int = ROOM) -> list[QRect]:
    return [tile.box for tile in tiles.arrange(files, room)[0]]


def test_nothing_takes_nothing(screen: QApplication) -> None:
    assert tiles.arrange((), ROOM) == ((), QSize(0, 0))


@pytest.mark.parametrize(
    ("wide", "tall", "shape"),
    [(1200, 800, 1.5), (800, 1200, 2 / 3), (100, 80, 1.25), (4000, 3000, 4 / 3)],
)
def test_one_picture_keeps_its_shape(wide: int, tall: int, shape: float) -> None:
    (box,) = boxes(picture("a", wide, tall))
    assert box.width() / box.height() == pytest.approx(shape, abs=0.02)
    assert box.width() <= min(ROOM, wide)


@pytest.mark.parametrize(("wide", "tall"), [(5000, 3), (3, 5000), (1, 1), (None, None), (0, 0)])
def test_a_picture_of_an_odd_shape_can_still_be_seen_and_clicked(
    wide: int | None, tall: int | None
) -> None:
    (box,) = boxes(picture("a", wide, tall))
    assert box.width() >= 40
    assert box.height() >= 40
    assert box.width() <= ROOM


def test_several_pictures_are_squares_in_two_columns() -> None:
    first, second, third = boxes(picture("a"), picture("b", 10, 900), picture("c"))
    assert first.size() == second.size() == third.size()
    assert first.width() == first.height()
    assert (second.top(), third.top() > first.bottom()) == (first.top(), True)
    assert third.left() == first.left()


def test_cards_follow_the_pictures_and_nothing_overlaps() -> None:
    found = boxes(paper("a"), picture("b"), picture("c"), paper("d"), room=220)
    for place, box in enumerate(found):
        assert box.right() <= 220
        assert not any(box.intersects(other) for other in found[place + 1 :])
    order = [tile.file.key for tile in tiles.arrange((paper("a"), picture("b")), ROOM)[0]]
    assert order == ["b", "a"]


def test_what_is_under_a_point_is_found() -> None:
    placed, _ = tiles.arrange((picture("a"), paper("b")), ROOM)
    for tile in placed:
        found = tiles.at(placed, tile.box.center())
        assert found is tile.file
    assert tiles.at(placed, QPoint(0, 0)) is None
