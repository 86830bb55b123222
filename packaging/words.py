"""Reads every word on screen into resources/i18n, and compiles what is translated.

`python packaging/words.py` after a change of words: what is new is `unfinished` in the French
file until somebody translates it there; English is the source and only needs its plurals.
"""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "desktop" / "pupitre"
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = ("en", "fr")
MARKED = re.compile(r"translate\(|QT_TRANSLATE_NOOP\(")
TOOLS = Path(sys.executable).parent
LOCALES = {"en": "en_GB", "fr": "fr_FR"}


def main() -> int:
    """Update, complete and compile; 1: something is still to be translated."""
    left = 0
    for language in LANGUAGES:
        file = FOLDER / f"pupitre_{language}.ts"
        read_words(file, language)
        if language == "en":
            repeat_source(file)
        left += report(file)
        compile_words(file)
    return 1 if left else 0


def read_words(file: Path, language: str) -> None:
    """Bring the file up to date with the sources."""
    modules = [
        path
        for layer in ("ui", "app")
        for path in sorted((SOURCES / layer).rglob("*.py"))
        if MARKED.search(path.read_text(encoding="utf-8"))
    ]
    options = ["-locations", "none", "-no-obsolete", "-silent"]
    languages = ["-source-language", "en_GB", "-target-language", LOCALES[language]]
    command = [str(TOOLS / "pyside6-lupdate"), *options, *languages]
    subprocess.run([*command, *map(str, modules), "-ts", str(file)], check=True)


def repeat_source(file: Path) -> None:
    """Let each English word stand for itself; plurals are written by hand."""
    tree = ET.parse(file)  # noqa: S314 - the project's own file
    for message in tree.iter("message"):
        translation = message.find("translation")
        if translation is not None and message.get("numerus") is None:
            translation.text = message.findtext("source")
            translation.attrib.pop("type", None)
    write(tree, file)


def write(tree: "ET.ElementTree[ET.Element]", file: Path) -> None:
    """Write the file as lupdate does."""
    text = ET.tostring(tree.getroot(), encoding="unicode")
    header = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    file.write_text(f"{header}{text}\n", encoding="utf-8")


def report(file: Path) -> int:
    """Name and count the words that nobody translated."""
    tree = ET.parse(file)  # noqa: S314 - the project's own file
    missing = [
        message.findtext("source")
        for message in tree.iter("message")
        if (found := message.find("translation")) is None or found.get("type")
    ]
    for words in missing:
        print(f"{file.name}: {words}")
    return len(missing)


def compile_words(file: Path) -> None:
    """Write the compiled file beside it."""
    command = [str(TOOLS / "pyside6-lrelease"), "-silent", str(file)]
    subprocess.run([*command, "-qm", str(file.with_suffix(".qm"))], check=True)


if __name__ == "__main__":
    raise SystemExit(main())
