"""What Linux installs: an archive that is the same twice, and needs read from the files."""

import shutil
import tarfile
from pathlib import Path

import pytest

from linux import archive, icons, needs
from tests.architecture.sources import ROOT

SVG = ROOT / "resources" / "icons" / "pupitre.svg"


def test_two_archives_of_one_folder_are_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "program").write_text("x")
    (folder / "link").symlink_to("program")
    targets = [tmp_path / place / "pupitre-1.tar.gz" for place in ("a", "b")]
    for target in targets:
        archive.write(folder, target, moment=1_700_000_000)
    with tarfile.open(targets[0]) as packed:
        assert packed.getnames() == ["pupitre-1", "pupitre-1/link", "pupitre-1/program"]
        assert {(it.mtime, it.uname) for it in packed} == {(1_700_000_000, "root")}
    assert targets[0].read_bytes() == targets[1].read_bytes()


def test_the_icon_is_in_each_size_of_the_theme(tmp_path: Path) -> None:
    icons.into_hicolor(SVG, tmp_path)
    theme = tmp_path / "icons" / "hicolor"
    found = {path.relative_to(theme).parts[0] for path in theme.rglob("pupitre.*")}
    assert found == {f"{size}x{size}" for size in icons.SIZES} | {"scalable"}


@pytest.mark.skipif(
    not (shutil.which("objdump") and shutil.which("dpkg-query")), reason="reads Debian's files"
)
def test_what_a_program_is_linked_with_becomes_a_package(tmp_path: Path) -> None:
    shutil.copy("/bin/ls", tmp_path / "ls")
    (tmp_path / "words.txt").write_text("no program")
    first, *others = needs.packages(tmp_path)
    assert first.startswith("libc6 (>= 2.")
    assert "libselinux1" in others
