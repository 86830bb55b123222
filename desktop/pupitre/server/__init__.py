"""The server: decides, stores, publishes, wakes."""
