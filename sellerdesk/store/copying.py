"""Copy a store whole by SQLite's own interface, look through every page of it, and put a copy back in place of a store."""

import itertools
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from sellerdesk.domain.refusal import UnusableStore
from sellerdesk.store import opening, shape, stamps, sums
from sellerdesk.store.changed import CHANGED
from sellerdesk.store.connection import connect
from sellerdesk.store.faults import PRIMARY_CODE, plain_faults, primary_code
from sellerdesk.store.opening import live
from sellerdesk.store.private import LOGS, keep_private, make_folder, remove, touch

TRIES = 50
"""So often another process may have written between the look at a store and its lock: each time takes a thousandth of a second."""


def copy(store: Path, target: Path, *, alone: bool = False) -> None:
    """Copy a store that may be in use, whole, into one file, and check it; `alone` as in reading(). Raises UnusableStore."""
    with plain_faults(target):
        remove(target)
        touch(target)
    with plain_faults(store), closing(reading(store, alone=alone)) as source, closing(connect(target)) as into:
        into.execute("pragma synchronous = off")  # the whole file goes to the disk at once, below
        source.backup(into)
        into.execute("pragma journal_mode = delete")
        check(into, store)
        if sums.TABLE in sums.tables_of(into):  # a program before the sums made none
            check_sums(into, store)
        stamps.write(into, stamps.new_identity(), stamps.read(into)[1])  # a log of the store's is none of the copy's
    with plain_faults(target), target.open("rb+") as file:
        os.fsync(file.fileno())


def reading(store: Path, *, alone: bool = False) -> sqlite3.Connection:
    """A connection that only reads, and never makes a file that is not there.

    `alone`: the file as it is, without a log that lies beside it: a backup has none, and what lies there is another's.
    """
    return connect(store, "mode=ro&immutable=1") if alone else live(store, "mode=ro")


def check(connection: sqlite3.Connection, store: Path) -> None:
    """Look through the tables, which are to be ours, and then through every page. Raises UnusableStore when one is damaged.

    The tables come first: a check of the pages runs the conditions that another's tables hold.

    The indexes too: a quick check takes a third of the time, but it lets a store pass as a backup that no way back would take.
    """
    shape.check(connection, store)
    found = connection.execute("pragma integrity_check(1)").fetchone()
    if found != ("ok",):
        raise UnusableStore("store_damaged", file=store.name, folder=str(store.parent), reason=found[0] if found else "")


def check_sums(connection: sqlite3.Connection, store: Path) -> None:
    """Compare what a copy holds with the sums that were written with it, and keep those of the whole in it.

    Raises UnusableStore: bits turned inside cells, which SQLite's own check does not see.
    """
    now = sums.of_all(connection)
    if (table := sums.differing(connection, now)) is not None:
        raise UnusableStore("store_differs", file=store.name, folder=str(store.parent), table=table)
    sums.seal_copy(connection, now)


def put_back(store: Path, made: Path, least: int, keep: Callable[[], None]) -> None:
    """Put a fresh store in place of a shop's, in one transaction of the shop's own; a damaged one is replaced as a file.

    It stays the same file with the same identity, and counts on from its own changes, and from `least` at least. `keep` makes the copy
    of what is there now; it is called while nobody else can write: who would waits, and writes into what was put in place.

    Raises UnusableStore: what was made is damaged, somebody writes all the time, or the disk is full; the store is then as it was.
    """
    with plain_faults(store):
        try:
            touch(store)
            with closing(live(store)) as into:
                into.execute("pragma synchronous = full")
                into.execute("select count(*) from sqlite_master").fetchone()
                opening.write_ahead(into)  # a new file too: a kill then leaves an empty store, not half of one with a journal to play back
                stamps.identify(into)
                stamps.raise_to(into, least)
                with closing(reading(made, alone=True)) as source:
                    check(source, made)
                overwrite(into, store, made, keep)
                CHANGED.add(store)  # what fails from here on, fails after the change
                check(into, store)
            opening.forget()
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            if isinstance(error, sqlite3.Error) and primary_code(error) not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                raise
            keep()
            stamp(made, stamps.new_identity(), least + 1)
            replace_file(store, made)


class Overtaken(Exception):  # noqa: N818 (nothing went wrong: it is tried again)
    """Somebody changed the store between the look at its count and the lock."""


def overwrite(into: sqlite3.Connection, store: Path, made: Path, keep: Callable[[], None]) -> None:
    """Copy what was made over an open store, page by page; `keep` is called when the first page has taken the lock of all writers.

    Raises UnusableStore when the lock is not to be had.
    """
    for _try in range(TRIES):
        identity, count = stamps.read(into)
        stamp(made, identity, count + 1)
        with closing(reading(made, alone=True)) as source, suppress(Overtaken):
            source.backup(into, pages=1, progress=once_locked(store, count, keep))
            return
    raise UnusableStore("store_locked", file=store.name, folder=str(store.parent))


def once_locked(store: Path, count: int, keep: Callable[[], None]) -> Callable[[int, int, int], None]:
    """What SQLite's copying calls after each page: after the first one, look whether the store is as it was, and keep it."""
    pages = itertools.count()

    def after_page(status: int, _remaining: int, _total: int) -> None:
        if status & PRIMARY_CODE in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise UnusableStore("store_locked", file=store.name, folder=str(store.parent))
        if next(pages):
            return
        with closing(reading(store)) as there:
            if stamps.read(there)[1] != count:
                raise Overtaken
        keep()

    return after_page


def stamp(file: Path, identity: int, count: int) -> None:
    """Give a store that nobody uses its identity, when it has none another, and its count."""
    with closing(connect(file)) as connection:
        stamps.write(connection, identity or stamps.new_identity(), count)


def replace_file(store: Path, backup: Path) -> None:
    """Put a copy of a backup where a damaged store lies; the damaged one was set aside before."""
    part = store.with_name(f".{store.stem}.{os.getpid()}.part")
    copy(backup, part, alone=True)
    for ending in LOGS:
        store.with_name(store.name + ending).unlink(missing_ok=True)
    part.replace(store)
    CHANGED.add(store)
    opening.forget()


def set_aside(store: Path, aside: Path) -> None:
    """Keep a damaged store as the file that it is, with what was not yet written into it: somebody may still read some of it.

    Raises UnusableStore.
    """
    with plain_faults(aside):
        make_folder(aside.parent)
        for ending in ("", "-wal"):
            if (part := store.with_name(store.name + ending)).exists():
                shutil.copy2(part, aside.with_name(aside.name + ending))
                keep_private(aside.with_name(aside.name + ending))
