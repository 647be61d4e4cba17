"""The step of the schema that brings sums: what is there gets them as it stands."""

from sqlite_utils import Database

from sellerdesk.store import connection, sums, undoing

TABLES = """
create table table_sum (
  name text primary key,
  sum text not null
) strict;
create table copy_sum (
  name text primary key,
  sum text not null
) strict
"""
UNDO = tuple(table for table in sums.TYPED_FIRST if table != "history")
"""The tables whose changes can be undone: what they held comes back with its sum."""


def bring_sums(db: Database) -> None:
    """Give every row that people typed, every import and every table of imported rows its sum."""
    for statement in TABLES.split(";"):
        db.conn.execute(statement.strip())
    for table in UNDO:
        for did in undoing.DEEDS:
            db.conn.execute(f"drop trigger {table}_{did}")
    for table in (*sums.TYPED_FIRST, "import"):
        db.conn.execute(f"alter table {table} add column sum text")
    for table, columns in sums.TYPED_FIRST.items():
        rows = db.conn.execute(f"select {', '.join(columns)}, rowid from {table}").fetchall()  # noqa: S608 (our own names)
        sums_ = [(sums.of(table, cells), row) for *cells, row in rows]
        db.conn.executemany(f"update {table} set sum = ? where rowid = ?", sums_)  # noqa: S608 (as above)
    for number, *cells in db.conn.execute(f"select number, {', '.join(sums.IMPORT)} from import").fetchall():  # noqa: S608 (as above)
        db.conn.execute("update import set sum = ? where number = ?", (sums.of_import(cells), number))
    sum_steps(db)
    sums.seal(connection.Database(db.conn), *sums.IMPORTED_FIRST)
    for trigger in undoing.triggers({table: (*sums.TYPED_FIRST[table], "sum") for table in UNDO}):
        db.conn.execute(trigger)


def sum_steps(db: Database) -> None:
    """Give what the steps of undo hold their sums: the cell behind the columns."""
    for table in UNDO:
        columns = sums.TYPED_FIRST[table]
        held = ", ".join(f"old_{place}" for place in range(1, len(columns) + 1))
        sql = f"select position, {held} from undo_step where table_name = ? and did <> 'insert'"  # noqa: S608 (our own names)
        rows = [(sums.of(table, cells), position) for position, *cells in db.conn.execute(sql, (table,)).fetchall()]
        db.conn.executemany(f"update undo_step set old_{len(columns) + 1} = ? where position = ?", rows)  # noqa: S608 (as above)
