"""A play for each test of the rules."""

import pytest

from tests.support.playbook import Playbook


@pytest.fixture
def play() -> Playbook:
    return Playbook()
