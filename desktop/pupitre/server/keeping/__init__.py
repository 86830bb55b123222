"""Keeps what a server keeps: saved while it runs, put back, looked through for faults."""
