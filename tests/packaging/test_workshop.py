"""dev.py asks nothing of a machine but Python, and pays only for what has changed."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, nodes, shown
from workshop import debian
from workshop.console import Stop, follow
from workshop.environment import Environment

DEV = ROOT / "packaging" / "dev.py"
PROGRAMS = [DEV, *sorted((ROOT / "packaging" / "workshop").glob("*.py"))]

MAKER = """#!/bin/sh
# A Python that writes down what it is asked.
echo "$(basename $0) $*" >> {log}
case "$1" in
-c) echo "3.11.9 /somewhere"; exit ;;
-m) [ "$2" = venv ] && mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
esac
exit $(cat {log}.status)
"""


@pytest.mark.parametrize("program", PROGRAMS, ids=shown)
def test_a_program_of_the_workshop_needs_only_python(program: Path) -> None:
    names = set()
    for node in nodes(program):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    assert names <= sys.stdlib_module_names | {"workshop"}


def _dev(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(DEV), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("words", [(), ("dance",)])
def test_a_wrong_word_gets_the_list_of_commands(words: tuple[str, ...]) -> None:
    done = _dev(*words)
    assert done.returncode == 2
    assert "dev.py run" in done.stdout


def test_a_word_too_many_is_said_in_a_sentence() -> None:
    done = _dev("build", "everything")
    assert (done.returncode, done.stderr) == (2, "")
    assert done.stdout == "`build` takes no word but --check.\n"


class Machine:
    """A fresh environment folder and a Python that notes what it is asked."""

    def __init__(self, folder: Path) -> None:
        self._log = folder / "asked"
        self.answers(0)
        maker = folder / "python3"
        maker.write_text(MAKER.format(log=self._log))
        maker.chmod(0o755)
        self.venv = folder / "venv"
        self.environment = Environment(self.venv, maker)

    def answers(self, status: int) -> None:
        """Make every program end with this status from now on."""
        self._log.with_name("asked.status").write_text(str(status))

    def asked(self) -> list[str]:
        """Name what was asked since the last time, apart from the version."""
        lines = self._log.read_text().splitlines() if self._log.exists() else []
        self._log.unlink(missing_ok=True)
        told = (" ".join(line.split()[1:4]) for line in lines)
        return [words for words in told if not words.startswith("-c")]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_the_first_call_makes_and_fills_the_environment(machine: Machine) -> None:
    machine.environment.ensure("run")
    assert machine.asked() == [f"-m venv {machine.venv}", *["-m pip install"] * 2]


def test_a_call_when_nothing_has_changed_starts_no_program(machine: Machine) -> None:
    machine.environment.ensure("test")
    machine.asked()
    machine.environment.ensure("test")
    assert machine.asked() == []


def test_what_serves_to_test_serves_to_run(machine: Machine) -> None:
    machine.environment.ensure("test")
    machine.asked()
    machine.environment.ensure("run")
    assert machine.asked() == []


def test_to_test_after_having_run_only_adds_packages(machine: Machine) -> None:
    machine.environment.ensure("run")
    machine.asked()
    machine.environment.ensure("test")
    assert machine.asked() == ["-m pip install"] * 2


def test_an_interrupted_installation_is_made_again(machine: Machine) -> None:
    machine.answers(1)
    with pytest.raises(Stop):
        machine.environment.ensure("run")
    machine.answers(0)
    machine.asked()
    machine.environment.ensure("run")
    assert machine.asked() == [f"-m venv {machine.venv}", *["-m pip install"] * 2]


def test_another_python_makes_it_again(machine: Machine) -> None:
    machine.environment.ensure("run")
    stamp = machine.venv / "pupitre.json"
    stamp.write_text(stamp.read_text().replace("3.11.9", "3.12.0"))
    machine.asked()
    machine.environment.ensure("run")
    assert machine.asked() == [f"-m venv {machine.venv}", *["-m pip install"] * 2]


def test_a_program_that_fails_is_quoted(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Stop, match="no such luck") as stopped:
        follow("Trying", ["sh", "-c", "echo no such luck; exit 3"])
    assert stopped.value.status == 1
    assert capsys.readouterr().out.startswith("• Trying\n")


@pytest.mark.skipif(not debian._is_debian(), reason="speaks of Debian's packages")
def test_who_is_not_root_gets_the_one_command_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = tmp_path / "dpkg-query"
    query.write_text(
        "#!/bin/sh\necho 'ii libegl1,'\necho 'ii libglib2.0-0t64,libglib2.0-0 (= 2)'\n"
    )
    query.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(Stop) as stopped:
        debian.ensure("run")
    command = str(stopped.value)
    assert "sudo apt-get install -y --no-install-recommends" in command
    assert "libxcb-cursor0" in command
    assert "libegl1" not in command, "it is there"
    assert "libglib2.0-0" not in command, "another package provides it"
    assert "chromium" not in command, "it is for tests"
    assert stopped.value.status == 2
