"""Backups of the shop: made once a day and when asked, listed with what each holds, and put back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import msgspec

from sellerdesk.domain.deed import Deed
from sellerdesk.domain.refusal import Fault, UnusableArgument, UnusableStore
from sellerdesk.store import backups, copying, fresh, history, holding, shape, sums
from sellerdesk.store.backups import Backup
from sellerdesk.store.connection import Database, connect
from sellerdesk.store.database import immediate
from sellerdesk.store.faults import plain_faults
from sellerdesk.store.private import make_folder

COUNTED = {"offers": "offer", "facts": "sku_fact", "decisions": "decision", "imports": "import"}
"""What a person knows a backup by, with the table that holds it."""

WAYS_OUT = {
    "store_damaged": "store_damaged_backup",
    "store_foreign": "store_foreign_backup",
    "shop_lost": "shop_lost_backup",
    "store_differs": "store_differs_backup",
}
"""The faults of a store that a backup mends, each with the words that name it."""
REFUSED = {
    "damaged": "backup_damaged",
    "foreign": "backup_foreign",
    "value": "backup_value",
    "rows": "backup_rows",
    "differs": "backup_differs",
    "unsealed": "backup_unsealed",
}
"""Why a backup is not put back."""
ASIDE = ("store_damaged", "store_foreign", "store_differs")
"""The faults of a store that no backup is made of: the file is set aside as it is."""


class Held(msgspec.Struct, frozen=True):
    """What a backup holds: counts by name, and its last import (file, and when in Japan time); None for what it has no table for."""

    counts: dict[str, int | None]
    file: str | None
    imported_at: str | None
    readable: bool = True


class Restored(msgspec.Struct, frozen=True):
    """A backup that was put back, and how to take that back: the backup of the state before, or a damaged file set aside."""

    backup: Backup
    before: Backup | None
    aside: Path | None


def make(store: Path, now: datetime, why: str = "asked") -> Backup:
    """Back the shop up. Raises UnusableArgument when nothing was ever saved, UnusableStore."""
    if not store.exists():
        raise UnusableArgument("nothing_to_back_up")
    return backups.make(store, why, now)


def daily(store: Path, now: datetime) -> Backup | None:
    """Back the shop up when it was not yet today (Japan), by the clock as it stands; None otherwise. Raises UnusableStore."""
    return backups.make(store, "daily", now) if is_due(store, now) else None


def is_due(store: Path, now: datetime) -> bool:
    """Whether there is a shop and no backup of it of today (Japan)."""
    today = [backup for backup in backups.named(store) if backup.at.date() == now.date()]
    return store.exists() and not any(backups.looked_at(backup).is_file for backup in today)


def held(backup: Backup) -> Held:
    """What a backup holds; one that cannot be read says so, and a link or a pipe is not opened."""
    try:
        with closing(copying.reading(backup.path if backup.is_file else Path(), alone=True)) as db:
            shape.check(db, backup.path)
            return held_by(db)
    except (sqlite3.DatabaseError, UnusableStore):
        pass
    return Held(dict.fromkeys(COUNTED), None, None, readable=False)


def held_by(db: sqlite3.Connection) -> Held:
    """What an open backup holds; it is not migrated for this, so that it stays as it is."""
    there = {name for (name,) in db.execute("select name from sqlite_master where type = 'table'")}
    count = "select count(*) from {}"
    counts = {name: db.execute(count.format(table)).fetchone()[0] if table in there else None for name, table in COUNTED.items()}
    last = "select file, imported_at from import order by number desc limit 1"
    file, at = (db.execute(last).fetchone() if "import" in there else None) or (None, None)
    return Held(counts, file, at)


def last_good(store: Path, now: datetime) -> Backup | None:
    """The newest backup that is whole, one whose moment is odd only when there is no other; None when there is none."""
    try:
        there = backups.every(store, now)
    except UnusableStore:  # their folder may not be read: none is known to be whole
        return None
    return next((backup for backup in sorted(there, key=lambda backup: backup.odd) if is_whole(backup)), None)


def is_whole(backup: Backup) -> bool:
    """Whether every page of a backup can be read, and its tables are this program's."""
    if not backup.is_file:
        return False
    try:
        fresh.look_through(backup.path)
    except (sqlite3.Error, Fault, fresh.Refused):
        return False
    return True


def shop_whole(store: Path, now: datetime) -> dict[str, Fault | None]:
    """A shop's store ("shop") and each of its backups by name, newest first, with what is wrong with it; None where every sum holds.

    Nothing is changed, and nothing is kept.
    """
    found: dict[str, Fault | None] = {}
    if store.exists() or backups.named(store):
        found["shop"] = fault_of_store(store, now)
    for backup in backups.every(store, now):
        found[backup.name] = fault_of_backup(backup)
    return found


