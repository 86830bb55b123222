"""The first window waits for nothing that it does not show."""

import json
import subprocess
import sys

import pytest

from tests.architecture.sources import ROOT

STARTS = """
import json, sys
from pupitre.app import cli
cli.parser().parse_args([])
import pupitre.app.program, pupitre.app.instance, pupitre.app.autostart, pupitre.app.desk
import pupitre.app.loop, pupitre.app.means, pupitre.app.residence
print(json.dumps(sorted(sys.modules)))
"""
"""What `program.run` imports before it shows a window."""
LATER = {
    "the dialogs": ("pupitre.ui.dialogs.",),
    "the server": ("pupitre.server", "starlette", "uvicorn", "sqlalchemy", "alembic", "argon2"),
    "the link": ("websockets", "truststore", "urllib.request", "http.client"),
    "notices and keyring": ("desktop_notifier", "keyring", "dbus_fast"),
    "the demo and the other commands": ("pupitre.app.demo", "pupitre.app.serve", "jinja2", "PIL"),
    "what tells versions": ("importlib.metadata", "email.", "tarfile", "tuf"),
}


@pytest.fixture(scope="module")
def imported() -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", STARTS],
        env={"PYTHONPATH": str(ROOT / "desktop"), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    names: list[str] = json.loads(done.stdout)
    return names


@pytest.mark.parametrize("what", LATER)
def test_the_first_window_does_not_wait_for(what: str, imported: list[str]) -> None:
    assert [name for name in imported if name.startswith(LATER[what])] == []


def test_the_first_window_needs_the_list(imported: list[str]) -> None:
    assert {"pupitre.ui.views.conversations", "pupitre.client.session"} <= set(imported)
