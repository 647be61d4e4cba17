"""The judged rows of the saved catalogue: what the window's tables show, ready to be read in chunks."""

from collections.abc import Iterable, Iterator

from sqlite_utils import Database

from sellerdesk.domain.judged_row import JudgedRow

CHUNK = 1_000
"""Rows handed over at a time: fetching them holds the interpreter for about 3 ms."""


NAMES = ", ".join(JudgedRow._fields)
PLACES = ", ".join("?" * len(JudgedRow._fields))


def put_rows(db: Database, rows: Iterable[JudgedRow]) -> None:
    """Put these rows in place of all others."""
    db.conn.execute("delete from judged")
    db.conn.executemany(f"insert into judged ({NAMES}) values ({PLACES})", rows)  # noqa: S608 (our own column names)


def change_rows(db: Database, rows: Iterable[JudgedRow]) -> None:
    """Put rows in place of those of the same place."""
    db.conn.executemany(f"insert or replace into judged ({NAMES}) values ({PLACES})", rows)  # noqa: S608 (as above)


def chunks(db: Database) -> Iterator[list[JudgedRow]]:
    """All rows in the order of their file, some at a time."""
    found = db.conn.execute(f"select {NAMES} from judged order by place")  # noqa: S608 (as above)
    while rows := found.fetchmany(CHUNK):
        yield list(map(JudgedRow._make, rows))


def waiting_for(db: Database, fact: str) -> list[str]:
    """The SKUs whose SFP verdicts wait for a fact."""
    return [sku for (sku,) in db.conn.execute("select sku from judged where ' ' || missing || ' ' like ?", (f"% {fact} %",))]


def rows_of(db: Database, skus: Iterable[str]) -> list[JudgedRow]:
    """The rows of some SKUs."""
    found = (db.conn.execute(f"select {NAMES} from judged where sku = ?", (sku,)).fetchone() for sku in skus)  # noqa: S608 (as above)
    return [JudgedRow(*row) for row in found if row is not None]
