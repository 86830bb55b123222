"""Qt: shows what is known, sends intents; never awaits."""

import importlib
from contextlib import suppress


def _spare_the_sources() -> None:
    """Keep Qt's binding from reading the source of each module that is imported after it.

    WORKAROUND https://bugreports.qt.io/browse/PYSIDE-1368: it looks there for the word PySide6,
    to learn whether a module may have switched its own features on. None here does; what it
    finds out is a tenth of the time that the first window takes.
    """
    importlib.import_module("PySide6.QtCore")
    with suppress(ImportError):
        feature = vars(importlib.import_module("shibokensupport.feature"))
        if "_mod_uses_pyside" in feature:
            feature["_mod_uses_pyside"] = lambda _module: True


_spare_the_sources()
