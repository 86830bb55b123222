"""Makes the archive and the Debian package of a frozen folder, and has them checked.

python packaging/linux/package.py BUNDLE VERSION WORK DIST
"""

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from linux import archive, deb

CHECKS = (
    ("desktop-file-validate", "usr/share/applications/pupitre.desktop"),
    ("appstreamcli", "validate", "--no-net", "usr/share/metainfo/org.pupitre.pupitre.metainfo.xml"),
)
"""Words that name a file are taken from the staged tree."""


def main(bundle: Path, version: str, work: Path, dist: Path) -> int:
    """Make both; 1: a checker found an error."""
    moment = int(os.environ["SOURCE_DATE_EPOCH"])
    name = f"pupitre-{version}-linux-{platform.machine()}.tar.gz"
    archive.write(bundle, dist / name, moment=moment)
    print(f"wrote {name}", flush=True)
    if shutil.which("dpkg-deb") is None:
        print("no dpkg-deb here: no Debian package", flush=True)
        return 0
    package = deb.build(deb.Release(bundle=bundle, version=version, moment=moment), work, dist)
    print(f"wrote {package.name}", flush=True)
    return _check(package, work / "deb")


def _check(package: Path, stage: Path) -> int:
    """Run those of the checkers that are installed."""
    commands = [
        [str(stage / word) if word.startswith("usr/") else word for word in check]
        for check in CHECKS
    ]
    commands.append(["lintian", "--allow-root", "--fail-on", "error", "--tag-display-limit", "0"])
    commands[-1].append(str(package))
    found = [command for command in commands if shutil.which(command[0])]
    for command in commands:
        if command not in found:
            print(f"not checked: {command[0]} is not installed", flush=True)
    failed = [command for command in found if subprocess.call(command) != 0]
    return int(bool(failed))


if __name__ == "__main__":
    bundle, version, work, dist = sys.argv[1:]
    sys.exit(main(Path(bundle), version, Path(work), Path(dist)))
