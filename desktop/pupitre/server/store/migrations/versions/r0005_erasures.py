"""Erasures: visitors who are to be forgotten, and conversations of which something remains."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create their tables."""
    op.create_table(
        "erasures",
        sa.Column("visitor", sa.String(length=64), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("visitor"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "remains",
        sa.Column("conversation", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("conversation"),
        sqlite_with_rowid=False,
    )
