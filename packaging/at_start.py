"""Runs first in the frozen program: what it starts, such as a browser, has libraries of its own."""

import os

for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
    before = os.environ.pop(f"{name}_ORIG", None)  # PyInstaller keeps what the person had
    os.environ.pop(name, None)
    if before:
        os.environ[name] = before
