"""Backups of a shop's store: their names and folders, in the order of what they hold; ten are kept and thinned by age."""

import bisect
import itertools
import os
import sqlite3
import stat
from collections.abc import Collection
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from sellerdesk.domain.expressions import expression
from sellerdesk.domain.japan import JAPAN
from sellerdesk.domain.refusal import UnusableStore
from sellerdesk.own_files import refuse_own
from sellerdesk.parts import clear_parts
from sellerdesk.paths import can_be_opened
from sellerdesk.store import stamps
from sellerdesk.store.changed import CHANGED, MADE
from sellerdesk.store.copying import copy
from sellerdesk.store.faults import check_place, plain_faults
from sellerdesk.store.opening import live
from sellerdesk.store.private import FOLDER as PRIVATE_FOLDER
from sellerdesk.store.private import keep_private, make_folder, remove
from sellerdesk.store.rights import listed

FOLDER = "backups"
CHOSEN = "backup_folder.txt"
"""Holds the folder that the owner chose; beside the stores and not in one, so that it is known when a store is damaged."""
MOST = 10
NEWEST_KEPT = 3
STAMP = "%Y%m%d-%H%M%S"
WHYS = ("daily", "asked", "migration", "restore", "move")
NAME = expression(rf"(?P<shop>.+)_(?P<at>\d{{8}}-\d{{6}})(?:-(?P<nth>\d+))?_(?P<why>{'|'.join(WHYS)})\.db")
MOST_IN_A_SECOND = 999_999
TOMORROW = timedelta(days=1)
FIRST_MOMENT = datetime(2024, 1, 1, tzinfo=JAPAN)
"""The program is younger than this: a clock before it stands wrong, and says nothing of what is later."""


class Backup(msgspec.Struct, frozen=True):
    """One backup of a shop: when it was made (Japan time), and why: daily, asked, or before a migration, a restore or a move in.

    `count` is how many changes its store had seen, `is_file` whether it is a file at all and no link or pipe. `odd`: its moment cannot
    be right, for a clock stood wrong: it lies ahead, or does not fit the order of the counts.
    """

    path: Path
    at: datetime
    why: str
    count: int = 0
    is_file: bool = True
    odd: bool = False

    @property
    def name(self) -> str:
        """The name that a person calls it by."""
        return self.path.stem


def own_folder(store: Path) -> Path:
    """Where a shop's backups go unless another folder was chosen: beside the folder of the stores."""
    return store.parent.parent / FOLDER


def chosen_folder(store: Path) -> Path | None:
    """The folder that the owner chose; None when there is none."""
    file = store.parent.parent / CHOSEN
    try:
        text = file.read_text(encoding="utf-8").strip() if can_be_opened(file) else ""
    except (OSError, UnicodeError):
        return None
    return Path(text) if text else None


def choose_folder(store: Path, folder: Path | None) -> None:
    """Send later backups to another folder, made when it does not exist; None: to their own again.

    Raises UnusableStore, and UnusableArgument for any other folder of the shop's own.
    """
    data = store.parent.parent
    if folder is not None and folder.resolve() != own_folder(store).resolve():
        refuse_own(folder / store.name)
    with plain_faults((folder or data) / store.name):
        make_folder(data)
        if folder is not None:
            make_folder(folder)
            probe = folder / f".{store.stem}.probe"
            probe.write_bytes(b"")
            probe.unlink()
        if not can_be_opened(file := data / CHOSEN):
            file.unlink()
        file.write_text("" if folder is None else str(folder.resolve()), encoding="utf-8")
    CHANGED.add(store)


def folder_now(store: Path) -> Path:
    """Where a backup goes now: the chosen folder while it is there, else their own (a stick that was pulled out)."""
    chosen = chosen_folder(store)
    with suppress(OSError):  # a folder above it may not be entered
        return chosen if chosen is not None and chosen.is_dir() else own_folder(store)
    return own_folder(store)


