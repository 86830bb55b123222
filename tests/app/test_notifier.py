"""A desk without a screen keeps its notices for who asks."""

from pupitre.app.notifier import KeptNotices, Notice


async def test_what_is_shown_and_withdrawn_is_remembered() -> None:
    notices = KeptNotices()
    notices.show(Notice(key="c1", title="Camille"))
    notices.withdraw("c1")
    await notices.run()
    assert notices.shown == [Notice(key="c1", title="Camille")]
    assert notices.withdrawn == ["c1"]
