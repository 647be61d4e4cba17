"""Backups of a shop's store: their names and folders, kept ten and thinned by age."""

import itertools
import os
import re
from datetime import datetime, timedelta, timezone
from pathlib import Path

import msgspec

from sellerdesk.store.copying import copy
from sellerdesk.store.faults import plain_faults

FOLDER = "backups"
CHOSEN = "backup_folder.txt"
"""Holds the folder that the owner chose; beside the stores and not in one, so that it is known when a store is damaged."""
MOST = 10
NEWEST_KEPT = 3
STAMP = "%Y%m%d-%H%M%S"
WHYS = ("daily", "asked", "migration", "restore", "move")
NAME = re.compile(rf"(?P<shop>.+)_(?P<at>\d{{8}}-\d{{6}})(?:-(?P<nth>\d+))?_(?P<why>{'|'.join(WHYS)})\.db")
JAPAN = timezone(timedelta(hours=9), "JST")
STALE_SECONDS = 3_600


class Backup(msgspec.Struct, frozen=True):
    """One backup of a shop: when it was made (Japan time), and why: daily, asked, or before a migration, a restore or a move in."""

    path: Path
    at: datetime
    why: str

    @property
    def name(self) -> str:
        """The name that a person calls it by."""
        return self.path.stem


def own_folder(store: Path) -> Path:
    """Where a shop's backups go unless another folder was chosen: beside the folder of the stores."""
    return store.parent.parent / FOLDER


def chosen_folder(store: Path) -> Path | None:
    """The folder that the owner chose; None when there is none."""
    try:
        told = (store.parent.parent / CHOSEN).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeError):
        return None
    return Path(told) if told else None


def choose_folder(store: Path, folder: Path | None) -> None:
    """Send later backups to another folder, made when it does not exist; None: to their own again. Raises UnusableStore."""
    data = store.parent.parent
    with plain_faults((folder or data) / store.name):
        data.mkdir(parents=True, exist_ok=True)
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            probe = folder / f".{store.stem}.probe"
            probe.write_bytes(b"")
            probe.unlink()
        (data / CHOSEN).write_text("" if folder is None else str(folder.resolve()), encoding="utf-8")


def folder_now(store: Path) -> Path:
    """Where a backup goes now: the chosen folder while it is there, else their own (a stick that was pulled out)."""
    chosen = chosen_folder(store)
    return chosen if chosen is not None and chosen.is_dir() else own_folder(store)


def every(store: Path) -> list[Backup]:
    """All backups of a shop in both folders, the newest first."""
    folders = {own_folder(store), folder_now(store)}
    found = (parsed(path, store.stem) for folder in folders for path in files_of(folder))
    return sorted((one for one in found if one is not None), key=lambda one: one.at, reverse=True)


def files_of(folder: Path) -> list[Path]:
    """What a folder holds; nothing when it cannot be read."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def parsed(path: Path, shop: str) -> Backup | None:
    """A backup by its file's name; None for any other file, and for those of another shop."""
    match = NAME.fullmatch(path.name)
    if match is None or match["shop"] != shop:
        return None
    try:
        moment = datetime.fromisoformat(match["at"].replace("-", "T")).replace(tzinfo=JAPAN)
        return Backup(path, moment + timedelta(microseconds=int(match["nth"] or 0)), match["why"])  # orders those of one second
    except ValueError:
        return None


def make(store: Path, why: str, at: datetime | None = None) -> Backup:
    """Back a store up, check the copy, and let go of what is too many; `at` is when (Japan), else as the disk tells it.

    Raises UnusableStore: a damaged store, a full disk, a folder that cannot be written; older backups stay then.
    """
    folder = folder_now(store)
    with plain_faults(folder / store.name):
        folder.mkdir(parents=True, exist_ok=True)
    part = folder / f".{store.stem}.{os.getpid()}.part"
    try:
        copy(store, part)
        with plain_faults(part):
            moment = at or datetime.fromtimestamp(part.stat().st_mtime, JAPAN)
            target = free_name(folder, store.stem, moment, why)
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    forget_parts(folder, target)
    made = Backup(target, moment, why)
    there = [one for one in every(store) if one.path.parent == folder]
    thin(there, made)
    return next((one for one in there if one.path == target), made)


def forget_parts(folder: Path, target: Path) -> None:
    """Remove what a killed backup left half made, an hour ago or longer: a younger one may still be under way."""
    newest = target.stat().st_mtime
    for part in (one for one in files_of(folder) if re.fullmatch(r"\..+\.\d+\.part(-journal)?", one.name)):
        if newest - part.stat().st_mtime > STALE_SECONDS:
            part.unlink(missing_ok=True)


def free_name(folder: Path, shop: str, at: datetime, why: str) -> Path:
    """A file name whose stamp is not taken: backups of one second are numbered, so that their order is known."""
    stamp = at.astimezone(JAPAN).strftime(STAMP)
    taken = {
        (match["at"], match["nth"] or "0") for path in files_of(folder) if (match := NAME.fullmatch(path.name)) and match["shop"] == shop
    }
    nth = next(number for number in itertools.count() if (stamp, str(number)) not in taken)
    return folder / f"{shop}_{stamp}{f'-{nth}' if nth else ''}_{why}.db"


def thin(kept: list[Backup], made: Backup) -> None:
    """Let backups go until ten are left: the newest stay, and of the older ones the closest together for their age go first."""
    kept = sorted(kept, key=lambda one: one.at, reverse=True)
    while len(kept) > MOST:
        older = [place for place in range(NEWEST_KEPT, len(kept) - 1) if kept[place].path != made.path]
        gone = kept.pop(min(older, key=lambda place: closeness(kept, place)))
        gone.path.unlink(missing_ok=True)


def closeness(kept: list[Backup], place: int) -> float:
    """The gap between a backup's neighbours in time, by its age: little is missed where the gap is small."""
    gap = kept[place - 1].at - kept[place + 1].at
    age = kept[0].at - kept[place].at + timedelta(days=1)
    return gap / age


def aside_of(store: Path, at: datetime) -> Path:
    """Where a damaged store is kept that a backup takes the place of; it is none of the ten."""
    return own_folder(store) / f"{store.stem}_{at.astimezone(JAPAN).strftime(STAMP)}_damaged.db"
