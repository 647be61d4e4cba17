"""Connections to a shop's store: every one is guarded, so that no file can make the program do more than read and write rows."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from sellerdesk.store.faults import check_place
from sellerdesk.store.guard import rows_only, schema_too

WAIT_SECONDS = 5
LONGEST_VALUE = 1_000_000_000
"""Bytes of one value; SQLite's own limit, said here because a store that claims more is refused by it."""


class Database(NamedTuple):
    """An open store. sqlite-utils makes and changes its tables; it takes 0.1 s to load, and a store that is up to date needs none of it."""

    conn: sqlite3.Connection


def connect(
    path: Path,
    options: str = "",
    *,
    wait: float = WAIT_SECONDS,
    any_thread: bool = False,
    factory: type[sqlite3.Connection] = sqlite3.Connection,
) -> sqlite3.Connection:
    """A guarded connection; `options` are those of SQLite's file names ("mode=ro"), without any the file is made when it is not there."""
    if "immutable" not in options:  # else SQLite looks at no log
        check_place(path)
    name = f"{address(path)}?{options}" if options else path
    connection = sqlite3.connect(name, uri=bool(options), timeout=wait, check_same_thread=not any_thread, factory=factory)
    try:
        guarded(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def guarded(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Let nothing that a file holds run as a statement that reaches outside of it."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    defend = getattr(connection, "setconfig", None)  # Python 3.12: in 3.11 the authorizer denies what this would
    if defend is not None:
        defend(getattr(sqlite3, "SQLITE_DBCONFIG_DEFENSIVE"), True)  # noqa: B009, FBT003 (3.11 has no such name; SQLite's own signature)
    connection.set_authorizer(rows_only)
    connection.execute("pragma trusted_schema = off")
    connection.execute("pragma foreign_keys = on")
    return connection


@contextmanager
def changing_schema(connection: sqlite3.Connection) -> Iterator[None]:
    """Allow statements of the program's own to change the schema meanwhile."""
    connection.set_authorizer(schema_too)
    try:
        yield
    finally:
        connection.set_authorizer(rows_only)


def address(path: Path) -> str:
    """A file as SQLite's options want it."""
    name = path.absolute().as_uri()
    if not name.startswith("file:///"):  # \\\\server\\share: SQLite takes no other computer's name, but a path of two slashes
        name = "file:////" + name.removeprefix("file://")
    return name
