"""The package for Debian and its kin: everything under /opt, and what a menu needs under /usr."""

import gzip
import hashlib
import os
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from linux import icons, needs

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MAINTAINER = os.environ.get("PUPITRE_MAINTAINER", "Pupitre contributors <contact@pupitre.invalid>")
"""Whoever publishes a release says who they are; `.invalid` is nobody's, by RFC 2606."""
DESCRIPTION = """\
Description: desk of people who answer a site's visitors
 A visitor writes on a site, an expert answers from this desk. A conversation
 that has to wait is paused: it leaves the desk, frees its slot, and comes back
 when the visitor writes or when its time comes.
 .
 The same program holds the chat server (pupitre serve) and the widget for the
 sites, so that everything can be tried on one computer.
"""
RECOMMENDED = ", ".join(
    [
        *("gnome-keyring | libsecret-1-0", "xdg-utils", "fonts-noto-color-emoji"),
        *("libenchant-2-2", "hunspell-fr", "hunspell-en-gb"),
    ]
)
"""The desk works without: nothing is said of a keyring or a dictionary that is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What is packaged."""

    bundle: Path
    """The frozen folder."""
    version: str
    moment: int
    """Seconds since 1970 that every file is dated with."""

    @property
    def day(self) -> datetime:
        """The release's date."""
        return datetime.fromtimestamp(self.moment, UTC)


def build(release: Release, work: Path, dist: Path) -> Path:
    """Lay the package out under `work` and write it into `dist`."""
    stage = work / "deb"
    shutil.rmtree(stage, ignore_errors=True)
    _install_program(release, stage)
    _install_menu(release, stage / "usr" / "share")
    _install_papers(release, stage / "usr" / "share")
    _write_control(release, stage)
    _tidy(stage, release.moment)
    target = dist / f"pupitre_{release.version}_{_architecture()}.deb"
    dist.mkdir(parents=True, exist_ok=True)
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build"]
    env = os.environ | {"SOURCE_DATE_EPOCH": str(release.moment)}
    subprocess.run([*command, stage, target], check=True, env=env, stdout=subprocess.DEVNULL)
    return target


def _install_program(release: Release, stage: Path) -> None:
    shutil.copytree(release.bundle, stage / "opt" / "pupitre", symlinks=True)
    link = stage / "usr" / "bin" / "pupitre"
    link.parent.mkdir(parents=True)
    link.symlink_to("/opt/pupitre/pupitre")


def _install_menu(release: Release, share: Path) -> None:
    icons.into_hicolor(ROOT / "resources" / "icons" / "pupitre.svg", share)
    entry = share / "applications" / "pupitre.desktop"
    entry.parent.mkdir(parents=True)
    shutil.copyfile(HERE / "pupitre.desktop", entry)
    facts = (HERE / "metainfo.xml").read_text(encoding="utf-8")
    facts = facts.replace("@VERSION@", release.version)
    facts = facts.replace("@DATE@", release.day.date().isoformat())
    metainfo = share / "metainfo" / "org.pupitre.pupitre.metainfo.xml"
    metainfo.parent.mkdir()
    metainfo.write_text(facts, encoding="utf-8")


def _install_papers(release: Release, share: Path) -> None:
    doc = share / "doc" / "pupitre"
    examples = doc / "examples"
    examples.mkdir(parents=True)
    for example in sorted((ROOT / "packaging" / "server").iterdir()):
        shutil.copyfile(example, examples / example.name)
    paper = (HERE / "copyright").read_text(encoding="utf-8")
    (doc / "copyright").write_text(paper.replace("@LICENSE@", _licence()), encoding="utf-8")
    _compress(_changelog(release), doc / "changelog.gz", release.moment)
    manual = (HERE / "pupitre.1").read_bytes()
    _compress(manual, share / "man" / "man1" / "pupitre.1.gz", release.moment)
    overrides = share / "lintian" / "overrides" / "pupitre"
    overrides.parent.mkdir(parents=True)
    shutil.copyfile(HERE / "lintian-overrides", overrides)


def _licence() -> str:
    lines = (ROOT / "LICENSE").read_text(encoding="utf-8").splitlines()
    return "\n".join(f" {line}" if line.strip() else " ." for line in lines)


def _changelog(release: Release) -> bytes:
    return (
        f"pupitre ({release.version}) stable; urgency=medium\n\n"
        f"  * Version {release.version}.\n\n"
        f" -- {MAINTAINER}  {format_datetime(release.day)}\n"
    ).encode()


def _compress(content: bytes, target: Path, moment: int) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(content, 9, mtime=moment))


def _write_control(release: Release, stage: Path) -> None:
    control = stage / "DEBIAN"
    control.mkdir()
    size = sum(_size(path) for path in stage.rglob("*")) // 1024
    fields = {
        "Package": "pupitre",
        "Version": release.version,
        "Architecture": _architecture(),
        "Maintainer": MAINTAINER,
        "Installed-Size": str(size),
        "Section": "net",
        "Priority": "optional",
        "Depends": ", ".join([*needs.packages(release.bundle), "hicolor-icon-theme"]),
        "Recommends": RECOMMENDED,
    }
    text = "".join(f"{name}: {value}\n" for name, value in fields.items()) + DESCRIPTION
    (control / "control").write_text(text, encoding="utf-8")
    files = sorted(path for path in stage.rglob("*") if path.is_file() and not path.is_symlink())
    sums = [f"{_md5(file)}  {file.relative_to(stage)}\n" for file in files]
    (control / "md5sums").write_text(
        "".join(line for line in sums if "  DEBIAN/" not in line), encoding="utf-8"
    )


def _size(path: Path) -> int:
    return 1024 if path.is_symlink() or path.is_dir() else -(-path.stat().st_size // 1024) * 1024


def _md5(file: Path) -> str:
    return hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()


def _architecture() -> str:
    asked = ["dpkg", "--print-architecture"]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()


def _tidy(stage: Path, moment: int) -> None:
    """Give each file the rights and the date that it is installed with."""
    program = stage / "opt" / "pupitre" / "pupitre"
    for path in [stage, *stage.rglob("*")]:
        if path.is_symlink():
            continue
        path.chmod(0o755 if path.is_dir() or path == program else 0o644)
        os.utime(path, (moment, moment))
