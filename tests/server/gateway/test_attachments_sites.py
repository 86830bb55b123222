"""Which sites may send files: those of the visitor's mission."""

from dataclasses import replace

from tests.support.clients import visitor_at
from tests.support.server import Served
from tests.support.uploads import (
    ZIP,
    calls,
    sent,
    token,
)

SHOP = "https://www.velo.example"


async def test_a_missions_site_may_send_and_another_may_not(server: Served) -> None:
    await allow(server, SHOP)
    async with visitor_at(server.url, origin=SHOP) as camille:
        good = await sent(server.url, token(camille), b"x", "a.txt", Origin=SHOP)
        evil = await sent(server.url, token(camille), b"x", "a.txt", Origin="https://evil.example")
        own = await sent(server.url, token(camille), b"x", "a.txt", Origin=server.url)
        refused = await sent(server.url, token(camille), ZIP, Origin=SHOP)
    assert good.status_code == own.status_code == 201
    assert good.headers["access-control-allow-origin"] == SHOP
    assert refused.headers["access-control-allow-origin"] == SHOP, "or it could not be read"
    assert (evil.status_code, evil.json()["code"]) == (403, "wrong_origin")
    assert "access-control-allow-origin" not in evil.headers


async def test_a_site_of_another_mission_may_not_send_for_this_one(server: Served) -> None:
    await allow(server, SHOP, mission="cave")
    async with visitor_at(server.url) as camille:
        answer = await sent(server.url, token(camille), b"x", "a.txt", Origin=SHOP)
    assert (answer.status_code, answer.json()["code"]) == (403, "wrong_origin")
    assert "access-control-allow-origin" not in answer.headers


async def test_a_browser_asks_beforehand(server: Served) -> None:
    await allow(server, SHOP)
    asking = {"Access-Control-Request-Method": "POST"}
    async with calls() as http:
        address = f"{server.url}/api/attachments"
        good = await http.options(address, headers=asking | {"Origin": SHOP})
        evil = await http.options(address, headers=asking | {"Origin": "https://evil.example"})
    assert good.headers["access-control-allow-origin"] == SHOP
    assert good.headers["access-control-allow-headers"] == "authorization, content-type"
    assert good.headers["vary"] == evil.headers["vary"] == "Origin"
    assert "access-control-allow-origin" not in evil.headers


async def allow(server: Served, origin: str, mission: str = "velo") -> None:
    """Have a mission allow a site."""
    missions = server.house.present.floor.missions
    for id_, known in missions.items():
        if id_ == mission:
            missions[id_] = replace(known, origins=(origin,))
