"""Which files came into a folder and are whole: nothing writes them any more."""

import os
from collections.abc import Iterator
from pathlib import Path

ENDINGS = frozenset({".txt", ".tsv", ".csv", ".xlsx", ".xml"})
UNDER_WAY = (".part", ".crdownload", ".download", ".partial", ".opdownload", ".tmp")
"""What browsers add to the name of a file that they still load: Firefox, Chrome and Edge, Safari, older Edge, Opera, others."""
Stamp = tuple[int, int]
"""Bytes, and nanoseconds since 1970 (UTC) of the last change."""


class Arrivals:
    """Looks at one folder again and again; a file counts as whole when two looks found it the same."""

    def __init__(self, folder: Path, since: float) -> None:
        """Look for what changed or came after `since` (seconds since 1970, UTC)."""
        self.folder, self.since = folder, since
        self.seen: dict[Path, Stamp] | None = None
        self.waiting: dict[Path, Stamp] = {}

    def look(self) -> list[Path]:
        """The files that are whole since this look, by name. Raises OSError when the folder cannot be read."""
        found = list(reports(self.folder))
        there = {file: stamp for file, stamp, _moment in found}
        seen = {file: stamp for file, stamp, moment in found if moment <= self.since} if self.seen is None else self.seen
        came = {file: stamp for file, stamp in there.items() if seen.get(file) != stamp}
        whole = {file: stamp for file, stamp in came.items() if self.waiting.get(file) == stamp and stamp[0]}
        self.seen = {file: stamp for file, stamp in seen.items() if file in there} | whole
        self.waiting = {file: stamp for file, stamp in came.items() if file not in whole}
        return sorted(whole)


def reports(folder: Path) -> Iterator[tuple[Path, Stamp, float]]:
    """The files of a folder that may be reports, with their stamp and when they changed or came; none that is still loaded."""
    with os.scandir(folder) as entries:
        names = {entry.name: entry for entry in entries}
    for name, entry in names.items():
        if Path(name).suffix.lower() not in ENDINGS or name.startswith((".", "~$")) or any(name + mark in names for mark in UNDER_WAY):
            continue
        try:
            if entry.is_file(follow_symlinks=False):
                known = entry.stat(follow_symlinks=False)
                yield folder / name, (known.st_size, known.st_mtime_ns), max(known.st_mtime, known.st_ctime)
        except OSError:  # it went while it was looked at
            continue
