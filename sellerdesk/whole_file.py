"""Files that go out are written beside their place and moved there whole: what stood there before stays until then."""

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.own_files import refuse_own
from sellerdesk.parts import clear_beside, part_of
from sellerdesk.paths import MOVED_SHOP

OWN = 0o600
"""The mode of a file that is not whole yet: its owner's alone."""
MUCH = 512 * 1024
"""Bytes after which the disk is told to begin."""


def write_whole(file: Path, parts: Iterable[bytes]) -> None:
    """Write a file whole or not at all; what is no ordinary file (a pipe, a terminal) is written as it is.

    Raises OSError, and UnusableArgument for a place of the shop's own and for the name of a shop that was packed to move.
    """
    refuse_own(file)
    if file.suffix.casefold() == MOVED_SHOP:
        raise UnusableArgument("out_is_packed", file=file.name)
    place = file.resolve()  # the file behind a link, so that the link stays one
    if place.exists() and not place.is_file():
        made = list(parts)  # a pipe cannot be taken back
        with os.fdopen(open_without_waiting(place), "wb") as out:
            out.writelines(made)
        return
    refuse_protected(place)
    aside = part_of(place)
    aside.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), OWN), "wb") as out:
            clear_beside(aside)
            for part in parts:
                out.write(part)
                if len(part) > MUCH:
                    begin_to_keep(out)
            out.flush()
            os.fsync(out.fileno())
        with suppress(OSError):  # a stick may know no modes
            aside.chmod(mode_of(place))
        aside.replace(place)
    except BaseException:
        with suppress(OSError):
            aside.unlink()
        raise


def refuse_protected(place: Path) -> None:
    """Nothing for a file that may be written, or is not there. Raises PermissionError: another in its place would look as if it were."""
    if place.exists() and not place.stat().st_mode & stat.S_IWUSR:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))


def mode_of(place: Path) -> int:
    """The mode of a file that is there, or what the system gives to a new one."""
    if place.exists():
        return stat.S_IMODE(place.stat().st_mode)
    others = os.umask(0o077)
    os.umask(others)
    return 0o666 & ~others


def open_without_waiting(place: Path) -> int:
    """Open what is no ordinary file for writing. Raises OSError for a pipe that nobody reads: to open it is to wait for ever."""
    opened = os.open(place, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    if hasattr(os, "set_blocking"):
        os.set_blocking(opened, True)
    return opened


def begin_to_keep(out: BinaryIO) -> None:
    """Let the disk begin with what is written so far, while the next part is made: Linux does when told that it is not needed again.

    The end, which waits until all is on the disk, took 15 ms of half a second for 20 MB, and then 0.5.
    """
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(out.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
