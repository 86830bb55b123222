"""Each kind of news has its signal."""

from PySide6.QtWidgets import QApplication

from pupitre.client import changes as c
from pupitre.client.meanwhile import Meanwhile
from pupitre.client.observe import Observable
from pupitre.client.views import Connection, LinkState
from pupitre.domain.commands import SetSlots
from pupitre.domain.events import SurveyAnswered
from pupitre.domain.ids import CommandId, ConversationId
from pupitre.domain.refusals import Code
from pupitre.ui.bridge import Bridge
from tests.support.screen import NOON

CAMILLE = ConversationId("camille")
COMMAND = SetSlots(slots=2)
NEWS: dict[str, c.Change] = {
    "cards": c.CardsChanged(frozenset({CAMILLE})),
    "rows": c.ThreadAppended(CAMILLE, 0, 1),
    "typing": c.TypingChanged(CAMILLE),
    "connection": c.ConnectionChanged(Connection(state=LinkState.LOST, since=NOON)),
    "you": c.YouChanged(),
    "colleagues": c.ColleaguesChanged(),
    "queues": c.QueuesChanged(),
    "missions": c.MissionsChanged(),
    "draft_returned": c.DraftReturned(CAMILLE, "Bonjour"),
    "refused": c.CommandRefused(CommandId("1"), None, COMMAND, Code.SLOW_DOWN, ""),
    "done": c.CommandDone(CommandId("1"), None, COMMAND),
    "departed": c.Departed(CAMILLE, "closed", "Camille"),
    "caught_up": c.CaughtUp(Meanwhile(messages=3, talks=1), NOON),
    "alert": c.Alert(kind=c.AlertKind.ARRIVED, conversation=CAMILLE),
    "fetched": c.Fetched(CAMILLE),
    "survey_came": c.SurveyCame(
        conversation=CAMILLE, name="Camille", number=1, answer=SurveyAnswered(csat=5)
    ),
    "disk_troubled": c.DiskTroubled(None),
}


def test_each_kind_of_news_has_its_signal(screen: QApplication) -> None:
    changes: Observable[c.Change] = Observable()
    bridge = Bridge(changes)
    for name, news in NEWS.items():
        told: list[object] = []
        getattr(bridge, name).connect(told.append)
        changes.notify(news)
        assert told == [news], name


def test_a_bridge_that_ended_tells_nothing(screen: QApplication) -> None:
    changes: Observable[c.Change] = Observable()
    bridge = Bridge(changes)
    told: list[object] = []
    bridge.cards.connect(told.append)
    bridge.end()
    changes.notify(NEWS["cards"])
    assert not told
