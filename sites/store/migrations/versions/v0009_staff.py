"""Accounts, who is signed in, and a record of what was done that nobody changes."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0009_staff"
down_revision = "0008_short"
branch_labels = None
depends_on = None

NO_CHANGE = "the record of what was done is only added to"


def upgrade() -> None:
    """Make the tables; nobody has an account yet."""
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("login", sa.String(length=80), nullable=False),
        sa.Column("called", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("password", sa.Text(), nullable=True),
        sa.Column("code_secret", sa.String(length=64), nullable=True),
        sa.Column("code_step", sa.Integer(), nullable=True),
        sa.Column("codes_wanted", sa.Boolean(), nullable=False),
        sa.Column("created", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("login", name=op.f("uq_account_login")),
    )
    _of_an_account("session", "began", "seen")
    _of_an_account("reset", "ends")
    _of_an_account("device", "since")
    op.create_table(
        "attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempt")),
    )
    op.create_index("ix_attempt_key_at", "attempt", ["key", "at"])
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("who", sa.String(length=80), nullable=True),
        sa.Column("did", sa.String(length=40), nullable=False),
        sa.Column("about", sa.String(length=80), nullable=True),
        sa.Column("more", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index("ix_audit_about", "audit", ["about"])
    secret = op.create_table(
        "secret",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(length=64), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_secret_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_secret")),
    )
    op.bulk_insert(secret, [{"id": 1, "value": secrets.token_hex(32)}])
    _only_added_to("audit")


def _of_an_account(name: str, *moments: str) -> None:
    """Make a table of tokens of accounts."""
    op.create_table(
        name,
        sa.Column("token", sa.String(length=64), nullable=False),
        sa.Column("account", sa.Integer(), nullable=False),
        *(sa.Column(one, sa.String(length=32), nullable=False) for one in moments),
        sa.ForeignKeyConstraint(
            ["account"],
            ["account.id"],
            name=op.f(f"fk_{name}_account_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token", name=op.f(f"pk_{name}")),
    )
    op.create_index(op.f(f"ix_{name}_account"), name, ["account"])


def _only_added_to(table: str) -> None:
    """Let the database itself refuse to change or delete a row."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE FUNCTION {table}_stays() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{NO_CHANGE}'; END $$"
        )
        op.execute(
            f"CREATE TRIGGER {table}_stays BEFORE UPDATE OR DELETE OR TRUNCATE "
            f"ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {table}_stays()"
        )
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_stays_{change.lower()} BEFORE {change} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{NO_CHANGE}'); END"
        )
