"""A fresh store from our own schema with the rows of one that came from elsewhere, looked through cell by cell: data, and no code."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from sellerdesk.domain.refusal import UnusableStore
from sellerdesk.store import copying, private, rights, sums, values
from sellerdesk.store.connection import Database, connect
from sellerdesk.store.database import bring_up, immediate, make_new
from sellerdesk.store.faults import plain_faults
from sellerdesk.store.shape import STEPS, applied_steps

BATCH = 2_000
SEQUENCE_MOST = 2**53
NUMBERED = ("import", "action", "undo_step", "history")
"""The tables whose numbers are never given twice."""
WHYS = {"store_damaged": "damaged", "store_foreign": "foreign"}
Row = tuple[Any, ...]


class Refused(Exception):  # noqa: N818 (a store is at fault, not the program)
    """A store that is not taken in: why, as the key of the words, and where."""

    def __init__(self, why: str, **where: str) -> None:
        """Name why and where."""
        super().__init__(why)
        self.why, self.where = why, where


@contextmanager
def built(source: Path, beside: Path) -> Iterator[Path]:
    """A fresh store with the rows of another, beside a third, removed at the end. Raises Refused, UnusableStore."""
    copy, made = (beside.with_name(f".{beside.stem}.{os.getpid()}.{ending}.part") for ending in ("old", "new"))
    try:
        look_through(source)
        if steps_of(source) != set(STEPS):
            brought_up(source, copy)
            source = copy
        with plain_faults(made):
            fill(source, made)
        yield made
    finally:
        for part in (copy, made):
            private.remove(part)


def look_through(source: Path) -> None:
    """Nothing for a store whose tables are ours and whose pages are whole. Raises Refused, UnusableStore for a newer one."""
    rights.check_readable(source)
    try:
        with closing(copying.reading(source, alone=True)) as connection:
            copying.check(connection, source)
            broken = connection.execute("pragma foreign_key_check").fetchone()
            sealed = sums.is_sealed(connection)
            table = sums.differing_copy(connection)
    except (sqlite3.Error, UnicodeError) as error:
        raise Refused("damaged") from error
    except UnusableStore as error:
        if error.code in WHYS:
            raise Refused(WHYS[error.code]) from error
        raise
    if table is not None:
        raise Refused("differs", table=table)
    if broken:
        raise Refused("rows")
    if not sealed:
        raise Refused("unsealed")


def steps_of(source: Path) -> set[str]:
    """The steps of a store that was looked through."""
    with closing(copying.reading(source, alone=True)) as connection:
        return applied_steps(connection)


def brought_up(source: Path, copy: Path) -> None:
    """Bring a copy of an old store up to date; the store itself stays as it is. Raises Refused, UnusableStore."""
    with plain_faults(copy):
        private.remove(copy)
        copying.copy(source, copy, alone=True)
        try:
            with closing(connect(copy)) as connection:
                bring_up(Database(connection))
        except sqlite3.Error as error:
            raise Refused("foreign") from error


def fill(source: Path, made: Path) -> None:
    """Make a store of our schema and copy all rows into it. Raises Refused."""
    private.remove(made)
    private.touch(made)
    with closing(copying.reading(source, alone=True)) as old, closing(connect(made)) as new:
        new.execute("pragma synchronous = off")  # the whole file goes to the disk at once, below
        db = Database(new)
        make_new(db)
        try:
            with immediate(db):
                new.execute("delete from _sqlite_migrations")
                for table in values.TABLES:
                    copy_table(old, new, table)
                copy_sequences(old, new)
                if old.execute("select 1 from acting").fetchone():
                    raise Refused("value", table="acting", column="action")
        except (sqlite3.IntegrityError, sqlite3.DataError, UnicodeError) as error:
            raise Refused("rows") from error
        except sqlite3.DatabaseError as error:
            if "decode" in str(error) or getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_TOOBIG:
                raise Refused("rows") from error
            raise
        copying.check(new, made)
    with made.open("rb+") as file:
        os.fsync(file.fileno())


def copy_table(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> None:
    """Copy a table row by row with its row ids: places and ways back are told by them. Raises Refused."""
    columns = [column[0] for column in new.execute(f'select * from "{table}" limit 0').description]  # noqa: S608 (the names of our own schema)
    named = ", ".join(("rowid", *(f'"{name}"' for name in columns)))
    found = old.execute(f'select {named} from "{table}" order by rowid')  # noqa: S608 (as above)
    sql = f'insert into "{table}" ({named}) values ({", ".join("?" * (len(columns) + 1))})'  # noqa: S608 (as above)
    new.executemany(sql, checked(found, table, columns))


def checked(found: Iterator[Row], table: str, columns: Sequence[str]) -> Iterator[Row]:
    """Rows as they are, each cell looked at. Raises Refused."""
    checks = values.checks(table, columns)
    while rows := list(islice(found, BATCH)):
        for row in rows:
            if not 0 <= row[0] <= SEQUENCE_MOST:
                raise Refused("value", table=table, column="rowid")
            for place, check in enumerate(checks):
                if (cell := row[place + 1]) is not None and not check(cell):
                    raise Refused("value", table=table, column=columns[place])
            if table in values.SPOKEN_FOR and (column := values.check_row(table, dict(zip(columns, row[1:], strict=True)))):
                raise Refused("value", table=table, column=column)
        yield from rows


def odd_table(store: sqlite3.Connection) -> str | None:
    """The first table of an open store, which has every step, with a cell that this program does not write; None when there is none."""
    for table in values.TABLES:
        columns = [column[0] for column in store.execute(f'select * from "{table}" limit 0').description]  # noqa: S608 (our own names)
        named = ", ".join(("rowid", *(f'"{name}"' for name in columns)))
        try:
            for _row in checked(store.execute(f'select {named} from "{table}"'), table, columns):  # noqa: S608 (as above)
                pass
        except Refused:
            return table
    return None


def copy_sequences(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Copy the numbers that were given last: one that is gone is not given again. Raises Refused."""
    given = dict(new.execute("select name, seq from sqlite_sequence").fetchall())
    new.execute("delete from sqlite_sequence")
    for name, last in old.execute("select name, seq from sqlite_sequence order by rowid"):
        if name not in NUMBERED or type(last) is not int or not 0 <= last <= SEQUENCE_MOST:
            raise Refused("value", table="sqlite_sequence", column="seq")
        new.execute("insert into sqlite_sequence (name, seq) values (?, ?)", (name, max(last, given.pop(name, 0))))
    new.executemany("insert into sqlite_sequence (name, seq) values (?, ?)", given.items())
