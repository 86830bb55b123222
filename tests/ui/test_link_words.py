"""The link in words."""

from PySide6.QtWidgets import QApplication

from pupitre.client.connection import LinkState
from pupitre.ui import link_words
from tests.support.screen import NOON


def test_a_lost_link_says_since_when(screen: QApplication) -> None:
    lost = link_words.link(LinkState.LOST, NOON, NOON)
    assert lost == "No link since 15:47: what you write is kept here"
    assert len({link_words.link(it, NOON, NOON) for it in LinkState}) == len(LinkState)


def test_a_slow_link_says_so_while_it_is_there(screen: QApplication) -> None:
    slow = link_words.link(LinkState.CONNECTED, NOON, NOON, slow=True)
    assert slow == "Connected, slow link: what you write may take a while"
    assert link_words.link(LinkState.LOST, NOON, NOON, slow=True).startswith("No link since")
