"""Tells that the network returned: the kernel does on Linux, Qt on other systems."""

import asyncio
import contextlib
import socket
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import cast

Told = Callable[[], None]

ROUTES = 0x40 | 0x400
"""RTMGRP_IPV4_ROUTE and RTMGRP_IPV6_ROUTE: what `rtnetlink` tells of ways through the network."""
NEW_ROUTE = 24
"""RTM_NEWROUTE."""
_HEAD = struct.Struct("=IHHII")
"""`nlmsghdr`: the length with this head, the type, and three that do not matter here."""
_ROUTE = struct.Struct("=BB")
"""How `rtmsg` begins: the family, and how many bits an address must share to go this way."""
_LONGEST = 65_536


def watched(came: Told) -> AbstractContextManager[None]:
    """Call `came` each time that the network returns, while the block lasts.

    Qt could be asked on Linux too: it loads GIO and a thread of its own for that, 3 MiB.
    """
    return _linux(came) if sys.platform == "linux" else _by_qt(came)


@contextmanager
def _linux(came: Told) -> Iterator[None]:
    try:
        told = _routes()
    except OSError:  # a sandbox may forbid it: the desk tries again by itself, only later
        yield
        return
    with told, heard(told, came):
        yield


def _routes() -> socket.socket:
    if sys.platform != "linux":
        raise OSError
    told = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE)
    try:
        told.bind((0, ROUTES))
    except OSError:
        told.close()
        raise
    return told


@contextmanager
def heard(told: socket.socket, came: Told) -> Iterator[None]:
    """Call `came` for each way to everywhere that this socket tells of."""
    told.settimeout(0)

    def read() -> None:
        with contextlib.suppress(OSError):  # too much to tell at once: something came, then
            if not leads_everywhere(told.recv(_LONGEST)):
                return
        came()

    loop = asyncio.get_running_loop()
    loop.add_reader(told, read)
    try:
        yield
    finally:
        loop.remove_reader(told)


def leads_everywhere(message: bytes) -> bool:
    """Tell whether the kernel has a new route for all addresses, the default one."""
    while len(message) >= _HEAD.size + _ROUTE.size:
        length, kind, *_ = _HEAD.unpack_from(message)
        _family, shared = _ROUTE.unpack_from(message, _HEAD.size)
        if kind == NEW_ROUTE and shared == 0:
            return True
        message = message[max((length + 3) & ~3, _HEAD.size) :]
    return False


@contextmanager
def _by_qt(came: Told) -> Iterator[None]:
    from PySide6.QtNetwork import QNetworkInformation

    QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability)
    network = cast("QNetworkInformation | None", QNetworkInformation.instance())

    def changed(reach: QNetworkInformation.Reachability) -> None:
        if reach is QNetworkInformation.Reachability.Online:
            came()

    if network is None:
        yield
        return
    network.reachabilityChanged.connect(changed)
    try:
        yield
    finally:
        network.reachabilityChanged.disconnect(changed)
