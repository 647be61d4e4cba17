"""What people changed: named actions that can be undone and done again after a restart, and a record that only grows."""

import getpass
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import msgspec

from sellerdesk.domain.deed import Deed
from sellerdesk.store import changed, sums, undoing
from sellerdesk.store.connection import Database
from sellerdesk.store.database import changing


@contextmanager
def doing(store: Path, name: str, now: datetime, **facts: object) -> Iterator[Database]:
    """The store for one change of a person's: whole or not at all, undoable, and on record. Raises UnusableStore."""
    with changing(store) as db, acting(db, name, now, facts):
        yield db


@contextmanager
def acting(db: Database, name: str, now: datetime, facts: Mapping[str, object]) -> Iterator[None]:
    """Record what changes meanwhile as one action; what was undone before cannot be done again after it."""
    begun = db.conn.total_changes
    text, at = msgspec.json.encode(facts).decode(), now.isoformat(timespec="seconds")
    number = db.conn.execute("insert into action (name, facts, at, state) values (?, ?, ?, 'done')", (name, text, at)).lastrowid
    with writing_steps(db, number):
        before = db.conn.total_changes
        yield
        meant = db.conn.total_changes - before
    if db.conn.execute("select 1 from undo_step where action = ? limit 1", (number,)).fetchone() is None:
        db.conn.execute("delete from action where number = ?", (number,))  # nothing changed: nothing to undo
        if not meant:
            changed.is_bookkeeping(db.conn, db.conn.total_changes - begun)
        return
    db.conn.execute("delete from action where state = 'undone'")
    record(db, Deed(at, user(), "done", name, dict(facts)))


@contextmanager
def writing_steps(db: Database, number: int | None) -> Iterator[None]:
    """Let the triggers write the way back from what changes meanwhile."""
    db.conn.execute("insert into acting (action) values (?)", (number,))
    yield
    db.conn.execute("delete from acting")


def turn(db: Database, *, back: bool, now: datetime) -> Deed | None:
    """Undo the last action, or do the last undone one again; None when there is none. Raises UnusableStore for steps not ours."""
    which = "'done' order by number desc" if back else "'undone' order by number"
    found = db.conn.execute(f"select number, name, facts from action where state = {which} limit 1").fetchone()  # noqa: S608 (two fixed words)
    if found is None:
        return None
    number, name, facts = found
    sql = f"select did, table_name, row, {undoing.HELD} from undo_step where action = ? order by position desc"  # noqa: S608 (our own names)
    steps = [undoing.from_row(*row) for row in db.conn.execute(sql, (number,))]
    db.conn.execute("delete from undo_step where action = ?", (number,))
    with writing_steps(db, number):
        for step in steps:
            undoing.take_back(db, step)
    db.conn.execute("update action set state = ? where number = ?", ("undone" if back else "done", number))
    deed = Deed(now.isoformat(timespec="seconds"), user(), "undone" if back else "redone", name, msgspec.json.decode(facts))
    record(db, deed)
    return deed


def user() -> str:
    """Who sits before the computer, by the name they signed in with; it stays in the shop's own file."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a system without such a name
        return ""


def record(db: Database, deed: Deed) -> None:
    """Write a line of the record."""
    sql = "insert into history (at, who, did, name, facts, sum) values (?, ?, ?, ?, ?, ?)"
    row = (deed.at, deed.who, deed.did, deed.name, msgspec.json.encode(deed.facts).decode())
    db.conn.execute(sql, (*row, sums.of("history", row)))


def last_number(db: Database, besides: Sequence[str]) -> int:
    """The number of the last line of the record, those of some names left out; 0 for none."""
    sql = f"select number from history where name not in ({', '.join('?' * len(besides))}) order by number desc limit 1"  # noqa: S608 (marks)
    row = db.conn.execute(sql, tuple(besides)).fetchone()
    return 0 if row is None else int(row[0])


def every(db: Database) -> list[Deed]:
    """The whole record, the oldest first."""
    found = db.conn.execute("select at, who, did, name, facts from history order by number")
    return [Deed(at, who, did, name, msgspec.json.decode(facts)) for at, who, did, name, facts in found]


def done_since(db: Database, moment: str) -> list[Deed]:
    """What people changed from a moment (ISO 8601, Japan) on and did not take back, the oldest first; its author is not asked for."""
    found = db.conn.execute("select at, name, facts from action where state = 'done' and at >= ? order by number", (moment,))
    return [Deed(at, "", "done", name, msgspec.json.decode(facts)) for at, name, facts in found]


def next_deeds(db: Database) -> tuple[Deed | None, Deed | None]:
    """The action that undo takes back and the one that redo does again; their author is not asked for."""
    return next_deed(db, "'done' order by number desc"), next_deed(db, "'undone' order by number")


def number_of_next(db: Database) -> int:
    """The number of the action that undo takes back; 0 for none. Later actions have higher ones."""
    row = db.conn.execute("select max(number) from action where state = 'done'").fetchone()
    return int(row[0] or 0)


def next_deed(db: Database, which: str) -> Deed | None:
    """The first action of a state in an order, both as SQL."""
    found = db.conn.execute(f"select at, name, facts from action where state = {which} limit 1").fetchone()  # noqa: S608 (two fixed words)
    return Deed(found[0], "", "done", found[1], msgspec.json.decode(found[2])) if found else None
