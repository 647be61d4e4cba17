"""Two numbers in the head of a store's file: which file it is, and how many changes were made. A log and a copy are known by them.

SQLite keeps both in the first page (`application_id`, `user_version`); every change counts on, and so writes that page into its log.
A copy takes the count with it, and so backups stand in the order of what they hold, whatever the clock said.
"""

import os
import sqlite3
import struct
from pathlib import Path
from typing import NamedTuple

from sellerdesk.own_files import A_STORE

HEAD_BYTES = 100
MOST = 2**31 - 2**20
"""A count above is none of ours: SQLite keeps 31 bits, and no shop has so many changes."""


class Head(NamedTuple):
    """What the first bytes of a store say: its page size in bytes, whether it has a log beside it, its identity and its count."""

    page: int
    logs: bool
    identity: int
    changes: int


def head(first: bytes) -> Head | None:
    """The head of a page 1; None for what is no store."""
    if len(first) < HEAD_BYTES or not first.startswith(A_STORE):
        return None
    (page,) = struct.unpack_from(">H", first, 16)
    (count,) = struct.unpack_from(">i", first, 60)
    (identity,) = struct.unpack_from(">i", first, 68)
    return Head(65_536 if page == 1 else page, first[18] == 2, identity, count if 0 <= count <= MOST else 0)  # noqa: PLR2004 (SQLite's mark)


def is_without_tables(page: bytes) -> bool:
    """Whether a file of one page, or of none, holds no table: its list of tables is a leaf without an entry."""
    return not page or (
        page.startswith(A_STORE) and page[HEAD_BYTES : HEAD_BYTES + 1] == b"\x0d" and page[HEAD_BYTES + 3 : HEAD_BYTES + 5] == bytes(2)
    )


def head_of(file: Path) -> Head | None:
    """The head of a file that nothing in this process has open; None for what is no store, or cannot be read."""
    try:
        with file.open("rb") as opened:
            return head(opened.read(HEAD_BYTES))
    except OSError:
        return None


def new_identity() -> int:
    """A number that no other file has."""
    return int.from_bytes(os.urandom(4), "big") % (2**31 - 1) + 1


def read(connection: sqlite3.Connection) -> tuple[int, int]:
    """The identity and the count of an open store."""
    (identity,) = connection.execute("pragma application_id").fetchone()
    (count,) = connection.execute("pragma user_version").fetchone()
    return int(identity), int(count) if 0 <= count <= MOST else 0


def write(connection: sqlite3.Connection, identity: int, count: int) -> None:
    """Give a store its identity and its count."""
    connection.execute(f"pragma application_id = {identity:d}")
    connection.execute(f"pragma user_version = {min(count, MOST):d}")


def count_on(connection: sqlite3.Connection) -> None:
    """Count a change, in its transaction."""
    _identity, count = read(connection)
    connection.execute(f"pragma user_version = {min(count + 1, MOST):d}")


def adopt(connection: sqlite3.Connection) -> None:
    """Give a file that keeps no log yet, a new one or a copy that came in the store's place, an identity of its own."""
    if journal_of(connection) == "wal":
        return
    connection.execute("begin immediate")
    if journal_of(connection) != "wal":  # another process may have been quicker
        connection.execute(f"pragma application_id = {new_identity():d}")
    connection.commit()


def journal_of(connection: sqlite3.Connection) -> str:
    """How a store keeps what is under way."""
    (mode,) = connection.execute("pragma journal_mode").fetchone()
    return str(mode)


def identify(connection: sqlite3.Connection) -> None:
    """Give a store of older programs its identity; it is in the file itself before anything is built on it."""
    if read(connection)[0] == 0:
        connection.execute(f"pragma application_id = {new_identity():d}")
        connection.execute("pragma wal_checkpoint(truncate)")


def raise_to(connection: sqlite3.Connection, least: int) -> None:
    """Let a store count on from a number at least: after an older copy came in its place by hand, its backups are newer than it."""
    if read(connection)[1] >= least:
        return
    connection.execute(f"pragma user_version = {min(least, MOST):d}")
    connection.execute("pragma wal_checkpoint(truncate)")  # a log that jumped would look like another file's
