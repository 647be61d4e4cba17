"""The log that SQLite keeps beside a store, and whether it belongs to it: a log is never played onto another file.

A crash leaves a log that holds the last changes. When another file lies in the store's place by then (a backup copied over it, a
service that synchronises), SQLite would play the log onto that one. Identity and count of stamps.py are in the file and in every change
of the log; they tell.
"""

import mmap
import os
import stat
import struct
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sellerdesk.domain.japan import JAPAN
from sellerdesk.store import stamps
from sellerdesk.store.private import make_folder
from sellerdesk.store.stamps import Head

WAL, JOURNAL = "-wal", "-journal"
MAGICS = (0x377F0682, 0x377F0683)
HEADER, FRAME = 32, 24
TRIES, PAUSE_SECONDS = 3, 0.03
"""A log that another process writes at this moment is looked at again."""
JOURNAL_TRIES = 30
"""A store that another process makes at this moment has a journal for as long as the disk takes to write it: up to a second."""
MOST_OF_A_PAGE = 2 * 65_536
"""Bytes of SQLite's largest page, with the head of a journal, which is one of the disk's blocks."""


PAGES_BEFORE, SECTOR = (16, 20), (20, 24)
"""Where the head of a journal says how many pages the file had, and how long the head is in bytes."""


class Log(NamedTuple):
    """A log with changes in it: its page size in bytes, and what the first page was in the first change and in the last."""

    page: int
    first: Head | None
    last: Head | None


def beside(store: Path, ending: str) -> Path:
    """A file that SQLite keeps beside a store."""
    return store.with_name(store.name + ending)


def read(wal: Path) -> Log | None:
    """What a log holds; None when nothing in it would be played."""
    try:
        with wal.open("rb") as file:
            if os.fstat(file.fileno()).st_size <= HEADER + FRAME:
                return None
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
                return parsed(content)
    except (OSError, ValueError):
        return None


def parsed(content: mmap.mmap) -> Log | None:
    """The changes of a log up to the last whole one."""
    magic, _version, page = struct.unpack_from(">III", content)
    if magic not in MAGICS or page < 512:  # noqa: PLR2004 (SQLite's smallest page)
        return None
    salts, heads, changes = content[16:24], list[Head](), 0
    whole: list[Head] = []
    for at in range(HEADER, len(content) - FRAME - page + 1, FRAME + page):
        number, size = struct.unpack_from(">II", content, at)
        if content[at + 8 : at + 16] != salts:
            break
        if number == 1 and (found := stamps.head(content[at + FRAME : at + FRAME + stamps.HEAD_BYTES])):
            heads.append(found)
        if size:
            changes, whole = changes + 1, list(heads) if len(heads) < TRIES else [heads[0], heads[-1]]
    return Log(page, whole[0] if whole else None, whole[-1] if whole else None) if changes else None


def fits(head: Head, log: Log | None) -> bool:
    """Whether a log goes on from a file: the same identity, and counts that follow on each other."""
    if log is None:
        return True
    if log.page != head.page:
        return False
    if log.first is None or log.last is None:
        return head.identity == 0  # a program before the stamps
    same = log.first.identity == head.identity
    return same and (head.identity == 0 or log.first.changes - 1 <= head.changes <= log.last.changes)


def is_anothers(store: Path, opened: int) -> bool:
    """Whether the log beside a store is another file's; `opened` is the store's descriptor. Looked at more than once before it is said."""
    for _try in range(TRIES):
        head = stamps.head(os.pread(opened, stamps.HEAD_BYTES, 0)) if hasattr(os, "pread") else stamps.head_of(store)
        if head is None or fits(head, read(beside(store, WAL))):
            return False
        time.sleep(PAUSE_SECONDS)
    return True


def is_left_over(journal: Path) -> bool:
    """Whether a journal lies beside a store that keeps none, and not for a moment only."""
    for _try in range(JOURNAL_TRIES):
        try:
            if not journal.stat().st_size:
                return False
        except OSError:
            return False
        time.sleep(PAUSE_SECONDS)
    return True


def begins(store: Path) -> bool:
    """Whether a journal beside a store was left by whoever began to make it, and was killed: neither holds a table, of this or any shop."""
    there, journal = (read_small(file) for file in (store, beside(store, JOURNAL)))
    if there is None or journal is None:
        return False
    pages, head_bytes = (int.from_bytes(journal[slice(*place)], "big") for place in (PAGES_BEFORE, SECTOR))
    if pages > 1 or not stamps.is_without_tables(there):
        return False
    before = journal[head_bytes + 4 :] if pages else b""  # each page follows its number
    return not before or stamps.is_without_tables(before)


def read_small(file: Path) -> bytes | None:
    """The bytes of a file of one page with its head; None for a larger one, and for what is none: a pipe would be waited for."""
    try:
        kind = file.lstat()
        return file.read_bytes() if stat.S_ISREG(kind.st_mode) and kind.st_size <= MOST_OF_A_PAGE else None
    except OSError:
        return None


def aside(store: Path, log: Path, folder: Path) -> Path:
    """Keep a log as the file that it is, named by its own moment, and leave nothing of it that could be played. Gives where it is."""
    at = datetime.fromtimestamp(log.stat().st_mtime, JAPAN)
    make_folder(folder)
    target = folder / f"{store.stem}_{at:%Y%m%d-%H%M%S}_log{log.name.removeprefix(store.name)}"
    with os.fdopen(os.open(target, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as kept:
        kept.write(log.read_bytes())
        kept.flush()
        os.fsync(kept.fileno())
    os.truncate(log, 0)  # a connection that still has it open finds nothing in it to write back
    return target


def clear(store: Path) -> None:
    """Remove an emptied log with its index; another process that has them open keeps its own."""
    for ending in (WAL, "-shm", JOURNAL):
        with suppress(OSError):
            beside(store, ending).unlink(missing_ok=True)
