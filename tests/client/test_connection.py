"""What is shown is up to date only while there is a link that caught up."""

import pytest

from pupitre.client.connection import Connection, LinkState
from tests.client.ground import NOON


@pytest.mark.parametrize("state", LinkState)
def test_only_a_connected_desk_is_not_stale(state: LinkState) -> None:
    assert Connection(state=state, since=NOON).stale == (state is not LinkState.CONNECTED)