def every(store: Path, now: datetime | None = None) -> list[Backup]:
    """All backups of a shop in both folders, the newest first: by what they hold, then by their moment. `now` is Japan's."""
    found = [looked_at(name) for name in named(store)]
    found.sort(key=lambda text: (text.is_file, text.count, text.at), reverse=True)
    wrong = odd_ones(found, now)
    return [msgspec.structs.replace(backup, odd=backup in wrong) for backup in found]


def odd_ones(newest_first: list[Backup], now: datetime | None) -> list[Backup]:
    """The backups whose moment cannot be right, whatever the most of them say: before the program was, or later than the clock.

    Of the rest, those that do not fit the order of the counts; a file without a count stands in no order. A clock that stands before the
    program was tells nothing of the others.
    """
    early = [backup for backup in newest_first if backup.at < FIRST_MOMENT]
    if now is not None and now < FIRST_MOMENT:
        return early
    ahead = [backup for backup in newest_first if now is not None and backup.at > now + TOMORROW]
    rest = [backup for backup in newest_first if backup.count and backup not in early and backup not in ahead]
    fits = reversed(in_order([backup.at for backup in reversed(rest)]))
    return [*early, *ahead, *(one for one, is_right in zip(rest, fits, strict=True) if not is_right)]


def named(store: Path) -> list[Backup]:
    """All backups of a shop in both folders by their names alone. Raises UnusableStore for a folder that may not be read."""
    folders = {own_folder(store), folder_now(store)}
    found = (parsed(path, store.stem) for folder in folders for path in listed(folder))
    return [backup for backup in found if backup is not None]


def looked_at(backup: Backup) -> Backup:
    """A backup with what its file's head says; a link or a pipe is not opened."""
    try:
        if not stat.S_ISREG(backup.path.lstat().st_mode):
            return msgspec.structs.replace(backup, is_file=False)
    except OSError:
        return msgspec.structs.replace(backup, is_file=False)
    head = stamps.head_of(backup.path)
    return msgspec.structs.replace(backup, count=head.changes if head else 0)


def in_order(moments: list[datetime]) -> list[bool]:
    """Which moments belong to the longest row of them that never goes back: the fewest others are wrong."""
    ends: list[datetime] = []
    lengths = []
    for moment in moments:
        place = bisect.bisect_right(ends, moment)
        ends[place : place + 1] = [moment]
        lengths.append(place + 1)
    fits, wanted, before = [False] * len(moments), len(ends), None
    for place in range(len(moments) - 1, -1, -1):
        if lengths[place] == wanted and (before is None or moments[place] <= before):
            fits[place], wanted, before = True, wanted - 1, moments[place]
    return fits


def is_lost(store: Path) -> bool:
    """Whether a shop's file is gone or empty although there are backups of it, or may be: their folder cannot be read."""

    def is_empty() -> bool:
        try:
            return store.stat().st_size == 0
        except OSError:
            return True

    def has_backups() -> bool:
        try:
            return any(looked_at(file).is_file for file in named(store))
        except UnusableStore:
            return True

    return is_empty() and has_backups() and is_empty()  # once more: another process may just have made it


def check_not_lost(store: Path) -> None:
    """Nothing for a shop whose file is there, or that never was. Raises UnusableStore: no new shop comes in a lost one's place unasked.

    Also for what is no file in a store's or a log's place.
    """
    with plain_faults(store):
        check_place(store)
    if is_lost(store):
        named(store)
        raise UnusableStore("shop_lost", file=store.name, folder=str(store.parent))


def parsed(path: Path, shop: str) -> Backup | None:
    """A backup by its file's name; None for any other file, and for those of another shop."""
    match = NAME.fullmatch(path.name)
    if match is None or match["shop"] != shop:
        return None
    try:
        moment = datetime.fromisoformat(match["at"].replace("-", "T")).replace(tzinfo=JAPAN)
        nth = min(int(match["nth"] or 0), MOST_IN_A_SECOND)  # orders those of one second
        return Backup(path, moment + timedelta(microseconds=nth), match["why"])
    except (ValueError, OverflowError):
        return None


