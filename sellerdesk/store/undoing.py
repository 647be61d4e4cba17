"""The way back from a person's change as data: which row of which table, and what it held. Only this program makes statements of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sellerdesk.domain.refusal import UnusableStore
from sellerdesk.store import sums
from sellerdesk.store.connection import Database

COLUMNS: Mapping[str, tuple[str, ...]] = {table: (*columns, "sum") for table, columns in sums.TYPED.items() if table != "history"}
"""The tables of what people decide, with their columns."""
DEEDS = ("insert", "update", "delete")
LITERAL = "'(?:[^']|'')*+'"
"""A text as SQLite's quote() writes it."""
WIDEST = 8
"""So many columns of a row a step can hold; SQLite's functions of JSON may not be called by a trigger."""
HELD = ", ".join(f"old_{place}" for place in range(1, WIDEST + 1))
Old = dict[str, str]


class Step(NamedTuple):
    """One row's change: `old` are the row's columns before it, None for a row that was not there."""

    did: str
    table: str
    row: int
    old: Old | None


def triggers(tables: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The triggers of some tables: while an action is under way, each keeps what a changed row held.

    The setting that holds the last judging is the program's own, and no person's change.
    """
    for table, columns in tables.items():
        held = ", ".join(f"old.{name}" for name in columns)
        into = ", ".join(f"old_{place}" for place, _name in enumerate(columns, start=1))
        for did, which in (("insert", "new"), ("update", "old"), ("delete", "old")):
            when = f"when {which}.name <> 'judged' " if table == "setting" else ""
            names, values = ("", "") if did == "insert" else (f", {into}", f", {held}")
            kept = f"select action, '{did}', '{table}', {which}.rowid{values} from acting"  # noqa: S608 (our own table names)
            step = f"insert into undo_step (action, did, table_name, row{names}) {kept};"
            yield f"create trigger {table}_{did} after {did} on {table} {when}begin {step} end"


def take_back(db: Database, step: Step) -> None:
    """Make a row what it was. Raises UnusableStore for a step that this program does not write."""
    check(step)
    if step.old is None:
        db.conn.execute(f"delete from {step.table} where rowid = ?", (step.row,))  # noqa: S608 (checked names)
        return
    names, values = tuple(step.old), (*step.old.values(), step.row)
    if step.did == "update":
        sql = f"update {step.table} set {', '.join(f'{name} = ?' for name in names)} where rowid = ?"  # noqa: S608 (as above)
    else:
        sql = f"insert into {step.table} ({', '.join(names)}, rowid) values ({', '.join('?' * len(values))})"  # noqa: S608 (as above)
    db.conn.execute(sql, values)


def check(step: Step) -> None:
    """Nothing for a step that our triggers could have written. Raises UnusableStore."""
    if not fits(step):
        raise UnusableStore("undo_unknown", table=step.table)


def fits(step: Step) -> bool:
    """Whether our triggers could have written a step: a table and columns of the schema, and old values where there were any."""
    known = COLUMNS.get(step.table)
    if known is None or step.did not in DEEDS or (step.old is None) != (step.did == "insert"):
        return False
    return step.old is None or bool(step.old and set(step.old) <= set(known))


def from_row(did: str, table: str, row: int, *cells: str | None) -> Step:
    """A step as it is saved: its cells are the table's columns in their order, None for those that the table did not have then."""
    columns = COLUMNS.get(table, ())
    names = (*columns, *("" for _beyond in cells[len(columns) :]))  # a cell beyond the columns is none of ours, and fits none
    old = {name: cell for name, cell in zip(names, cells, strict=False) if cell is not None}
    return Step(did, table, row, None if did == "insert" and not any(cell is not None for cell in cells) else old)


def from_statement(text: str, tables: Mapping[str, tuple[str, ...]] = COLUMNS) -> Step | None:
    """A step that a trigger of older programs wrote as a statement; None for a text that none of them could have written."""
    begun = re.match(r"(?:delete from|update|insert into) (\w+) ", text, re.ASCII)
    table = begun[1] if begun else ""
    for did, pattern in written(table, tables[table]) if table in tables else ():
        if found := re.fullmatch(pattern, text, re.ASCII):
            cells = [cell[1:-1].replace("''", "'") for cell in found.groups() if cell.startswith("'")]
            return Step(did, table, int(found["row"]), None if did == "insert" else dict(zip(tables[table], cells, strict=True)))
    return None


def written(table: str, columns: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The three ways in which older triggers wrote the way back, each with what was done."""
    row = r"(?P<row>\d{1,18})"
    sets = ", ".join(f"{name} = ({LITERAL})" for name in columns)
    cells = ",".join([f"({LITERAL})"] * len(columns))
    yield "insert", f"delete from {table} where rowid = {row}"  # noqa: S608 (an expression that texts are held against)
    yield "update", f"update {table} set {sets} where rowid = {row}"  # noqa: S608 (as above)
    yield "delete", rf"insert into {table} \(rowid, {', '.join(columns)}\) values \({row},{cells}\)"  # noqa: S608 (as above)
