"""Each source file has its test twin, and fits on three screens."""

from pathlib import Path

import pytest

from tests.architecture.sources import PUPITRE, ROOT, modules, shown

LONGEST = 300
LONGEST_OF_TESTS = 400
WITHOUT_TWIN: frozenset[str] = frozenset()
"""Modules still without a twin; this list only gets shorter."""

FILES = [
    path
    for folder in ("desktop", "packaging", "tests")
    for path in sorted((ROOT / folder).rglob("*.py"))
]


def twin(module: Path) -> Path:
    """Return where the tests of a module are."""
    folder = module.relative_to(PUPITRE).parent
    return ROOT / "tests" / folder / f"test_{module.stem.strip('_')}.py"


def needs_twin(module: Path) -> bool:
    """Tell whether a module has something to test: more than a docstring and imports."""
    return module.name != "__init__.py" and "versions" not in module.parts


def test_each_module_has_its_test_twin() -> None:
    alone = {shown(path) for path in modules() if needs_twin(path) and not twin(path).exists()}
    assert alone - WITHOUT_TWIN == set(), "write their tests"
    assert WITHOUT_TWIN - alone == set(), "they have a twin now, or are gone: shorten the list"


@pytest.mark.parametrize("path", FILES, ids=shown)
def test_a_file_fits_on_three_screens(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    longest = LONGEST_OF_TESTS if path.name.startswith("test_") else LONGEST
    assert lines <= longest, "it holds two nouns: split it by noun"
