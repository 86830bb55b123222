"""A story that does not come true says what did not."""

from pathlib import Path

import pytest

from pupitre.app import screen
from pupitre.app.demo import stage as stages
from pupitre.app.demo.camera import Camera
from pupitre.app.demo.stage import Stage
from pupitre.app.demo.transcript import Transcript
from pupitre.app.desk import Desk
from pupitre.app.folders import Folders
from pupitre.app.means import Means
from pupitre.app.notifier import KeptNotices
from pupitre.app.secrets import MemorySecrets
from pupitre.backends.clock import SystemClock
from pupitre.ui.preferences import Language, Preferences


@pytest.fixture
async def stage(tmp_path: Path) -> Stage:
    preferences = Preferences(language=Language.ENGLISH)
    means = Means(secrets=MemorySecrets, notifier=lambda *_: KeptNotices(), port=0)
    desk = Desk(screen.application(preferences), Folders.inside(tmp_path), means, preferences)
    transcript = Transcript(None, SystemClock().now)
    return Stage(desk, Camera(None), transcript, 0)


async def test_a_fact_that_never_comes_is_named(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stages, "PATIENCE", 0.05)
    with pytest.raises(TimeoutError, match="it did not come true that pigs fly"):
        await stage.until(lambda: False, "pigs fly")
    await stage.until(lambda: True, "the sun rises")
    stage.desk.window.deleteLater()


async def test_nobody_is_at_the_desk_before_the_story(stage: Stage) -> None:
    with pytest.raises(LookupError, match="nobody is signed in"):
        _ = stage.session
    await stage.everybody_goes()
    stage.desk.window.deleteLater()
