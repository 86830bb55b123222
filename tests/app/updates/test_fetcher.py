"""Files come over HTTP; a link that is cut is no answer, whatever was signed."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from tuf.api.exceptions import DownloadError, DownloadHTTPError

from pupitre.app.updates.fetcher import Fetcher
from tests.support.publisher import Publisher


@contextmanager
def answering(words: bytes) -> Iterator[str]:
    """Answer one request with these bytes, and hang up."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            link, _ = server.accept()
            with link:
                link.recv(4096)
                link.sendall(words)

        thread = threading.Thread(target=answer)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/file"
        thread.join()


def test_what_comes_is_told(publisher: Publisher) -> None:
    heard: list[int] = []
    content = b"".join(Fetcher(heard.append).fetch(f"{publisher.address}metadata/1.root.json"))
    assert content == publisher.root
    assert heard == [len(content)]


def test_what_is_not_there_has_its_number(publisher: Publisher) -> None:
    with pytest.raises(DownloadHTTPError) as raised:
        Fetcher().fetch(f"{publisher.address}metadata/2.root.json")
    assert raised.value.status_code == 404


def test_a_cut_link_is_no_answer() -> None:
    cut = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"
    with answering(cut) as address, pytest.raises(DownloadError, match="cut after 4 of 100"):
        list(Fetcher().fetch(address))


def test_nonsense_is_no_answer() -> None:
    with answering(b"nonsense\r\n\r\n") as address, pytest.raises(DownloadError):
        list(Fetcher().fetch(address))
