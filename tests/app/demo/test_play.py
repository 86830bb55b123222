"""The play begins at nine, here, and writes down what could not be seen."""

from datetime import UTC, datetime

from pupitre.app.demo.play import ToldNotices, opening
from pupitre.app.demo.transcript import Transcript
from pupitre.app.notifier import Notice, NoticeButton

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_the_day_begins_at_nine() -> None:
    begins = opening(NOON)
    assert begins.tzinfo is UTC
    assert begins.astimezone().hour == 9
    assert abs((begins - NOON).total_seconds()) < 24 * 3600


async def test_notices_are_written_down() -> None:
    transcript = Transcript(None, lambda: NOON)
    told = ToldNotices(transcript)
    buttons = (NoticeButton(name="open", label="Open"), NoticeButton(name="again", label="Again"))
    told.show(Notice(key="c1", title="Camille replied", text="“Oui”", buttons=buttons))
    told.withdraw("c1")
    await told.run()
    assert transcript.lines[0].endswith("Camille replied “Oui” [Open] [Again]")
