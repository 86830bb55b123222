"""Runs first in the frozen program: what it starts has its own libraries, and it stays itself."""

import os
import sys

for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
    before = os.environ.pop(f"{name}_ORIG", None)  # PyInstaller keeps what the person had
    os.environ.pop(name, None)
    if before:
        os.environ[name] = before

# A package that is upgraded puts another file in the place of this one, and PyInstaller reads
# modules from that place when they are first asked for: from the wrong file, hours later.
if sys.platform == "linux" and "pyimod02_importers" in sys.modules:
    modules = sys.modules["pyimod02_importers"].pyz_archive
    held = f"/proc/self/fd/{os.open(modules._filename, os.O_RDONLY)}"  # noqa: SLF001 - no public way
    if os.path.exists(held):  # noqa: PTH110 - pathlib would take longer than all of this
        modules._filename = held  # noqa: SLF001
