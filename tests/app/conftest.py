"""Tests of this folder run on the desk's own loop."""

import asyncio
from collections.abc import Callable, Mapping

import pytest

from tests.support.loop import qt_loop
from tests.support.screen import french, paris, screen

__all__ = ["french", "paris", "screen"]


def pytest_asyncio_loop_factories(
    config: pytest.Config, item: pytest.Item
) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Run coroutines on Qt's loop."""
    return qt_loop()
