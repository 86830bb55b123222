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
told = {{"at": int(os.environ["DUNST_TIMESTAMP"])}} | {{
    key: os.environ.get("DUNST_" + name, "") for key, name in names.items()
}}
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
    at: int
    """When it came, in dunst's own time: its scripts may end in another order."""


class Notices:
    """What dunst was told, and a person who clicks on it."""

    def __init__(self, folder: Path, env: Mapping[str, str]) -> None:
        self._folder = folder
        self._env = env
        self._told = folder / "told.jsonl"
        self._choice = folder / "choice"
        self._title = folder / "title"

    def write_settings(self) -> Path:
        """Write the settings of dunst that make it tell us what it receives."""
        self._folder.mkdir(parents=True, exist_ok=True)
        script = self._program("script", SCRIPT.format(python=sys.executable, told=str(self._told)))
        action, title = (shlex.quote(str(path)) for path in (self._choice, self._title))
        choose = f"#!/bin/sh\ngrep -F -f {action} | grep -m1 -F -f {title}\n"
        menu = self._program("menu", choose)
        settings = self._folder / "dunstrc"
        settings.write_text(SETTINGS.format(menu=menu, script=script))
        return settings

    def received(self) -> list[Notice]:
        """List every notification since the session's start, oldest first."""
        if not self._told.exists():
            return []
        lines = self._told.read_text().splitlines()
        return sorted((Notice(**json.loads(line)) for line in lines), key=lambda notice: notice.at)

    def titled(self, summary: str) -> list[Notice]:
        """List the notifications of that title."""
        return [notice for notice in self.received() if notice.summary == summary]

    def click(self, summary: str = "") -> None:
        """Click on the newest notification, or the newest of that title."""
        self._pick(",default]", summary)

    def choose(self, label: str, summary: str = "") -> None:
        """Press the button of that label on the newest notification, or the newest so titled."""
        self._pick(f"#{label} (", summary)

    def dismiss_all(self) -> None:
        """Close what is shown."""
        self._dunstctl("close-all")

    def _pick(self, action: str, summary: str) -> None:
        """Answer dunst's menu of actions, whose lines read `#label (title) [id,action]`."""
        self._choice.write_text(action + "\n")
        self._title.write_text(f"({summary}" + (")\n" if summary else "\n"))
        self._dunstctl("context")

    def _program(self, name: str, text: str) -> Path:
        path = self._folder / name
        path.write_text(text)
        path.chmod(0o700)
        return path

    def _dunstctl(self, *words: str) -> str:
        command = ["dunstctl", *words]
        done = subprocess.run(command, env=self._env, capture_output=True, text=True, check=True)
        return done.stdout
