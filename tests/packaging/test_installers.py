"""What makes the installers says the same everywhere, and keeps its secrets in the environment."""

import plistlib
import re
import runpy
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped] # its types are another package

from pupitre.app import screen
from tests.architecture.sources import ROOT

PACKAGING = ROOT / "packaging"
ID = "org.pupitre.pupitre"
SIGNED = {"PUPITRE_SIGN_IDENTITY": "Developer ID Application: Somebody"}
NOTARISED = SIGNED | {
    "PUPITRE_NOTARY_KEY": "key.p8",
    "PUPITRE_NOTARY_KEY_ID": "name",
    "PUPITRE_NOTARY_ISSUER": "team",
}


def program(*parts: str) -> dict[str, Any]:
    """Load one of the packaging programs without running it."""
    return runpy.run_path(str(PACKAGING.joinpath(*parts)))


def apple(environment: dict[str, str]) -> list[str]:
    """List the programs that macOS' image takes."""
    steps = program("macos", "package.py")["steps"]
    made = steps(Path("Pupitre.app"), Path("stage"), Path("it.dmg"), environment)
    return [" ".join(step) for step in made]


def test_without_a_certificate_the_image_is_made_unsigned() -> None:
    made = apple({})
    assert [step.split()[0] for step in made] == ["codesign", "codesign", "hdiutil"]
    assert "--sign - " in made[0]


def test_with_a_certificate_app_and_image_are_signed() -> None:
    made = apple(SIGNED)
    assert [step.split()[0] for step in made] == ["codesign", "codesign", "hdiutil", "codesign"]
    assert "--options runtime" in made[0]
    assert "Somebody" in made[-1]


def test_with_apples_key_the_image_is_notarised() -> None:
    made = apple(NOTARISED)
    assert [" ".join(step.split()[1:3]) for step in made[-2:]] == [
        "notarytool submit",
        "stapler staple",
    ]


@pytest.mark.parametrize("sign", [None, "signtool sign /a $f"])
def test_windows_is_signed_where_there_is_a_command(sign: str | None) -> None:
    environment = {"PUPITRE_SIGN_COMMAND": sign} if sign else {}
    command = program("windows", "package.py")["command"]
    words = command(Path("bundle"), "1.2", Path("work"), Path("dist"), environment)
    assert "/DVersion=1.2" in words
    assert ("/DSign" in words) is bool(sign)
    assert words[-1].endswith("pupitre.iss")


def test_each_program_is_signed_as_inno_setup_signs() -> None:
    signing = program("windows", "package.py")["signing"]
    made = signing("signtool sign /d $qPupitre$q $f", Path("pupitre-console.exe"))
    assert made == 'signtool sign /d "Pupitre" "pupitre-console.exe"'


def test_windows_knows_the_desk_by_the_name_of_its_shortcut() -> None:
    script = (PACKAGING / "windows" / "pupitre.iss").read_text(encoding="utf-8")
    assert f'#define ModelID "{screen.TITLE}"' in script
    assert script.count('AppUserModelID: "{#ModelID}"') == 2


def test_every_name_that_the_installer_needs_is_given() -> None:
    script = (PACKAGING / "windows" / "pupitre.iss").read_text(encoding="utf-8")
    used = set(re.findall(r"\{#(\w+)\}", script)) - set(re.findall(r"#define (\w+)", script))
    command = program("windows", "package.py")["command"]
    words = command(Path("bundle"), "1.2", Path("work"), Path("dist"), {})
    assert used == {word[2:].split("=")[0] for word in words if word.startswith("/D")}


def test_all_systems_know_the_program_and_its_links_by_one_name() -> None:
    facts = plistlib.loads((PACKAGING / "macos" / "Info.plist").read_bytes())
    assert facts["CFBundleIdentifier"] == ID
    assert facts["CFBundleURLTypes"][0]["CFBundleURLSchemes"] == ["pupitre"]
    assert f"<id>{ID}</id>" in (PACKAGING / "linux" / "metainfo.xml").read_text(encoding="utf-8")
    entry = (PACKAGING / "linux" / "pupitre.desktop").read_text(encoding="utf-8")
    assert "MimeType=x-scheme-handler/pupitre;" in entry
    assert r"Classes\pupitre" in (PACKAGING / "windows" / "pupitre.iss").read_text(encoding="utf-8")
    plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="not installed here")
def test_the_menu_entry_is_valid() -> None:
    subprocess.run(["desktop-file-validate", PACKAGING / "linux" / "pupitre.desktop"], check=True)


def test_a_container_installs_no_qt_and_what_scales() -> None:
    pins = program("container", "server_lock.py")["pins"]()
    names = set(re.findall(r"(?m)^([a-z0-9._-]+)==", pins))
    assert {"starlette", "uvicorn", "sqlalchemy", "asyncpg", "nats-py"} <= names
    assert not {name for name in names if "pyside" in name or "qasync" in name}


def test_the_container_and_the_service_read_the_servers_file() -> None:
    compose = yaml.safe_load((PACKAGING / "container" / "compose.yaml").read_text("utf-8"))
    server = compose["services"]["server"]
    assert server["healthcheck"]["test"][0] == "CMD"
    assert "data:/var/lib/pupitre" in server["volumes"]
    proxy = compose["services"]["proxy"]
    files = [volume for volume in (*server["volumes"], *proxy["volumes"]) if volume[0] == "."]
    for file in files:  # what is mounted is there, and what the proxy reads knows these names
        assert (PACKAGING / "container" / file.split(":")[0]).is_file(), file
    caddy = (PACKAGING / "server" / "Caddyfile").read_text(encoding="utf-8")
    assert all(f"{{${name}:" in caddy for name in proxy["environment"])
    unit = (PACKAGING / "server" / "pupitre-server.service").read_text(encoding="utf-8")
    for text in (unit, (PACKAGING / "container" / "Containerfile").read_text(encoding="utf-8")):
        assert "/etc/pupitre/pupitre.toml" in text


@pytest.mark.parametrize("file", ["server/pupitre.toml", "container/pupitre.toml"])
def test_the_examples_of_the_servers_file_are_understood(file: str) -> None:
    from pupitre.app import cli
    from pupitre.app.configuration import configuration

    options = cli.parser().parse_args(["serve", "--config", str(PACKAGING / file)])
    chosen = configuration(options)
    assert (chosen.port, chosen.behind_proxy) == (8420, True)


def test_the_release_uploads_what_each_system_made() -> None:
    flow = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8"))
    jobs = flow["jobs"]
    assert set(jobs["release"]["needs"]) == set(jobs) - {"release"}
    for system in ("linux", "windows", "macos"):
        steps = [step.get("run", "") for step in jobs[system]["steps"]]
        assert any("packaging/dev.py build" in step for step in steps)
