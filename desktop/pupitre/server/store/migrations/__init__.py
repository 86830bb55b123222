"""The schema's history: Alembic revisions, run when the server starts."""
