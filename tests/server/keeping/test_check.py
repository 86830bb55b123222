"""Every kind of fault is found, and named."""

from pathlib import Path

import pytest

from pupitre.server.store.database import files_in
from tests.server.keeping.saved import findings_in, sentences, spoil, worked_in

FIRST = "(SELECT min(conversation) FROM events)"
SPOILS = {
    "DELETE FROM events WHERE conversation = FIRST AND seq = 2": "event 2 is missing",
    "UPDATE events SET body = 'x' WHERE conversation = FIRST AND seq = 1": "1 cannot be read",
    "UPDATE conversations SET status = 'closed' WHERE id = FIRST": "another status than its row",
    "UPDATE conversations SET seq = 1 WHERE id = FIRST": "another seq than its row",
    "DELETE FROM texts WHERE conversation = FIRST": "search does not find",
    "INSERT INTO deadlines VALUES (FIRST, 'wake', 1)": "the clock's list",
    "UPDATE experts SET open = 3 WHERE id = 'alice'": "Expert alice has 1 open",
    "DELETE FROM conversations WHERE id = FIRST": "events and is in no list",
    "DELETE FROM attachments": "is in a message, and in no list",
}


async def test_a_sound_server_has_no_faults(tmp_path: Path) -> None:
    await worked_in(tmp_path)
    found = await findings_in(tmp_path)
    assert sentences(found) == ""
    assert (found.conversations, found.files) == (3, 1)
    assert found.events >= 10


@pytest.mark.parametrize(("statement", "told"), SPOILS.items(), ids=SPOILS.values())
async def test_a_fault_is_found(tmp_path: Path, statement: str, told: str) -> None:
    await worked_in(tmp_path)
    await spoil(tmp_path, statement.replace("FIRST", FIRST))
    assert told in sentences(await findings_in(tmp_path))


async def test_files_are_looked_at(tmp_path: Path) -> None:
    await worked_in(tmp_path)
    files = [it for it in files_in(tmp_path).rglob("*") if it.is_file()]
    for file in files:
        if file.suffix == ".small":
            file.unlink()
        else:
            file.write_bytes(b"less")
    told = sentences(await findings_in(tmp_path))
    assert "its file has another size" in told
    assert ("its smaller picture is missing" in told) == any(it.suffix for it in files)
    for file in files:
        file.unlink(missing_ok=True)
    assert "its file is missing" in sentences(await findings_in(tmp_path))
