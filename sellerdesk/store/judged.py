"""The judged rows of the saved catalogue and orders: what the window's tables show, ready to be read in chunks."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from operator import itemgetter
from pathlib import Path
from typing import cast

import msgspec

from sellerdesk.domain.judged_row import Glimpse, JudgedOrder, JudgedReturn, JudgedRow, JudgedShipment
from sellerdesk.store.connection import Database, changing_schema
from sellerdesk.store.opening import live
from sellerdesk.store.shape import STEPS, applied_steps

CHUNK = 2_000
"""Rows handed over at a time: to read their JSON holds the interpreter for some 4 ms."""

AnyRow = JudgedRow | JudgedOrder | JudgedShipment | JudgedReturn
Row = type[AnyRow]
TABLES: dict[Row, str] = {
    JudgedRow: "judged", JudgedOrder: "judged_order", JudgedShipment: "judged_shipment", JudgedReturn: "judged_return",
}  # fmt: skip
READERS: Mapping[Row, msgspec.json.Decoder[list[AnyRow]]] = {kind: msgspec.json.Decoder(list[kind]) for kind in TABLES}  # type: ignore[valid-type]  # one of them
"""What reads rows of each kind."""
INDEXES = {"judged_sku": "sku", "judged_worst": "points_verdict, place"}
"""The indexes of `judged`, made after its rows."""


def names(row: Row) -> str:
    """The columns of a kind of row."""
    return ", ".join(row._fields)


def places(row: Row) -> str:
    """A mark for each column."""
    return ", ".join("?" * len(row._fields))


def put_rows(db: Database, rows: Iterable[AnyRow], kind: Row = JudgedRow) -> None:
    """Put these rows in place of all others of their kind."""
    if kind is not JudgedRow:
        db.conn.execute(f"delete from {TABLES[kind]}")  # noqa: S608 (our own table names)
        db.conn.executemany(f"insert into {TABLES[kind]} ({names(kind)}) values ({places(kind)})", rows)  # noqa: S608 (as above)
        return
    with changing_schema(db.conn):
        for name in INDEXES:
            db.conn.execute(f"drop index {name}")
    db.conn.execute("delete from judged")
    change_rows(db, cast("Iterable[JudgedRow]", rows))
    with changing_schema(db.conn):
        for name, columns in INDEXES.items():
            db.conn.execute(f"create index {name} on judged ({columns})")


def change_rows(db: Database, rows: Iterable[JudgedRow]) -> None:
    """Put rows in place of those of the same place: as JSON, and beside it what the store itself looks for."""
    write = msgspec.json.Encoder().encode
    cells = ((row.place, row.sku, row.points_verdict, row.sfp_verdict, row.missing, write(row).decode()) for row in rows)
    db.conn.executemany(
        "insert or replace into judged (place, sku, points_verdict, sfp_verdict, missing, row) values (?, ?, ?, ?, ?, ?)", cells
    )


def worst(db: Database, count: int) -> list[JudgedRow]:
    """The offers with the worst points verdicts, in the order of their file: what the first screen of the table shows."""
    found = db.conn.execute("select row from judged order by points_verdict, place limit ?", (count,))
    return [one_row(text) for (text,) in found]


def one_row(text: str) -> JudgedRow:
    """An offer's row from its JSON."""
    return msgspec.json.decode(text, type=JudgedRow)


def torn_table(db: Database) -> str | None:
    """The first table of judged rows that has lost some or counts them otherwise than from 0; None when each is whole."""
    for table in TABLES.values():
        count, first, last = db.conn.execute(f"select count(*), ifnull(min(place), 0), ifnull(max(place), -1) from {table}").fetchone()  # noqa: S608 (our own table names)
        if (first, last) != (0, count - 1):
            return table
    return None


def chunks(db: Database, kind: Row = JudgedRow) -> Iterator[list[AnyRow]]:
    """All rows of a kind in the order of their file, some at a time."""
    (last,) = db.conn.execute(f"select max(place) from {TABLES[kind]}").fetchone()  # noqa: S608 (our own table names)
    row = "row" if kind is JudgedRow else f"json_array({names(kind)})"
    sql = f"select '[' || ifnull(group_concat({row}), '') || ']' from {TABLES[kind]} where place >= ? and place < ?"  # noqa: S608 (as above)
    for begin in range(0, -1 if last is None else last + 1, CHUNK):
        rows = READERS[kind].decode(db.conn.execute(sql, (begin, begin + CHUNK)).fetchone()[0])
        rows.sort(key=itemgetter(0))  # as they come, already: an aggregate promises no order
        yield rows


def glimpse(store: Path, count: int) -> Iterator[Glimpse]:
    """The first screen's rows of a store as it stands; nothing of one that has other steps than this program knows."""
    with (
        suppress(sqlite3.Error, OSError),
        closing(live(store, "mode=ro", wait=0)) as connection,
    ):
        db = Database(connection)
        if applied_steps(connection) == set(STEPS):  # a newer store is refused in words, and shows no verdict before
            yield Glimpse(worst(db, count))


def verdicts(db: Database) -> dict[str, tuple[int, int | None]]:
    """The points and SFP verdicts of every row by SKU, as ranks."""
    found = db.conn.execute("select sku, points_verdict, sfp_verdict from judged")
    return {sku: (points, sfp) for sku, points, sfp in found}


def waiting_for(db: Database, fact: str) -> list[str]:
    """The SKUs whose SFP verdicts wait for a fact."""
    return [sku for (sku,) in db.conn.execute("select sku from judged where ' ' || missing || ' ' like ?", (f"% {fact} %",))]


def rows_of(db: Database, skus: Iterable[str]) -> list[JudgedRow]:
    """The rows of some SKUs."""
    found = (db.conn.execute("select row from judged where sku = ?", (sku,)).fetchone() for sku in skus)
    return [one_row(row[0]) for row in found if row is not None]
