"""A message in its bubble: plain words, links that are seen, places counted as Qt counts."""

import pytest
from PySide6.QtCore import QPointF, QRect
from PySide6.QtWidgets import QApplication

from pupitre.client.attached import Attached
from pupitre.client.views import Delivery
from pupitre.ui.views.bubble_store import BubbleStore, foot_icon, foot_of
from pupitre.ui.views.bubbles import Bubble, cut, find_links, lay_out, units
from tests.support.values import answered, said

pytestmark = pytest.mark.usefixtures("screen")


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("voir https://velo.example/a.", ["https://velo.example/a"]),
        ("(http://a.example/b?c=1)", ["http://a.example/b?c=1"]),
        ("« https://a.example »", ["https://a.example"]),
        ("javascript:alert(1) file:///etc/passwd ftp://a", []),
        ("<a href='https://a.example'>x</a>", ["https://a.example"]),
        ("https://a.example https://b.example", ["https://a.example", "https://b.example"]),
    ],
)
def test_only_web_addresses_are_links(text: str, addresses: list[str]) -> None:
    assert [link.address for link in find_links(text)] == addresses


def test_places_are_counted_as_qt_counts_after_an_emoji() -> None:
    link = find_links("🔔🔔 https://a.example")[0]
    assert link.start == 5
    assert cut("🔔 oui", 3, 6) == "oui"
    assert units("🔔") == 2


def test_a_link_is_found_where_it_is_painted() -> None:
    bubble = lay_out("voir https://velo.example/a", 600, "15:47", foot_icon=False)
    box = QRect(0, 0, bubble.size.width(), bubble.size.height())
    middle = bubble.text_origin(box).y() + 8
    assert bubble.link_at(box, QPointF(120, middle)) == "https://velo.example/a"
    assert bubble.link_at(box, QPointF(20, middle)) == ""


def test_markup_is_shown_and_not_interpreted() -> None:
    bubble = lay_out("<b>gras</b>", 600, "", foot_icon=False)
    assert bubble.layout.text() == "<b>gras</b>"


def test_a_bubble_takes_no_more_than_its_share() -> None:
    for text in ("mot " * 200, "x" * 2000):
        bubble = lay_out(text, 600, "15:47", foot_icon=False)
        assert bubble.size.width() <= 600 * 0.7 + 2
        assert bubble.size.height() > 100


def test_lines_break_where_they_were_broken() -> None:
    one = lay_out("a", 600, "", foot_icon=False).size.height()
    three = lay_out("a\nb\r\nc", 600, "", foot_icon=False).size.height()
    assert three > 2 * one - 40


def lines(bubble: Bubble) -> list[str]:
    every = (bubble.layout.lineAt(number) for number in range(bubble.layout.lineCount()))
    return [cut(bubble.text, it.textStart(), it.textStart() + it.textLength()) for it in every]


WORDS = "Regardez bien "
SHOP = "https://boutique.example/velos"


@pytest.mark.parametrize("width", range(250, 800, 25))
@pytest.mark.parametrize("tail", ["", "/ville/pliants/electriques/vingt-pouces", "-" + "x" * 120])
@pytest.mark.parametrize("ahead", ["", WORDS, WORDS * 4, "🔔" * 9 + "\n" + WORDS])
def test_no_line_ends_before_the_name_in_an_address(width: int, tail: str, ahead: str) -> None:
    bubble = lay_out(f"{ahead}{SHOP}{tail} merci", width, "", foot_icon=False)
    assert [it for it in lines(bubble) if it.rstrip().endswith(("http", ":", "//"))] == []
    assert "".join(lines(bubble)) == bubble.text
    assert bubble.size.width() <= width * 0.7 + 2


def test_an_address_that_fits_on_a_line_is_not_cut() -> None:
    bubble = lay_out(f"{WORDS}{WORDS}{SHOP}", 480, "", foot_icon=False)
    assert lines(bubble)[-1] == SHOP


def test_a_bubble_is_laid_out_once() -> None:
    store = BubbleStore()
    assert store.bubble(said("a"), 600) is store.bubble(said("a"), 600)
    assert store.bubble(said("a"), 500) is not store.bubble(said("a"), 600)
    kept = store.bubble(said("a"), 600)
    store.forget()
    assert store.bubble(said("a"), 600) is not kept


def test_the_foot_says_how_far_a_message_has_come() -> None:
    assert foot_of(said("a")) == "15:47"
    assert foot_icon(said("a")) is None
    assert foot_of(answered("a", delivery=Delivery.SEEN)) == "15:47 · Seen"
    assert foot_icon(answered("a", delivery=Delivery.SEEN)) == "check-check"
    refused = answered("a", delivery=Delivery.REFUSED, refusal="blocked")
    assert "blocked" in foot_of(refused)


def test_the_language_of_the_foot_is_the_screens(french: QApplication) -> None:
    assert foot_of(answered("a", delivery=Delivery.SEEN)).endswith("Vu")


def test_words_stay_under_the_files_they_go_with(screen: QApplication) -> None:
    photo = Attached(key="1", name="a.png", media_type="image/png", size=1, width=300, height=200)
    words = "Voici la fiche et deux photos du vélo dont nous parlions tout à l’heure"
    with_it = lay_out(words, 900, "15:47", foot_icon=False, files=[photo])
    assert with_it.size.width() == lay_out("", 900, "", foot_icon=False, files=[photo]).size.width()
    assert with_it.layout.lineCount() > 1
    assert with_it.layout.boundingRect().width() <= with_it.size.width()
    small = Attached(key="1", name="a.png", media_type="image/png", size=1, width=80, height=60)
    assert lay_out(words, 900, "", foot_icon=False, files=[small]).size.width() > 220
