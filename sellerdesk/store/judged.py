"""The judged rows of the saved catalogue: what the window's tables show, ready to be read in chunks."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sqlite_utils import Database

CHUNK = 1_000
"""Rows handed over at a time: fetching them holds the interpreter for about 3 ms."""


class JudgedRow(NamedTuple):
    """One offer with its verdicts, as the tables show and sort it.

    Verdicts are ranks (0 breach, 1 check, 2 advice, 3 ok); `sfp_verdict` is None for an offer that the SFP rules do not
    speak of. `points_why` and `causes` name rule and case ("points.two-percent:short"), `missing` the facts that SFP
    verdicts wait for, space-separated. `needed` are the points of 2%. `sku_rank` and `title_rank` sort text as a number.
    """

    place: int
    sku: str
    title: str
    asin: str
    price: int | None
    points: int | None
    needed: int | None
    short: int | None
    quantity: int | None
    shipping_template: str
    points_verdict: int
    points_why: str
    badge: str
    sfp_verdict: int | None
    causes: str
    missing: str
    search: str
    sku_rank: int
    title_rank: int


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
