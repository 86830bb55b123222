"""The audit finds each kind of damage: a proof that could not fail would prove nothing."""

import asyncio
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.proofs import audit
from tests.proofs.tally import Tally
from tests.support.clients import expert_at, visitor_at
from tests.support.server import served

DAMAGE = {
    "rules broken": "DELETE FROM events WHERE seq = 2",
    "wrong conversations": "UPDATE conversations SET status = 'open'",
    "wrong search texts": "UPDATE texts SET folded = 'else'",
    "wrong deadlines": "DELETE FROM deadlines",
    "wrong loads": "UPDATE experts SET open = open + 1 WHERE email = 'alice@demo.test'",
    "wrong answers": "DELETE FROM commands",
    "wrong visitors": "UPDATE visitors SET email = NULL",
}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a file in which a conversation was answered and is paused."""
    folder = tmp_path_factory.mktemp("kept")
    asyncio.run(_live(folder))
    return folder / "pupitre.sqlite3"


async def _live(folder: Path) -> None:
    async with served(folder) as server, expert_at(server.url) as desk:
        await desk.available()
        async with visitor_at(server.url) as page:
            talk = await page.must_say("Bonjour")
            await page.ask({"type": "email", "email": "camille@example.org"})
            await desk.must({"type": "post", "text": "Oui ?", "attachments": []}, talk)
            await desk.must(_pause(server.house.clock.now()), talk)


def _pause(now: datetime) -> dict[str, object]:
    until = (now + timedelta(hours=3)).isoformat(timespec="milliseconds")
    return {"type": "pause", "until": until.replace("+00:00", "Z"), "keep": True}


def audited(database: Path) -> Tally:
    tally = Tally("audit", 0)
    audit.compare(tally, database)
    return tally


def test_a_file_that_is_true_is_found_true(kept: Path) -> None:
    tally = audited(kept)
    assert tally.is_clean, tally.shown()
    assert int(str(tally.counts["events"])) >= 6, "from its start to its pause"


@pytest.mark.parametrize("fault", DAMAGE)
def test_damage_is_found(kept: Path, tmp_path: Path, fault: str) -> None:
    damaged = Path(shutil.copy(kept, tmp_path / "damaged.sqlite3"))
    with closing(sqlite3.connect(damaged)) as database, database:
        database.execute(DAMAGE[fault])
    assert audited(damaged).faults[fault]
