"""The judged rows of the saved catalogue and orders: what the window's tables show, ready to be read in chunks."""

from collections.abc import Iterable, Iterator

from sellerdesk.domain.judged_row import JudgedOrder, JudgedReturn, JudgedRow, JudgedShipment
from sellerdesk.store.connection import Database

CHUNK = 1_000
"""Rows handed over at a time: fetching them holds the interpreter for about 3 ms."""

AnyRow = JudgedRow | JudgedOrder | JudgedShipment | JudgedReturn
Row = type[AnyRow]
TABLES: dict[Row, str] = {
    JudgedRow: "judged", JudgedOrder: "judged_order", JudgedShipment: "judged_shipment", JudgedReturn: "judged_return",
}  # fmt: skip


def names(row: Row) -> str:
    """The columns of a kind of row."""
    return ", ".join(row._fields)


def places(row: Row) -> str:
    """A mark for each column."""
    return ", ".join("?" * len(row._fields))


def put_rows(db: Database, rows: Iterable[AnyRow], kind: Row = JudgedRow) -> None:
    """Put these rows in place of all others of their kind."""
    db.conn.execute(f"delete from {TABLES[kind]}")  # noqa: S608 (our own table names)
    db.conn.executemany(f"insert into {TABLES[kind]} ({names(kind)}) values ({places(kind)})", rows)  # noqa: S608 (as above)


def change_rows(db: Database, rows: Iterable[JudgedRow]) -> None:
    """Put rows in place of those of the same place."""
    db.conn.executemany(f"insert or replace into judged ({names(JudgedRow)}) values ({places(JudgedRow)})", rows)  # noqa: S608 (as above)


def worst(db: Database, count: int) -> list[JudgedRow]:
    """The offers with the worst points verdicts, in the order of their file: what the first screen of the table shows."""
    sql = f"select {names(JudgedRow)} from judged order by points_verdict, place limit ?"  # noqa: S608 (as above)
    return list(map(JudgedRow._make, db.conn.execute(sql, (count,))))


def chunks(db: Database, kind: Row = JudgedRow) -> Iterator[list[AnyRow]]:
    """All rows of a kind in the order of their file, some at a time."""
    found = db.conn.execute(f"select {names(kind)} from {TABLES[kind]} order by place")  # noqa: S608 (as above)
    while rows := found.fetchmany(CHUNK):
        yield list(map(kind._make, rows))


def verdicts(db: Database) -> dict[str, tuple[int, int | None]]:
    """The points and SFP verdicts of every row by SKU, as ranks."""
    found = db.conn.execute("select sku, points_verdict, sfp_verdict from judged")
    return {sku: (points, sfp) for sku, points, sfp in found}


def waiting_for(db: Database, fact: str) -> list[str]:
    """The SKUs whose SFP verdicts wait for a fact."""
    return [sku for (sku,) in db.conn.execute("select sku from judged where ' ' || missing || ' ' like ?", (f"% {fact} %",))]


def rows_of(db: Database, skus: Iterable[str]) -> list[JudgedRow]:
    """The rows of some SKUs."""
    found = (db.conn.execute(f"select {names(JudgedRow)} from judged where sku = ?", (sku,)).fetchone() for sku in skus)  # noqa: S608 (as above)
    return [JudgedRow(*row) for row in found if row is not None]
