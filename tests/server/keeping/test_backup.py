"""A server is saved while people write: what was acknowledged before is in it."""

import asyncio
import os
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from pupitre.server.house import Limits
from pupitre.server.keeping.backup import save
from pupitre.server.keeping.restore import restore
from pupitre.server.store.database import address_in, open_database
from tests.server.keeping.saved import findings_in, sentences, worked_in
from tests.support.clients import VisitorPage, visitor_at
from tests.support.patience import until
from tests.support.server import served

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


async def writes(page: VisitorPage, acknowledged: list[str], over: asyncio.Event) -> None:
    number = 0
    while not over.is_set():
        words = f"{id(page)}-{number}"
        assert (await page.say(words))["type"] == "done"
        acknowledged.append(words)
        number += 1


async def test_what_was_acknowledged_before_is_in_it(tmp_path: Path) -> None:
    folder, acknowledged, over = tmp_path / "live", list[str](), asyncio.Event()
    targets = [tmp_path / f"{number}.zip" for number in range(3)]
    before: list[set[str]] = []
    async with served(folder, limits=Limits(rates=1e6)) as server, AsyncExitStack() as stack:
        pages = [await stack.enter_async_context(visitor_at(server.url)) for _ in range(4)]
        async with asyncio.TaskGroup() as tasks:
            for page in pages:
                tasks.create_task(writes(page, acknowledged, over))
            for target in targets:
                enough = len(acknowledged) + 50
                await until(lambda enough=enough: len(acknowledged) >= enough)  # type: ignore[misc] # mypy knows no defaults of lambdas
                before.append(set(acknowledged))
                await asyncio.to_thread(save, folder / "pupitre.sqlite3", folder, target, NOW)
            over.set()
    assert len(before[0]) < len(before[-1]) < len(acknowledged)
    for target, known in zip(targets, before, strict=True):
        other = tmp_path / target.stem
        other.mkdir()
        restore(target, other, NOW)
        assert known <= await texts_in(other)
        assert sentences(await findings_in(other)) == ""


async def texts_in(folder: Path) -> set[str]:
    database = await open_database(address_in(folder))
    found = await database.read(
        lambda it: {row[0] for row in it.execute(text("SELECT folded FROM texts"))}
    )
    await database.close()
    return found


def test_what_cannot_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, target = tmp_path / "live", tmp_path / "saved.zip"
    asyncio.run(worked_in(folder))

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        save(folder / "pupitre.sqlite3", folder, target, NOW)
    assert [it.name for it in tmp_path.iterdir()] == ["live"]


async def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    folder, target = tmp_path / "live", tmp_path / "saved.zip"
    await worked_in(folder)
    made = save(folder / "pupitre.sqlite3", folder, target, NOW)
    assert {part.path.split("/")[0] for part in made.parts} == {"pupitre.sqlite3", "attachments"}
    if os.name == "posix":
        assert target.stat().st_mode & 0o077 == 0
