"""Tells whether the server in this container answers: 0 when it does, 1 when it does not.

A file of its own, for some engines split the words of a check at every space (Podman 4's API);
and without urllib, which would ask the proxy that an engine may have told its containers of.
"""

import sys
from http.client import HTTPConnection, HTTPException


def main() -> int:
    """Ask once, and wait less than the engine does."""
    asked = HTTPConnection("127.0.0.1", 8420, timeout=4)
    try:
        asked.request("GET", "/healthz")
        return int(asked.getresponse().status != 200)
    except (OSError, HTTPException):
        return 1
    finally:
        asked.close()


if __name__ == "__main__":
    sys.exit(main())
