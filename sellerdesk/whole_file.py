"""Files that go out are written beside their place and moved there whole: what stood there before stays until then."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def write_whole(file: Path, parts: Iterable[bytes]) -> None:
    """Write a file whole or not at all; what is no ordinary file (a pipe, a terminal) is written as it is. Raises OSError."""
    place = file.resolve()  # the file behind a link, so that the link stays one
    if place.exists() and not place.is_file():
        with place.open("wb") as out:
            out.writelines(parts)
        return
    aside = place.with_name(f".{place.name[:100]}.{os.getpid()}.part")
    try:
        with aside.open("wb") as out:
            out.writelines(parts)
            out.flush()
            os.fsync(out.fileno())
        aside.replace(place)
    except BaseException:
        with suppress(OSError):
            aside.unlink()
        raise
