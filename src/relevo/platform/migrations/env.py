"""Run by Alembic: one transaction for all steps, short lock waits, one migrator at a time."""

from alembic import context
from sqlalchemy import text

connection = context.config.attributes["connection"]

context.configure(connection=connection, transaction_per_migration=False)
with context.begin_transaction():
    connection.execute(text("select pg_advisory_xact_lock(7305911)"))
    connection.execute(text("set local lock_timeout = '10s'"))
    context.run_migrations()
