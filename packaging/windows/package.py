"""Makes Windows' installer of a frozen folder with Inno Setup, signed where there is a certificate.

    python packaging/windows/package.py BUNDLE VERSION WORK DIST

PUPITRE_SIGN_COMMAND, when set, signs: `signtool sign … $f`, with `$f` for the file.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).parent
USUAL = Path("C:/Program Files (x86)/Inno Setup 6/ISCC.exe")


def command(
    bundle: Path, version: str, work: Path, dist: Path, environment: Mapping[str, str]
) -> list[str]:
    """Return the words that make Inno Setup build the installer."""
    told = {
        "Version": version,
        "Bundle": str(bundle.resolve()),
        "Dist": str(dist.resolve()),
        "Icon": str((work / "pupitre.ico").resolve()),
    }
    words = [f"/D{name}={value}" for name, value in told.items()]
    if sign := environment.get("PUPITRE_SIGN_COMMAND"):
        words += ["/DSign", f"/Spupitre={sign}"]
    return [*words, "/Qp", str(HERE / "pupitre.iss")]


def signing(sign: str, program: Path) -> str:
    """Return the command that signs one file, written as Inno Setup reads it: `$f`, `$q`."""
    return sign.replace("$f", f'"{program}"').replace("$q", '"')


def main(bundle: Path, version: str, work: Path, dist: Path) -> int:
    """Sign the programs, then make the installer; 2: Inno Setup is not there."""
    compiler = shutil.which("iscc") or (str(USUAL) if USUAL.exists() else None)
    if compiler is None:
        print("Inno Setup 6 is not installed: https://jrsoftware.org/isdl.php", flush=True)
        return 2
    if sign := os.environ.get("PUPITRE_SIGN_COMMAND"):
        for program in sorted(bundle.glob("*.exe")):
            subprocess.run(signing(sign, program), check=True)
    else:
        print("not signed: PUPITRE_SIGN_COMMAND is not set", flush=True)
    return subprocess.call([compiler, *command(bundle, version, work, dist, os.environ)])


if __name__ == "__main__":
    bundle, version, work, dist = sys.argv[1:]
    sys.exit(main(Path(bundle), version, Path(work), Path(dist)))
