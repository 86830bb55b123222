"""What was asked on the command line and cannot be done: one sentence for people."""


class Mistaken(Exception):
    """What was asked cannot be done; the message is one sentence for people."""
