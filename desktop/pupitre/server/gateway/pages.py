"""The widget, and the demo shop that embeds it."""

import hashlib
import html
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from pupitre.domain.mission import Mission
from pupitre.server.gateway.widget import WidgetSettings, WidgetSource, read_widget
from pupitre.server.house import House

_JAVASCRIPT = "text/javascript; charset=utf-8"
_TYPES = {".js": _JAVASCRIPT, ".css": "text/css; charset=utf-8"}
_NAME = re.compile(r"[a-z]+\.(js|css)")
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""The widget works under it, and the demo shows that it does."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Files of `resources/`, and the public address if there is one."""

    resources: Path
    public: str | None = None

    @property
    def demo(self) -> Path:
        """The demo shop."""
        return self.resources / "demo"

    def widget(self, mission: Mission) -> str:
        """Return the script that a site embeds."""
        settings = WidgetSettings(
            mission=mission.id,
            name=mission.name,
            mark=mission.mark,
            colour=mission.colour,
            base=self.public,
        )
        return _source(self.resources).script(settings)

    def shop(self, mission: Mission) -> str:
        """Return the demo page of a mission."""
        page = (self.demo / "shop.html").read_text(encoding="utf-8")
        for mark, value in (
            ("__MISSION__", mission.id),
            ("__NAME__", mission.name),
            ("__COLOUR__", mission.colour),
        ):
            page = page.replace(mark, html.escape(value))
        return page


@cache
def _source(resources: Path) -> WidgetSource:
    return read_widget(resources / "widget", resources / "i18n")


def _pages(request: Request) -> Pages:
    pages: Pages = request.app.state.pages
    return pages


async def _mission(request: Request) -> Mission | None:
    house: House = request.app.state.house
    return await house.mission(request.path_params["mission"])


async def widget(request: Request) -> Response:
    """Answer `GET /widget/{mission}.js`."""
    mission = await _mission(request)
    if mission is None:
        return Response("There is no such mission.", 404, media_type="text/plain")
    script = _pages(request).widget(mission)
    etag = f'"{hashlib.sha256(script.encode()).hexdigest()[:16]}"'
    headers = {
        "ETag": etag,
        "Cache-Control": "no-cache",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "X-Content-Type-Options": "nosniff",
    }
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers=headers)
    return Response(script, headers=headers, media_type=_JAVASCRIPT)


async def demo_file(request: Request) -> Response:
    """Answer `GET /demo/src/{file}`."""
    headers = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
    return _file(_pages(request).demo, request.path_params["file"], headers)


async def shop(request: Request) -> Response:
    """Answer `GET /demo/{mission}` and the pages below it."""
    mission = await _mission(request)
    if mission is None:
        return Response("There is no such mission.", 404, media_type="text/plain")
    headers = {"Content-Security-Policy": _POLICY, "Cache-Control": "no-cache"}
    return Response(_pages(request).shop(mission), headers=headers, media_type="text/html")


def _file(folder: Path, name: str, headers: dict[str, str]) -> Response:
    """Return a file of a folder; its name is checked, so that it stays in there."""
    file = folder / name
    if not _NAME.fullmatch(name) or not file.is_file():
        return Response("There is no such file.", 404, media_type="text/plain")
    return Response(file.read_bytes(), headers=headers, media_type=_TYPES[file.suffix])
