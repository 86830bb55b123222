"""The two sockets and the pages the server offers."""
