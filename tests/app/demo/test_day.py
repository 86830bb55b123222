"""Where there is no screen, `pupitre` says so and plays the whole day, within a minute."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from pupitre.app.demo import day

BEATS = (
    "opens her desk and is available",
    "pauses Karim B.: 3 hours",
    "pauses Inès: 24 hours",
    "pauses A stranger: tomorrow 9am, to be released then",
    "changes the pause of A stranger: in 40 min",
    "leaves the site",
    "transfers Léa to Bruno",
    "Inès replied — back on your desk",
    "the pause ended, released",
    "the pause with Karim B. is over, kept",
    "closes Camille D.",
    "answers: 5 of 5",
    "the shift is over",
)
NOTICE = re.compile(r"Pause (over|terminée)[ :\s]+Karim B\.")
"""In French when a slow computer still shows its desk in every light."""
DIALOGS = (
    *("pause-3-hours", "pause-24-hours", "pause-tomorrow-9am", "pause-changed"),
    *("transfer", "close", "end-of-shift"),
)
LOOKS = tuple(f"four-open-three-paused-{look}" for look in ("en-light", "en-dark", "fr-light"))


@pytest.mark.slow
def test_the_day_is_played_where_there_is_no_screen(tmp_path: Path) -> None:
    no_screen = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    env = {name: value for name, value in os.environ.items() if name not in no_screen}
    done = subprocess.run(
        [sys.executable, "-m", "pupitre"],
        cwd=tmp_path,
        env=env | {"PYTHONPATH": str(Path(day.__file__).parents[3])},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "There is no screen here" in done.stderr
    folder = tmp_path / "pupitre-demo"
    _has_every_beat((folder / "transcript.txt").read_text(encoding="utf-8"))
    _has_its_pictures(folder)


def _has_every_beat(transcript: str) -> None:
    where = [transcript.find(beat) for beat in BEATS]
    assert -1 not in where, transcript
    assert NOTICE.search(transcript), transcript
    assert all(re.match(r"\w{3} \d\d:\d\d  \S", line) for line in transcript.splitlines())


def _has_its_pictures(folder: Path) -> None:
    names = sorted(path.stem for path in folder.glob("*.png"))
    assert [name[:2] for name in names] == [f"{n:02}" for n in range(1, len(names) + 1)]
    assert {*DIALOGS, *LOOKS} <= {name[3:] for name in names}
    for path in folder.glob("*.png"):
        picture = QImage(str(path))
        assert picture.width() >= 1000
