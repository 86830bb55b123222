"""What a shop's page loads of Pupitre: how many requests, how many bytes."""

import gzip
import re
import tempfile
import urllib.request
from pathlib import Path

from tests.bench.child import Child
from tests.bench.table import Row
from tests.support.server import demo_in

REFERENCE = re.compile(r"(?:src|href|url)\s*[=(:]\s*[\"']?(https?://[^\"')\s]+)|import\s*\(")


def run() -> list[Row]:
    """Fetch the script as a browser does, and look for what it would fetch in turn."""
    with tempfile.TemporaryDirectory() as folder:
        demo_in(Path(folder))
        with Child("server", folder) as server:
            url = server.says("listening").split()[0]
            asked = urllib.request.Request(  # noqa: S310 - our own server
                f"{url}/widget/velo.js", headers={"Accept-Encoding": "gzip"}
            )
            with urllib.request.urlopen(asked) as answer:  # noqa: S310
                sent = answer.read()
                packed = answer.headers.get("Content-Encoding") == "gzip"
    script = gzip.decompress(sent) if packed else sent
    more = len(REFERENCE.findall(script.decode()))
    return [
        Row(
            figure="the widget's script, as it travels",
            value=f"{len(sent) / 1024:.1f} KiB",
            peer=f"{len(script) / 1024:.1f} KiB unpacked",
            ratio=len(sent) / len(script),
            target="",
        ),
        Row(figure="  requests before the first word", value=str(1 + more), peer="", target=""),
    ]
