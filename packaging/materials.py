"""Makes what the spec needs and git does not hold: the icons and everybody's licences.

python packaging/materials.py WORK
"""

import shutil
import sys
from pathlib import Path

import drawings
import licences

ROOT = Path(__file__).parents[1]


def main(work: Path) -> None:
    """Write `pupitre.ico`, `pupitre.icns` and the folder `licences` into `work`."""
    svg = ROOT / "resources" / "icons" / "pupitre.svg"
    work.mkdir(parents=True, exist_ok=True)
    (work / "pupitre.ico").write_bytes(drawings.ico(svg))
    (work / "pupitre.icns").write_bytes(drawings.icns(svg))
    shutil.rmtree(work / "licences", ignore_errors=True)
    for name in licences.gather(work / "licences"):
        print(f"{name} brings no text of its licence: what it states is kept", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
