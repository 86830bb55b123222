"""Whatever is sent instead of a file is answered: never a traceback, never a file too many."""

import asyncio
from pathlib import Path

import httpx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.support.clients import visitor_at
from tests.support.patience import LONG
from tests.support.server import ServerProgram
from tests.support.uploads import PDF, TLS, calls, nothing_half_written, picture, token

GOOD = (picture("PNG", (9, 7)), picture("JPEG", (9, 7)), picture("GIF", (9, 7)), PDF, b"Bonjour")
KIND = "multipart/form-data; boundary=b"
names = st.text(max_size=30) | st.sampled_from(["a.png", "", "../x", "a\0", "a" * 300, "é.pdf"])


@st.composite
def spoilt(draw: st.DrawFn, whole: bytes) -> bytes:
    """Return bytes of which some are missing, doubled or changed."""
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(whole))] * 2)))
    return (
        whole[:start] + draw(st.binary(max_size=8)) + whole[draw(st.sampled_from([start, end])) :]
    )


@st.composite
def forms(draw: st.DrawFn) -> tuple[bytes, str]:
    """Return a body and its type: a form with a file, perhaps broken at some place."""
    content = draw(st.sampled_from(GOOD).flatmap(lambda it: st.just(it) | spoilt(it)))
    name = draw(names).encode(errors="replace")
    field = draw(st.sampled_from([b"file", b"file", b"file", b"photo", b""]))
    whole = form(content, name, field)
    body = draw(st.just(whole) | spoilt(whole))
    kind = draw(
        st.sampled_from([*[KIND] * 5, "multipart/form-data", "text/plain", "", "multipart/mixed"])
    )
    return body, kind


def form(content: bytes, name: bytes = b"a", field: bytes = b"file") -> bytes:
    """Return a form with one file."""
    head = b'--b\r\nContent-Disposition: form-data; name="' + field + b'"; filename="' + name
    return head + b'"\r\n\r\n' + content + b"\r\n--b--\r\n"


@pytest.mark.slow
def test_whatever_is_sent_is_answered(tmp_path: Path) -> None:
    seen: set[int] = set()
    config = tmp_path / "pupitre.toml"
    config.write_text(f'[server]\ndata = "{tmp_path}"\n[limits]\nrates = 1e6\n')
    program = ServerProgram(tmp_path, "--config", str(config))
    program.start()
    visitor = asyncio.run(_token(program.url))

    http = httpx.Client(trust_env=False, timeout=LONG, verify=TLS)

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(forms())
    @example((form(PDF), KIND))
    @example((form(b"\x00\x01"), KIND))
    @example((b"", KIND))
    def sends(sent: tuple[bytes, str]) -> None:
        body, kind = sent
        headers = {"Authorization": f"Bearer {visitor}", "Content-Type": kind}
        answer = http.post(f"{program.url}/api/attachments", content=body, headers=headers)
        seen.add(answer.status_code)
        assert answer.status_code in (201, 400, 413, 415), answer.text
        assert answer.json()["url" if answer.status_code == 201 else "code"]

    with http:
        sends()
    assert {201, 400, 415} <= seen, "what is sent each time"
    asyncio.run(nothing_half_written(tmp_path))
    kept = sum(it.suffix != ".small" for it in files(tmp_path))
    known = asyncio.run(_counted(program.url))
    assert kept == known
    status, logged = program.stop()
    assert (status, "Traceback" in logged) == (0, False), logged


def files(folder: Path) -> list[Path]:
    return [it for it in (folder / "attachments").rglob("*") if it.is_file()]


async def _token(url: str) -> str:
    async with visitor_at(url) as camille:
        await camille.must_say("Bonjour")
        return token(camille)


async def _counted(url: str) -> int:
    """Return how many files the server says that it kept."""
    async with calls() as http:
        text = (await http.get(f"{url}/metrics")).text
    line = next(
        it for it in text.splitlines() if it.startswith('pupitre_uploads_total{outcome="kept"')
    )
    return int(float(line.rpartition(" ")[2]))
