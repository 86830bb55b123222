"""Each import contract is kept, and would be seen if it were broken."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.sources import PUPITRE, ROOT

LINTER = Path(sys.executable).with_name("lint-imports")
BREAKS = {
    "layers": ("domain/ids.py", "import pupitre.wire"),
    "app-alone-names-server": ("__main__.py", "import pupitre.server"),
    "app-alone-names-adapters": ("client/__init__.py", "import pupitre.backends.memory"),
    "app-is-the-top": ("ui/__init__.py", "import pupitre.app"),
    "domain-is-pure": ("domain/ids.py", "from time import sleep"),
    "qt-in-ui-and-app": ("client/__init__.py", "from PySide6.QtCore import QObject"),
    "ui-waits-for-nothing": ("ui/models/__init__.py", "import asyncio"),
    "backends-apart": ("backends/memory.py", "import pupitre.backends.native"),
    "gateways-apart": (
        "server/gateway/experts.py",
        "import pupitre.server.gateway.visitors",
    ),
    "no-cycles": ("ui/models/__init__.py", "import pupitre.ui.views"),
}


def lint(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Check the contracts of the project that stands in this folder."""
    return subprocess.run(
        [LINTER, "--no-logo", "--no-cache", *words],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder / "desktop")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_contract_has_its_break() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    assert {contract["id"] for contract in contracts} == set(BREAKS)


def test_the_house_keeps_its_contracts() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def empty_house(tmp_path: Path) -> Path:
    """Build the packages of pupitre with nothing in them, under the same contracts."""
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    for package in PUPITRE.rglob("__init__.py"):
        empty = tmp_path / "desktop" / package.relative_to(ROOT / "desktop")
        empty.parent.mkdir(parents=True, exist_ok=True)
        empty.touch()
    for module in (
        *("__main__", "domain/ids", "backends/memory", "backends/native"),
        *("server/gateway/experts", "server/gateway/visitors"),
    ):
        (tmp_path / "desktop" / "pupitre" / f"{module}.py").touch()
    (tmp_path / "desktop" / "pupitre" / "ui" / "views" / "__init__.py").write_text(
        "import pupitre.ui.models"
    )
    return tmp_path


@pytest.mark.parametrize("contract", BREAKS)
def test_a_broken_contract_is_seen(contract: str, empty_house: Path) -> None:
    assert lint(empty_house, "--contract", contract).returncode == 0
    module, line = BREAKS[contract]
    (empty_house / "desktop" / "pupitre" / module).write_text(line)
    done = lint(empty_house, "--contract", contract)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "BROKEN" in done.stdout
