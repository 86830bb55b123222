"""What the server remembers, in one schema."""
