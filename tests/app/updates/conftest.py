"""Tests of updates have a publisher with real keys, served over real HTTP."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.publisher import Publisher, publishing


@pytest.fixture
def publisher(tmp_path: Path) -> Iterator[Publisher]:
    with publishing(tmp_path / "publisher") as made:
        yield made
