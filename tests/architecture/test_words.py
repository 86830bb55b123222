"""Every on-screen word goes through `translate`, and both languages have all of them."""

import ast
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET  # the project's own files
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, calls, modules, nodes, shown

LUPDATE = Path(sys.executable).with_name("pyside6-lupdate")
TRANSLATIONS = ROOT / "resources" / "i18n"
LANGUAGES = ("en", "fr")
SHOWS_WORDS = {
    *("setAccessibleDescription", "setAccessibleName", "setInformativeText", "setPlaceholderText"),
    *("setStatusTip", "setText", "setTitle", "setToolTip", "setWhatsThis", "setWindowTitle"),
    *("addAction", "addButton", "addItem", "addMenu", "addRow", "addTab", "showMessage"),
    *("QAction", "QCheckBox", "QGroupBox", "QLabel", "QMenu", "QPushButton", "QRadioButton"),
    *("QToolButton", "QDockWidget", "QCommandLinkButton"),
}
TRANSLATES = ("translate", "QCoreApplication.translate")
"""So written: a painter and a rectangle have a `translate` too, which moves them."""


def bare_words(path: Path) -> Iterator[str]:
    """Name the texts that would be shown in one language only."""
    for call, name in calls(path):
        if name.split(".")[-1] in SHOWS_WORDS:
            for argument in call.args:
                if _has_letters(argument):
                    yield f"{ast.unparse(argument)} at line {call.lineno}"


def unreadable_words(path: Path) -> Iterator[str]:
    """Name the texts given to `translate` that lupdate cannot read: not written out there."""
    handed_on = set(_inside_tr(path))
    for call, name in calls(path):
        if _translates(name) and call not in handed_on:
            texts = call.args[:2] if name.endswith("translate") else call.args[:1]
            if not all(_is_written_out(text) for text in texts):
                yield f"{ast.unparse(call)} at line {call.lineno}"


def _inside_tr(path: Path) -> Iterator[ast.AST]:
    """List what stands in a function named `tr`: its callers write the texts out."""
    for node in nodes(path):
        if isinstance(node, ast.FunctionDef) and node.name == "tr":
            yield from ast.walk(node)


def _has_letters(node: ast.expr) -> bool:
    match node:
        case ast.Constant(value=str(text)):
            return any(letter.isalpha() for letter in text)
        case ast.JoinedStr(values=parts):
            return any(_has_letters(part) for part in parts)
        case ast.BinOp(left=left, right=right):
            return _has_letters(left) or _has_letters(right)
        case ast.IfExp(body=body, orelse=orelse):
            return _has_letters(body) or _has_letters(orelse)
        case _:
            return False


def _is_written_out(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


@pytest.mark.parametrize("module", modules("ui", "app"), ids=shown)
def test_every_word_on_screen_can_be_translated(module: Path) -> None:
    assert not list(bare_words(module)), "give it to translate()"
    assert not list(unreadable_words(module)), "write the text out, and format it afterwards"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_word_and_no_other(language: str, tmp_path: Path) -> None:
    kept = TRANSLATIONS / f"pupitre_{language}.ts"
    found = tmp_path / kept.name
    shutil.copy(kept, found)
    sources = [path for path in modules("ui", "app") if _has_words(path)]
    update: list[str | Path] = [LUPDATE, "-locations", "none", *sources, "-ts", found]
    done = subprocess.run(update, capture_output=True, text=True, check=True)
    assert not done.stderr, done.stderr
    assert not list(unfinished(found)), "translate them"


def _has_words(path: Path) -> bool:
    return any(_translates(name) or name == "QT_TRANSLATE_NOOP" for _, name in calls(path))


def _translates(name: str) -> bool:
    return name in TRANSLATES or name.split(".")[-1] == "tr"


def unfinished(file: Path) -> Iterator[str]:
    """Name the messages that are new, untranslated, or no longer in the source."""
    for message in ET.parse(file).getroot().iter("message"):  # noqa: S314 - the project's own
        translation = message.find("translation")
        source = message.findtext("source")
        if translation is None or translation.get("type"):
            kind = None if translation is None else translation.get("type")
            yield f"{kind}: {source}"
        elif not all(form.strip() for form in _forms(translation)):
            yield f"empty: {source}"


def _forms(translation: ET.Element) -> list[str]:
    plurals = translation.findall("numerusform")
    return [form.text or "" for form in plurals] or [translation.text or ""]


@pytest.mark.parametrize(
    "line",
    [
        "QLabel('Hello')",
        "self.setWindowTitle(f'Hello {name}')",
        "button.setText('Send' if ready else translate('A', 'Wait'))",
        "translate('Area', f'Bye {name}')",
        "translate('Area', 'Bye ' + name)",
        "self.tr(text)",
    ],
)
def test_each_way_to_forget_a_language_is_seen(line: str, tmp_path: Path) -> None:
    (tmp_path / "wrong.py").write_text(line)
    assert [*bare_words(tmp_path / "wrong.py"), *unreadable_words(tmp_path / "wrong.py")]


@pytest.mark.parametrize(
    "line",
    [
        "label.setText('…')",
        "QLabel(name)",
        "translate('Area', '{n} of').format(n=1)",
        "def tr(text, n): return translate('Area', text, '', n)",
        "painter.translate(place.topLeft())",
    ],
)
def test_what_needs_no_translation_is_let_through(line: str, tmp_path: Path) -> None:
    (tmp_path / "right.py").write_text(line)
    assert not [*bare_words(tmp_path / "right.py"), *unreadable_words(tmp_path / "right.py")]


def test_a_word_that_is_missing_is_seen(tmp_path: Path) -> None:
    source, found = tmp_path / "area.py", tmp_path / "new.ts"
    source.write_text("translate('Area', 'A word nobody translated')")
    subprocess.run([LUPDATE, source, "-ts", found], capture_output=True, check=True)
    assert list(unfinished(found)) == ["unfinished: A word nobody translated"]