def make(store: Path, why: str, at: datetime | None = None, *, thin_now: bool = True) -> Backup:
    """Back a store up, check the copy, and let go of what is too many; `at` is when (Japan), else as the disk tells it.

    Nothing is let go of before what it is made for has ended well: a restore reads one of the old ones (`thin_now`).

    Raises UnusableStore: a damaged store, a full disk, a folder that cannot be written; older backups stay then.
    """
    folder = folder_now(store)
    with plain_faults(folder / store.name):
        make_folder(folder)
    if folder == own_folder(store):
        keep_private(folder, PRIVATE_FOLDER)
        for file in named(store):
            if looked_at(file).is_file:
                keep_private(file.path)
    count_past_all(store)
    part = folder / f".{store.stem}.{os.getpid()}.part"
    try:
        copy(store, part)
        with plain_faults(part):
            moment = at or datetime.fromtimestamp(part.stat().st_mtime, JAPAN)
            target = free_name(folder, store.stem, moment, why)
            part.replace(target)
        MADE.append(("backup", target.stem))
    finally:
        remove(part)
    for place in {folder, own_folder(store), store.parent}:
        clear_parts(place, target.stat().st_mtime)
    made = looked_at(parsed(target, store.stem) or Backup(target, moment, why))
    if thin_now:
        thin(store, made)
    return made


def highest(store: Path) -> int:
    """The highest count of all backups of a shop."""
    return max((looked_at(file).count for file in named(store)), default=0)


def count_past_all(store: Path) -> None:
    """Let a store that is older than its backups count on from them: the next backup holds what is newest."""
    least = highest(store)
    if not least:
        return
    with suppress(sqlite3.Error), closing(live(store, "mode=rw")) as connection:  # one that is damaged is said by the copy
        if stamps.read(connection)[1] < least:
            stamps.raise_to(connection, least + 1)


def free_name(folder: Path, shop: str, at: datetime, why: str) -> Path:
    """A file name whose stamp is not taken: backups of one second are numbered, so that their order is known."""
    stamp = at.astimezone(JAPAN).strftime(STAMP)
    taken = {
        (match["at"], match["nth"] or "0") for path in listed(folder) if (match := NAME.fullmatch(path.name)) and match["shop"] == shop
    }
    nth = next(number for number in itertools.count() if (stamp, str(number)) not in taken)
    return folder / f"{shop}_{stamp}{f'-{nth}' if nth else ''}_{why}.db"


def thin(store: Path, made: Backup, spare: Collection[Path] = ()) -> None:
    """Let backups go until ten are left beside the one just made: of the older ones first those whose moment is odd.

    The newest stay, what was just made and checked, and what is to be spared; of the rest the closest together for their age go first.
    Those whose moment is odd are counted apart: they are neighbours of none.
    """
    there = [backup for backup in every(store, made.at) if backup.path.parent == made.path.parent and backup.is_file]
    kept, odd = ([backup for backup in there if backup.odd is wrong] for wrong in (False, True))
    spared = {made.path, *spare, *(backup.path for backup in kept[:NEWEST_KEPT])}
    while len(kept) + len(odd) > MOST:
        wrong = [name for name in odd if name.path not in spared]
        free = [place for place in range(len(kept)) if kept[place].path not in spared]
        between = [place for place in free if 0 < place < len(kept) - 1] or free
        if wrong:
            odd.remove(wrong[-1])
            wrong[-1].path.unlink(missing_ok=True)
        elif between:
            kept.pop(min(between, key=lambda place: closeness(kept, place))).path.unlink(missing_ok=True)
        else:
            return


def closeness(kept: list[Backup], place: int) -> float:
    """The gap between a backup's neighbours in time, by its age: little is missed where the gap is small."""
    gap = abs(kept[max(place - 1, 0)].at - kept[min(place + 1, len(kept) - 1)].at)
    age = abs(kept[0].at - kept[place].at) + timedelta(days=1)
    return gap / age


def aside_of(store: Path, at: datetime) -> Path:
    """Where a damaged store is kept that a backup takes the place of; it is none of the ten."""
    return own_folder(store) / f"{store.stem}_{at.astimezone(JAPAN).strftime(STAMP)}_damaged.db"
