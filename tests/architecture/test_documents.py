"""What the documents tell people to type works as it stands there: commands, files, links."""

import argparse
import os
import re
import shlex
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import get_type_hints

import pytest

from pupitre.app.cli import parser
from pupitre.app.configuration import LimitsTable, ServerFile, ServerTable
from pupitre.server.documents import parse_toml
from pupitre.server.mail.settings import MailTable
from pupitre.server.mission_file import MissionFile, read_mission
from tests.architecture.sources import ROOT, shown
from updates import command

README = ROOT / "README.md"
DOCUMENTS = (README, ROOT / "tests" / "README.md", *(ROOT / "resources").rglob("*.md"))
NGINX = "pid {folder}/pid;\nevents {{}}\nhttp {{ server {{ listen 127.0.0.1:1; {example} }} }}\n"

NOT_FOR_ADMINISTRATORS = {"clock_rate", "password"}
"""For trials; and what belongs in a file of its own."""


def blocks(kind: str) -> list[str]:
    """List the README's examples in a language."""
    return re.findall(rf"^```{kind}\n(.*?)^```", README.read_text(encoding="utf-8"), re.M | re.S)


def typed(program: str) -> Iterator[list[str]]:
    """Yield the words that follow a program's name in the README's examples."""
    for block in blocks("sh"):
        for line in re.sub(r"^\w+\(\) {.*?}$|\\\n", "", block, flags=re.M | re.S).splitlines():
            words = shlex.split(line, comments=True)
            for place, word in enumerate(words):
                if word == program:
                    yield list(takewhile(lambda it: it not in ("&&", ";"), words[place + 1 :]))


@pytest.mark.parametrize("document", DOCUMENTS, ids=shown)
def test_a_link_leads_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    links = [it for it in re.findall(r"\]\(([^)]+)\)", text) if "://" not in it]
    wrong = [it for it in links if not (document.parent / it.partition("#")[0]).exists()]
    assert not wrong


def test_what_pupitre_is_asked_is_understood() -> None:
    asked = [*typed("pupitre"), *(["admin", *words] for words in typed("as_server"))]
    asked += [words[1:] for words in typed("packaging/dev.py") if words[:1] == ["run"]]
    assert {words[0] for words in asked if words} == {"serve", "admin"}
    for words in asked:
        assert isinstance(parser().parse_args(words), argparse.Namespace)


def test_what_releases_are_made_with_is_understood() -> None:
    asked = [words[1:] for words in typed("packaging/dev.py") if words[:1] == ["updates"]]
    assert [words[0] for words in asked] == ["keys", "begin", "add", "refresh"]
    for words in asked:
        assert isinstance(command._parser().parse_args(words), argparse.Namespace)


def test_the_files_are_read_as_they_are_written(tmp_path: Path) -> None:
    mission, *server = blocks("toml")
    (tmp_path / "velo.toml").write_text(mission, encoding="utf-8")
    assert read_mission(tmp_path / "velo.toml").name == "Vélo"
    assert parse_toml("\n".join(server), ServerFile, "server.toml").mail is not None


def test_the_demo_shows_every_key_of_a_mission() -> None:
    files = (ROOT / "resources" / "demo").glob("*.toml")
    shown = {key for file in files for key in tomllib.loads(file.read_text(encoding="utf-8"))}
    assert shown == set(get_type_hints(MissionFile))


@pytest.mark.parametrize("table", [ServerTable, LimitsTable, MailTable])
def test_the_servers_example_shows_every_key(table: type) -> None:
    text = (ROOT / "packaging" / "server" / "pupitre.toml").read_text(encoding="utf-8")
    shown = set(re.findall(r"^(?:# )?(\w+) = ", text, re.M))
    assert set(get_type_hints(table)) - shown <= NOT_FOR_ADMINISTRATORS


def test_nginx_takes_its_example(tmp_path: Path) -> None:
    if shutil.which("nginx") is None:
        pytest.skip("nginx is not installed")
    file, (example,) = tmp_path / "nginx.conf", blocks("nginx")
    file.write_text(NGINX.format(folder=tmp_path, example=example), encoding="utf-8")
    asked = ["nginx", "-t", "-q", "-e", str(tmp_path / "errors"), "-c", str(file)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False, env=os.environ)
    assert done.returncode == 0, done.stderr
