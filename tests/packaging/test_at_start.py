"""What the frozen program starts does not load the frozen libraries."""

import importlib.util
import os
import runpy
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import cast

import pytest

from tests.architecture.sources import ROOT

HOOK = str(ROOT / "packaging" / "at_start.py")


def test_what_the_person_had_is_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/pupitre/_internal")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/usr/local/lib")
    runpy.run_path(HOOK)
    assert os.environ["LD_LIBRARY_PATH"] == "/usr/local/lib"
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ


def test_where_there_was_nothing_there_is_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/pupitre/_internal")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    runpy.run_path(HOOK)
    assert "LD_LIBRARY_PATH" not in os.environ


@pytest.mark.skipif(sys.platform != "linux", reason="nowhere else is a running program replaced")
def test_a_program_that_is_replaced_reads_itself_to_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, new = tmp_path / "pupitre", tmp_path / "new"
    program.write_text("mine")
    new.write_text("another's")
    archive = SimpleNamespace(_filename=str(program))
    importers = SimpleNamespace(pyz_archive=archive)
    monkeypatch.setitem(sys.modules, "pyimod02_importers", cast("ModuleType", importers))
    runpy.run_path(HOOK)
    try:
        new.replace(program)
        assert Path(archive._filename).read_text() == "mine"
    finally:
        os.close(int(archive._filename.rpartition("/")[2]))


@pytest.mark.skipif(sys.platform != "linux", reason="a hook of PyInstaller's for this system")
def test_pyinstaller_reads_modules_as_the_hook_supposes() -> None:
    pytest.importorskip("PyInstaller")
    found = importlib.util.find_spec("PyInstaller.loader.pyimod01_archive")
    loader = Path(found.origin) if found and found.origin else Path()
    assert "open(self._filename" in loader.read_text()
    assert "pyz_archive = " in loader.with_name("pyimod02_importers.py").read_text()
