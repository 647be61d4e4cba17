"""What the program writes beside a file's place before it is whole, and what of it a killed command left behind."""

import os
import re
import stat
from contextlib import suppress
from pathlib import Path

from sellerdesk.domain.expressions import expression

MOST_OF_A_NAME = 150
"""Bytes of a file's name in that of its part: file systems take 255, with the process, the ending, and what SQLite adds."""
STALE_SECONDS = 3_600
PROCESS = r"(?P<process>\d{1,10})"
PART = expression(rf"\A\..{{1,255}}\.{PROCESS}\.(?:(?:old\.|new\.|sellerdesk\.)?part|db)(?:-journal|-wal|-shm)?", re.DOTALL)
"""What this program names while it makes it, in its own folders; the number is that of the process."""
IN_ANY_FOLDER = expression(rf"\A\..{{1,255}}\.{PROCESS}\.(?:old\.)?sellerdesk\.part(?:-journal|-wal|-shm)?", re.DOTALL)
"""The same in the folders of other programs, whose parts may be called alike."""


def part_of(file: Path, mark: str = "") -> Path:
    """Where a file is written before it is whole: hidden, beside it; `mark` tells two of them apart ("old")."""
    return file.with_name(f".{cut(file.name)}.{os.getpid()}.{f'{mark}.' if mark else ''}sellerdesk.part")


def cut(name: str) -> str:
    """As much of a name as has room in that of a part."""
    return name.encode("utf-8", "surrogateescape")[:MOST_OF_A_NAME].decode("utf-8", "ignore")


def clear_parts(folder: Path, newest: float, pattern: re.Pattern[str] = PART) -> None:
    """Remove what a killed command left half made: its process is gone, or it is an hour older than a moment (seconds).

    Any other may still be under way. Links and pipes are none of ours.
    """
    for name in names_in(folder):
        if (found := pattern.fullmatch(name)) is None:
            continue
        part = folder / name
        with suppress(OSError):
            kind = part.lstat()
            if stat.S_ISREG(kind.st_mode) and (is_gone(int(found["process"])) or newest - kind.st_mtime > STALE_SECONDS):
                part.unlink()


def clear_beside(part: Path) -> None:
    """Remove what killed commands left in a folder of the owner's: the parts of every file of ours, by the moment of a newer one.

    Those of the same file may be of an older program, which had other names for them.
    """
    name = part.name.rpartition(f".{os.getpid()}.")[0]
    of_this = re.compile(rf"{re.escape(name)}\.{PROCESS}\.(?:part|db)(?:-journal|-wal|-shm)?")
    for pattern in (IN_ANY_FOLDER, of_this):
        clear_parts(part.parent, part.stat().st_mtime, pattern)


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


def names_in(folder: Path) -> list[str]:
    """The names of what a folder holds; none when it cannot be read. A folder of downloads holds thousands."""
    try:
        return [file.name for file in folder.iterdir()]
    except OSError:
        return []
