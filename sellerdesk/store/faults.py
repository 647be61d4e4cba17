"""What SQLite and the disk raise, as plain faults; a bug of ours (a wrong statement) stays what it is."""

import errno
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sellerdesk.domain.refusal import UnusableStore
from sellerdesk.store.private import LOGS
from sellerdesk.store.rights import denied

CODES = {
    sqlite3.SQLITE_BUSY: "store_locked",
    sqlite3.SQLITE_LOCKED: "store_locked",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_IOERR: "disk_fault",
    sqlite3.SQLITE_CORRUPT: "store_damaged",
    sqlite3.SQLITE_NOTADB: "store_damaged",
    sqlite3.SQLITE_READONLY: "store_read_only",
    sqlite3.SQLITE_CANTOPEN: "store_read_only",
    sqlite3.SQLITE_PERM: "store_read_only",
}
UNDECODED = "Could not decode to UTF-8"
"""How Python's SQLite says, without a number, that a text in a cell is none."""
PRIMARY_CODE = 0xFF
LEAST_ROOM = 64 * 1024
"""Bytes below which a disk is full: the index of a log grows by 32 KiB."""
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG) if hasattr(errno, "EDQUOT") else (errno.ENOSPC, errno.EFBIG)
"""A disk, a quota or a limit on file sizes that is reached; Windows has no quota of this name."""


class InTheWay(sqlite3.OperationalError):
    """What is no file lies where a store or one of its logs belongs: to open a pipe without a writer is to wait for ever."""

    def __init__(self, path: Path, code: str) -> None:
        """Name the path, and what it is by the key of its words."""
        super().__init__(path.name)
        self.path, self.code = path, code


def check_place(store: Path) -> None:
    """Nothing where a store and its logs can be opened. Raises InTheWay; a link to a store is one, and none to a log."""
    for ending in ("", *LOGS):
        path = store.with_name(store.name + ending)
        try:
            mode = path.lstat().st_mode if ending else path.stat().st_mode
        except OSError:
            continue  # it is not there
        if not stat.S_ISREG(mode):
            code = "in_the_way_folder" if stat.S_ISDIR(mode) else "in_the_way_link" if stat.S_ISLNK(mode) else "in_the_way_pipe"
            raise InTheWay(path, code)


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's own number for an error, without its details; 0 where it gives none."""
    return getattr(error, "sqlite_errorcode", 0) & PRIMARY_CODE


def is_full(path: Path) -> bool:
    """Whether the disk of a file has no room left: where a log's index cannot grow, SQLite says only that the disk failed."""
    try:
        return shutil.disk_usage(path.parent).free < LEAST_ROOM
    except OSError:
        return False


@contextmanager
def plain_faults(path: Path) -> Iterator[None]:
    """Turn what the disk and SQLite raise about a store into UnusableStore."""
    facts = {"file": path.name, "folder": str(path.parent)}
    try:
        yield
    except InTheWay as error:
        raise UnusableStore(error.code, name=error.path.name, **facts) from error
    except sqlite3.DatabaseError as error:
        code = "store_damaged" if UNDECODED in str(error) else CODES.get(primary_code(error))
        ours = isinstance(error, sqlite3.ProgrammingError | sqlite3.IntegrityError | sqlite3.InterfaceError)
        if code is None and (ours or primary_code(error) == sqlite3.SQLITE_ERROR):
            raise
        code = "disk_full" if code == "disk_fault" and is_full(path) else code
        if code == "store_read_only" and (fault := denied(path)) is not None:
            raise fault from error
        raise UnusableStore(code or "store_fault", reason=str(error), **facts) from error
    except UnicodeDecodeError as error:  # the text of a table's own definition, which SQLite hands over before it looks at it
        raise UnusableStore("store_damaged", reason=error.reason, **facts) from error
    except FileExistsError as error:
        raise UnusableStore("store_read_only", **facts) from error
    except OSError as error:
        if error.errno in FULL:
            raise UnusableStore("disk_full", **facts) from error
        raise denied(path) or UnusableStore("store_read_only", **facts) from error
