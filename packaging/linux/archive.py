"""The archive for any Linux: one folder to unpack anywhere and start."""

import gzip
import tarfile
from pathlib import Path


def write(folder: Path, target: Path, *, moment: int) -> None:
    """Write a folder as a `.tar.gz` whose bytes depend on nothing but its files."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = moment
        return entry

    target.parent.mkdir(parents=True, exist_ok=True)
    inside = target.name.removesuffix(".tar.gz")
    with (
        target.open("wb") as file,
        gzip.GzipFile("", "wb", 9, file, mtime=moment) as packed,
        tarfile.open(fileobj=packed, mode="w") as archive,
    ):
        for path in [folder, *sorted(folder.rglob("*"))]:
            name = Path(inside) / path.relative_to(folder)
            archive.add(path, name.as_posix(), recursive=False, filter=plain)
