"""Keys in the order in which rows come: what is written together lies on the same pages."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Copy answers and texts into tables that grow at their end."""
    op.drop_index("ix_commands_at", "commands")
    op.rename_table("commands", "old_commands")
    op.create_table(
        "commands",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("sender", sa.String(length=64), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", "sender"),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO commands (id, sender, answer, at)"
        " SELECT id, sender, answer, at FROM old_commands ORDER BY id"
    )
    op.create_index("ix_commands_at", "commands", ["at"])
    op.drop_table("old_commands")
    op.rename_table("texts", "old_texts")
    op.create_table(
        "texts",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("conversation", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
    )
    op.execute(
        "INSERT INTO texts (conversation, seq, folded)"
        " SELECT conversation, seq, folded FROM old_texts"
    )
    op.drop_table("old_texts")
