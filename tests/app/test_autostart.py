"""The desk starts with the session when its expert wants it, and the system knows."""

import plistlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pupitre.app import autostart
from pupitre.app.autostart import DesktopEntry, LaunchAgent, Switch
from pupitre.ui.preferences import Preferences
from tests.support.patience import until

COMMAND = ["/opt/pupitre/pupitre"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "autostart" / "pupitre.desktop"


@pytest.mark.parametrize("kind", [DesktopEntry, LaunchAgent])
def test_a_file_is_written_and_removed(
    kind: type[DesktopEntry | LaunchAgent], file: Path, tmp_path: Path
) -> None:
    listed = kind(file, COMMAND)
    assert not listed.is_on()
    listed.turn(on=True)
    assert listed.is_on()
    listed.turn(on=False)
    listed.turn(on=False)
    assert not listed.is_on()
    assert list(file.parent.iterdir()) == []


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktop_switched_off_is_off(file: Path, line: str) -> None:
    listed = DesktopEntry(file, COMMAND)
    listed.turn(on=True)
    kept = [old for old in file.read_text().splitlines() if old.split("=")[0] not in line]
    file.write_text("\n".join([*kept, line, ""]))
    assert not listed.is_on()


@pytest.mark.parametrize("text", ["", "nonsense", "[Other]\nExec=x\n", "\x00\xff"])
def test_a_file_of_somebody_else_is_no_harm(file: Path, text: str) -> None:
    file.parent.mkdir()
    file.write_text(text)
    assert not DesktopEntry(file, COMMAND).is_on()


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="not installed here")
def test_the_entry_is_one_by_the_specification(file: Path) -> None:
    DesktopEntry(file, ["/home/a b/100%/$x/pupitre", "-m", "pupitre"]).turn(on=True)
    subprocess.run(["desktop-file-validate", file], check=True)
    assert r'Exec="/home/a b/100%%/\\$x/pupitre" "-m" "pupitre"' in file.read_text()


def test_launchd_is_told_what_to_run(file: Path) -> None:
    LaunchAgent(file, COMMAND).turn(on=True)
    facts = plistlib.loads(file.read_bytes())
    assert (facts["ProgramArguments"], facts["RunAtLoad"]) == (COMMAND, True)


def test_an_installed_program_is_started_by_its_usual_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, shortcut = tmp_path / "opt" / "pupitre", tmp_path / "bin" / "pupitre"
    for path in (program, shortcut):
        path.parent.mkdir()
    program.touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    assert autostart.own_command(shortcut) == [str(program)]
    shortcut.symlink_to(program)
    assert autostart.own_command(shortcut) == [str(shortcut)]


async def test_the_switch_of_the_settings_is_followed(file: Path) -> None:
    listed = DesktopEntry(file, COMMAND)
    switch = Switch(listed)
    switch.follow(Preferences(autostart=True))
    await until(listed.is_on)
    assert Switch(listed).is_on
    switch.follow(Preferences())
    await until(lambda: not listed.is_on())


@pytest.mark.logs("the start with the session cannot be changed")
async def test_a_folder_that_cannot_be_written_is_no_harm(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    switch = Switch(DesktopEntry(tmp_path / "file" / "pupitre.desktop", COMMAND))
    switch.follow(Preferences(autostart=True))
    await until(lambda: caplog.records)
