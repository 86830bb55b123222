"""The built program in a real session: keyring, notifications, links, autostart, help."""

import shutil
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from pupitre.app.demo.visitors import Person, SoftVisitor
from tests.support.patience import soon
from tests.support.pilot import DeskPilot, desk
from tests.support.publisher import archive, publishing
from tests.support.x11 import XSession

pytestmark = [pytest.mark.slow, pytest.mark.journey]


@pytest.fixture
async def alice(x_session: XSession, tmp_path: Path, program: Path) -> AsyncIterator[DeskPilot]:
    """Give a person before the built desk."""
    async with desk(x_session, tmp_path, "--language", "en", "--theme", "light") as pilot:
        yield pilot
        x_session.notices.dismiss_all()


async def visitor(page: str, name: str, words: str) -> tuple[SoftVisitor, str]:
    """Bring somebody who writes; return them and their conversation."""
    made = SoftVisitor(
        page.removesuffix("/demo/velo"), Person(name=name, mission="velo"), lambda *_: None
    )
    await made.arrive("/demo/velo", "Vélos")
    await made.write(words)
    await soon(lambda: made._conversation)
    return made, str(made._conversation)


def test_keyring_notifications_and_tray_are_found(
    program: Path, tmp_path: Path, x_session: XSession
) -> None:
    done = subprocess.run(
        [program, "doctor", "--data", tmp_path], env=x_session.env, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    marks = {line.split()[1]: line.split()[0] for line in done.stdout.splitlines()[1:]}
    assert marks == dict.fromkeys(
        ("folders", "keyring", "notifications", "tray", "spelling", "server"), "ok"
    )


async def test_a_link_opens_its_conversation_in_the_desk_that_is_open(
    alice: DeskPilot, program: Path, x_session: XSession
) -> None:
    page = await alice.tries_it()
    first, _ = await visitor(page, "Camille D.", "Quelle taille ?")
    second, wanted = await visitor(page, "Thomas R.", "Où est ma commande ?")
    await soon(lambda: x_session.notices.titled("Thomas R. is on your desk · Vélo"))
    await alice.opens("Quelle taille ?")
    alice.minimise()
    await soon(lambda: alice.active_window() != "Pupitre")
    data = str(alice.folder / "desk")
    alice.x(str(program), "--data", data, f"pupitre://conversation/{wanted}")
    await soon(lambda: alice.active_window() == "Pupitre")
    await alice.sees("Où est ma commande ?", role="list item", inside="Thread")
    alice.picture("built-link")
    for one in (first, second):
        await one.leave()


async def test_the_start_with_the_session_is_switched_on_and_off(
    alice: DeskPilot, program: Path, x_session: XSession
) -> None:
    await alice.tries_it()
    entry = Path(x_session.env["XDG_CONFIG_HOME"]) / "autostart" / "pupitre.desktop"
    await _turn_autostart(alice)
    await soon(entry.exists)
    text = entry.read_text()
    assert f'Exec="{program}"' in text
    alice.x("desktop-file-validate", str(entry))
    await _turn_autostart(alice)
    await soon(lambda: not entry.exists())


async def _turn_autostart(alice: DeskPilot) -> None:
    await soon(lambda: alice.active_window() == "Pupitre")
    await alice.keys("ctrl+comma")
    await alice.press("Open Pupitre with the session", role="check box")
    await alice.press("Save", role="push button")
    await alice.no_longer_sees("Open Pupitre with the session")


async def test_logs_are_shown_and_a_problem_is_reported(alice: DeskPilot) -> None:
    await alice.tries_it()
    await _asks(alice, "Show the logs")
    await soon(lambda: (alice.folder / "visited").read_text().strip().endswith("/logs"))
    await _asks(alice, "Report a problem")
    content = await alice.ask("read", "What the report holds")
    assert "Pupitre" in content
    assert "desk.log" in content
    assert "alice@demo.test" not in content
    alice.picture("built-report")
    await alice.keys("Escape")


async def test_a_desk_whose_program_is_replaced_works_on(
    program: Path, tmp_path: Path, x_session: XSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the Debian package's upgrade does it; what is loaded late comes from the old file."""
    mine = tmp_path / "mine" / "pupitre"
    shutil.copytree(program.parent, mine, symlinks=True)
    monkeypatch.setenv("PUPITRE_PROGRAM", str(mine / "pupitre"))
    desk = DeskPilot(x_session, tmp_path, "--language", "en")
    try:
        await desk.start()
        await desk.tries_it()
        (mine / "new").write_bytes(b"another program" * 1_000_000)
        (mine / "new").replace(mine / "pupitre")
        await _asks(desk, "Report a problem")
        assert "desk.log" in await desk.ask("read", "What the report holds")
        await desk.keys("Escape")
    finally:
        await desk.stop()


async def _asks(alice: DeskPilot, words: str) -> None:
    await soon(lambda: alice.active_window() == "Pupitre")
    await alice.keys("ctrl+k")
    await alice.ask("find", "Search", role="text")
    alice.x("xdotool", "type", "--delay", "20", words)
    await alice.sees(words, role="list item")
    await alice.keys("Return")


async def test_a_signed_version_replaces_the_one_that_runs(
    program: Path, tmp_path: Path, x_session: XSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new one only notes how it was started: by the old one, from its very place."""
    mine, noted = tmp_path / "mine" / "pupitre", tmp_path / "noted"
    shutil.copytree(program.parent, mine, symlinks=True)
    monkeypatch.setenv("PUPITRE_PROGRAM", str(mine / "pupitre"))
    new = archive(tmp_path, "99.0", does=f'echo "$0 $@" >> {noted}')
    with publishing(tmp_path / "publisher") as publisher:
        publisher.publishes("99.0", new)
        publisher.tells(tmp_path / "desk")
        async with desk(x_session, tmp_path, "--language", "en") as alice:
            await alice.tries_it()
            await alice.sees("Pupitre 99.0 is out.", within=60)
            await alice.press("What is new", role="push button")
            await alice.sees("What is new in Pupitre 99.0")
            alice.picture("built-update")
            await alice.press("Update", role="push button")
            await alice.sees("Pupitre 99.0 is ready", within=60)
            await alice.press("Restart now", role="push button")
            assert await alice.ended() == 0
    assert noted.read_text().splitlines()[-1].startswith(f"{mine}/pupitre --data")
    assert {path.name for path in mine.parent.iterdir()} == {"pupitre"}
