"""Files over HTTP, both ways, with real sockets and real files."""

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from pupitre.domain.attachments import MAX_SIZE
from tests.support.clients import VisitorPage, expert_at, token_of, visitor_at
from tests.support.server import Served, served
from tests.support.uploads import (
    PDF,
    ZIP,
    bomb,
    calls,
    lying,
    must_send,
    nothing_half_written,
    picture,
    sent,
    token,
)


async def attached(page: VisitorPage, *ids: str, text: str = "") -> dict[str, Any]:
    return await page.ask({"type": "post", "text": text, "attachments": list(ids)})


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
    assert lying(tmp_path) == []


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
