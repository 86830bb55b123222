"""Files over HTTP, both ways, with real sockets and real files."""

import asyncio
import contextlib
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image

from pupitre.domain.attachments import MAX_SIZE
from pupitre.server.house import Limits
from tests.support.clients import VisitorPage, expert_at, token_of, visitor_at
from tests.support.patience import soon
from tests.support.server import Served, served
from tests.support.uploads import PDF, ZIP, bomb, calls, must_send, picture, sent

SHOP = "https://www.velo.example"


def token(page: VisitorPage) -> str:
    return str(page.of("welcome")[0]["visitor"])


async def attached(page: VisitorPage, *ids: str, text: str = "") -> dict[str, Any]:
    return await page.ask({"type": "post", "text": text, "attachments": list(ids)})


def lying(server: Served, folder: Path) -> list[str]:
    """Name every file that lies there."""
    return sorted(file.name for file in (folder / "attachments").rglob("*") if file.is_file())


async def nothing_half_written(folder: Path) -> None:
    drafts = folder / "attachments" / ".drafts"
    await soon(lambda: not any(drafts.iterdir()))


async def test_a_visitor_sends_a_picture_and_the_expert_sees_it(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as camille:
        await alice.available()
        file = await must_send(server.url, token(camille), picture("JPEG"), "frein arrière.jpg")
        assert file["name"] == "frein arrière.jpg"
        assert (file["media_type"], file["width"], file["height"]) == ("image/jpeg", 640, 400)
        assert (await attached(camille, file["id"], text="Voici"))["type"] == "done"
        arrived = await alice.arrived()
        (message,) = [e["event"] for e in arrived["events"] if e["event"]["type"] == "message"]
        assert message["attachments"] == [file]
        told = (await camille.event("message"))["event"]
        assert told["attachments"] == [file], "the visitor sees what they sent"
        async with calls() as http:
            whole = await http.get(server.url + file["url"])
            small = await http.get(server.url + file["thumbnail"])
    assert (whole.status_code, len(whole.content)) == (200, file["size"])
    assert whole.headers["content-type"] == "image/jpeg"
    assert whole.headers["x-content-type-options"] == "nosniff"
    assert whole.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert whole.headers["cache-control"].startswith("private, max-age=31536000")
    assert whole.headers["content-disposition"].startswith("inline")
    with Image.open(io.BytesIO(small.content)) as thumbnail:
        assert max(thumbnail.size) == 480


async def test_an_expert_answers_with_a_document(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as camille:
        await alice.available()
        talk = await camille.must_say("La notice ?")
        await alice.arrived()
        file = await must_send(server.url, await token_of(server.url), PDF, "notice.pdf")
        assert (file["media_type"], file["size"]) == ("application/pdf", len(PDF))
        assert file["width"] is file["height"] is file["thumbnail"] is None
        await alice.must({"type": "post", "text": "", "attachments": [file["id"]]}, talk)
        came = await camille.hear(
            lambda f: f["type"] == "event" and f["event"].get("author") == "expert"
        )
        assert came["event"]["attachments"] == [file]
        async with calls() as http:
            whole = await http.get(server.url + file["url"])
    assert whole.content == PDF
    assert whole.headers["content-disposition"] == 'attachment; filename="notice.pdf"'


async def test_a_text_is_only_a_download(server: Served) -> None:
    async with visitor_at(server.url) as camille:
        html = b"<script>alert(document.domain)</script>"
        file = await must_send(server.url, token(camille), html, "page.html")
        assert (file["media_type"], file["name"]) == ("text/plain", "page.html.txt")
        async with calls() as http:
            whole = await http.get(server.url + file["url"])
    assert whole.headers["content-type"].startswith("text/plain")
    assert whole.headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize("spoil", ["id", "name", "signature", "size", "none"])
async def test_a_forged_address_opens_nothing(server: Served, spoil: str) -> None:
    async with visitor_at(server.url) as camille:
        one = await must_send(server.url, token(camille), picture(), "un.png")
        two = await must_send(server.url, token(camille), picture(), "deux.png")
    path, query = one["url"].split("?")
    forged = {
        "id": f"{path.replace(one['id'], two['id'])}?{query}",
        "name": f"{path.replace('un.png', 'autre.png')}?{query}",
        "signature": f"{path}?{query[:-4]}AAAA",
        "size": f"{path}?size=small&{query}",
        "none": path,
    }[spoil]
    async with calls() as http:
        answer = await http.get(server.url + forged)
    assert answer.status_code == 404


async def test_an_address_leads_nowhere_else_on_the_disk(server: Served) -> None:
    async with calls() as http:
        for path in ("..%2f..%2fpupitre.sqlite3/x", "../../pupitre.sqlite3", "%2e%2e/%2e%2e"):
            answer = await http.get(f"{server.url}/attachments/{path}?signature=AAAA")
            assert answer.status_code == 404


@pytest.mark.parametrize(
    ("content", "name", "status", "code"),
    [
        (ZIP, "photo.png", 415, "wrong_type"),
        (b"MZ\x90\0 a program", "photo.jpg", 415, "wrong_type"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>\0</svg>", "dessin.svg", 415, "wrong_type"),
        (b"", "vide.txt", 415, "wrong_type"),
        (picture()[:200], "coupée.png", 415, "wrong_type"),
        (b"\x89PNG\r\n\x1a\n" + b"rubbish" * 99, "faux.png", 415, "wrong_type"),
        (bomb(), "bombe.png", 413, "too_large"),
        (b"x" * (MAX_SIZE + 1), "long.txt", 413, "too_large"),
    ],
    ids=["zip", "program", "svg", "empty", "cut", "rubbish", "bomb", "long"],
)
async def test_what_may_not_be_sent_leaves_nothing(
    server: Served, tmp_path: Path, content: bytes, name: str, status: int, code: str
) -> None:
    async with visitor_at(server.url) as camille:
        answer = await sent(server.url, token(camille), content, name)
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (status, code)
    assert problem["message"].endswith(".")
    await nothing_half_written(tmp_path)
    assert lying(server, tmp_path) == []


async def test_the_largest_file_is_taken(server: Served) -> None:
    async with visitor_at(server.url) as camille:
        file = await must_send(server.url, token(camille), b"x" * MAX_SIZE, "juste.txt")
    assert file["size"] == MAX_SIZE


@pytest.mark.parametrize("credential", [None, "nobody's"])
async def test_nobody_else_sends_files(server: Served, credential: str | None) -> None:
    answer = await sent(server.url, credential, picture())
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


async def test_a_blocked_visitor_sends_no_files(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as camille:
        await alice.available()
        talk = await camille.must_say("…")
        await alice.arrived()
        await alice.must({"type": "block", "reason": "Insultes"}, talk)
        answer = await sent(server.url, token(camille), picture())
    assert (answer.status_code, answer.json()["code"]) == (403, "blocked")


async def test_what_is_no_form_with_a_file_is_refused(server: Served) -> None:
    async with visitor_at(server.url) as camille:
        headers = {"Authorization": f"Bearer {token(camille)}"}
        async with calls() as http:
            address = f"{server.url}/api/attachments"
            bare = await http.post(address, content=picture(), headers=headers)
            other = await http.post(address, files={"photo": ("a.png", b"x")}, headers=headers)
            torn = await http.post(
                address,
                content=b"--x\r\nContent-Disposition: form-data\r\n",
                headers=headers | {"Content-Type": "multipart/form-data; boundary=x"},
            )
            endless = await http.post(
                address,
                content=b"--x\r\nX-" + b"a" * 70_000,
                headers=headers | {"Content-Type": "multipart/form-data; boundary=x"},
            )
    for answer in (bare, other, torn, endless):
        assert (answer.status_code, answer.json()["code"]) == (400, "bad_frame")


async def test_a_file_is_used_once_and_by_its_sender_alone(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as camille:
        await alice.available()
        async with visitor_at(server.url) as denis:
            file = await must_send(server.url, token(camille), picture())
            stolen = await attached(denis, file["id"])
        assert (stolen["type"], stolen["code"]) == ("refused", "unknown_attachment")
        twice = await attached(camille, file["id"], file["id"])
        assert twice["code"] == "unknown_attachment"
        assert (await attached(camille, file["id"]))["type"] == "done"
        assert (await attached(camille, file["id"]))["code"] == "unknown_attachment"
        assert (await attached(camille, "no-such-file", text="?"))["code"] == "unknown_attachment"


async def test_the_same_message_again_is_the_same_also_after_a_restart(tmp_path: Path) -> None:
    id_ = "0d9c1c9e-3f0a-4b1e-8a63-0d1f6a1f0c11"
    async with served(tmp_path) as server, visitor_at(server.url) as camille:
        file = await must_send(server.url, token(camille), picture())
        post = {"type": "post", "text": "", "attachments": [file["id"]]}
        first = await camille.ask(post, id_)
        again = await camille.ask(post, id_)
        known = token(camille)
    async with served(tmp_path) as server, visitor_at(server.url, token=known) as camille:
        later = await camille.ask(post, id_)
        (entry,) = [
            e["event"]
            for e in camille.of("welcome")[0]["conversation"]["events"]
            if e["event"]["type"] == "message"
        ]
        async with calls() as http:
            answer = await http.get(server.url + entry["attachments"][0]["url"])
    assert first["type"] == "done"
    assert first["seq"] == again["seq"] == later["seq"]
    assert answer.status_code == 200, "the address holds after a restart"


async def test_too_many_files_are_told_how_long_to_wait(tmp_path: Path) -> None:
    async with (
        served(tmp_path, limits=Limits(rates=0.1)) as server,
        visitor_at(server.url) as camille,
        visitor_at(server.url) as denis,
    ):
        for _ in range(2):
            await must_send(server.url, token(camille), b"x", "a.txt")
        answer = await sent(server.url, token(camille), b"x", "a.txt")
        await must_send(server.url, token(denis), b"x", "a.txt")
    assert (answer.status_code, answer.json()["code"]) == (429, "slow_down")
    assert 1 <= int(answer.headers["retry-after"]) <= 30


async def test_too_many_bytes_are_told_how_long_to_wait(tmp_path: Path) -> None:
    async with (
        served(tmp_path, limits=Limits(rates=0.1)) as server,
        visitor_at(server.url) as camille,
    ):
        await must_send(server.url, token(camille), b"x" * MAX_SIZE, "a.txt")
        await sent(server.url, token(camille), ZIP * 30_000, "b.png")
        answer = await sent(server.url, token(camille), b"x", "c.txt")
    assert answer.status_code == 429, "also what was refused has been sent"


async def test_no_more_than_four_files_of_one_sender_come_at_once(server: Served) -> None:
    async with visitor_at(server.url) as camille:
        slow = [Slow(server.url, token(camille)) for _ in range(4)]
        for each in slow:
            await each.begin()
        on_their_way = server.house.metrics.uploading._value
        await soon(lambda: on_their_way.get() == 4)
        fifth = await sent(server.url, token(camille), picture())
        assert (fifth.status_code, fifth.json()["code"]) == (429, "slow_down")
        await slow[0].give_up()
        await soon(lambda: on_their_way.get() == 3)
        await must_send(server.url, token(camille), b"x", "a.txt")
        for each in slow[1:]:
            await each.give_up()


class Slow:
    """A sender that stops in the middle of a file."""

    def __init__(self, url: str, token: str) -> None:
        self._url = httpx.URL(url)
        self._token = token

    async def begin(self, size: int | None = 1_000_000, body: bytes = b"") -> None:
        """Send the head, and this much of the file; without a size: in chunks."""
        self.reader, self.writer = await asyncio.open_connection(self._url.host, self._url.port)
        form = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
        length = "Transfer-Encoding: chunked" if size is None else f"Content-Length: {size}"
        head = (
            f"POST /api/attachments HTTP/1.1\r\nHost: {self._url.netloc.decode()}\r\n"
            f"Authorization: Bearer {self._token}\r\n{length}\r\n"
            "Content-Type: multipart/form-data; boundary=b\r\n\r\n"
        )
        framed = f"{len(form):x}\r\n".encode() + form + b"\r\n" if size is None else form + body
        self.writer.write(head.encode() + framed)
        await self.writer.drain()

    async def give_up(self) -> None:
        self.writer.close()
        with contextlib.suppress(ConnectionError):
            await self.writer.wait_closed()


async def test_a_sender_who_leaves_leaves_nothing(server: Served, tmp_path: Path) -> None:
    async with visitor_at(server.url) as camille:
        slow = Slow(server.url, token(camille))
        await slow.begin(body=b"x" * 600_000)
        drafts = tmp_path / "attachments" / ".drafts"
        await soon(lambda: any(drafts.iterdir()))
        await slow.give_up()
        await nothing_half_written(tmp_path)
    assert lying(server, tmp_path) == []


async def test_two_gigabytes_announced_are_refused_at_once(server: Served) -> None:
    async with visitor_at(server.url) as camille:
        slow = Slow(server.url, token(camille))
        await slow.begin(size=2 * 1024**3)
        async with asyncio.timeout(5):
            head = await slow.reader.readuntil(b"\r\n\r\n")
        assert b"413" in head.splitlines()[0]
        assert b"connection: close" in head.lower()
        await slow.give_up()


async def test_two_gigabytes_streamed_are_refused_as_soon_as_it_is_known(
    server: Served, tmp_path: Path
) -> None:
    async with visitor_at(server.url) as camille:
        slow = Slow(server.url, token(camille))
        await slow.begin(size=None)
        answer = asyncio.ensure_future(slow.reader.readuntil(b"\r\n\r\n"))  # noqa: TID251
        given = 0
        with contextlib.suppress(ConnectionError):
            while not answer.done() and given < 2 * 1024**3:
                slow.writer.write(b"10000\r\n" + b"x" * 65536 + b"\r\n")
                await slow.writer.drain()
                given += 65536
        assert b"413" in (await answer).splitlines()[0]
        assert given < 3 * MAX_SIZE
        await slow.give_up()
    await nothing_half_written(tmp_path)
    assert lying(server, tmp_path) == []


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


async def test_the_metrics_count_files(server: Served) -> None:
    async with visitor_at(server.url) as camille:
        await must_send(server.url, token(camille), b"x", "a.txt")
        await sent(server.url, token(camille), ZIP)
        async with calls() as http:
            text = (await http.get(f"{server.url}/metrics")).text
    assert 'pupitre_uploads_total{outcome="kept"} 1.0' in text
    assert 'pupitre_uploads_total{outcome="wrong_type"} 1.0' in text
    assert "pupitre_uploading 0.0" in text


async def test_others_are_answered_while_pictures_are_drawn(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as camille:
        large = picture("JPEG", (4000, 3000))
        sending = asyncio.gather(
            *(sent(server.url, token(camille), large, "grande.jpg") for _ in range(3))
        )
        answered = 0
        while not sending.done():
            await alice.available()
            answered += 1
        assert [answer.status_code for answer in await sending] == [201] * 3
    assert answered > 10
