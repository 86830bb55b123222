"""The notifications that dunst received in an X session, and the clicks on them."""

import json
import shlex
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SETTINGS = """\
[global]
    monitor = 0
    follow = none
    history_length = 100
    sticky_history = yes
    always_run_script = true
    dmenu = {menu}
    mouse_left_click = do_action, close_current
[told]
    summary = "*"
    script = {script}
"""

SCRIPT = """\
#!{python}
import json, os
names = {{"app": "APP_NAME", "summary": "SUMMARY", "body": "BODY", "id": "ID"}}
told = {{key: os.environ.get("DUNST_" + name, "") for key, name in names.items()}}
with open({told!r}, "a", encoding="utf-8") as out:
    out.write(json.dumps(told) + "\\n")
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A notification as the person saw it."""

    app: str
    summary: str
    body: str
    id: str


class Notices:
    """What dunst was told, and a person who clicks on it."""

    def __init__(self, folder: Path, env: Mapping[str, str]) -> None:
        self._folder = folder
        self._env = env
        self._told = folder / "told.jsonl"
        self._choice = folder / "choice"

    def write_settings(self) -> Path:
        """Write the settings of dunst that make it tell us what it receives."""
        self._folder.mkdir(parents=True, exist_ok=True)
        script = self._program("script", SCRIPT.format(python=sys.executable, told=str(self._told)))
        choose = f"#!/bin/sh\ngrep -m1 -F -f {shlex.quote(str(self._choice))}\n"
        menu = self._program("menu", choose)
        settings = self._folder / "dunstrc"
        settings.write_text(SETTINGS.format(menu=menu, script=script))
        return settings

    def received(self) -> list[Notice]:
        """List every notification since the session's start, oldest first."""
        if not self._told.exists():
            return []
        return [Notice(**json.loads(line)) for line in self._told.read_text().splitlines()]

    def click(self) -> None:
        """Click on the newest notification: its default action."""
        self._dunstctl("action", "0")

    def choose(self, label: str) -> None:
        """Press the button of that label on the notification that is shown."""
        self._choice.write_text(label)
        self._dunstctl("context")

    def dismiss_all(self) -> None:
        """Close what is shown."""
        self._dunstctl("close-all")

    def _program(self, name: str, text: str) -> Path:
        path = self._folder / name
        path.write_text(text)
        path.chmod(0o700)
        return path

    def _dunstctl(self, *words: str) -> str:
        command = ["dunstctl", *words]
        done = subprocess.run(command, env=self._env, capture_output=True, text=True, check=True)
        return done.stdout
