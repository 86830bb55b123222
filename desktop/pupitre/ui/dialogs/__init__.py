"""Windows that ask one thing and are never waited for."""
