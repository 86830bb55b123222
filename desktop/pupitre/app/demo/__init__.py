"""The demo: a day at the desk, played by itself."""
