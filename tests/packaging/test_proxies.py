"""The examples of reverse proxies, loaded for real: TLS and WebSockets, a desk and a visitor."""

import os
import shutil
import socket
import ssl
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from pupitre.app.demo.visitors import Person, SoftVisitor
from pupitre.domain.attachments import MAX_SIZE
from tests.architecture.sources import ROOT
from tests.support.certificates import certificate
from tests.support.daemons import Daemons
from tests.support.patience import soon
from tests.support.pilot import DeskPilot
from tests.support.server import ServerProgram
from tests.support.x11 import XSession

pytestmark = [pytest.mark.slow, pytest.mark.journey]
EXAMPLES = ROOT / "packaging" / "server"
NGINX = """
daemon off;
pid {folder}/pid;
error_log {folder}/errors;
{user}
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/bodies;
    proxy_temp_path {folder}/proxied;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {example}
}}
"""
CADDY = "{\n\tadmin off\n\tauto_https disable_redirects\n}\n"
Written = tuple[list[str], int]
"""The words that start a proxy, and the port that it listens on with TLS."""


def nginx(folder: Path, server: int, certified: Path) -> Written:
    """Write nginx's example for this computer."""
    plain, secure = free_port(), free_port()
    text = (EXAMPLES / "nginx.conf").read_text(encoding="utf-8")
    for old, new in (
        ("/etc/letsencrypt/live/desk.example.org/fullchain.pem", str(certified)),
        ("/etc/letsencrypt/live/desk.example.org/privkey.pem", str(certified)),
        ("desk.example.org", "localhost"),
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("listen 443 ssl http2;", f"listen 127.0.0.1:{secure} ssl http2;"),
        ("    listen [::]:80;\n", ""),
        ("    listen [::]:443 ssl http2;\n", ""),
        ("127.0.0.1:8420", f"127.0.0.1:{server}"),
    ):
        assert old in text, old
        text = text.replace(old, new)
    user = "user root;" if os.geteuid() == 0 else ""
    file = folder / "nginx.conf"
    file.write_text(NGINX.format(folder=folder, example=text, user=user), encoding="utf-8")
    return ["nginx", "-e", str(folder / "errors"), "-c", str(file)], secure


def caddy(folder: Path, server: int, certified: Path) -> Written:
    """Write Caddy's example for this computer."""
    secure, begins = free_port(), "\tencode zstd gzip\n"
    text = (EXAMPLES / "Caddyfile").read_text(encoding="utf-8")
    assert "{$PUPITRE_HOST:desk.example.org} {\n" + begins in text
    text = text.replace(begins, f"\ttls {certified} {certified}\n{begins}")
    file = folder / "Caddyfile"
    file.write_text(CADDY + text, encoding="utf-8")
    told = [f"PUPITRE_HOST=https://localhost:{secure}", f"PUPITRE_SERVER=127.0.0.1:{server}"]
    return ["env", *told, "caddy", "run", "--adapter", "caddyfile", "--config", str(file)], secure


PROXIES: dict[str, Callable[[Path, int, Path], Written]] = {"nginx": nginx, "caddy": caddy}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> Path:
    begins = datetime.now(UTC) - timedelta(days=1)  # noqa: TID251 - OpenSSL reads it too
    folder = tmp_path_factory.mktemp("certificate")
    return certificate(folder, host="localhost", begins=begins, lasts=timedelta(days=9))


@pytest.fixture(params=PROXIES)
def address(
    request: pytest.FixtureRequest,
    certified: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[str]:
    """Give the address of a proxy before a server; this test trusts its certificate."""
    if shutil.which(request.param) is None:
        pytest.skip(f"{request.param} is not installed")
    monkeypatch.setenv("SSL_CERT_FILE", str(certified))
    (tmp_path / "proxy").mkdir()
    port, daemons = free_port(), Daemons(tmp_path)
    words, secure = PROXIES[request.param](tmp_path / "proxy", port, certified)
    config = tmp_path / "server.toml"
    config.write_text(
        f'[server]\nbehind_proxy = true\npublic_address = "https://localhost:{secure}/"\n'
    )
    server = ServerProgram(tmp_path / "data", "--config", str(config), "--port", str(port))
    server.start()
    env = os.environ | {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    daemons.start(words, env, ready=lambda: _answers(secure))
    yield f"https://localhost:{secure}"
    daemons.stop()
    server.stop()


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True


@pytest.fixture
async def alice(
    address: str, certified: Path, x_session: XSession, tmp_path: Path
) -> AsyncIterator[DeskPilot]:
    """Give a person before a desk that proposes the server behind the proxy."""
    options = ("--language", "en", "--server", address, "--email", "alice@demo.test")
    pilot = DeskPilot(x_session, tmp_path, *options)
    pilot._env["SSL_CERT_FILE"] = str(certified)
    try:
        await pilot.start()
        yield pilot
    finally:
        await pilot.stop()
        x_session.notices.dismiss_all()


async def test_a_desk_and_a_visitor_talk_through_it(address: str, alice: DeskPilot) -> None:
    await alice.types("Password", "demo")
    await alice.press("Sign in", role="push button")
    await alice.sees("Conversations", within=30)
    await alice.press("Become available", role="push button")
    heard: list[str] = []
    person = Person(name="Camille D.", mission="velo")
    visitor = SoftVisitor(address, person, lambda _, event: heard.append(str(event)))
    await visitor.arrive("/demo/velo", "Vélos")
    await visitor.write("Quelle taille ?")
    await alice.sees("Quelle taille ?", role="list item")
    await alice.opens("Quelle taille ?")
    await alice.write("Message", "Du 54.")
    await alice.press("Send")
    await alice.sees("Du 54.", role="list item", inside="Thread")
    await soon(lambda: any("Du 54." in event for event in heard))
    await visitor.leave()


async def test_what_it_passes_and_what_it_keeps(address: str, certified: Path) -> None:
    trust = ssl.create_default_context(cafile=str(certified))
    async with httpx.AsyncClient(base_url=address, verify=trust, trust_env=False) as client:
        health = await client.get("/healthz")
        assert health.status_code == 200
        assert "max-age" in health.headers["Strict-Transport-Security"]
        assert (await client.get("/metrics")).status_code == 404
        widget = await client.get("/widget/velo.js")
        assert widget.status_code == 200
        visitor = SoftVisitor(address, Person(name="Zoé", mission="velo"), lambda *_: None)
        await visitor.arrive("/demo/velo", "Vélos")
        large = {"file": ("large.txt", b"words " * (MAX_SIZE // 6), "text/plain")}
        bearer = {"Authorization": f"Bearer {visitor._token}"}
        taken = await client.post("/api/attachments", files=large, headers=bearer)
        assert taken.status_code == 201, taken.text
        got = await client.get(taken.json()["url"])
        assert len(got.content) == taken.json()["size"]
        await visitor.leave()