def fault_of_store(store: Path, now: datetime) -> Fault | None:
    """What is wrong with a shop's store; None when every page, every sum and every cell is right."""
    try:
        backups.check_not_lost(store)
        with plain_faults(store), closing(copying.reading(store)) as db:
            copying.check(db, store)
            table = sums.differing(db) if sums.TABLE in sums.tables_of(db) else None
            if table is None and shape.applied_steps(db) == set(shape.STEPS):
                table = fresh.odd_table(db)
            if table is not None:
                return with_way_out(UnusableStore("store_differs", file=store.name, folder=str(store.parent), table=table), now)
    except Fault as fault:
        return with_way_out(fault, now)
    return None


def fault_of_backup(backup: Backup) -> Fault | None:
    """What is wrong with a backup; None when every page and every sum is right."""
    if not backup.is_file:
        return UnusableStore("backup_no_file", name=backup.name)
    try:
        fresh.look_through(backup.path)
    except fresh.Refused as refused:
        return UnusableStore(REFUSED[refused.why], name=backup.name, **refused.where)
    except Fault as fault:
        return fault
    return None


def is_whole_store(store: Path) -> bool:
    """Whether every page of a store can be read."""
    try:
        with closing(copying.reading(store)) as db:
            copying.check(db, store)
    except (sqlite3.DatabaseError, Fault, OSError):
        return False
    return True


def named(store: Path, name: str, now: datetime) -> Backup:
    """A backup by its name, or by its number in the list, where 1 is the newest. Raises UnusableArgument."""
    there = backups.every(store, now)
    numbered = {str(number): backup for number, backup in enumerate(there, start=1)}
    found = numbered.get(name) or next((backup for backup in there if backup.name == name.removesuffix(".db")), None)
    if found is None:
        raise UnusableArgument("no_such_backup", name=name)
    return found


def restore(store: Path, name: str, now: datetime) -> Restored:
    """Put a backup in place of the shop as it is, which is backed up first. Raises UnusableArgument, UnusableStore."""
    backup = named(store, name, now)
    if not backup.is_file:
        raise UnusableStore("backup_no_file", name=backup.name)
    holding.may_write(store)
    with taking(store, backup, now), plain_faults(store):
        make_folder(store.parent)
        with fresh.built(backup.path, store) as made:
            on_record(made, backup, now)
            present = Present(store, now, "restore")
            copying.put_back(store, made, backups.highest(store) + 1, present.keep)
    if present.before is not None:
        backups.thin(store, present.before, {backup.path})
    return Restored(backup, present.before, present.aside)


@contextmanager
def taking(store: Path, backup: Backup, now: datetime) -> Iterator[None]:
    """Say of a backup why it is not put back; of one that differs from what was written, which is the last that does not.

    Raises UnusableStore.
    """
    try:
        yield
    except fresh.Refused as refused:
        last = last_good(store, now) if refused.why == "differs" else None
        code = "backup_differs_last" if last else REFUSED[refused.why]
        raise UnusableStore(code, name=backup.name, **refused.where, last=last.name if last else "") from refused


class Present:
    """What a shop holds before something takes its place: kept once, as a backup, or as a file set aside when it is damaged."""

    def __init__(self, store: Path, now: datetime, why: str) -> None:
        """Nothing is kept yet; `why` is a backup's."""
        self.store, self.now, self.why = store, now, why
        self.before: Backup | None = None
        self.aside: Path | None = None

    def keep(self) -> None:
        """Back up what is there; a damaged store is set aside as a file, and nothing is let go of. Raises UnusableStore."""
        if self.before or self.aside or is_blank(self.store):
            return
        try:
            self.before = backups.make(self.store, self.why, self.now, thin_now=False)
        except UnusableStore as fault:
            if fault.code not in ASIDE:
                raise
            aside = backups.aside_of(self.store, self.now)
            copying.set_aside(self.store, aside)
            self.aside = aside


def is_blank(store: Path) -> bool:
    """Whether a store's file holds no table at all; one that cannot be read may."""
    try:
        with closing(copying.reading(store)) as db:
            return db.execute("select 1 from sqlite_master").fetchone() is None
    except (sqlite3.Error, UnicodeError):
        return not store.exists() or not store.stat().st_size


def on_record(made: Path, backup: Backup, now: datetime) -> None:
    """Write into the record of changes of a store that is to take the shop's place that it does: a kill leaves none without its record.

    Raises UnusableStore.
    """
    with plain_faults(made), closing(connect(made)) as connection, immediate(db := Database(connection)):
        facts = {"backup": backup.at.isoformat(" ", "minutes")[:16]}
        history.record(db, Deed(now.isoformat(timespec="seconds"), history.user(), "done", "restore", facts))


def with_way_out(fault: Fault, now: datetime) -> Fault:
    """A fault of a damaged, foreign or lost store with the name of the last good backup, when there is one."""
    if fault.code not in WAYS_OUT or "folder" not in fault.facts:
        return fault
    last = last_good(Path(str(fault.facts["folder"])) / str(fault.facts["file"]), now)
    if last is None:
        return fault
    return UnusableStore(WAYS_OUT[fault.code], **fault.facts, backup=last.name, at=last.at.isoformat(" ", "minutes")[:16])
