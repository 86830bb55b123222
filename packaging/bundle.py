"""What of Qt and of the system's libraries a desk has a use for: the choice behind pupitre.spec."""

from collections.abc import Callable, Iterable
from pathlib import PurePath

Entry = tuple[str, str, str]
"""A file of the bundle as PyInstaller writes it: where it goes, where it comes from, its kind."""
Needs = Callable[[str], Iterable[str]]
"""Tells which libraries a file is linked with."""

QT = {"Core", "Gui", "Widgets", "Network", "Svg", "DBus", "XcbQpa", "WaylandClient"}
"""Qt's libraries, by the name after `Qt6`."""
PLUGINS = {
    "platforms": {"qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"},
    "platformthemes": {"qxdgdesktopportal"},
    "platforminputcontexts": {
        *("composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"),
    },
    "networkinformation": {"qnetworkmanager", "qnetworklistmanager", "qapplenetworkinformation"},
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": {"bradient"},
    "iconengines": {"qsvgicon"},
    "imageformats": {"qsvg", "qjpeg", "qgif", "qwebp"},
    "styles": {"qmodernwindowsstyle", "qmacstyle"},
}
TRANSLATIONS = ("qtbase_fr", "qtbase_en")
SPELLING = {
    *("libenchant-2.dll", "enchant_hunspell.dll", "libhunspell-1.7-0.dll", "enchant.ordering"),
    *("libglib-2.0-0.dll", "libgmodule-2.0-0.dll", "libintl-8.dll", "libiconv-2.dll"),
    *("libpcre2-8-0.dll", "libstdc++-6.dll", "libgcc_s_seh-1.dll", "libwinpthread-1.dll"),
    *("en_GB.aff", "en_GB.dic", "en_US.aff", "en_US.dic"),
}
"""Of the 95 MB that pyenchant brings to Windows: Enchant, Hunspell, what these are linked with."""
FALLBACKS = ("opengl32sw", "d3dcompiler")
"""What Qt brings to Windows for programs that draw with OpenGL."""
SYSTEM = (
    *("libdbus-1.", "libglib-2.0.", "libgthread-2.0.", "libfontconfig.", "libfreetype."),
    *("libX11.", "libX11-xcb.", "libstdc++.", "libgcc_s.", "libz.", "libgssapi_krb5.", "libexpat."),
)
"""What every Linux desktop has, in the version that fits its settings and daemons.

On macOS, libraries of these names come with Pillow, which is linked with no others.
"""
UNUSED_MODULES = [
    *("tkinter", "turtle", "idlelib", "lib2to3", "pydoc_data", "doctest", "test", "ensurepip"),
    *("pip", "setuptools", "pkg_resources", "wheel", "hatchling", "PyInstaller", "readline"),
    *("pytest", "_pytest", "hypothesis", "mypy", "playwright", "IPython", "numpy", "trio"),
    *("alembic.testing", "sqlalchemy.testing", "sqlalchemy.dialects.mysql", "yaml"),
    *("sqlalchemy.dialects.oracle", "sqlalchemy.dialects.mssql", "MySQLdb", "pysqlite2"),
    *("rich", "pygments", "psycopg2", "docutils", "gevent", "eventlet"),
    *("PIL._avif", "PIL.AvifImagePlugin", "PIL._imagingft", "PIL._imagingtk", "PIL.ImageTk"),
    *("PIL._imagingmath", "PIL._imagingmorph", "PIL.ImageQt", "defusedxml", "olefile"),
]
UNUSED_HOOKS = {"pyi_rth_multiprocessing", "pyi_rth_setuptools", "pyi_rth_pkgres"}
"""What PyInstaller does before the program starts, for what a desk never does."""


def has_use(script: str) -> bool:
    """Tell whether a script that runs before the program has any use for it."""
    return script not in UNUSED_HOOKS


def is_used(destination: str) -> bool:
    """Tell whether a desk has a use for this file of the bundle."""
    path = PurePath(destination)
    if "PySide6" in path.parts and "translations" in path.parts:
        return path.name.startswith(TRANSLATIONS)
    if "PySide6" in path.parts and "plugins" in path.parts:
        return _stem(path) in PLUGINS.get(path.parts[-2], ())
    if "mingw64" in path.parts:
        return path.name in SPELLING
    if path.name.startswith(FALLBACKS) or (path.name.startswith(SYSTEM) and ".so" in path.name):
        return False
    return not _stem(path).startswith("Qt6") or _stem(path).removeprefix("Qt6") in QT


def reached(entries: Iterable[Entry], needs: Needs) -> list[Entry]:
    """Keep the modules and plugins, and of the libraries those that they are linked with."""
    entries = list(entries)
    libraries = {PurePath(entry[0]).name: entry for entry in entries if _is_plain_library(entry)}
    kept: set[str] = set()
    waiting = [entry[1] for entry in entries if not _is_plain_library(entry)]
    while waiting:
        for name in needs(waiting.pop()):
            if name in libraries and name not in kept:
                kept.add(name)
                waiting.append(libraries[name][1])
    return [
        entry
        for entry in entries
        if not _is_plain_library(entry) or PurePath(entry[0]).name in kept
    ]


def links_to(entries: Iterable[Entry], there: Iterable[Entry]) -> list[Entry]:
    """Keep the symbolic links that lead to something that is there, and all other files."""
    names = {PurePath(entry[0]).name for entry in there}
    return [entry for entry in entries if entry[2] != "SYMLINK" or PurePath(entry[1]).name in names]


def _is_plain_library(entry: Entry) -> bool:
    """Tell whether it is there only because something is linked with it."""
    destination, _, kind = entry
    path = PurePath(destination)
    return kind == "BINARY" and "plugins" not in path.parts and "libpython" not in path.name


def _stem(path: PurePath) -> str:
    return path.name.split(".")[0].removeprefix("lib")
