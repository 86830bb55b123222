"""What is installed holds the program and its resources, and nothing of the workshop."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.sources import PUPITRE, ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Build the wheel and list its files."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, capture_output=True, check=True)
    (made,) = folder.glob("pupitre-*.whl")
    return zipfile.ZipFile(made).namelist()


def test_every_module_is_in_the_wheel(wheel: list[str]) -> None:
    modules = {path.relative_to(PUPITRE.parent).as_posix() for path in PUPITRE.rglob("*.py")}
    assert modules <= set(wheel)


def test_the_resources_are_beside_the_modules(wheel: list[str]) -> None:
    files = {path.relative_to(ROOT) for path in _files(ROOT / "resources")}
    assert {f"pupitre/{path.as_posix()}" for path in files} <= set(wheel)


def test_nothing_else_is_in_the_wheel(wheel: list[str]) -> None:
    assert {name.split("/")[0] for name in wheel} == {"pupitre", "pupitre-0.1.0.dist-info"}
    assert not [name for name in wheel if "__pycache__" in name]


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
