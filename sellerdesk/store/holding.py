"""Who holds a shop: one window at a time may write it, by a lock of the operating system's that ends with its process."""

import os
import sqlite3
import stat
from contextlib import suppress
from pathlib import Path

from sellerdesk.domain.refusal import UnusableStore
from sellerdesk.store.connection import connect
from sellerdesk.store.faults import primary_code
from sellerdesk.store.private import LOGS, touch

GLANCE_SECONDS = 0.1
"""A command that only looks whether a shop is held has its lock for less than a thousandth of a second."""

_held: dict[Path, sqlite3.Connection] = {}
_lent: set[Path] = set()


def lock_of(store: Path) -> Path:
    """The file whose lock says that a shop is held; it holds nothing, and stays."""
    return store.with_suffix(".lock")


def take(store: Path) -> bool:
    """Hold a shop for this process until it ends, however it ends; False when another process holds it.

    The lock is SQLite's on an empty file: the operating system's own on every platform, let go even by a kill.
    """
    if is_ours(store):
        return True
    made_plain(lock_of(store))
    try:
        touch(lock_of(store))
        lock = connect(lock_of(store), wait=GLANCE_SECONDS, any_thread=True)
    except (sqlite3.Error, OSError):
        return True  # a folder that cannot be written needs no guard
    try:
        lock.execute("begin exclusive")
    except sqlite3.DatabaseError as error:
        lock.close()
        return primary_code(error) != sqlite3.SQLITE_BUSY
    _held[store.absolute()] = lock
    return True


def made_plain(lock: Path) -> None:
    """Make a lock the empty file that it always is: whatever else lies in its place is no lock of ours, and holds nothing."""
    with suppress(OSError):
        found = lock.lstat()
        if stat.S_ISDIR(found.st_mode):
            lock.rmdir()
        elif not stat.S_ISREG(found.st_mode):
            lock.unlink()
        elif found.st_size:
            os.truncate(lock, 0)
        for ending in LOGS:
            lock.with_name(lock.name + ending).unlink(missing_ok=True)


def give_back(store: Path) -> None:
    """Hold a shop no longer."""
    lock = _held.pop(store.absolute(), None)
    if lock is not None:
        lock.close()


def lend(store: Path) -> None:
    """This process works for the window that holds the shop."""
    _lent.add(store.absolute())


def is_ours(store: Path) -> bool:
    """Whether this process, or the window it works for, holds a shop."""
    return store.absolute() in _held or store.absolute() in _lent


def may_write(store: Path) -> None:
    """Nothing when nobody else holds the shop. Raises UnusableStore."""
    if is_ours(store) or not os.path.lexists(lock_of(store)):
        return
    if not take(store):
        raise UnusableStore("shop_held", folder=str(store.parent))
    give_back(store)
