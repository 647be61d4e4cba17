"""Who holds a shop: one window at a time may write it, by a lock of the operating system's that ends with its process."""

import sqlite3
from pathlib import Path

from sellerdesk.domain.refusal import UnusableStore

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
    try:
        lock = sqlite3.connect(lock_of(store), timeout=GLANCE_SECONDS, isolation_level=None, check_same_thread=False)
    except sqlite3.OperationalError:
        return True  # a folder that cannot be written needs no guard
    try:
        lock.execute("begin exclusive")
    except sqlite3.OperationalError as error:
        lock.close()
        return getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_BUSY
    _held[store.absolute()] = lock
    return True


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
    if is_ours(store) or not lock_of(store).exists():
        return
    if not take(store):
        raise UnusableStore("shop_held", folder=str(store.parent))
    give_back(store)
