"""A server's folder with some work in it, for what keeps it."""

from pathlib import Path

from sqlalchemy import text

from pupitre.server.files.folder import Folder
from pupitre.server.keeping.check import Check
from pupitre.server.keeping.faults import Findings
from pupitre.server.store.database import address_in, files_in, open_database
from pupitre.server.store.rosters import read_roster
from tests.support.clients import LATER, Frame, expert_at, visitor_at
from tests.support.server import served
from tests.support.uploads import must_send, picture, token

PAUSE: Frame = {"type": "pause", "until": LATER, "keep": True}
CLOSE: Frame = {"type": "close", "subjects": ["velo-autre"], "note": "", "survey": True}


async def worked_in(folder: Path) -> str:
    """Have three conversations, open with a file, closed and waiting; return the first."""
    async with served(folder) as server, expert_at(server.url) as alice:
        await alice.available()
        async with visitor_at(server.url) as page:
            conversation = await page.must_say("Écru ou blanc ?")
            file = await must_send(server.url, token(page), picture(), "a.png")
            post = {"type": "post", "text": "Voici", "attachments": [file["id"]]}
            assert (await page.ask(post))["type"] == "done"
        async with visitor_at(server.url) as page:
            await alice.must(CLOSE, await page.must_say("Merci"))
        async with visitor_at(server.url) as page:
            await alice.available(available=False)
            await page.must_say("Quelqu'un ?")
    return conversation


async def findings_in(folder: Path) -> Findings:
    """Check a folder."""
    database = await open_database(address_in(folder))
    try:
        roster = await read_roster(database)
        files = Folder(files_in(folder))
        return await database.read(lambda it: Check(it, roster, files).findings())
    finally:
        await database.close()


async def spoil(folder: Path, *statements: str) -> None:
    """Change a database behind everybody's back."""
    database = await open_database(address_in(folder))
    for statement in statements:
        await database.write(lambda it: it.execute(text(statement)))  # noqa: B023 - awaited here
    await database.close()


def sentences(found: Findings) -> str:
    """Return everything that is wrong."""
    return "\n".join(fault.sentence for fault in found.faults)
