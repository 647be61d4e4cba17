"""Copy a store whole by SQLite's own interface, look through every page of it, and put a copy back in place of a store."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from sellerdesk.domain.refusal import UnusableStore
from sellerdesk.store.faults import plain_faults

WAIT_SECONDS = 5


def copy(store: Path, target: Path) -> None:
    """Copy a store that may be in use, whole, into one file, and check it. Raises UnusableStore."""
    with plain_faults(target):
        target.write_bytes(b"")
    with plain_faults(store), closing(reading(store)) as source, closing(sqlite3.connect(target)) as into:
        into.execute("pragma synchronous = off")  # the whole file goes to the disk at once, below
        source.backup(into)
        into.execute("pragma journal_mode = delete")
        check(into, store)
    with plain_faults(target), target.open("rb+") as file:
        os.fsync(file.fileno())


def reading(store: Path) -> sqlite3.Connection:
    """A connection that only reads, and never makes a file that is not there."""
    name = store.absolute().as_uri()
    if not name.startswith("file:///"):  # \\\\server\\share: SQLite takes no other computer's name, but a path of two slashes
        name = "file:////" + name.removeprefix("file://")
    return sqlite3.connect(f"{name}?mode=ro", uri=True, timeout=WAIT_SECONDS)


def check(connection: sqlite3.Connection, store: Path) -> None:
    """Look through every page. Raises UnusableStore when one is damaged.

    The indexes too: a quick check takes a third of the time, but it lets a store pass as a backup that no way back would take.
    """
    found = connection.execute("pragma integrity_check(1)").fetchone()
    if found != ("ok",):
        raise UnusableStore("store_damaged", file=store.name, folder=str(store.parent), reason=found[0] if found else "")


def put_back(store: Path, backup: Path) -> None:
    """Put a backup in place of a store, in one transaction of the store's own; a damaged store is replaced as a file.

    Raises UnusableStore: the backup itself is damaged, or the disk is full; the store is then as it was.
    """
    with plain_faults(backup), closing(reading(backup)) as source:
        check(source, backup)
        try:
            with closing(sqlite3.connect(store, timeout=WAIT_SECONDS)) as into:
                into.execute("pragma synchronous = full")
                into.execute("select count(*) from sqlite_master").fetchone()
                source.backup(into)
                check(into, store)
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                raise
            replace_file(store, backup)


def replace_file(store: Path, backup: Path) -> None:
    """Put a copy of a backup where a damaged store lies; the damaged one was set aside before."""
    part = store.with_suffix(".part")
    copy(backup, part)
    for ending in ("-wal", "-shm"):
        store.with_name(store.name + ending).unlink(missing_ok=True)
    part.replace(store)


def set_aside(store: Path, aside: Path) -> None:
    """Keep a damaged store as the file that it is, with what was not yet written into it: somebody may still read some of it.

    Raises UnusableStore.
    """
    with plain_faults(aside):
        aside.parent.mkdir(parents=True, exist_ok=True)
        for ending in ("", "-wal"):
            if (part := store.with_name(store.name + ending)).exists():
                shutil.copy2(part, aside.with_name(aside.name + ending))
