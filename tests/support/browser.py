"""A real Chromium for journeys: how it is started, and the visitor that a test plays in it."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from playwright.async_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    async_playwright,
    expect,
)

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Started so, Chromium runs as root, on a machine without a graphics card, and calls nobody."""

DESKTOP = (1280, 800)
PHONE = (390, 844)
PATIENCE = 60_000.0
"""How many milliseconds the page may take for what it should do at once, on a busy machine."""


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Start Debian's Chromium, without a window, and stop it at the end."""
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        try:
            yield browser
        finally:
            await browser.close()


async def somebody(
    browser: Browser,
    language: str = "en",
    *,
    size: tuple[int, int] = DESKTOP,
    dark: bool = False,
    still: bool = False,
) -> BrowserContext:
    """Open a profile of its own: another person, who has never been on the site.

    Where it is `still`, nothing fades in, as for those who asked their system for less motion.
    """
    width, height = size
    phone = size == PHONE
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        locale=language,
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce" if still else "no-preference",
        has_touch=phone,
        is_mobile=phone,
    )
    context.set_default_timeout(PATIENCE)
    return context


@dataclass
class VisitorPage:
    """One tab of a visitor, in the words of what one does with the chat (English or French)."""

    page: Page
    french: bool = False
    troubles: list[str] = field(default_factory=list)
    """Errors and warnings of the page; a calm widget makes none."""

    def __post_init__(self) -> None:
        """Listen for troubles from the start."""
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("console", self._heard)

    @property
    def widget(self) -> Locator:
        """The element of the chat; its `data-…` attributes tell its state."""
        return self.page.locator("pupitre-widget")

    @property
    def box(self) -> Locator:
        """The text box."""
        return self.page.get_by_role("textbox", name=self._word("Your message", "Votre message"))

    @property
    def messages(self) -> Locator:
        """The texts in the thread, of both sides, in order."""
        return self.page.locator("pupitre-widget .message .text")

    def own(self, text: str) -> Locator:
        """Return the visitor's message with this text; `data-state` tells how far it is."""
        return self.page.locator(".message[data-author=visitor]", has_text=text)

    async def visit(self, url: str) -> None:
        """Load a page of the site and wait until its chat is connected."""
        await self.page.goto(url)
        await self.connected()

    async def connected(self) -> None:
        """Wait until the server has welcomed this tab."""
        await expect(self.widget).to_have_attribute("data-connection", "connected")

    async def open(self) -> None:
        """Open the chat."""
        name = self._word("Open the chat", "Ouvrir la discussion")
        await self.page.get_by_role("button", name=name).click()

    async def close(self) -> None:
        """Close the chat: it is only put away."""
        name = self._word("Close the chat", "Fermer la discussion")
        await self.page.get_by_role("button", name=name).click()

    async def write(self, text: str) -> None:
        """Type a message and send it."""
        await self.box.fill(text)
        await self.box.press("Enter")

    async def say(self, text: str) -> None:
        """Write and wait until the server has stored it."""
        await self.write(text)
        await expect(self.own(text).last).to_have_attribute("data-state", "sent")

    async def end(self) -> None:
        """End the conversation, and mean it."""
        end = self._word("End the conversation", "Terminer la conversation")
        await self.page.get_by_role("button", name=end).click()
        yes = self._word("Yes, end it", "Oui, terminer")
        await self.page.get_by_role("button", name=yes).click()

    def _word(self, english: str, french: str) -> str:
        return french if self.french else english

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.troubles.append(message.text)
