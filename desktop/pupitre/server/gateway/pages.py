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
_TYPES = {".js": _JAVASCRIPT, ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}
_NAME = re.compile(r"[a-z]+\.(js|css|svg)")
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; "
)
"""The widget works under it, and the demo shows that it does."""
_ALONE = "frame-ancestors 'none'"
_FRAMED = "frame-src 'self'; frame-ancestors 'self'"
"""The page of the widget's states shows each in a frame."""


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
        return _source(self.resources).script(self._settings(mission))

    def parts(self, mission: Mission) -> str:
        """Return the widget's modules, for the page of its states."""
        return _source(self.resources).parts(self._settings(mission))

    def _settings(self, mission: Mission) -> WidgetSettings:
        return WidgetSettings(
            mission=mission.id,
            name=mission.name,
            mark=mission.mark,
            colour=mission.colour,
            base=self.public,
        )

    def page(self, name: str, mission: Mission, language: str) -> str:
        """Return a page of the demo, about a mission."""
        page = (self.demo / f"{name}.html").read_text(encoding="utf-8")
        for mark, value in (
            ("__LANGUAGE__", language),
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
    return await _page(request, "shop", _ALONE)


async def states(request: Request) -> Response:
    """Answer `GET /demo/{mission}/states`: every state of the widget, side by side."""
    return await _page(request, "states", _FRAMED)


async def state(request: Request) -> Response:
    """Answer `GET /demo/{mission}/states/frame`: one state, drawn without a server."""
    return await _page(request, "state", _FRAMED)


async def parts(request: Request) -> Response:
    """Answer `GET /demo/{mission}/states/parts.js`: the widget's modules."""
    mission = await _mission(request)
    if mission is None:
        return Response("There is no such mission.", 404, media_type="text/plain")
    headers = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
    return Response(_pages(request).parts(mission), headers=headers, media_type=_JAVASCRIPT)


async def _page(request: Request, name: str, framing: str) -> Response:
    mission = await _mission(request)
    if mission is None:
        return Response("There is no such mission.", 404, media_type="text/plain")
    headers = {"Content-Security-Policy": _POLICY + framing, "Cache-Control": "no-cache"}
    page = _pages(request).page(name, mission, _language(request))
    return Response(page, headers=headers, media_type="text/html")


def _language(request: Request) -> str:
    """Return what the address asks for, else what the browser likes best, of the two there are."""
    liked = request.headers.get("accept-language", "")
    asked = request.query_params.get("lang", liked)
    return "fr" if asked.casefold().startswith("fr") else "en"


def _file(folder: Path, name: str, headers: dict[str, str]) -> Response:
    """Return a file of a folder; its name is checked, so that it stays in there."""
    file = folder / name
    if not _NAME.fullmatch(name) or not file.is_file():
        return Response("There is no such file.", 404, media_type="text/plain")
    return Response(file.read_bytes(), headers=headers, media_type=_TYPES[file.suffix])
