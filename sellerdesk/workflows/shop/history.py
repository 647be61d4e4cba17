"""Undo, redo, and the list of changes."""

from datetime import datetime
from pathlib import Path

import msgspec

from sellerdesk.domain.deed import Deed
from sellerdesk.domain.refusal import UnusableStore
from sellerdesk.store import facts as saved_facts
from sellerdesk.store import history, imports, notices
from sellerdesk.store.backups import check_not_lost
from sellerdesk.store.database import changing, opened
from sellerdesk.workflows.shop.imports import IMPORT_AFTER
from sellerdesk.workflows.shop.packs import take_up


def undo(store: Path, now: datetime, *, back: bool = True) -> Deed | None:
    """Undo the last change of a person's, or do the last undone one again; None when there is none. Raises UnusableStore."""
    if not store.exists():
        return None
    with changing(store) as db:
        deed = history.turn(db, back=back, now=now)
    take_up(store)
    return deed


def undo_shown(store: Path, shown: Deed | None, now: datetime, *, back: bool = True) -> Deed | None:
    """Undo the change that a screen shows as the last one, or do it again; nothing at all when the store holds another in its place.

    Raises UnusableStore.
    """
    check_not_lost(store)
    if not store.exists():
        return None
    with changing(store) as db:
        if notices.is_swapped() or history.next_deeds(db)[0 if back else 1] != shown:
            raise UnusableStore("undo_another", file=store.name, folder=str(store.parent))
        deed = history.turn(db, back=back, now=now)
    take_up(store)
    return deed


class Since(msgspec.Struct, frozen=True):
    """A report that was imported, or whose import was taken away (`file` is then ""), after the change which undo takes back."""

    number: int
    file: str

    @property
    def removed(self) -> bool:
        """Whether its import was taken away."""
        return not self.file


def import_since(store: Path) -> Since | None:
    """What was imported or taken away after the change which undo takes back; None for nothing, and where there is nothing to take back.

    Raises UnusableStore.
    """
    if not store.exists():
        return None
    with opened(store) as db:
        after, deed = saved_facts.get_setting(db, IMPORT_AFTER), history.number_of_next(db)
        if after is None or not 0 < deed <= after["deed"]:
            return None
        if "removed" in after:
            return Since(after["removed"], "")
        return next((Since(here.number, here.file) for here in imports.every(db) if here.number == after["import"]), None)


def next_changes(store: Path) -> tuple[Deed | None, Deed | None]:
    """The changes that undo takes back and that redo does again. Raises UnusableStore."""
    if not store.exists():
        return None, None
    with opened(store) as db:
        return history.next_deeds(db)


def done_since(store: Path, moment: datetime) -> list[Deed]:
    """What people changed from a moment (Japan) on and did not take back, the oldest first. Raises UnusableStore."""
    if not store.exists():
        return []
    with opened(store) as db:
        return history.done_since(db, moment.isoformat(timespec="seconds"))


def record(store: Path) -> list[Deed]:
    """Everything that people changed in this shop, the oldest first. Raises UnusableStore."""
    if not store.exists():
        return []
    with opened(store) as db:
        return history.every(db)
