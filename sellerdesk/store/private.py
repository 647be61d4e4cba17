"""The files and folders of a shop are their owner's alone: 0600 and 0700 where the system has modes; and what is left over is cleared."""

import os
import re
import stat
from contextlib import suppress
from pathlib import Path

LOGS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a store that is in use."""
FILE, FOLDER = 0o600, 0o700
OTHERS = 0o077
STALE_SECONDS = 3_600
PART = re.compile(r"\..{1,255}\.(?P<process>\d{1,10})\.(?:old\.|new\.)?part(?:-journal|-wal|-shm)?", re.DOTALL)
"""What this program names while it makes it; the number is that of the process."""


def touch(file: Path) -> None:
    """Make a file that only its owner reads, when it is not there."""
    with suppress(FileExistsError):  # one that is there is not opened: to close it again would let go of SQLite's locks
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE))


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner enters, with those above it; one that is there stays as it is."""
    for missing in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
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


def clear_parts(folder: Path, newest: float) -> None:
    """Remove what a killed backup, restore or move in left half made: its process is gone, or it is an hour older than a moment (seconds).

    Any other may still be under way. Links and pipes are none of ours.
    """
    for part in files_of(folder):
        if (found := PART.fullmatch(part.name)) is None:
            continue
        with suppress(OSError):
            kind = part.lstat()
            if stat.S_ISREG(kind.st_mode) and (is_gone(int(found["process"])) or newest - kind.st_mtime > STALE_SECONDS):
                part.unlink()


def is_gone(process: int) -> bool:
    """Whether a process is known to have ended; of Windows nobody asks, where the same call would end it."""
    if os.name == "nt" or process == 0:
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def files_of(folder: Path) -> list[Path]:
    """What a folder holds; nothing when it cannot be read."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
