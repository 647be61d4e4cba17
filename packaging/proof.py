"""What the proofs share: a shop of 20,000 offers with edits and undo history, what a store holds, a screen that is watched."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

OFFERS = 20_000
HEAD = "seller-sku\titem-name\tprice\tPoints\titem-condition\tfulfillment-channel\tmerchant-shipping-group\tstatus\tquantity\n"
EDITS = (("SKU-00001", "hazmat=no"), ("SKU-00002", "hazmat=yes"), ("SKU-00003", "category=Shoes"), ("SKU-00004", "preorder=no"))
OWN_TABLES = (
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_%' escape '\\' order by name"
)
PIXEL = 4
"""Bytes."""
MOSTLY = 0.5
"""Of the screen: from then on the window counts as painted; an empty screen is black."""
GLANCE_SECONDS = 0.005
PATIENCE_SECONDS = 90

Run = Callable[..., str]
"""Runs the program's command line, and returns what it printed; a status of 2 ends the proof."""


class Table(NamedTuple):
    """A table of a store: how many rows, and a sum over all of them."""

    rows: int
    digest: str


def fill(run: Run, report: Path, name: str) -> None:
    """Save a report of 20,000 offers as the program names it, make edits, take one back and another one back and forth."""
    rows = (
        f"SKU-{n:05d}\t今治タオル {n}\t{1000 + n % 9000}\t{(1000 + n % 9000) // 50 + 1 - (n % 10 == 0) * 2}\t11\tDEFAULT\t"
        f"プライム配送パターン\tActive\t{n % 7}\n"
        for n in range(OFFERS)
    )
    report.write_text(HEAD + "".join(rows), encoding="utf-8")
    run("import", name)
    for sku, fact in EDITS:
        run("facts", "set", sku, fact)
    run("undo")
    run("redo")
    run("undo")


def contents(store: Path) -> dict[str, Table]:
    """What a store holds, table by table; it is read from a copy, so that nothing of it is touched."""
    with tempfile.TemporaryDirectory() as folder:
        for ending in ("", "-wal"):
            if (file := Path(str(store) + ending)).exists():
                shutil.copy(file, Path(folder) / f"copy.db{ending}")
        with contextlib.closing(sqlite3.connect(Path(folder) / "copy.db")) as db:
            if db.execute("pragma integrity_check").fetchall() != [("ok",)]:
                sys.exit(f"{store} is damaged")
            return {name: table(db, name) for (name,) in db.execute(OWN_TABLES)}


def table(db: sqlite3.Connection, name: str) -> Table:
    """The sum of a table."""
    rows, digest = 0, hashlib.sha256()
    for row in db.execute(f'select * from "{name}"'):  # noqa: S608 (names of the store's own tables)
        rows += 1
        digest.update(repr(row).encode())
    return Table(rows, digest.hexdigest())


def wait_until_judged(store: Path) -> None:
    """Wait until the open window has had the offers judged, by a child process of its own. Raises SystemExit."""
    until = time.monotonic() + PATIENCE_SECONDS
    while judged(store) != OFFERS:
        if time.monotonic() > until:
            sys.exit("the window did not judge the offers")
        time.sleep(0.5)
    say(f"the window has judged {OFFERS:,} offers by a child process")


def judged(store: Path) -> int:
    """How many offers a store has verdicts of; a copy that was taken in the middle of a write tells none."""
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(sqlite3.Error, OSError):
        for ending in ("", "-wal"):
            if (file := Path(str(store) + ending)).exists():
                shutil.copy(file, Path(folder) / f"copy.db{ending}")
        with contextlib.closing(sqlite3.connect(Path(folder) / "copy.db")) as db:
            return int(db.execute("select count(*) from judged").fetchone()[0])
    return 0


def must_be(there: dict[str, Table], before: dict[str, Table], when: str) -> None:
    """Say that a store holds the same as before. Raises SystemExit when it does not."""
    changed = [name for name in before if there.get(name) != before[name]]
    if changed or before["offer"].rows != OFFERS:
        sys.exit(f"{when}: {', '.join(changed) or 'offers'} changed")
    counted = sum(one.rows for one in before.values())
    say(f"{when}: the store holds the same, {before['offer'].rows:,} offers, {counted:,} rows in {len(before)} tables")


def undo_walk(run: Run, store: Path, before: dict[str, Table]) -> None:
    """The history goes on after an upgrade: what was taken back is done again, and taken back again. Raises SystemExit."""
    run("redo")
    again = contents(store)["sku_fact"]
    run("undo")
    if again.rows != len(EDITS) or contents(store)["sku_fact"].rows != before["sku_fact"].rows:
        sys.exit("undo and redo did not go on after the upgrade")
    say("undo and redo go on: the edit that was taken back is done again, and taken back")


class Screen:
    """A screen in memory, whose picture is a file."""

    def __init__(self, number: int, folder: Path) -> None:
        """Start an X server on a display. Raises SystemExit when it does not come."""
        self.name = f":{number}"
        folder /= f"screen-{number}"  # two proofs may run at once
        self.file = folder / "Xvfb_screen0"
        self.file.unlink(missing_ok=True)
        folder.mkdir(parents=True, exist_ok=True)
        command = ["Xvfb", self.name, "-screen", "0", "1440x900x24", "-fbdir", str(folder), "-nolisten", "tcp", "-br"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + PATIENCE_SECONDS
        while not (self.file.exists() and self.file.stat().st_size > PIXEL * 1440 * 900):
            if time.monotonic() > until or self.process.poll() is not None:
                sys.exit("Xvfb does not start; on Debian: apt-get install xvfb")
            time.sleep(GLANCE_SECONDS)

    def pixels(self) -> bytes:
        """The picture: four bytes a pixel, after an XWD header with its colours."""
        data = self.file.read_bytes()
        (header, *rest) = struct.unpack(">25I", data[:100])
        return data[header + 12 * rest[18] :]

    def painted(self) -> float:
        """The share of the screen that is not black."""
        pixels = self.pixels()
        lit = sum(pixels[place::PIXEL].count(0) for place in range(3)) / 3
        return 1 - lit / (len(pixels) / PIXEL)

    def wait(self, *, painted: bool) -> None:
        """Wait until a window covers most of the screen, or none does. Raises SystemExit."""
        until = time.monotonic() + PATIENCE_SECONDS
        while (self.painted() > MOSTLY) is not painted:
            if time.monotonic() > until:
                sys.exit("no window was painted" if painted else "the window did not go away")
            time.sleep(GLANCE_SECONDS)

    def save(self, file: Path) -> None:
        """The picture as a PNG."""
        from PySide6.QtGui import QImage  # noqa: PLC0415 (only a proof that keeps a picture needs Qt)

        file.parent.mkdir(parents=True, exist_ok=True)
        QImage(self.pixels(), 1440, 900, QImage.Format.Format_RGB32).save(str(file))

    def close(self) -> None:
        """End the X server."""
        self.process.terminate()
        self.process.wait()


@contextlib.contextmanager
def screen(number: int, folder: Path) -> Iterator[Screen]:
    """A screen while it is needed."""
    made = Screen(number, folder)
    try:
        yield made
    finally:
        made.close()


def first_paint(seen: Screen, start: Callable[[], subprocess.Popen[bytes]]) -> float:
    """Seconds from the start of a program to its first painted window; then the program is ended."""
    seen.wait(painted=False)
    begun = time.perf_counter()
    process = start()
    seen.wait(painted=True)
    took = time.perf_counter() - begun
    process.terminate()
    process.communicate()
    return took


def say(text: str) -> None:
    """A line of the proof."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
