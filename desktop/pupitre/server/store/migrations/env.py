"""How Alembic reaches the database: over the connection that it was given."""

from alembic import context

from pupitre.server.store.schema import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
