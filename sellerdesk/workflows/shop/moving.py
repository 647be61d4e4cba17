"""Moving house: a shop goes out as one file, and comes in on another computer, looked through on arrival."""

from datetime import datetime
from pathlib import Path

import msgspec

from sellerdesk import __version__
from sellerdesk.domain.refusal import UnreadableFile, UnusableArgument
from sellerdesk.store import backups, copying, moving
from sellerdesk.store.backups import Backup
from sellerdesk.store.moving import Manifest
from sellerdesk.workflows.shop.backups import keep_present

ENDING = ".sellerdesk"
EMPTY = ("import", "sku_fact", "setting", "decision", "history")
"""A store without a row in any of these holds nothing of an owner's."""


class Moved(msgspec.Struct, frozen=True):
    """A shop that came in: what it held when it was packed, and the backup of what it took the place of."""

    manifest: Manifest
    before: Backup | None


def move_out(store: Path, file: Path, now: datetime) -> Manifest:
    """Write the whole shop into one file. Raises UnusableArgument when nothing was ever saved, UnusableStore."""
    if not store.exists():
        raise UnusableArgument("nothing_to_back_up")
    if file.exists() and file.samefile(store):
        raise UnusableArgument("out_is_input", file=str(file))
    if file.exists() and not file.is_file():  # a pipe would be replaced by a file
        raise UnusableArgument("out_special", file=str(file))
    return moving.pack(store, file, now.isoformat(timespec="seconds"), __version__)


def move_in(store: Path, file: Path, now: datetime, *, replace: bool = False) -> Moved:
    """Take in a shop that was moved out; one that is here already is replaced only when asked, and backed up first.

    Raises UnreadableFile, UnusableArgument, UnusableStore.
    """
    if not file.is_file():
        why = "is_a_folder" if file.is_dir() else "no_regular_file" if file.exists() else "no_such_file"
        raise UnreadableFile(why, path=str(file))
    there = holds_something(store)
    if there and not replace:
        raise UnusableArgument("shop_has_data")
    with moving.unpacked(file, store) as (arrived, manifest):
        before, _aside = keep_present(store, now, "move")
        copying.put_back(store, arrived, backups.highest(store) + 1)
        if moving.rows(store) != moving.rows(arrived, alone=True):
            raise UnreadableFile("moved_damaged", path=file.name)
    if before is not None:
        backups.thin(store, before)
    return Moved(manifest, before)


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
