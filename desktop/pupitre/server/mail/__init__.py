"""Asynchronous replies by mail: written, signed, handed to the operator's mail server."""
