"""The bars, the panel and the notice say what is known and no more."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pupitre.client.availability import Availability
from pupitre.client.questions import PastConversation
from pupitre.client.views import Connection, LinkState
from pupitre.domain.ids import ConversationId, MissionId, SubjectId, VisitorId
from pupitre.domain.people import Page, Visitor
from pupitre.domain.presence import Dot
from pupitre.ui.preferences import Language
from pupitre.ui.views.empty import Advice, Empty
from pupitre.ui.views.figures import FiguresCard
from pupitre.ui.views.header import Header
from pupitre.ui.views.notice import Notice
from pupitre.ui.views.past import past_line
from pupitre.ui.views.status_line import StatusLine
from pupitre.ui.views.top_bar import TopBar
from pupitre.ui.views.visitor import Note, VisitorPanel
from tests.support.screen import NOON, cut_words, presses, speak, unnamed
from tests.support.values import card, paused

pytestmark = pytest.mark.usefixtures("screen")
YOU = Availability(available=True, open=2, slots=4, max_slots=4)
PAGE = Page(url="https://velo.example/vtt/29-pouces", title="VTT 29 pouces")


def words(window: QWidget) -> list[str]:
    shown: list[QLabel | QPushButton] = [
        *window.findChildren(QLabel),
        *window.findChildren(QPushButton),
    ]
    return [it.text() for it in shown if not it.isHidden() and it.text()]


def button(window: QWidget, name: str) -> QPushButton:
    found = window.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_tab_goes_through_the_bar_from_the_left_to_the_right(qtbot: QtBot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.show_you(YOU)
    bar.resize(1200, bar.height())
    bar.show()
    stop = button(bar, "availability")
    stop.setFocus()
    places = []
    for _ in range(6):
        focused = bar.focusWidget()
        assert focused is not None
        places.append(focused.mapTo(bar, focused.rect().center()).x())
        presses(focused, Qt.Key.Key_Tab)
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("you", "text"),
    [
        (YOU, "Available"),
        (Availability(available=True, open=4, slots=4, max_slots=4), "Full"),
        (Availability(available=False, open=4, slots=4, max_slots=4), "Unavailable"),
    ],
)
def test_availability_is_said_in_words(qtbot: QtBot, you: Availability, text: str) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.show_you(you)
    assert button(bar, "availability").text() == text
    assert button(bar, "availability").accessibleName() == "Availability"
    assert button(bar, "slots").text() == f"{you.open} of 4 slots"


def test_without_a_link_nobody_is_said_to_receive_conversations(qtbot: QtBot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    seen = []
    for stale in (False, True, False):
        bar.show_you(YOU, stale=stale)
        dot = button(bar, "availability").icon().pixmap(17, 12).toImage()
        middle = dot.pixelColor(dot.height() // 2, dot.height() // 2).alpha()
        seen.append((middle > 0, button(bar, "availability").toolTip().startswith("No link")))
    assert seen == [(True, False), (False, True), (True, False)]
    assert button(bar, "availability").text() == "Available"


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.FRENCH])
def test_the_search_keeps_its_place_whatever_the_state(
    qtbot: QtBot, screen: QApplication, language: Language
) -> None:
    speak(screen, language)
    bar, places = TopBar(), set()
    qtbot.addWidget(bar)
    bar.resize(1200, bar.height())
    bar.show()
    for available, used in ((True, 2), (True, 4), (False, 2), (True, 2)):
        bar.show_you(Availability(available=available, open=used, slots=4, max_slots=4))
        row = bar.layout()
        assert row is not None
        row.activate()
        places.add(bar.search.x())
    assert len(places) == 1


def test_availability_changes_when_the_server_says_so(qtbot: QtBot) -> None:
    bar, asked = TopBar(), list[bool]()
    qtbot.addWidget(bar)
    bar.availability_asked.connect(asked.append)
    bar.show_you(YOU)
    button(bar, "availability").click()
    assert asked == [False]
    assert button(bar, "availability").isChecked()


def test_everything_in_the_bar_is_named(qtbot: QtBot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.show_you(YOU)
    assert unnamed(bar) == []


def test_slots_are_chosen_from_one_to_the_missions_limit(qtbot: QtBot) -> None:
    bar, asked = TopBar(), list[int]()
    qtbot.addWidget(bar)
    bar.slots_asked.connect(asked.append)
    bar.show_you(YOU)
    menu = button(bar, "slots").menu()
    assert [it.text() for it in menu.actions()] == ["1 slot", "2 slots", "3 slots", "4 slots"]
    menu.actions()[1].trigger()
    assert asked == [2]


def test_nothing_can_be_asked_before_one_is_known(qtbot: QtBot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.show_you(None)
    assert not button(bar, "availability").isEnabled()


def test_the_corner_shows_figures_once_they_are_known(qtbot: QtBot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    assert button(bar, "my-day").text() == "My day"
    bar.show_day("CSAT 96.7 %")
    bar.show_paused(3)
    assert button(bar, "my-day").text() == "My day · CSAT 96.7 %"
    assert button(bar, "wake-ups").text() == "Wake-ups · 3"


def test_the_foot_says_what_still_has_to_leave(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_connection(Connection(state=LinkState.CONNECTED, since=NOON), NOON)
    assert words(line) == ["Connected", "Everything sent"]
    slow = Connection(state=LinkState.CONNECTED, since=NOON, slow=True)
    line.show_connection(slow, NOON)
    assert words(line)[0].startswith("Connected, slow link")
    lost = Connection(state=LinkState.LOST, since=NOON, waiting=2)
    line.show_connection(lost, NOON + timedelta(minutes=3))
    assert words(line)[0].startswith("No link since 15:47")
    assert words(line)[1] == "2 queued on this computer"


@pytest.mark.parametrize("state", list(LinkState))
def test_every_state_of_the_link_is_painted(qtbot: QtBot, state: LinkState) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_connection(Connection(state=state, since=NOON), NOON)
    assert not line.grab().isNull()
    assert words(line)[0]


def test_the_head_names_the_visitor_and_where_they_are(qtbot: QtBot) -> None:
    head = Header()
    qtbot.addWidget(head)
    head.resize(700, 58)
    head.show()
    head.show_card(card(), PAGE, NOON)
    assert "Camille" in words(head)
    assert "On the site · reading “VTT 29 pouces”" in words(head)
    assert button(head, "take-back").isHidden()
    QApplication.sendPostedEvents()
    assert not cut_words(head)


def test_the_head_of_a_pause_says_when_it_ends(qtbot: QtBot) -> None:
    head, asked = Header(), list[bool]()
    qtbot.addWidget(head)
    head.resize(700, 58)
    head.resume_asked.connect(lambda: asked.append(True))
    head.show_card(paused("karim", 3), None, NOON)
    assert "Back today 18:47 · pause 1 of 2" in words(head)
    button(head, "take-back").click()
    assert asked


def test_a_narrow_head_shows_signs_that_keep_their_names(qtbot: QtBot) -> None:
    head = Header()
    qtbot.addWidget(head)
    head.resize(340, 58)
    head.show()
    head.show_card(card(), PAGE, NOON)
    assert button(head, "pause").text() == ""
    assert button(head, "pause").accessibleName() == "Pause…"
    head.resize(800, 58)
    assert button(head, "pause").text() == "Pause…"


def test_a_conversation_that_is_gone_cannot_be_acted_on(qtbot: QtBot) -> None:
    head = Header()
    qtbot.addWidget(head)
    head.show_card(card(locked="transferred"), None, NOON)
    assert all(it.isHidden() for it in head.findChildren(QPushButton))
    head.show_card(card(locked="closed", closed_at=NOON, can_qualify=True), None, NOON)
    assert [it.text() for it in head.findChildren(QPushButton) if not it.isHidden()] == ["Qualify…"]
    assert head._where.accessibleName() == "Closed 15:47"
    head.show_card(card(), None, NOON)
    assert not button(head, "pause").isHidden()


def test_the_panel_shows_who_it_is(qtbot: QtBot) -> None:
    panel = VisitorPanel()
    qtbot.addWidget(panel)
    visitor = Visitor(id=VisitorId("v"), email="camille.d@example.org", device="Firefox", page=PAGE)
    panel.show_visitor(card(), visitor, NOON)
    assert panel._since.text() == "On the site for 6 min"
    assert panel._page.text() == "/vtt/29-pouces"
    assert panel._lines.text() == "camille.d@example.org\nFrench · Firefox"
    first = replace(visitor, page=Page(url="https://velo.example/", title="Vélos"))
    panel.show_visitor(card(), first, NOON)
    assert panel._page.text() == "velo.example"
    panel.show_visitor(card(dot=Dot.LEFT), visitor, NOON)
    assert panel._sections["page"].isHidden()
    panel.show_visitor(card(), None, NOON)
    assert panel._sections["visitor"].isHidden()
    panel.show_nobody()
    assert panel._area.isHidden()


def test_the_panel_stays_as_wide_as_it_is_whatever_is_written_in_it(qtbot: QtBot) -> None:
    panel, word = VisitorPanel(), "rindfleischetikettierungsüberwachungsaufgabe"
    qtbot.addWidget(panel)
    email = f"{word}@example.org"
    panel.show_visitor(card(f"anne {word}"), Visitor(id=VisitorId("v"), email=email), NOON)
    panel.show_notes([Note(writer="Alice", at=NOON, text=f"Voir https://velo.example/{word}")])
    panel.resize(panel.width(), 700)
    panel.show()
    inside, shown = panel._area.widget(), panel._area.viewport()
    assert inside is not None
    qtbot.waitUntil(lambda: inside.width() == shown.width())
    for label in (panel._name, panel._lines, panel._notes):
        assert label.minimumSizeHint().width() <= label.width()
    assert panel._name.accessibleName() == f"Anne {word}"
    assert email in panel._lines.toolTip()


def test_earlier_conversations_are_lines_with_their_stars(qtbot: QtBot) -> None:
    past = PastConversation(
        id=ConversationId("old"),
        mission=MissionId("velo"),
        visitor=VisitorId("v"),
        name="Camille",
        started_at=NOON - timedelta(days=10),
        closed_at=NOON,
        subjects=(SubjectId("taille"),),
        note="",
        csat=4,
    )
    line = past_line(past, {SubjectId("taille"): "Taille de cadre"})
    assert line == "12 Nov — Taille de cadre · ★★★★☆"
    panel = VisitorPanel()
    qtbot.addWidget(panel)
    panel.show_past([past], {})
    assert not panel._sections["past"].isHidden()


def test_a_note_is_told_once_and_the_field_is_free(qtbot: QtBot) -> None:
    panel, told = VisitorPanel(), list[str]()
    qtbot.addWidget(panel)
    panel.note_written.connect(told.append)
    panel._note.setText("  Préfère le bleu ")
    panel._note.returnPressed.emit()
    panel._note.returnPressed.emit()
    assert told == ["Préfère le bleu"]
    panel.show_notes([Note(writer="Alice", at=NOON, text="Préfère le bleu")])
    assert panel._notes.text() == "Alice: Préfère le bleu"


def test_a_notice_leaves_by_itself_unless_something_can_be_done(qtbot: QtBot) -> None:
    notice, acted = Notice(), list[str]()
    qtbot.addWidget(notice)
    notice.acted.connect(acted.append)
    notice.say("Thomas was transferred.")
    assert notice.text == "Thomas was transferred."
    assert notice._timer.isActive()
    notice.say("Thomas is back.", "Open", "thomas")
    assert not notice._timer.isActive()
    notice._buttons[0].click()
    assert acted == ["thomas"]
    assert notice.text == ""


def test_a_sentence_that_wants_an_answer_comes_back(qtbot: QtBot) -> None:
    notice, acted = Notice(), list[str]()
    qtbot.addWidget(notice)
    notice.acted.connect(acted.append)
    notice.say("Thomas is back.", "Open", "thomas")
    notice.warn("No space left.")
    notice.say("Karim was transferred.")
    assert notice.text == "Karim was transferred."
    notice._timer.timeout.emit()
    assert notice.text == "No space left."
    assert not notice._timer.isActive()
    notice._dismiss.click()
    assert notice.text == "Thomas is back."
    notice.say("Karim is back.", "Open", "karim")
    notice._buttons[0].click()
    assert (acted, notice.text) == (["karim"], "Thomas is back.")
    notice._buttons[0].click()
    assert acted == ["karim", "thomas"]
    assert notice.text == ""


def test_the_same_sentence_twice_is_there_once(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.warn("No space left.")
    notice.warn("No space left.")
    notice._dismiss.click()
    assert notice.text == ""


def test_an_empty_place_says_what_to_do_next(qtbot: QtBot) -> None:
    empty, asked = Empty(), list[str]()
    qtbot.addWidget(empty)
    empty.act_asked.connect(asked.append)
    empty.resize(300, 400)
    empty.show()
    empty.show_advice(
        Advice(icon="coffee", title="You are unavailable", hint="x " * 60, button="Go", act="go")
    )
    button(empty, "next-step").click()
    assert asked == ["go"]
    assert empty._hint.width() <= 300


@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_the_figures_open_under_their_button(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    figures = FiguresCard([("Conversations", "9")], owner)
    figures.open_under(owner)
    assert words(figures) == ["Conversations", "9", "More figures…"]
    figures.close()
    nothing = FiguresCard([], owner)
    assert len(words(nothing)) == 2


def test_the_bars_are_right_in_french(french: QApplication, qtbot: QtBot) -> None:
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.resize(1280, 51)
    bar.show()
    bar.show_you(YOU)
    assert button(bar, "availability").text() == "Disponible"
    QApplication.sendPostedEvents()
    assert not cut_words(bar)
