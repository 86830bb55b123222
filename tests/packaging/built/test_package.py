"""The package in a bare Debian 12: installed, started on a screen, used by a person, purged."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.daemons import Daemons, wait_for
from tests.support.debian import Debian, is_possible
from tests.support.pilot import SCREENSHOT, WINDOW

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not is_possible(), reason="needs root, debootstrap and unshare"),
]
CAMILLE = 1000
HOME = "/home/camille"
LONG = 60.0
"""Seconds for a first start: nothing is in memory, and the fonts are to be listed first."""


@pytest.fixture(scope="module")
def package(dist: Path) -> Path:
    (found,) = dist.glob("pupitre_*.deb")
    return found


@pytest.fixture(scope="module")
def debian(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Debian]:
    """Give a bare system in which the package was just installed."""
    there = os.environ.get("PUPITRE_DEBIAN")
    base = Path(there) if there else tmp_path_factory.mktemp("base") / "bookworm"
    made = Debian.copied(base, tmp_path_factory.mktemp("debian") / "root")
    shutil.copyfile(package, made.root / "root" / "it.deb")
    made.run("apt-get", "update", "-q")
    made.run("apt-get", "install", "-y", "-q", "--no-install-recommends", "/root/it.deb")
    made.run("useradd", "--create-home", "--uid", str(CAMILLE), "camille")
    yield made
    shutil.rmtree(made.root, ignore_errors=True)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[str]:
    """Give the name of an empty screen that anybody may use."""
    daemons, number = Daemons(tmp_path), tmp_path / "display"
    env = dict(os.environ)
    with number.open("wb") as out:
        words = ["Xvfb", "-ac", "-displayfd", str(out.fileno()), "-screen", "0", "1440x900x24"]
        daemons.start(words, env, pass_fds=[out.fileno()])
    wait_for(lambda: number.read_text().endswith("\n"), "Xvfb")
    yield f":{number.read_text().strip()}"
    daemons.stop()


def test_what_it_needs_is_declared(debian: Debian) -> None:
    assert debian.run("pupitre", "--version").startswith("pupitre ")
    assert debian.run("dpkg", "--verify", "pupitre") == ""
    assert "/usr/bin/python3" not in debian.files()
    beside = {"LD_LIBRARY_PATH": "/opt/pupitre/_internal"}  # as the program sets it for itself
    linked = debian.run(
        "sh", "-c", "find /opt/pupitre -name '*.so*' -exec ldd {} + 2>/dev/null", env=beside
    )
    assert {line.strip() for line in linked.splitlines() if "not found" in line} == set()


def test_it_has_its_place_in_the_menu_and_its_links(debian: Debian) -> None:
    there = debian.files()
    for file in (
        "/usr/share/applications/pupitre.desktop",
        "/usr/share/icons/hicolor/48x48/apps/pupitre.png",
        "/usr/share/metainfo/org.pupitre.pupitre.metainfo.xml",
        "/usr/share/man/man1/pupitre.1.gz",
        "/usr/share/doc/pupitre/examples/pupitre-server.service",
    ):
        assert file in there
    entry = (debian.root / "usr/share/applications/pupitre.desktop").read_text()
    assert "x-scheme-handler/pupitre" in entry


def test_what_is_not_there_is_said_by_the_doctor_alone(debian: Debian) -> None:
    """Neither a keyring nor a dictionary was installed; it returns 1, for there is no screen."""
    said = debian.run("sh", "-c", "pupitre doctor --data /tmp/looked; test $? = 1")
    assert "Install gnome-keyring" in said
    assert "Install libenchant-2-2 and a dictionary" in said
    shutil.rmtree(debian.root / "tmp/looked")


def test_it_opens_its_window(debian: Debian, screen: str, tmp_path: Path) -> None:
    env = debian.environment({"HOME": HOME, "DISPLAY": screen})
    command = debian.command("pupitre", user=CAMILLE)
    here = os.environ | {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}
    with subprocess.Popen(command, env=env, start_new_session=True) as desk:
        try:
            there = WINDOW.search
            wait_for(lambda: bool(there(_tree(here))), "the window", patience=LONG, pause=0.5)
            folder = Path(os.environ.get("PUPITRE_PICTURES", tmp_path))
            picture = folder / "built-debian.png"
            subprocess.run([sys.executable, "-c", SCREENSHOT, picture], env=here, check=True)
        finally:
            os.killpg(desk.pid, signal.SIGTERM)
        assert desk.wait(30) == 0
    assert (debian.root / HOME.lstrip("/") / ".config/pupitre/settings.json").exists()


def _tree(env: dict[str, str]) -> str:
    tree = ["xwininfo", "-root", "-tree"]
    return subprocess.run(tree, env=env, capture_output=True, text=True, check=True).stdout


def test_it_serves(debian: Debian) -> None:
    answer = debian.run(
        "sh", "-c",
        "pupitre serve --demo --port 0 --data /tmp/served >/tmp/said & server=$!; "
        "for _ in $(seq 100); do grep -q listening /tmp/said && break; sleep 0.2; done; "
        "kill $server; wait $server; cat /tmp/said",
    )  # fmt: skip
    assert "listening on http://127.0.0.1:" in answer
    assert (debian.root / "tmp/served/pupitre.sqlite3").exists()
    shutil.rmtree(debian.root / "tmp/served")
    (debian.root / "tmp/said").unlink()


def test_purged_it_leaves_nothing_but_the_persons_data(debian: Debian) -> None:
    debian.run("apt-get", "purge", "-y", "-q", "pupitre")
    left = {name for name in debian.files() if not name.startswith((HOME, "/tmp", "/proc"))}  # noqa: S108 - only named
    apt = {name for name in left if name.startswith(("/var/lib/apt", "/var/cache", "/var/log"))}
    assert left - apt == set()
    assert (debian.root / HOME.lstrip("/") / ".config/pupitre").exists()
