"""Brings files of a repository over HTTP, with the system's trust store and proxies."""

import ssl
from collections.abc import Callable, Iterator
from http.client import HTTPException, HTTPResponse
from urllib.error import HTTPError
from urllib.request import HTTPSHandler, Request, build_opener

import truststore
from tuf.api.exceptions import DownloadError, DownloadHTTPError
from tuf.ngclient.fetcher import FetcherInterface
from typing_extensions import override

WITHIN = 20.0
"""How many seconds a server may stay silent."""
CHUNK = 1 << 16


class Fetcher(FetcherInterface):
    """Tells `progress` how many bytes of the file have come."""

    def __init__(self, progress: Callable[[int], None] = lambda _: None) -> None:
        tls = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._opener = build_opener(HTTPSHandler(context=tls))
        self.progress = progress

    @override
    def _fetch(self, url: str) -> Iterator[bytes]:
        request = Request(url, headers={"Cache-Control": "no-cache"})  # noqa: S310 - see Channel
        try:
            answer = self._opener.open(request, timeout=WITHIN)
        except HTTPError as error:
            with error:
                raise DownloadHTTPError(str(error), error.code) from error
        return self._chunks(answer)

    def _chunks(self, answer: HTTPResponse) -> Iterator[bytes]:
        """A link that was cut is no answer; what was changed is for the signature to tell."""
        come, promised = 0, int(answer.headers["Content-Length"] or 0)
        try:
            with answer:
                while chunk := answer.read(CHUNK):
                    come += len(chunk)
                    self.progress(come)
                    yield chunk
        except (OSError, HTTPException) as error:
            raise DownloadError(str(error)) from error
        if come < promised:
            raise DownloadError(f"cut after {come} of {promised} bytes")
