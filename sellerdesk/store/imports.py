"""Imports: one transaction and one object each, kept with their source so that they can be taken away and put back whole."""

import threading
import zlib
from collections.abc import Callable, Iterable

from sellerdesk.domain.imported import Import
from sellerdesk.domain.refusal import Refusal
from sellerdesk.store import sums
from sellerdesk.store.connection import Database

COLUMNS = "number, kind, file, sha256, encoding, imported_at, rows, refused, written_at"
FASTEST = 1
"""zlib level: a report of 100,000 offers shrinks to a sixth at level 1, in a third of level 6's time."""


def packing(source: bytes) -> Callable[[], bytes]:
    """Pack a source beside what goes on meanwhile, and give what waits for it: zlib and SQLite let each other run."""
    packed: list[bytes] = []
    thread = threading.Thread(target=lambda: packed.append(zlib.compress(source, FASTEST)))
    thread.start()

    def wait() -> bytes:
        thread.join()
        return packed[0]

    return wait


def add(db: Database, imported: Import, packed: bytes) -> int:
    """Record an import with its source, packed; its rows are added in the same transaction. Returns its number."""
    values = (
        imported.kind,
        imported.file,
        imported.sha256,
        imported.encoding,
        imported.imported_at,
        imported.rows,
        imported.refused,
        imported.written_at,
    )
    sql = f"insert into import ({', '.join(sums.IMPORT)}, sum) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 (our own column names)
    number = db.conn.execute(sql, (*values, packed, sums.of_import((*values, packed)))).lastrowid
    if number is None:  # an insert always has a row id
        raise AssertionError(sql)
    return number


def put_refusals(db: Database, number: int, refused: Iterable[Refusal]) -> None:
    """Keep what an import refused."""
    rows = ((number, refusal.line, refusal.column, refusal.value, refusal.expected, refusal.fix) for refusal in refused)
    db.conn.executemany("insert into refusal (import, line, column_name, value, expected, fix) values (?, ?, ?, ?, ?, ?)", rows)
    sums.seal(db, "refusal")


def get_refusals(db: Database, number: int) -> list[Refusal]:
    """What an import refused, in the order of its file."""
    found = db.conn.execute("select line, column_name, value, expected, fix from refusal where import = ? order by rowid", (number,))
    return [Refusal(*row) for row in found]


def every(db: Database) -> list[Import]:
    """All imports, the oldest first."""
    return [Import(*row) for row in db.conn.execute(f"select {COLUMNS} from import order by number")]  # noqa: S608 (our own column names)


def last(db: Database, kinds: Iterable[str]) -> Import | None:
    """The last import of one of the kinds, whose rows are in place."""
    chosen = [imported for imported in every(db) if imported.kind in set(kinds)]
    return chosen[-1] if chosen else None


def source(db: Database, number: int) -> bytes:
    """The file that an import was made from."""
    (packed,) = db.conn.execute("select source from import where number = ?", (number,)).fetchone()
    return zlib.decompress(packed)


def remove(db: Database, number: int) -> None:
    """Take an import away with all rows that point to it."""
    db.conn.execute("delete from import where number = ?", (number,))
    sums.seal(db, "restock", "sale", "refusal", "payment", "payment_total", "payment_column")
