"""What events say that the tables should hold, however many conversations there are."""

from pathlib import Path

import pytest

from pupitre.server.keeping import projections
from pupitre.server.keeping.projections import kept
from pupitre.server.store.database import address_in, open_database
from tests.server.keeping.saved import worked_in


@pytest.mark.parametrize("at_once", [1, 2, 200])
async def test_every_conversation_is_looked_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(projections, "AT_ONCE", at_once)
    await worked_in(tmp_path)
    database = await open_database(address_in(tmp_path))
    talks = await database.read(lambda it: list(kept(it)))
    await database.close()
    assert len({talk.row["id"] for talk in talks}) == len(talks) == 3
    assert {str(talk.state.status) for talk in talks} == {"open", "closed", "waiting"}
    assert any("ecru" in words for talk in talks for words in talk.texts.values())
