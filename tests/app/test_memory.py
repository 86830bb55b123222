"""What is chosen is on the disk a moment later, and the window's place at the end."""

from pathlib import Path

from pupitre.app.memory import Memory
from pupitre.app.settings import Account, SettingsFile
from pupitre.app.tasks import stop_all
from pupitre.ui.preferences import Arrangement, Language, Preferences
from tests.support.loop import until

ALICE = Account(server="https://chat.example.org", email="alice@demo.test")
FRENCH = Preferences(language=Language.FRENCH)


async def test_each_choice_is_saved(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    memory = Memory(file, Preferences())
    memory.prefer(FRENCH)
    memory.sign_in(ALICE)
    assert memory.settings.preferences == FRENCH
    await until(lambda: file.load().account == ALICE)
    assert file.load().preferences == FRENCH
    await stop_all()


async def test_at_the_end_everything_is_on_disk(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    memory = Memory(file, Preferences())
    memory.prefer(FRENCH)
    await memory.close(Arrangement(geometry="AdnQ", panes=2))
    assert file.load() == memory.settings
    assert file.load().window == Arrangement(geometry="AdnQ", panes=2)
    await stop_all()


async def test_what_the_command_line_chose_is_for_this_run(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    memory = Memory(file, FRENCH)
    assert memory.settings.preferences == FRENCH
    await memory.close(Arrangement())
    assert file.load().preferences == Preferences()
