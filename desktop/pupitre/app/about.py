"""What runs here, in one line: Pupitre, Qt, Python and the system."""

import platform
from importlib.metadata import version


def about() -> str:
    """Return the versions of what this run is made of."""
    from PySide6 import __version__ as qt

    system = f"{platform.system()} {platform.release()}"
    return f"Pupitre {version('pupitre')} · Qt {qt} · Python {platform.python_version()} · {system}"
