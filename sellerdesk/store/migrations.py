"""The schema of a shop's store, step by step; a step that was released is never changed."""

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("sellerdesk")

# `import` keeps every past import with its compressed source; the tables that point to it hold rows of the last one only.
FIRST = """
create table import (
  number integer primary key autoincrement,
  kind text not null,
  file text not null,
  sha256 text not null,
  encoding text not null,
  imported_at text not null,
  rows integer not null,
  refused integer not null,
  source blob not null
) strict;
create table offer (
  import integer not null references import (number) on delete cascade,
  sku text not null,
  asin text,
  title text,
  price integer,
  points integer,
  quantity integer,
  condition integer,
  condition_note text,
  channel text,
  shipping_template text,
  status text,
  line integer not null
) strict;
create table restock (
  import integer not null references import (number) on delete cascade,
  sku text not null,
  restock_date text not null
) strict;
create table sku_fact (
  sku text not null,
  fact text not null,
  value text not null,
  changed_at text not null,
  primary key (sku, fact)
) strict;
create table setting (
  name text primary key,
  value text not null,
  changed_at text not null
) strict;
"""


@MIGRATIONS()
def first(db: Database) -> None:
    """Imports with their offers and restock dates, the owner's facts, the shop's settings."""
    for statement in FIRST.split(";\n"):
        if statement.strip():
            db.conn.execute(statement)  # executescript() would commit the transaction that the step runs in


def known_steps() -> set[str]:
    """The names of all steps that this program knows."""
    memory = Database(memory=True, execute_plugins=False)
    return {step.name for step in MIGRATIONS.pending(memory)}
