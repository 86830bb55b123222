"""What a shop's page bears for Pupitre: bytes, requests, and time taken from its main thread."""

import asyncio
import tempfile
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.async_api import Browser, CDPSession, expect

from tests.bench.child import Child
from tests.bench.table import Row, limit_row
from tests.support.browser import chromium
from tests.support.server import demo_in

LOADS = 7
"""Page loads with the chat, and as many without, by turns."""
MOST_BYTES = 25.0
MOST_BLOCKING = 50.0
SETTLED = 1_000
"""Milliseconds that a page is left alone before it is looked at."""
WATCH = """
window.long = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) window.long += Math.max(0, duration - 50);
}).observe({ type: "longtask", buffered: true });
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """One load of the shop's page; times in milliseconds."""

    busy: float
    """The main thread was at work."""
    blocking: float
    """Beyond the first 50 ms of each long task, as Lighthouse counts it."""
    requests: int
    """Asked of the chat's server by its script, itself included."""


def run() -> list[Row]:
    """Fetch the script as a browser does, then load the shop with and without it."""
    with tempfile.TemporaryDirectory() as folder:
        demo_in(Path(folder))
        with Child("server", folder) as server:
            url = server.says("listening").split()[0]
            size = _size(url)
            bare, full = asyncio.run(_loads(url))
    return [
        limit_row("the widget's script, as it travels", size / 1000, MOST_BYTES, unit="kB"),
        _requests(full),
        limit_row(
            "  blocking time that it adds to a page",
            max(0.0, _typical(full, "blocking") - _typical(bare, "blocking")),
            MOST_BLOCKING,
            unit="ms",
        ),
        Row(
            figure="  the page's main thread, with and without",
            value=f"{_typical(full, 'busy'):.0f} ms",
            peer=f"{_typical(bare, 'busy'):.0f} ms, without",
            ratio=_typical(full, "busy") / _typical(bare, "busy"),
            target="",
        ),
    ]


def _size(url: str) -> int:
    headers = {"Accept-Encoding": "gzip"}
    asked = urllib.request.Request(f"{url}/widget/velo.js", headers=headers)  # noqa: S310 - ours
    with urllib.request.urlopen(asked) as answer:  # noqa: S310
        assert answer.headers.get("Content-Encoding") == "gzip"
        return len(answer.read())


def _requests(loads: list[Load]) -> Row:
    most = max(load.requests for load in loads)
    return Row(
        figure="  requests before the first word",
        value=f"{most}",
        peer="the script and its socket",
        target="≤ 2",
        met=most <= 2,
    )


def _typical(loads: list[Load], name: str) -> float:
    return float(median(getattr(load, name) for load in loads))


async def _loads(url: str) -> tuple[list[Load], list[Load]]:
    bare: list[Load] = []
    full: list[Load] = []
    async with chromium() as browser:
        for _ in range(LOADS):
            bare.append(await _load(browser, url, chat=False))
            full.append(await _load(browser, url, chat=True))
    return bare, full


async def _load(browser: Browser, url: str, *, chat: bool) -> Load:
    """Load the shop in a profile of its own, where nothing is cached."""
    context = await browser.new_context()
    page = await context.new_page()
    tools = await context.new_cdp_session(page)
    await tools.send("Performance.setTimeDomain", {"timeDomain": "threadTicks"})
    await tools.send("Performance.enable")
    asked: list[str] = []
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.on("request", lambda request: asked.append(request.url))
    if not chat:
        await page.route("**/widget/*.js", lambda route: route.fulfill(body=""))
    await page.add_init_script(WATCH)
    await page.goto(f"{url}/demo/velo?lang=en", wait_until="load")
    if chat:
        connected = page.locator("pupitre-widget[data-connection=connected]")
        await expect(connected).to_be_attached()
    await page.wait_for_timeout(SETTLED)
    busy, blocking = await _busy(tools), float(await page.evaluate("() => window.long"))
    await context.close()
    ours = [address for address in asked if "/widget/" in address or "/ws/" in address]
    return Load(busy=busy, blocking=blocking, requests=len(ours))


async def _busy(tools: CDPSession) -> float:
    metrics = await tools.send("Performance.getMetrics")
    found = {metric["name"]: metric["value"] for metric in metrics["metrics"]}
    return 1000 * float(found["TaskDuration"])
