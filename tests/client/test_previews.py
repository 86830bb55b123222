"""What the visitor types is shown while it is true; what you type is told now and then."""

from pupitre.backends.clock import ManualClock
from pupitre.client.changes import Change, TypingChanged
from pupitre.client.news import News
from pupitre.client.observe import Observable
from pupitre.client.previews import FADES, TELL_EVERY, Previews
from tests.client.ground import NOON, TALK
from tests.client.listening import Ear


class Scene:
    def __init__(self) -> None:
        changes = Observable[Change]()
        self.clock, self.ear = ManualClock(NOON), Ear(changes)
        self.previews = Previews(News(changes, lambda _: None, lambda _: None), self.clock)


def test_it_shows_one_harmless_line_and_fades() -> None:
    it = Scene()
    it.previews.show(TALK, "je vais\nau \u202etravail")
    assert it.previews.get(TALK) == "je vais au travail"
    it.clock.advance(FADES)
    assert it.previews.get(TALK) == ""
    assert it.ear.heard == [TypingChanged(TALK), TypingChanged(TALK)]


def test_the_same_words_again_are_no_news_but_last_longer() -> None:
    it = Scene()
    it.previews.show(TALK, "a")
    it.clock.advance(FADES / 2)
    it.previews.show(TALK, "a")
    it.clock.advance(FADES / 2)
    assert it.previews.get(TALK) == "a"
    assert it.ear.heard == [TypingChanged(TALK)]


def test_nobody_types_on_a_lost_link() -> None:
    it = Scene()
    it.previews.show(TALK, "a")
    it.previews.clear()
    assert it.previews.get(TALK) == ""
    it.clock.advance(FADES)
    assert len(it.ear.heard) == 2


def test_the_visitor_is_told_now_and_then() -> None:
    it = Scene()
    assert it.previews.may_tell(TALK)
    assert not it.previews.may_tell(TALK)
    it.clock.advance(TELL_EVERY)
    assert it.previews.may_tell(TALK)
    it.previews.wrote(TALK)
    assert it.previews.may_tell(TALK), "a new message has begun"
