"""Each source file has its test twin, and fits on three screens."""

from pathlib import Path

import pytest

from tests.architecture import twins
from tests.architecture.sources import PUPITRE, ROOT, shown

LONGEST = 300
LONGEST_OF_TESTS = 400
FILES = [
    path
    for folder in ("desktop", "packaging", "tests")
    for path in sorted((ROOT / folder).rglob("*.py"))
]


def test_each_module_has_its_test_twin() -> None:
    assert twins.alone() - twins.waiting() == set(), "write their tests"


def test_the_list_of_those_that_wait_is_up_to_date() -> None:
    """They have a twin now, or are gone: run `python tests/architecture/twins.py`."""
    assert twins.waiting() - twins.alone() == set()


@pytest.mark.parametrize("path", FILES, ids=shown)
def test_a_file_fits_on_three_screens(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    longest = LONGEST_OF_TESTS if path.name.startswith("test_") else LONGEST
    assert lines <= longest, "it holds two nouns: split it by noun"


@pytest.mark.parametrize(
    ("source", "does"),
    [
        ('"""Declares."""\nclass A:\n    x: int = 1\n', False),
        ('class Port:\n    def ask(self) -> int:\n        "Ask."\n        ...\n', False),
        ("def double(x):\n    return 2 * x\n", True),
    ],
)
def test_only_what_does_something_needs_a_twin(source: str, does: bool, tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text(source)
    assert twins.does_something(tmp_path / "module.py") == does


def test_a_module_without_tests_is_seen() -> None:
    assert twins.has_twin(PUPITRE / "app" / "loop.py")
    assert not twins.has_twin(PUPITRE / "app" / "nobody_tried_it.py")
