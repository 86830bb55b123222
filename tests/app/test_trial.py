"""A trial's server starts when asked for, once, and takes another port where its own is taken."""

import socket
from pathlib import Path

from pupitre.app.trial import ACCOUNT, PASSWORD, Trial
from pupitre.backends.native import NativeBackend


async def test_it_starts_once_and_lets_alice_in(tmp_path: Path) -> None:
    trial = Trial(tmp_path, port=0)
    address = await trial.address()
    assert await trial.address() == address
    signed_in = await NativeBackend(address).sign_in(ACCOUNT.email, PASSWORD)
    assert signed_in.expert.email == ACCOUNT.email
    await trial.stop()
    await trial.stop()


async def test_a_port_that_is_taken_is_no_reason_to_fail(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        trial = Trial(tmp_path, port=port)
        address = await trial.address()
        assert address.startswith("http://127.0.0.1:")
        assert not address.endswith(f":{port}")
        await trial.stop()
