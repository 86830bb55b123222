"""The network's return is heard, and nothing else that the system tells of it."""

import asyncio
import os
import socket
import struct
import subprocess
import sys

import pytest
from typing_extensions import override

from pupitre.app import network
from tests.support.loop import until

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the kernel tells it on Linux alone")
NEW, GONE = 24, 25
"""RTM_NEWROUTE and RTM_DELROUTE."""
OWN_NETWORK = ["unshare", "--user", "--map-root-user", "--net"]
IN_IT = """
import asyncio, subprocess
from pupitre.app import network

async def main():
    came = asyncio.Event()
    with network.watched(came.set):
        subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
        await asyncio.sleep(0)
        print("before", came.is_set())
        subprocess.run(["ip", "route", "add", "default", "dev", "lo"], check=True)
        async with asyncio.timeout(20):
            await came.wait()
    print("came")

asyncio.run(main())
"""


def route(kind: int, shared: int) -> bytes:
    """Write a message as the kernel does: its head, and how a route begins."""
    body = struct.pack("=BBBBBBBBI", socket.AF_INET, shared, 0, 0, 254, 3, 0, 1, 0)
    return struct.pack("=IHHII", 16 + len(body), kind, 0, 0, 0) + body


@pytest.mark.parametrize(
    ("message", "leads"),
    [
        (route(NEW, 0), True),
        (route(NEW, 24), False),
        (route(GONE, 0), False),
        (route(NEW, 24) + route(NEW, 0), True),
        (route(NEW, 24)[:17], False),
        (struct.pack("=IHHII", 0, NEW, 0, 0, 0) + b"\x02\x18", False),
        (b"", False),
    ],
    ids=("default", "one network", "default gone", "the second", "cut", "no length", "nothing"),
)
def test_only_a_new_way_to_everywhere_counts(message: bytes, leads: bool) -> None:
    assert network.leads_everywhere(message) is leads


async def test_what_the_system_tells_is_heard_until_the_end() -> None:
    system, told = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    came: list[bool] = []
    with system, told:
        with network.heard(told, lambda: came.append(True)):
            system.send(route(NEW, 24))
            system.send(route(NEW, 0))
            await until(lambda: came)
        system.send(route(NEW, 0))
        for _ in range(3):
            await asyncio.sleep(0)
    assert came == [True]


@LINUX
async def test_a_system_that_tells_nothing_is_no_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "NETLINK_ROUTE", 99)
    with network.watched(lambda: None):
        await asyncio.sleep(0)


@LINUX
async def test_a_system_that_refuses_to_tell_leaves_nothing_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[socket.socket] = []

    class Refuses(socket.socket):
        @override
        def bind(self, address: object) -> None:
            made.append(self)
            raise PermissionError

    monkeypatch.setattr(socket, "socket", Refuses)
    with network.watched(lambda: None):
        await asyncio.sleep(0)
    assert [it.fileno() for it in made] == [-1]


@LINUX
def test_a_computer_that_joins_a_network_is_noticed() -> None:
    """In a network of its own, which this kernel may forbid."""
    if subprocess.run([*OWN_NETWORK, "ip", "link"], capture_output=True, check=False).returncode:
        pytest.skip("no network of its own for a test here")
    command = [*OWN_NETWORK, sys.executable, "-c", IN_IT]
    done = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": "desktop"}, capture_output=True, text=True
    )
    assert done.stdout.split("\n")[:2] == ["before False", "came"], done.stderr
