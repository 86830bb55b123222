"""The installers of the system that this runs on, from the spec that all three share."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

from workshop import debian
from workshop.console import Stop, Word, follow, heading, say
from workshop.environment import prepared
from workshop.places import PROJECT, ROOT

PACKAGERS = {"linux": "linux", "win32": "windows", "darwin": "macos"}
JOURNEYS = [f"tests/journeys/test_{name}.py" for name in ("main_job", "files", "token")]
"""What a person does with the program from its source, done with the one that was built."""
LONG_AGO = 1_704_067_200
"""The date of what was built outside any history: the first of January 2024."""


def build(words: list[str]) -> int:
    """Freeze the program and make what is installed, in dist/; then try it, if asked to."""
    if words not in ([], ["--check"]):
        raise Stop("`build` takes no word but --check.")
    if sys.platform not in PACKAGERS:
        raise Stop(f"There is no installer for {sys.platform}.")
    if words:
        debian.ensure("check")
    python = prepared("build")
    return build_with(python) or (check(python) if words else 0)


def check(python: Path) -> int:
    """Run the tests of what is in dist/: the programs themselves, in sessions of their own."""
    program = ROOT / "build" / "frozen" / "pupitre" / "pupitre"
    built = {"PUPITRE_BUILT": str(ROOT / "dist"), "PUPITRE_PROGRAM": str(program)}
    heading("What was built")
    words: list[Word] = [python, "-m", "pytest", "tests/packaging/built", *JOURNEYS]
    return subprocess.call(words, cwd=ROOT, env=os.environ | built)


def build_with(python: Path) -> int:
    """Do it with this Python, which has everything."""
    work, dist, env = ROOT / "build", ROOT / "dist", environment()
    materials = ROOT / "packaging" / "materials.py"
    follow("Drawing the icons, gathering the licences", [python, materials, work], env)
    frozen = freeze(python, work, env)
    return _package(python, frozen, work, dist, env)


def freeze(python: Path, work: Path, env: dict[str, str], name: str = "pupitre") -> Path:
    """Run PyInstaller and return the folder that it fills."""
    words: list[Word] = [
        "--noconfirm",
        "--distpath",
        work / "frozen",
        "--workpath",
        work / "pyinstaller",
    ]
    spec = ROOT / "packaging" / "pupitre.spec"
    follow(f"Freezing {name}", [python, "-m", "PyInstaller", *words, spec], env)
    return work / "frozen" / name


def environment() -> dict[str, str]:
    """Return the environment in which two builds of one commit give the same files."""
    return os.environ | {
        "PUPITRE_VERSION": version(),
        "PUPITRE_MATERIALS": str(ROOT / "build"),
        "PYTHONHASHSEED": "1",
        "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0",  # packages pack it again; starts unpack less
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or str(_moment()),
    }


def version() -> str:
    """Return the version that pyproject.toml states."""
    return str(tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"])


def _moment() -> int:
    """Return when the commit was made that is built."""
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(asked, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return LONG_AGO
    return int(done.stdout)


def _package(python: Path, frozen: Path, work: Path, dist: Path, env: dict[str, str]) -> int:
    packager = ROOT / "packaging" / PACKAGERS[sys.platform] / "package.py"
    dist.mkdir(exist_ok=True)
    status = subprocess.call([python, packager, frozen, version(), work, dist], env=env)
    for made in sorted(dist.iterdir()):
        if made.is_file():
            say(f"  {made.relative_to(ROOT)}  {made.stat().st_size / 1e6:.1f} MB")
    return status
