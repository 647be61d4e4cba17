"""Connections to the shop's own store: each first looks whether the file is still the one that it was, and whether its log is its own."""

import os
import sqlite3
import threading
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from sellerdesk.store import logs, notices, stamps
from sellerdesk.store.connection import WAIT_SECONDS, connect
from sellerdesk.store.faults import check_place

ASIDE = "backups"
IDLE = 0 if os.name == "nt" else 4
"""So many files stay open without a connection; Windows lets nobody put another file in the place of an open one."""


class Grip:
    """A store that this process has open: its descriptor, its number on the disk, and how many connections there are.

    The descriptor stays open as long as any of them: to close another one of the same file would let go of SQLite's locks (POSIX).
    """

    def __init__(self, path: Path) -> None:
        """Open the file to look at its head."""
        self.opened = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self.inode, self.count = os.fstat(self.opened).st_ino, 0


class Seen(NamedTuple):
    """How a store's file was last met: its number on the disk, its identity, and whether it keeps a log, as every store in use does."""

    inode: int
    identity: int
    logs: bool

    def is_another(self, now: "Seen") -> bool:
        """Whether it is another file now: in its place, or written over it byte by byte.

        A store gets its identity before its log, one of an older program when it is brought up to date.
        """
        return self.identity != now.identity and (self.inode != now.inode or (self.logs and self.identity != 0))


class Live(sqlite3.Connection):
    """A connection to the shop's own store."""

    path: Path | None = None
    grip: Grip | None = None

    def close(self) -> None:
        """Let go of the file when this was the last connection."""
        super().close()
        if self.path is not None and self.grip is not None:
            leave(self.path, self.grip)
            self.grip = None


_lock = threading.RLock()
_grips: dict[Path, Grip] = {}
_seen: dict[Path, "Seen"] = {}
_lingering: dict[Path, sqlite3.Connection] = {}


def live(path: Path, options: str = "", *, wait: float = WAIT_SECONDS, any_thread: bool = False) -> sqlite3.Connection:
    """A guarded connection to the shop's own store; `options` as in connect()."""
    path = path.absolute()
    check_place(path)
    grip = enter(path)
    try:
        connection = connect(path, options, wait=wait, any_thread=any_thread, factory=Live)
    except BaseException:
        if grip is not None:
            leave(path, grip)
        raise
    if isinstance(connection, Live):
        connection.path, connection.grip = path, grip
    return connection


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


def enter(path: Path) -> Grip | None:
    """Look at a store before it is opened; None for one that is not there yet."""
    with _lock:
        before = _grips.get(path)
        swapped = before is not None and inode_of(path) != before.inode
        if is_orphan(path) or (swapped and before is not None and before.count):
            put_logs_aside(path)
        if swapped:
            drop(path)
        if not path.exists():
            return None
        if path not in _grips:
            if logs.beside(path, logs.JOURNAL).exists():
                clear_begun(path)
            _grips[path] = Grip(path)
        grip = _grips[path]
        grip.count += 1
        if logs.is_anothers(path, grip.opened) or (logs.beside(path, logs.JOURNAL).exists() and keeps_no_journal(path, grip)):
            put_logs_aside(path)
        remember(path, grip)
        return grip


def clear_begun(path: Path) -> None:
    """Let SQLite remove the journal of an empty store, whose maker was killed: by its locks it knows whether anybody still writes it."""
    with suppress(OSError, sqlite3.Error):
        if not path.stat().st_size or logs.begins(path):
            with closing(connect(path, "mode=rw")) as connection:
                connection.execute("begin exclusive")
                if logs.begins(path):  # its head was not on the disk yet: SQLite plays nothing, and lets it lie
                    logs.beside(path, logs.JOURNAL).unlink(missing_ok=True)
                connection.rollback()


