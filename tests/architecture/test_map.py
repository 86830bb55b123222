"""README's map is the house as it stands."""

from pathlib import Path

import pytest

from tests.architecture import map as house
from tests.architecture.sources import modules, shown

MODULES = modules()


@pytest.mark.parametrize("module", MODULES, ids=shown)
def test_a_module_starts_with_one_line_that_says_what_it_is_for(module: Path) -> None:
    purpose = house.purpose(module)
    assert purpose.endswith("."), "one sentence, with its full stop"
    assert len(purpose) <= 97, "one line"


def test_every_folder_of_modules_is_a_package() -> None:
    assert not [path for path in MODULES if not (path.parent / "__init__.py").exists()]


def test_the_readme_shows_the_house_as_it_stands() -> None:
    told = house.told(house.README.read_text(encoding="utf-8"))
    assert told == house.current(), "run: python tests/architecture/map.py --write"


def test_a_map_that_is_missing_or_old_is_seen() -> None:
    assert house.told("# Pupitre") is None
    assert house.told("<!-- map -->\nold\n<!-- /map -->") == "old\n"
