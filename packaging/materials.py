"""Makes what the spec needs and git does not hold: icons, everybody's licences, the channel.

python packaging/materials.py WORK
"""

import os
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
    (work / "updates.json").unlink(missing_ok=True)
    if told := os.environ.get("PUPITRE_UPDATES"):  # what `dev.py updates begin` wrote
        shutil.copyfile(told, work / "updates.json")
    shutil.rmtree(work / "licences", ignore_errors=True)
    for name in licences.gather(work / "licences"):
        print(f"{name} brings no text of its licence: what it states is kept", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
