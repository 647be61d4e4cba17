"""Sums that tell silent damage: of each import, of each row that people typed, of each table of imported rows, of each table of a copy.

A bit that flips inside a cell passes SQLite's own check. A sum is written in the transaction of what it is of.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from sellerdesk.store.connection import Database

TYPED_FIRST: Mapping[str, tuple[str, ...]] = {
    "sku_fact": ("sku", "fact", "value", "changed_at"),
    "setting": ("name", "value", "changed_at"),
    "intention": ("sku", "fact", "value", "decided_at"),
    "order_payment": ("order_id", "payment", "changed_at"),
    "method_alias": ("written", "method", "told_at"),
    "decision": ("rule", "subject", "kind", "why", "finding_case", "decided_at"),
    "return_note": ("order_id", "note", "changed_at"),
    "return_photo": ("order_id", "sha256", "name", "added_at"),
    "history": ("at", "who", "did", "name", "facts"),
}
"""Those that were there when sums came."""
TYPED: Mapping[str, tuple[str, ...]] = {**TYPED_FIRST, "told_refund": ("order_id", "sku", "yen", "told_at")}
"""The tables with a sum in each row, and the columns that it is of."""
IMPORT = ("kind", "file", "sha256", "encoding", "imported_at", "rows", "refused", "written_at", "source")
IMPORTED = ("offer", "restock", "sale", "refusal", "payment", "payment_total", "payment_column")
"""The tables of imported rows: each has one sum, for a report is put in place whole."""
IMPORTED_FIRST = IMPORTED[:4]
"""Those that were there when sums came."""
TABLE = "copy_sum"
"""Where a copy keeps the sums of its tables; empty in the shop's own store."""
APART = ("source", "content")
"""Bytes that have a sum of their own."""
BATCH, LAST_ROW = 2_000, 2**63 - 1
encode = msgspec.msgpack.Encoder().encode


def of(table: str, cells: Sequence[Any]) -> str:
    """The sum of one row."""
    return hashlib.blake2b(encode((table, *cells)), digest_size=8).hexdigest()


def summed(table: str, rows: Iterable[Sequence[Any]]) -> Iterator[tuple[Any, ...]]:
    """Rows, each with its sum behind."""
    for row in rows:
        yield *row, of(table, row)


def of_import(cells: Sequence[Any]) -> str:
    """The sum of an import with its packed source, the cells in the order of IMPORT."""
    *rest, source = cells
    digest = hashlib.sha256(encode(rest))
    digest.update(source)
    return digest.hexdigest()


def of_table(connection: sqlite3.Connection, table: str) -> str:
    """The sum of all rows of a table as they stand, row ids with them.

    SQLite makes the text, column by column: 0.09 s for 100,000 offers, where their rows as JSON take 0.12, in Python 0.2, and the same
    with a separator of one's own 0.25.
    """
    columns = [head[0] for head in connection.execute(f'select * from "{table}" limit 0').description]  # noqa: S608 (our own table names)
    texts = ", ".join(f"""group_concat(ifnull("{name}", '~'))""" for name in ("rowid", *columns) if name not in APART)
    found = f'select {texts} from "{table}" where rowid between ? and ?'  # noqa: S608 (as above)
    following = f'select min(rowid) from "{table}" where rowid >= ?'  # noqa: S608 (as above)
    digest, last, usual = hashlib.sha256(), -1, connection.text_factory
    connection.text_factory = bytes
    try:
        while last < LAST_ROW and (first := connection.execute(following, (last + 1,)).fetchone()[0]) is not None:
            last = min(first + BATCH - 1, LAST_ROW)
            for text in connection.execute(found, (first, last)).fetchone():
                digest.update(text)
                digest.update(b"\0")
    finally:
        connection.text_factory = usual
    return digest.hexdigest()


def seal(db: Database, *tables: str) -> None:
    """Keep the sums of tables of imported rows as they stand now, in the transaction that changed them."""
    rows = [(table, of_table(db.conn, table)) for table in tables]
    db.conn.executemany("insert into table_sum (name, sum) values (?, ?) on conflict (name) do update set sum = excluded.sum", rows)


def differing(connection: sqlite3.Connection, now: Mapping[str, str] | None = None) -> str | None:
    """The first table of a store that is not as it was written; None when every sum holds. `now` are sums of tables as they stand."""
    return next((table for table, holds in held_against(connection, now or {}) if not holds), None)


def held_against(connection: sqlite3.Connection, now: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """Each table with a sum, and whether the sum holds."""
    kept = dict(connection.execute("select name, sum from table_sum").fetchall())
    for table in IMPORTED:
        yield table, table not in kept or kept[table] == (now.get(table) or of_table(connection, table))
    there = tables_of(connection)  # a copy of an older program lacks the newest
    for table, columns in ((table, columns) for table, columns in TYPED.items() if table in there):
        found = connection.execute(f"select {', '.join(columns)}, sum from {table}")  # noqa: S608 (our own names)
        yield table, rows_hold(table, found)
    imports = connection.execute(f"select {', '.join(IMPORT)}, sum from import")  # noqa: S608 (as above)
    yield "import", all(kept is None or (len(cells) == len(IMPORT) and of_import(cells) == kept) for *cells, kept in safely(imports))
    photos = connection.execute("select content, sha256 from photo")
    yield "photo", all(hashlib.sha256(content).hexdigest() == key for content, key in safely(photos))


def rows_hold(table: str, found: Iterable[Sequence[Any]]) -> bool:
    """Whether every row has its own sum; a row of a program before the sums has none."""
    return all(kept is None or of(table, cells) == kept for *cells, kept in safely(found))


def safely(found: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    """Rows as they come; for one whose letters are broken, one that no sum fits."""
    try:
        yield from found
    except (sqlite3.OperationalError, UnicodeError):  # broken letters are damage, too
        yield b"", "broken"


def of_all(connection: sqlite3.Connection) -> dict[str, str]:
    """The sums of all tables as they stand."""
    return {name: of_table(connection, name) for name in tables_of(connection) if name != TABLE}


def seal_copy(connection: sqlite3.Connection, now: Mapping[str, str]) -> None:
    """Keep the sums of all tables of a copy in the copy itself."""
    connection.execute("delete from copy_sum")
    connection.executemany("insert into copy_sum (name, sum) values (?, ?)", now.items())
    connection.commit()


def is_sealed(connection: sqlite3.Connection) -> bool:
    """Whether a copy has the sums of all its tables, which every copy is given; one of a program before the sums has none."""
    there = set(tables_of(connection))
    return TABLE not in there or {name for (name,) in connection.execute("select name from copy_sum")} == there - {TABLE}


def differing_copy(connection: sqlite3.Connection) -> str | None:
    """The first table of a copy that is not as it was when the copy was made, or not as it was written; None when all are.

    A copy of a program before the sums has none.
    """
    if TABLE not in tables_of(connection):
        return None
    kept, now = connection.execute("select name, sum from copy_sum").fetchall(), of_all(connection)
    return next((name for name, kept_sum in kept if now.get(name) != kept_sum), None) or differing(connection, now)


def tables_of(connection: sqlite3.Connection) -> list[str]:
    """The tables of a store."""
    found = connection.execute("select name from sqlite_master where type = 'table' and name <> 'sqlite_sequence' order by name")
    return [str(name) for (name,) in found]
