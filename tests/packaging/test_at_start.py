"""What the frozen program starts does not load the frozen libraries."""

import os
import runpy

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
