"""The lock pins everything that pyproject.toml asks, with hashes and no address."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from workshop.locked import SCOPES, section
from workshop.places import LOCK, PROJECT

PIN = re.compile(
    r"^([a-z0-9._-]+)==(\S+)(?: ; ([^\\\n]+))? \\\n((?:    --hash=.*\n)+)", re.MULTILINE
)
PYTHONS = ("3.11.2", "3.12.1", "3.13.0")
SYSTEMS = ("linux", "win32", "darwin")


def pins(scope: str) -> list[Requirement]:
    """Read the pins that a scope needs."""
    found = PIN.findall(section(scope))
    return [
        Requirement(f"{name}=={version}" + (f" ; {marker}" if marker else ""))
        for name, version, marker, _ in found
    ]


def wanted(scope: str) -> list[Requirement]:
    """Read what pyproject.toml asks for a scope."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    asked = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    for more in SCOPES[1 : SCOPES.index(scope) + 1]:
        asked += extras[more]
    return [Requirement(line) for line in asked]


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("scope", SCOPES)
def test_every_requirement_is_pinned_once(scope: str, python: str, system: str) -> None:
    here = {
        "python_version": python.rpartition(".")[0],
        "python_full_version": python,
        "sys_platform": system,
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
    }
    pinned: dict[str, str] = {}
    for pin in pins(scope):
        if pin.marker is None or pin.marker.evaluate(here):
            assert pinned.setdefault(pin.name, str(pin.specifier)[2:]) == str(pin.specifier)[2:]
    for need in wanted(scope):
        if need.marker is None or need.marker.evaluate(here):
            assert need.specifier.contains(pinned[canonicalize_name(need.name)])


def test_each_line_is_a_pin_a_hash_or_a_title() -> None:
    left = PIN.sub("", LOCK.read_text(encoding="utf-8"))
    assert all(line.startswith("#") for line in left.splitlines() if line)


def test_the_lock_names_no_place() -> None:
    text = LOCK.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^-|(?:^|\s)/", text, re.MULTILINE)


def test_to_run_needs_no_tool_of_the_tests() -> None:
    assert not {"pytest", "playwright", "mypy"} & {pin.name for pin in pins("run")}
