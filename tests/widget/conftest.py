"""A page with the widget's modules, for each test."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page

from tests.widget.parts import parts


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    """Give a blank page that has the widget's modules, without starting them."""
    async with parts() as blank:
        yield blank
