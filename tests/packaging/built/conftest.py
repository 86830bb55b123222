"""What was built is tried as it is: `packaging/dev.py build --check` says where it is.

PUPITRE_BUILT is the folder of the archive and the package. Without it, none of this runs.
"""

import os
import tarfile
from pathlib import Path

import pytest

BUILT = os.environ.get("PUPITRE_BUILT", "")
collect_ignore_glob = [] if BUILT else ["test_*.py"]


@pytest.fixture(scope="session")
def dist() -> Path:
    """Return the folder of what was built."""
    return Path(BUILT)


@pytest.fixture(scope="session")
def program(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack the archive somewhere else; return the program."""
    (archive,) = dist.glob("pupitre-*-linux-*.tar.gz")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    with tarfile.open(archive) as packed:
        packed.extractall(elsewhere, filter="data")
    (folder,) = elsewhere.iterdir()
    return folder / "pupitre"


@pytest.fixture(autouse=True)
def _pilots_take_it(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUPITRE_PROGRAM", str(program))
