"""The bundle holds what a desk has a use for, and nothing that came along with Qt."""

import pytest

import bundle

LIB = "PySide6/Qt/lib"
PLUGINS = "PySide6/Qt/plugins"


@pytest.mark.parametrize(
    "file",
    [
        f"{PLUGINS}/platforms/libqxcb.so",
        f"{PLUGINS}/platforms/qwindows.dll",
        f"{PLUGINS}/platforms/libqcocoa.dylib",
        f"{PLUGINS}/imageformats/libqsvg.so",
        f"{PLUGINS}/networkinformation/libqapplenetworkinformation.dylib",
        "PySide6/plugins/networkinformation/qnetworklistmanager.dll",
        f"{PLUGINS}/styles/libqmacstyle.dylib",
        "PySide6/plugins/styles/qmodernwindowsstyle.dll",
        "enchant/data/mingw64/bin/libenchant-2.dll",
        "enchant/data/mingw64/lib/enchant-2/enchant_hunspell.dll",
        "enchant/data/mingw64/share/enchant/hunspell/en_GB.dic",
        f"{LIB}/libQt6Widgets.so.6",
        "PySide6/Qt6Core.dll",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "resources/i18n/pupitre_fr.qm",
        "resources/icons/send.svg",
        "libssl.so.3",
        "PIL/.dylibs/libz.1.3.1.zlib-ng.dylib",
        "PIL/.dylibs/libfreetype.6.dylib",
    ],
)
def test_what_a_desk_needs_is_kept(file: str) -> None:
    assert bundle.is_used(file)


@pytest.mark.parametrize(
    "file",
    [
        f"{PLUGINS}/platformthemes/libqgtk3.so",
        f"{PLUGINS}/sqldrivers/libqsqlite.so",
        f"{PLUGINS}/tls/libqopensslbackend.so",
        f"{LIB}/libQt6Quick.so.6",
        "PySide6/Qt6Pdf.dll",
        "PySide6/opengl32sw.dll",
        "PySide6/plugins/platforms/qdirect2d.dll",
        "enchant/data/mingw64/bin/libicudt72.dll",
        "enchant/data/mingw64/lib/enchant-2/enchant_hunspell.a",
        "enchant/data/mingw64/share/enchant/hunspell/en_ZW.dic",
        "PySide6/Qt/translations/qtbase_de.qm",
        "libfontconfig.so.1",
    ],
)
def test_what_came_along_is_left(file: str) -> None:
    assert not bundle.is_used(file)


def test_nothing_is_prepared_for_what_a_desk_never_does() -> None:
    assert bundle.has_use("pyi_rth_pyside6")
    assert not bundle.has_use("pyi_rth_multiprocessing")


def test_a_library_is_kept_only_for_what_is_linked_with_it() -> None:
    entries = [
        ("PySide6/QtGui.abi3.so", "/qt/QtGui", "EXTENSION"),
        (f"{PLUGINS}/platforms/libqxcb.so", "/qt/qxcb", "BINARY"),
        (f"{LIB}/libQt6Gui.so.6", "/qt/gui", "BINARY"),
        ("libpng16.so.16", "/usr/png", "BINARY"),
        ("libgtk-3.so.0", "/usr/gtk", "BINARY"),
        ("libxcb-cursor.so.0", "/usr/cursor", "BINARY"),
    ]
    links = {
        "/qt/QtGui": ["libQt6Gui.so.6", "libc.so.6"],
        "/qt/gui": ["libpng16.so.16"],
        "/qt/qxcb": ["libQt6Gui.so.6", "libxcb-cursor.so.0"],
    }
    kept = bundle.reached(entries, lambda file: links.get(file, []))
    assert [entry for entry in entries if entry not in kept] == [
        ("libgtk-3.so.0", "/usr/gtk", "BINARY")
    ]


def test_a_link_goes_with_what_it_leads_to() -> None:
    there = [(f"{LIB}/libQt6Gui.so.6", "/qt/gui", "BINARY")]
    leads = ("libQt6Gui.so.6", f"{LIB}/libQt6Gui.so.6", "SYMLINK")
    lost = ("libgtk-3.so.0", "usr/libgtk-3.so.0", "SYMLINK")
    words = ("resources/i18n/pupitre_fr.qm", "/r/pupitre_fr.qm", "DATA")
    assert bundle.links_to([leads, lost, words], there) == [leads, words]
