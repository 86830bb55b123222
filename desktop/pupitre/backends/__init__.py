"""Ways for a desk to reach a chat server."""
