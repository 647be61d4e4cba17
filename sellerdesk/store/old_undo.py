"""Undo as the first schemas kept it, as statements: the steps of the schema that made its triggers, and the one that makes data of them."""

from collections.abc import Mapping

from sqlite_utils import Database

from sellerdesk.store import undoing

UNDOABLE = {
    "sku_fact": ("sku", "fact", "value", "changed_at"),
    "setting": ("name", "value", "changed_at"),
    "intention": ("sku", "fact", "value", "decided_at"),
    "order_payment": ("order_id", "payment", "changed_at"),
}
"""The tables that hold what people decide, with their columns when the triggers were made."""
DECIDED = {"decision": ("rule", "subject", "kind", "why", "finding_case", "decided_at")}
"""As above, of a later step: a step that was released makes the triggers that it made."""
NOTED = {"return_note": ("order_id", "note", "changed_at"), "return_photo": ("order_id", "sha256", "name", "added_at")}
"""What the owner keeps with a return; a photo's bytes are apart, so that no way back repeats them."""

# A step of undo is data: `old_1` and so on hold the row's columns in their order, nothing for a row that was not there.
UNDO_ROWS = """
create table undo_step (
  position integer primary key autoincrement,
  action integer not null references action (number) on delete cascade,
  did text not null,
  table_name text not null,
  row integer not null,
  old_1 text, old_2 text, old_3 text, old_4 text, old_5 text, old_6 text, old_7 text, old_8 text
) strict
"""
FIRST_DATA: Mapping[str, tuple[str, ...]] = {
    **UNDOABLE, "method_alias": ("written", "method", "told_at"), **DECIDED, **NOTED,
}  # fmt: skip
"""The tables with undo, and their columns, when its steps became data."""


def triggers(table: str, columns: tuple[str, ...]) -> list[str]:
    """The three triggers of a table: while an action is under way, each writes the statement that undoes one row's change.

    The setting that holds the last judging is the program's own, and no person's change.
    """
    old = " || ',' || ".join(f"quote(old.{name})" for name in columns)
    back = " || ', ".join(f"{name} = ' || quote(old.{name})" for name in columns)
    ways_back = {
        "insert": ("new", f"'delete from {table} where rowid = ' || new.rowid"),  # noqa: S608 (our own table names)
        "update": ("old", f"'update {table} set {back} || ' where rowid = ' || old.rowid"),  # noqa: S608 (as above)
        "delete": ("old", f"'insert into {table} (rowid, {', '.join(columns)}) values (' || old.rowid || ',' || {old} || ')'"),  # noqa: S608 (as above)
    }
    made = []
    for event, (which, way_back) in ways_back.items():
        when = f"when {which}.name <> 'judged' " if table == "setting" else ""
        step = f"insert into undo_step (action, statement) select action, {way_back} from acting;"  # noqa: S608 (as above)
        made.append(f"create trigger {table}_{event} after {event} on {table} {when}begin {step} end")
    return made


def make_undoable(db: Database, tables: Mapping[str, tuple[str, ...]]) -> None:
    """Let the triggers of some tables write the way back from a person's changes."""
    for table, columns in tables.items():
        for trigger in triggers(table, columns):
            db.conn.execute(trigger)


def to_data(db: Database) -> int:
    """Make data of the statements that lead back, and drop every action that has one which no trigger of ours could have written.

    Half an action cannot be undone: it goes whole. Gives how many of such statements there were.
    """
    found = db.conn.execute("select position, action, statement from undo_step order by position").fetchall()
    steps = [(position, action, undoing.from_statement(text, FIRST_DATA)) for position, action, text in found]
    foreign = {action for _position, action, step in steps if step is None}
    for table in FIRST_DATA:
        for did in undoing.DEEDS:
            db.conn.execute(f"drop trigger {table}_{did}")
    db.conn.execute("drop table undo_step")
    db.conn.execute(UNDO_ROWS.strip())
    db.conn.execute("create index undo_step_action on undo_step (action)")
    marks = ", ".join("?" * (5 + undoing.WIDEST))
    sql = f"insert into undo_step (position, action, did, table_name, row, {undoing.HELD}) values ({marks})"  # noqa: S608 (our own names)
    for position, action, step in steps:
        if step is not None and action not in foreign:
            held = (*(step.old or {}).values(), *[None] * undoing.WIDEST)[: undoing.WIDEST]
            db.conn.execute(sql, (position, action, step.did, step.table, step.row, *held))
    db.conn.executemany("delete from action where number = ?", ((action,) for action in foreign))
    for trigger in undoing.triggers(FIRST_DATA):
        db.conn.execute(trigger)
    return sum(step is None for _position, _action, step in steps)
