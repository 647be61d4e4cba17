"""Open a shop's store, bring it up to date, and turn SQLite's troubles into plain faults."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sellerdesk import assets
from sellerdesk.domain.refusal import UnusableStore
from sellerdesk.store import backups, changed, holding, opening, shape, stamps
from sellerdesk.store.changed import CHANGED
from sellerdesk.store.connection import WAIT_SECONDS, Database, changing_schema
from sellerdesk.store.faults import plain_faults
from sellerdesk.store.opening import live, write_ahead
from sellerdesk.store.private import FILE, FOLDER, keep_private, make_folder, touch
from sellerdesk.store.shape import STEPS, applied_steps

_whole: set[tuple[object, ...]] = set()
"""The schemas that were found to have every step: file, and how often its schema has changed."""


@contextmanager
def opened(path: Path) -> Iterator[Database]:
    """The store of a shop, made when it does not exist, closed at the end.

    Raises UnusableStore: made by a newer program, in use, damaged, on a full disk or in a folder that cannot be written; lost, with
    backups beside it.
    """
    backups.check_not_lost(path)
    with plain_faults(path):
        make_folder(path.parent)
        touch(path)
        for own, mode in ((path.parent, FOLDER), (path, FILE)):
            keep_private(own, mode)
        connection = live(path, wait=WAIT_SECONDS)
        try:
            stamps.adopt(connection)
            write_ahead(connection)
            connection.execute("pragma synchronous = full")
            db = Database(connection)
            migrate(db, path)
            yield db
        finally:
            connection.close()


@contextmanager
def changing(path: Path) -> Iterator[Database]:
    """The store of a shop for one change, whole or not at all; waits for another writer before it reads.

    Raises UnusableStore, also when a window of another process holds the shop.
    """
    holding.may_write(path)
    with opened(path) as db, immediate(db, lambda: CHANGED.add(path)):
        yield db


def linger(path: Path) -> Callable[[], None]:
    """Stay with a store until the function given is called (from any thread); nothing when it cannot be opened.

    The last connection to leave a store writes SQLite's log back into it, 4 ms and on a busy disk 60: too much for every edit.
    """
    try:
        connection = live(path, "mode=rw", wait=0, any_thread=True)
    except (sqlite3.Error, OSError):
        return lambda: None
    try:
        connection.execute("pragma schema_version").fetchall()  # only who has read holds the log
    except sqlite3.Error:
        connection.close()
        return lambda: None
    opening.linger(path, connection)
    return lambda: opening.let_go(path, connection)


@contextmanager
def immediate(db: Database, done: Callable[[], None] = lambda: None) -> Iterator[None]:
    """A transaction that takes the right to write at its start: one that reads first and writes later is refused, not let wait.

    The change is counted in it; `done` is called when it is in the store, also where an interrupt came while the disk was waited for.
    One that changed no row leaves the file as it was.
    """
    db.conn.execute("begin immediate")
    changed.forget(db.conn)
    before = changed.rows_changed(db.conn)
    try:
        yield
        if changed.rows_changed(db.conn) == before:
            db.conn.rollback()
            return
        stamps.count_on(db.conn)
    except BaseException:
        db.conn.rollback()
        raise
    try:
        db.conn.commit()
    finally:
        if not db.conn.in_transaction:
            done()


def migrate(db: Database, path: Path) -> None:
    """Apply the steps that the store lacks, all or none, after a backup.

    Raises UnusableStore when it has steps that we do not know, or tables, views or triggers that are not ours.
    """
    schema = str(path), path.stat().st_ino, *db.conn.execute("pragma schema_version").fetchone()
    if schema in _whole:  # SQLite counts every change of a schema: one that was looked at takes 0.02 ms instead of 1
        return
    if not applied_steps(db.conn) and make_new(db, path):
        return
    applied = shape.check(db.conn, path)  # another process may have made it just now
    if applied != set(STEPS):
        made = backups.make(path, "migration", thin_now=False)
        bring_up(db)
        stamps.identify(db.conn)
        backups.thin(path, made)
        return
    _whole.add(schema)


def make_new(db: Database, path: Path | None = None) -> bool:
    """Give a file that holds nothing at all the whole schema at once, and say whether it was one: step by step takes 0.15 s more.

    Raises UnusableStore for the path of a shop that has backups: it lost what it held.
    """
    with immediate(db), changing_schema(db.conn):
        if db.conn.execute("select 1 from sqlite_master").fetchone():
            return False  # a shop's store, perhaps one that another process made just now, or another program's file
        if path is not None and backups.named(path):
            raise UnusableStore("shop_lost", file=path.name, folder=str(path.parent))
        for statement in assets.text("schema.sql").split(";\n\n"):
            db.conn.execute(statement)
        step = "insert into _sqlite_migrations (migration_set, name, applied_at) values ('sellerdesk', ?, datetime('now'))"
        db.conn.executemany(step, ((name,) for name in STEPS))
    return True


def bring_up(db: Database) -> None:
    """Apply the steps that a store lacks, all or none."""
    from sqlite_utils import Database as Migrated  # noqa: PLC0415 (0.1 s to load, and hardly ever needed)

    from sellerdesk.store.migrations import MIGRATIONS  # noqa: PLC0415 (as above)

    with immediate(db), changing_schema(db.conn):
        MIGRATIONS.apply(Migrated(db.conn, execute_plugins=False))
