"""What this desk knows and what it still has to send; no Qt."""
