"""Which places are the shop's own: nothing that goes out is written there, by whatever name or link it is called."""

from contextvars import ContextVar
from pathlib import Path

from sellerdesk.domain.refusal import UnusableArgument

OWN_DATA: ContextVar[Path | None] = ContextVar("OWN_DATA", default=None)
"""The data folder at hand; any other is known by the stores in it."""
STORES = "shops"
FOLDERS = (STORES, "backups", "logs", "demo")
FILES = ("settings.ini", "settings-2.ini", "backup_folder.txt")
"""What lies in a data folder, which may well hold other files of the owner's."""
A_STORE = b"SQLite format 3\0"
"""How a store begins, and each backup of one, wherever it lies."""


def refuse_own(file: Path) -> None:
    """Nothing for a place that a file may be written to. Raises UnusableArgument for one of a shop's, whichever shop's it is."""
    place = file.resolve()
    if any(is_inside(place, data) for data in data_folders(place)):
        raise UnusableArgument("out_is_own", file=str(file))
    if begins_as_store(place):
        raise UnusableArgument("out_is_store", file=str(file))


def begins_as_store(place: Path) -> bool:
    """Whether a database lies there: a store, a backup, or another program's."""
    if not place.is_file():
        return False
    try:
        with place.open("rb") as there:
            return there.read(len(A_STORE)) == A_STORE
    except OSError:
        return False


def data_folders(place: Path) -> list[Path]:
    """The data folders that a place may be in: the one at hand, and those that hold stores."""
    at_hand = OWN_DATA.get()
    return [*([at_hand.resolve()] if at_hand is not None else []), *(folder for folder in place.parents if holds_stores(folder))]


def holds_stores(folder: Path) -> bool:
    """Whether a folder is a data folder in use; one that may not be read is not known to be."""
    try:
        return any((folder / STORES).glob("*.db"))
    except OSError:
        return False


def is_inside(place: Path, data: Path) -> bool:
    """Whether a place is one of a data folder's own; on some systems a name in other letters is the same one."""
    if not place.is_relative_to(data):
        return False
    first, *rest = (part.casefold() for part in place.relative_to(data).parts or ("",))
    return first in FOLDERS or (not rest and first in FILES)
