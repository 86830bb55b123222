"""What people and programs on the server's own computer call it by."""

_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 -- compared, not bound


def local_address(host: str, port: int) -> str:
    """Return the address there of a server that listens so."""
    if host in _EVERYWHERE:
        host = "127.0.0.1"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
