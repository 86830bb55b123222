"""The widget's script and the demo shop, as they are served."""

import httpx
import pytest

from tests.support.server import Served


def http(server: Served) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=server.url, trust_env=False)


async def test_the_script_is_fetched_again_only_when_it_changed(server: Served) -> None:
    async with http(server) as client:
        first = await client.get("/widget/velo.js")
        assert first.headers["content-type"].startswith("text/javascript")
        assert '"mission":"velo"' in first.text
        etag = {"If-None-Match": first.headers["etag"]}
        assert (await client.get("/widget/velo.js", headers=etag)).status_code == 304
        assert (await client.get("/widget/none.js")).status_code == 404


async def test_the_shop_works_under_a_strict_policy(server: Served) -> None:
    async with http(server) as client:
        page = await client.get("/demo/velo")
        assert "script-src 'self'" in page.headers["content-security-policy"]
        assert '<script src="/widget/velo.js"' in page.text
        assert (await client.get("/demo/cave/anything")).status_code == 200
        assert '<html lang="en"' in page.text
        french = {"Accept-Language": "fr-CH, en;q=0.5"}
        assert '<html lang="fr"' in (await client.get("/demo/velo", headers=french)).text
        assert '<html lang="fr"' in (await client.get("/demo/velo?lang=fr")).text
        assert (await client.get("/demo/none")).status_code == 404


async def test_a_designer_sees_every_state_under_the_same_policy(server: Served) -> None:
    async with http(server) as client:
        for page in ("states", "states/frame"):
            answer = await client.get(f"/demo/velo/{page}")
            assert "script-src 'self'" in answer.headers["content-security-policy"]
            assert "frame-ancestors 'self'" in answer.headers["content-security-policy"]
            assert 'data-mission="velo"' in answer.text
            assert (await client.get(f"/demo/none/{page}")).status_code == 404
        modules = await client.get("/demo/velo/states/parts.js")
        assert modules.headers["content-type"].startswith("text/javascript")
        assert "export { Widget" in modules.text
        assert '"mission":"velo"' in modules.text
        assert (await client.get("/demo/none/states/parts.js")).status_code == 404


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("shop.css", 200),
        ("shop.js", 200),
        ("bicycle.svg", 200),
        ("velo.toml", 404),
        ("..%2fvelo.toml", 404),
    ],
)
async def test_only_scripts_and_styles_of_the_demo_are_served(
    server: Served, name: str, status: int
) -> None:
    async with http(server) as client:
        assert (await client.get(f"/demo/src/{name}")).status_code == status
