"""Pictures to attach in a test, drawn on the spot, and pictures of a page to look at."""

import io
import os
from pathlib import Path

from PIL import Image
from playwright.async_api import FilePayload, Page


def drawn(width: int = 640, height: int = 480) -> bytes:
    """Return a PNG that shows something: a sky over a field."""
    picture = Image.linear_gradient("L").resize((width, height))
    sky = Image.merge("RGB", (picture.point([v // 3 for v in range(256)]), picture, picture))
    with io.BytesIO() as kept:
        sky.save(kept, "PNG")
        return kept.getvalue()


def noisy(width: int = 2600, height: int = 2400) -> bytes:
    """Return a PNG that does not compress: megabytes, for slow links."""
    with io.BytesIO() as kept:
        Image.effect_noise((width, height), 90).save(kept, "PNG")
        return kept.getvalue()


def payload(name: str, content: bytes, media_type: str = "image/png") -> FilePayload:
    """Return a file as somebody chooses it in a browser."""
    return {"name": name, "mimeType": media_type, "buffer": content}


async def picture(page: Page, name: str) -> None:
    """Keep a picture of the page to look at, where PUPITRE_PICTURES says."""
    if folder := os.environ.get("PUPITRE_PICTURES"):
        await page.screenshot(path=str(Path(folder) / f"{name}.png"))
