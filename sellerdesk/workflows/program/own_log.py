"""The log of the program's own doings, and the trace of its last crash, in the data folder: nothing of what a shop holds.

A line has the time, the process, and one of: a start with the version, a command's name with status and seconds, the place of a bug,
an end. Nothing here fails: a full disk or a folder that cannot be written leaves a log without that line.
"""

import faulthandler
import os
import re
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

from sellerdesk.domain.expressions import expression
from sellerdesk.paths import can_be_opened
from sellerdesk.store.private import FOLDER as OWN_FOLDER
from sellerdesk.store.private import keep_private, make_folder, touch

FOLDER, LOG, TRACE = "logs", "sellerdesk.log", "crash.txt"
MOST_BYTES, OLDER = 200_000, 3
"""A log of this length is put aside, and the last three of those are kept."""
MOST_OF_A_TRACE = 20_000
"""Characters: a trace that runs in circles is long, and tells nothing more."""
FRAME = expression(r'File "([^"]*)"')
PACKAGE = "sellerdesk"
kept: list[IO[bytes]] = []
"""The file of the trace: it must be open when the process breaks."""


def note(data: Path, words: str) -> None:
    """Add a line to the log of a data folder."""
    file = data / FOLDER / LOG
    line = f"{time.strftime('%Y-%m-%dT%H:%M:%S%z')} {os.getpid()} {words}\n"
    with suppress(OSError):
        if not can_be_opened(file):
            return
        make_private(file)
        if file.exists() and file.stat().st_size > MOST_BYTES:
            put_aside(file)
            make_private(file)
        with file.open("a", encoding="utf-8") as log:
            log.write(line)


def make_private(file: Path) -> None:
    """Make a file of the data folder, with its folder, when it is not there; it is its owner's alone, as the shop is. Raises OSError."""
    make_folder(file.parent)
    if file.parent.name == FOLDER:
        keep_private(file.parent, OWN_FOLDER)
    touch(file)
    keep_private(file)


def put_aside(file: Path) -> None:
    """Number the logs anew: .1 is the last one, and the oldest goes."""
    for number in range(OLDER, 0, -1):
        older = file.with_name(f"{file.name}.{number - 1}") if number > 1 else file
        if older.exists():
            older.replace(file.with_name(f"{file.name}.{number}"))


def watch_crashes(data: Path) -> None:
    """From now on a crash of the process, Qt's aborts among them, leaves where each thread was."""
    with suppress(OSError):
        file = data / FOLDER / TRACE
        if not can_be_opened(file):
            return
        make_private(file)
        kept.append(file.open("ab", buffering=0))
        faulthandler.enable(kept[-1])


def last_crash(data: Path) -> str:
    """The trace of a crash that nobody was shown yet, without the names of this computer's folders; empty when there is none."""
    file = data / FOLDER / TRACE
    try:
        trace = file.read_text(encoding="utf-8", errors="replace") if can_be_opened(file) else ""
    except OSError:
        return ""
    return FRAME.sub(lambda found: f'File "{short(found[1])}"', trace)[:MOST_OF_A_TRACE].strip()


def short(file: str) -> str:
    """A file of ours from the package on, another one by its name."""
    parts = re.split(r"[\\/]", file)
    own = [place for place, part in enumerate(parts[:-1]) if part == PACKAGE]
    return "/".join(parts[own[-1] :]) if own else parts[-1]


def forget_crash(data: Path) -> None:
    """The trace was shown: the next start offers it no more."""
    file = data / FOLDER / TRACE
    with suppress(OSError):
        if can_be_opened(file):
            os.truncate(file, 0)
