"""What Alembic runs: the migrations, inside the transaction that the library has opened."""

from alembic import context

from analysis.library.migrations import VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    version_table=VERSION_TABLE,
)
with context.begin_transaction():
    context.run_migrations()
