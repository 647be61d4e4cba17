"""Whether a store's tables, indexes, triggers and views are those that this program makes, compared by their text."""

import re
import sqlite3
from collections.abc import Collection
from contextlib import closing
from functools import cache
from pathlib import Path

from sellerdesk import assets
from sellerdesk.domain.refusal import UnusableStore

STEPS = (
    "first", "judged", "history", "points", "shipments", "decisions", "returns", "written_at", "return_notes", "offers_apart",
    "ready_rows", "undo_rows", "sums", "payments", "views", "refunds", "payment_states",
)  # fmt: skip
"""The names of all steps of the schema, as in migrations.py."""
OWN = "sqlite_autoindex_"
"""SQLite's own indexes of primary keys have no text; its table of sequences has always the same."""


def applied_steps(connection: sqlite3.Connection) -> set[str]:
    """The names of the steps that a store has; none when it was just made."""
    there = connection.execute("select 1 from sqlite_master where name = '_sqlite_migrations' and type = 'table'").fetchone()
    found = connection.execute("select name from _sqlite_migrations where migration_set = 'sellerdesk'") if there else ()
    return {name for (name,) in found}


def check(connection: sqlite3.Connection, store: Path) -> set[str]:
    """The steps of a store whose tables are what these make. Raises UnusableStore: others' triggers and views would run as ours."""
    applied = applied_steps(connection)
    if applied - set(STEPS):
        raise UnusableStore("newer_store")
    if not applied or not is_ours(connection, applied):
        raise UnusableStore("store_foreign", file=store.name, folder=str(store.parent))
    return applied


def is_ours(connection: sqlite3.Connection, applied: Collection[str]) -> bool:
    """Whether a store holds exactly what its steps make."""
    found = connection.execute("select name, sql from sqlite_master").fetchall()
    texts = [plain(str(sql)) for name, sql in found if sql is not None or not str(name).startswith(OWN)]
    if set(applied) == set(STEPS):
        return sorted(texts) == newest()
    try:
        return sorted(texts) == grown(frozenset(applied))
    except sqlite3.Error:  # no store has these steps without those
        return False


def plain(sql: str) -> str:
    """A text of the schema without quotes and breaks: they differ by how a table came to its name."""
    return re.sub(r"\s+", " ", sql.replace('"', "")).strip()


SEQUENCES = "CREATE TABLE sqlite_sequence(name,seq)"


@cache
def newest() -> list[str]:
    """The texts of the newest schema."""
    texts = (plain(text) for text in assets.text("schema.sql").split(";\n\n"))
    return sorted([SEQUENCES, *filter(None, texts)])


@cache
def grown(applied: frozenset[str]) -> list[str]:
    """The texts of a schema that has some of the steps. Raises sqlite3.Error when it cannot have these alone."""
    from sqlite_utils import Database  # noqa: PLC0415 (0.1 s to load, and only an old store needs it)

    from sellerdesk.store.migrations import MIGRATIONS  # noqa: PLC0415 (as above)

    with closing(sqlite3.connect(":memory:")) as connection:
        db = Database(connection, execute_plugins=False)
        MIGRATIONS.ensure_migrations_table(db)
        others = [step.name for step in MIGRATIONS.pending(db) if step.name not in applied]
        passed = "insert into _sqlite_migrations (migration_set, name) values ('sellerdesk', ?)"
        connection.executemany(passed, ((name,) for name in others))
        MIGRATIONS.apply(db)
        return sorted(plain(str(sql)) for (sql,) in connection.execute("select sql from sqlite_master where sql is not null"))
