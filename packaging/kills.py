#!/usr/bin/env python3
"""Kill an import at random moments, again and again, and look each time whether the store holds exactly the old or the new one.

    python3 packaging/kills.py [--kills 200] [--rows 20000] [--seed 1]

Standard library only. It needs the project's own Python, which `packaging/dev.py run` sets up, and starts it itself. Each import is a
process of its own that is killed (SIGKILL; on Windows TerminateProcess) at a moment between its start and a little
after its end, most often while it writes.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAD = "seller-sku\titem-name\tprice\tPoints\titem-condition\tfulfillment-channel\tmerchant-shipping-group\tstatus\tquantity\n"
OLD_PRICE, NEW_PRICE = 1_000, 2_000
AFTER, WRITING = 1.1, 0.85
"""Kills fall between the start and 1.1 times the length of a whole import, most of them around the moment when it is written."""


def main() -> int:
    """Kill as often as asked; 0 when the store was whole each time."""
    asked = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    asked.add_argument("--kills", type=int, default=200)
    asked.add_argument("--rows", type=int, default=20_000)
    asked.add_argument("--seed", type=int, default=1)
    told = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        return kill_all(Path(folder), told.kills, told.rows, random.Random(told.seed))  # noqa: S311 (moments, not secrets)


def kill_all(folder: Path, kills: int, rows: int, dice: random.Random) -> int:
    """Kill one import after another over the same shop, which has an import and an answer of its owner's."""
    files = {price: report(folder / f"{price}.txt", rows, price) for price in (OLD_PRICE, NEW_PRICE)}
    finish(folder, "import", files[OLD_PRICE])
    finish(folder, "facts", "set", "S0", "hazmat=no")
    started = time.monotonic()
    finish(folder, "import", files[NEW_PRICE])
    length = time.monotonic() - started
    there, seen = NEW_PRICE, {"old": 0, "new": 0, "ended before": 0}
    for number in range(1, kills + 1):
        coming = OLD_PRICE if there == NEW_PRICE else NEW_PRICE
        ended = kill(folder, files[coming], dice.triangular(0, AFTER * length, WRITING * length))
        found, fault = look(folder / "shops/main.db", rows, (there, coming))
        if fault or (ended and found != coming):
            sys.stdout.write(f"kill {number}: {fault or 'an import that ended well is not there'}\n")
            return 1
        seen["ended before" if ended else "new" if found == coming else "old"] += 1
        there = found
    counts = ", ".join(f"{what} {count}" for what, count in seen.items())
    sys.stdout.write(f"{kills} kills of an import of {rows:,} rows ({length:.2f} s): the store was whole each time ({counts})\n")
    return 0


def report(file: Path, rows: int, price: int) -> Path:
    """A report whose rows all have one price."""
    lines = (f"S{number}\tt\t{price}\t20\t11\tDEFAULT\tP\tActive\t3\n" for number in range(rows))
    file.write_text(HEAD + "".join(lines), encoding="utf-8")
    return file


def start(folder: Path, *args: object) -> subprocess.Popen[bytes]:
    """The program on a data folder, as a process."""
    own = ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    python = str(own) if own.exists() else sys.executable
    command = [python, "-P", "-m", "sellerdesk", "--data", str(folder), *map(str, args)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=env)


def finish(folder: Path, *args: object) -> None:
    """Run a command to its end. Raises SystemExit when it fails."""
    process = start(folder, *args)
    _out, err = process.communicate()
    if process.returncode:
        sys.exit(err.decode(errors="replace"))


def kill(folder: Path, file: Path, after: float) -> bool:
    """Import a file and kill the import after some seconds; whether it had ended well by then."""
    process = start(folder, "import", file)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(after)
    process.kill()
    process.communicate()
    return process.returncode == 0


def look(store: Path, rows: int, prices: tuple[int, int]) -> tuple[int, str]:
    """The price that the store holds, and what is wrong with it ("" when nothing is)."""
    with contextlib.closing(sqlite3.connect(store)) as db:
        if db.execute("pragma integrity_check").fetchall() != [("ok",)]:
            return 0, "the store is damaged"
        if db.execute("pragma foreign_key_check").fetchall():
            return 0, "a row points to an import that is gone"
        offers = db.execute("select price, count(*) from offer group by price").fetchall()
        if len(offers) != 1 or offers[0][1] != rows or offers[0][0] not in prices:
            return 0, f"neither the old import nor the new one: {offers}"
        number, file, counted = db.execute("select number, file, rows from import order by number desc limit 1").fetchone()
        if (file, counted) != (f"{offers[0][0]}.txt", rows):
            return 0, f"the offers are not those of the last import: {number} {file} {counted}"
        return offers[0][0], undo_fault(db)


def undo_fault(db: sqlite3.Connection) -> str:
    """What is wrong with the undo log: the owner's one answer can be taken back, and nothing hangs half done."""
    if db.execute("select count(*) from acting").fetchone() != (0,):
        return "an action is still under way"
    if db.execute("select name, state from action").fetchall() != [("fact", "done")]:
        return "the undo log lost its action or has another"
    if db.execute("select count(*) from undo_step where action not in (select number from action)").fetchone() != (0,):
        return "a step of undo belongs to no action"
    told = db.execute("select sku, fact, value from sku_fact").fetchall()
    return "" if told == [("S0", "hazmat", "no")] else f"the owner's answer changed: {told}"


if __name__ == "__main__":
    sys.exit(main())
