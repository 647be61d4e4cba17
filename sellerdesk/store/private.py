"""The files and folders of a shop are their owner's alone: 0600 and 0700 where the system has modes."""

import os
import stat
from contextlib import suppress
from pathlib import Path

LOGS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a store that is in use."""
FILE, FOLDER = 0o600, 0o700
OTHERS = 0o077


def touch(file: Path) -> None:
    """Make a file that only its owner reads, when it is not there."""
    with suppress(FileExistsError):  # one that is there is not opened: to close it again would let go of SQLite's locks
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE))


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner enters, with those above it; one that is there stays as it is."""
    for missing in reversed([parent for parent in (folder, *folder.parents) if not parent.exists()]):
        missing.mkdir(mode=FOLDER, exist_ok=True)


def keep_private(path: Path, mode: int = FILE) -> None:
    """Take from others what they may do with a file or a folder of the program's own; a system without modes has nothing to take."""
    if os.name == "nt":
        return
    with suppress(OSError):  # it is another user's
        if stat.S_IMODE(path.stat().st_mode) & OTHERS:
            path.chmod(mode)


def remove(file: Path) -> None:
    """Remove a store's file with its logs."""
    for ending in ("", *LOGS):
        file.with_name(file.name + ending).unlink(missing_ok=True)
