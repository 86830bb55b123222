"""Where the desk of some settings listens for other starts."""

import getpass
import os
import sys
import tempfile
from pathlib import Path

from pupitre.app.digest import digest


def name(folder: Path) -> str:
    """Return where the desk of these settings listens; no other user may knock there."""
    told = f"{getpass.getuser()}|{folder.resolve()}"
    made = f"pupitre-{digest(told)}"
    return made if sys.platform == "win32" else str(session_folder() / made)


def may_be_open(folder: Path) -> bool:
    """Tell whether somebody may answer there: a look that costs nothing, where there is one.

    Two desks that start in the same half second both find nobody; one of them learns it from
    `Instance`, and leaves. What a killed desk left behind is asked, and does not answer.
    """
    return not sys.platform.startswith("linux") or Path(name(folder)).exists()


def session_folder() -> Path:
    """Return the folder of this session's sockets, which ends with it."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return Path(runtime) if runtime and Path(runtime).is_dir() else Path(tempfile.gettempdir())
