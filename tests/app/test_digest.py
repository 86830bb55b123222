"""A desk finds the file and the door that an earlier version made."""

from hashlib import sha256

import pytest

from pupitre.app.digest import digest


@pytest.mark.parametrize("told", ["", "alice@demo.test", "https://é.example|zoë"])
def test_a_short_name_is_the_head_of_what_python_says(told: str) -> None:
    assert digest(told) == sha256(told.encode()).hexdigest()[:16]
