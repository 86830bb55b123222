"""The server inside the built program: pictures are taken, everything is saved and checked."""

import io
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from PIL import Image

from pupitre.app.demo.visitors import Person, SoftVisitor

pytestmark = pytest.mark.slow
READY = "listening on "


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def address(program: Path, data: Path, tmp_path: Path) -> Iterator[str]:
    """Serve the demo; the address is what the program says."""
    command = [str(program), "serve", "--demo", "--port", "0", "--data", str(data)]
    env = {"HOME": str(tmp_path), "PATH": "/nowhere"}
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        line = server.stdout.readline()
        assert line.startswith(READY), line
        yield line.removeprefix(READY).strip()
        server.terminate()
        assert server.wait(30) == 0


async def test_it_draws_a_visitors_picture_again(address: str) -> None:
    visitor = SoftVisitor(address, Person(name="Zoé", mission="velo"), lambda *_: None)
    await visitor.arrive("/demo/velo", "Vélos")
    drawn = io.BytesIO()
    Image.effect_noise((900, 600), 60).convert("RGB").save(drawn, "JPEG")
    bearer = {"Authorization": f"Bearer {visitor._token}"}
    async with httpx.AsyncClient(base_url=address, trust_env=False) as client:
        file = {"file": ("bike.jpg", drawn.getvalue(), "image/jpeg")}
        taken = await client.post("/api/attachments", files=file, headers=bearer)
        assert taken.status_code == 201, taken.text
        assert (taken.json()["width"], taken.json()["height"]) == (900, 600)
        thumbnail = await client.get(taken.json()["thumbnail"])
        assert max(Image.open(io.BytesIO(thumbnail.content)).size) == 480
        assert (await client.get("/widget/velo.js")).status_code == 200
        assert (await client.get("/metrics")).status_code == 200
    await visitor.leave()


def test_it_is_saved_and_looked_through(
    address: str, program: Path, data: Path, tmp_path: Path
) -> None:
    def admin(*words: str) -> str:
        command = [str(program), "admin", "--data", str(data), *words]
        env = {"HOME": str(tmp_path), "PATH": "/nowhere"}
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    assert "velo" in admin("mission", "list")
    assert f"{address}/widget/velo.js" in admin("widget", "velo", "--address", address)
    admin("backup", str(tmp_path / "saved.zip"))
    assert (tmp_path / "saved.zip").stat().st_size > 1000
    admin("check")
    assert json.dumps(admin("expert", "list")).count("@demo.test") == 3
