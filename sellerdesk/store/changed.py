"""Which shops this process has changed: when what comes after a change fails, it must not be said that nothing was done."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CHANGED: set[Path] = set()
"""Stores into which a change was written whole, or in whose place another was put."""
MADE: list[tuple[str, str]] = []
"""Files that were made whole: what each is by the key of its words (say.made_…), and its name."""
_bookkeeping: dict[int, int] = {}
"""Rows written about a change that turned out to be none, by connection."""


def is_bookkeeping(connection: sqlite3.Connection, rows: int) -> None:
    """So many rows that a connection wrote were about a change that changed nothing, and are gone again."""
    _bookkeeping[id(connection)] = _bookkeeping.get(id(connection), 0) + rows


def rows_changed(connection: sqlite3.Connection) -> int:
    """How many rows a connection has changed since it was opened, bookkeeping of its transaction apart."""
    return connection.total_changes - _bookkeeping.get(id(connection), 0)


def forget(connection: sqlite3.Connection) -> None:
    """A transaction begins: what was bookkeeping before it does not count."""
    _bookkeeping.pop(id(connection), None)


@contextmanager
def keeping_changed() -> Iterator[None]:
    """What is written meanwhile is in stores that go again, and no shop's."""
    before = set(CHANGED), list(MADE)
    try:
        yield
    finally:
        CHANGED.intersection_update(before[0])
        MADE[:] = before[1]


@contextmanager
def by_the_way(store: Path) -> Iterator[None]:
    """What is written meanwhile is not what the command was asked for: of verdicts that are kept with an answer nobody is told."""
    before = store in CHANGED
    try:
        yield
    finally:
        if not before:
            CHANGED.discard(store)
