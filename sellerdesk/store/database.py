"""Open a shop's store, bring it up to date, and turn SQLite's troubles into plain faults."""

import errno
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from sellerdesk.domain.refusal import UnusableStore
from sellerdesk.store.migrations import MIGRATIONS, known_steps

WAIT_SECONDS = 5
CODES = {
    sqlite3.SQLITE_BUSY: "store_locked",
    sqlite3.SQLITE_LOCKED: "store_locked",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_CORRUPT: "store_damaged",
    sqlite3.SQLITE_NOTADB: "store_damaged",
    sqlite3.SQLITE_READONLY: "store_read_only",
    sqlite3.SQLITE_CANTOPEN: "store_read_only",
    sqlite3.SQLITE_PERM: "store_read_only",
}
PRIMARY_CODE = 0xFF


@contextmanager
def opened(path: Path) -> Iterator[Database]:
    """The store of a shop, made when it does not exist, closed at the end.

    Raises UnusableStore: made by a newer program, in use, damaged, on a full disk or in a folder that cannot be written.
    """
    with plain_faults(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=WAIT_SECONDS)
        try:
            write_ahead(connection)
            connection.execute("pragma synchronous = full")
            connection.execute("pragma foreign_keys = on")
            db = Database(connection, execute_plugins=False)
            migrate(db, path.name)
            yield db
        finally:
            connection.close()


@contextmanager
def changing(path: Path) -> Iterator[Database]:
    """The store of a shop for one change, whole or not at all; waits for another writer before it reads. Raises UnusableStore."""
    with opened(path) as db, immediate(db):
        yield db


@contextmanager
def immediate(db: Database) -> Iterator[None]:
    """A transaction that takes the right to write at its start: one that reads first and writes later is refused, not let wait."""
    db.conn.execute("begin immediate")
    try:
        yield
    except BaseException:
        db.conn.rollback()
        raise
    db.conn.commit()


def write_ahead(connection: sqlite3.Connection) -> None:
    """Switch to write-ahead logging; SQLite does not wait here by itself while another process makes the same file."""
    end = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            connection.execute("pragma journal_mode = wal")
        except sqlite3.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.02)
        else:
            return


def migrate(db: Database, file: str) -> None:
    """Apply the steps that the store lacks. Raises UnusableStore when it has steps that we do not know."""
    if {step.name for step in MIGRATIONS.applied(db)} - known_steps():
        raise UnusableStore("newer_store")
    if MIGRATIONS.pending(db):
        try:
            with immediate(db):
                MIGRATIONS.apply(db)
        except sqlite3.OperationalError as error:
            if primary_code(error) != sqlite3.SQLITE_ERROR:
                raise
            raise UnusableStore("store_damaged", file=file) from error  # its tables are another program's


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's own number for an error, without its details; 0 where it gives none."""
    return getattr(error, "sqlite_errorcode", 0) & PRIMARY_CODE


@contextmanager
def plain_faults(path: Path) -> Iterator[None]:
    """Turn what the disk and SQLite raise into UnusableStore; a bug of ours (a wrong statement) stays what it is."""
    facts = {"file": path.name, "folder": str(path.parent)}
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = CODES.get(primary_code(error))
        ours = isinstance(error, sqlite3.ProgrammingError | sqlite3.IntegrityError | sqlite3.InterfaceError)
        if code is None and (ours or primary_code(error) == sqlite3.SQLITE_ERROR):
            raise
        raise UnusableStore(code or "store_fault", reason=str(error), **facts) from error
    except FileExistsError as error:
        raise UnusableStore("store_read_only", **facts) from error
    except OSError as error:
        raise UnusableStore("disk_full" if error.errno == errno.ENOSPC else "store_read_only", **facts) from error
