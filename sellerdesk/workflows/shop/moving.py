"""Moving house: a shop goes out as one file, and comes in on another computer, looked through on arrival."""

from datetime import datetime
from pathlib import Path

import msgspec

from sellerdesk import __version__
from sellerdesk.domain.refusal import UnreadableFile, UnusableArgument
from sellerdesk.own_files import refuse_own
from sellerdesk.paths import MOVED_SHOP
from sellerdesk.store import backups, copying, holding, moving
from sellerdesk.store.backups import Backup
from sellerdesk.store.moving import Manifest
from sellerdesk.whole_file import refuse_protected
from sellerdesk.workflows.shop.backups import Present

EMPTY = ("import", "sku_fact", "setting", "decision", "history")
"""A store without a row in any of these holds nothing of an owner's."""


class Moved(msgspec.Struct, frozen=True):
    """A shop that came in: what it held when it was packed, and the backup of what it took the place of."""

    manifest: Manifest
    before: Backup | None


def move_out(store: Path, file: Path, now: datetime) -> Manifest:
    """Write the whole shop into one file, behind a link where the name is one.

    Raises UnusableArgument when nothing was ever saved and for a name that is none for it, UnusableStore.
    """
    if not store.exists():
        raise UnusableArgument("nothing_to_back_up")
    if file.exists() and not file.is_file():  # a pipe would be replaced by a file
        raise UnusableArgument("out_special", file=str(file))
    refuse_own(file)
    if file.suffix.lower() != MOVED_SHOP:  # any other file of that name is none of ours to replace
        raise UnusableArgument("moved_form", name=str(file), ending=MOVED_SHOP)
    try:
        refuse_protected(file)
    except PermissionError as error:
        raise UnusableArgument("cannot_write", file=str(file), reason=error.strerror) from error
    return moving.pack(store, file.resolve(), now.isoformat(timespec="seconds"), __version__)


def move_in(store: Path, file: Path, now: datetime, *, replace: bool = False) -> Moved:
    """Take in a shop that was moved out; one that is here already is replaced only when asked, and backed up first.

    Raises UnreadableFile, UnusableArgument, UnusableStore.
    """
    if not file.is_file():
        why = "is_a_folder" if file.is_dir() else "no_regular_file" if file.exists() else "no_such_file"
        raise UnreadableFile(why, path=str(file))
    present = Present(store, now, "move")

    def keep() -> None:
        refuse_unasked(store, replace=replace)  # once more: another command may have filled it meanwhile
        present.keep()

    refuse_unasked(store, replace=replace)
    holding.may_write(store)
    with moving.unpacked(file, store) as (arrived, manifest):
        copying.put_back(store, arrived, backups.highest(store) + 1, keep)
    if present.before is not None:
        backups.thin(store, present.before)
    return Moved(manifest, present.before)


def refuse_unasked(store: Path, *, replace: bool) -> None:
    """Nothing for a shop that holds nothing, or whose place may be taken. Raises UnusableArgument."""
    if not replace and holds_something(store):
        raise UnusableArgument("shop_has_data")


def holds_something(store: Path) -> bool:
    """Whether a shop holds anything that its owner could miss; a damaged one may, and one that is lost but for its backups."""
    if backups.is_lost(store):
        return True
    if not store.exists():
        return False
    try:
        found = moving.rows(store)
    except Exception:  # noqa: BLE001 (whatever keeps it from being read, it is not known to be empty)
        return True
    return any(found.get(table) for table in EMPTY)
