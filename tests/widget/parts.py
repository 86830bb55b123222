"""The widget's modules on a blank page, without being started: to be run one by one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playwright.async_api import Page

from pupitre.server.gateway.slimming import joined
from tests.support.browser import chromium

WIDGET = Path(__file__).parents[2] / "resources" / "widget"
PARTS = (
    "palette cut newId chooseLanguage wording begun folded Memory Cargo Outbox "
    "greeting Sound isDark unfit sized"
)


@asynccontextmanager
async def parts(locale: str = "en-GB") -> AsyncIterator[Page]:
    """Open a blank page that has the modules."""
    paths = sorted(path for path in WIDGET.glob("*.js") if path.name != "loader.js")
    modules = joined(path.read_text("utf-8") for path in paths)
    names = ", ".join(PARTS.split())
    async with chromium() as browser:
        blank = await browser.new_page(locale=locale, timezone_id="Europe/Paris")
        await blank.route("**", lambda route: route.fulfill(body="", content_type="text/html"))
        await blank.goto("http://127.0.0.1/")
        await blank.add_script_tag(
            content=f"(() => {{ {modules} window.parts = {{ {names} }}; }})()"
        )
        yield blank


async def run(page: Page, script: str, argument: object = None) -> Any:
    """Run a script with the parts at hand."""
    return await page.evaluate(f"(given) => {{ with (parts) {{ {script} }} }}", argument)