def is_orphan(path: Path) -> bool:
    """Whether a log with something in it lies beside no store; the log is looked at first, for whoever makes a store makes it last."""
    try:
        return logs.beside(path, logs.WAL).stat().st_size > 0 and (not path.exists() or not path.stat().st_size)
    except OSError:
        return False


def keeps_no_journal(path: Path, grip: Grip) -> bool:
    """Whether the journal beside a store is none that anybody writes at this moment; an empty file's SQLite removes itself."""
    return os.fstat(grip.opened).st_size > 0 and logs.is_left_over(logs.beside(path, logs.JOURNAL))


def inode_of(path: Path) -> int:
    """A file's number on the disk; 0 for one that is not there."""
    try:
        return path.stat().st_ino
    except OSError:
        return 0


def put_logs_aside(path: Path) -> None:
    """Keep the logs beside a store apart, for they are not its own, and say so."""
    for ending in (logs.WAL, logs.JOURNAL):
        log = logs.beside(path, ending)
        if log.is_file() and not log.is_symlink() and log.stat().st_size:
            kept = logs.aside(path, log, path.parent.parent / ASIDE)
            notices.add("log_aside" if ending == logs.WAL else "journal_aside", file=path.name, kept=str(kept))
    if (lingering := _lingering.pop(path, None)) is not None:
        with suppress(sqlite3.Error):  # it finds its log empty
            lingering.close()
    logs.clear(path)


def remember(path: Path, grip: Grip) -> None:
    """Know a store again; say when another file lies in its place."""
    head = head_now(path, grip)
    now = Seen(grip.inode, head.identity if head else 0, head.logs if head else False)
    if _seen.get(path, now).is_another(now):
        notices.add("store_swapped", file=path.name)
    _seen[path] = now


class Lying(NamedTuple):
    """Which file lies in a store's place: its identity, and how many changes it had seen when it was last written back."""

    identity: int
    changes: int

    def is_follower(self, before: "Lying") -> bool:
        """Whether it can be the file that lay there before: the same identity, and no older; an unknown identity says nothing."""
        return before.identity == 0 or (self.identity == before.identity and self.changes >= before.changes)


def lying(path: Path) -> Lying | None:
    """Which file lies in a store's place now; None where none can be read."""
    path = path.absolute()
    try:
        check_place(path)
        grip = enter(path)
    except (OSError, sqlite3.Error):
        return None
    if grip is None:
        return None
    try:
        found = head_now(path, grip)
        return Lying(found.identity, found.changes) if found else None
    finally:
        leave(path, grip)


def head_now(path: Path, grip: Grip) -> stamps.Head | None:
    """The head of a store's file as it is now."""
    return stamps.head(os.pread(grip.opened, stamps.HEAD_BYTES, 0)) if hasattr(os, "pread") else stamps.head_of(path)


def forget() -> None:
    """Another process of the program's own may put another file in a store's place from now on."""
    with _lock:
        _seen.clear()


def leave(path: Path, grip: Grip) -> None:
    """A connection is closed."""
    with _lock:
        grip.count -= 1
        if _grips.get(path) is not grip:
            if grip.count == 0:
                os.close(grip.opened)  # of a file that is gone
            return
        idle = [other for other, grip in _grips.items() if grip.count == 0]
        for other in idle[: max(0, len(idle) - IDLE)]:
            drop(other)


def drop(path: Path) -> None:
    """Let go of a store's file that no connection of this process has open; one that has keeps it until it is closed."""
    grip = _grips.pop(path, None)
    if grip is not None and grip.count == 0:
        os.close(grip.opened)


def linger(path: Path, connection: sqlite3.Connection) -> None:
    """A connection that stays is closed when another file comes in the store's place."""
    with _lock:
        _lingering[path.absolute()] = connection


def let_go(path: Path, connection: sqlite3.Connection) -> None:
    """Close a connection that stayed."""
    with _lock:
        if _lingering.get(path.absolute()) is connection:
            del _lingering[path.absolute()]
    connection.close()
