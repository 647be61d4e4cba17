#!/usr/bin/env python3
"""Break the program in every way that we know, for a given time, and count what was lost, untrue, a traceback or slow.

    .venv/bin/python packaging/breaking.py [--minutes 20] [--seed 1] [--only kills --only disks …]

Prints a table and an example of every kind of fault; exit status 1 when there is any. Linux; strace adds kills and full disks at every
single write, and the campaign that looks for sockets and foreign files.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from breaking_expressions import slow_expressions
from breaking_files import mutated_files, shifted_buyers
from breaking_kills import full_disks, kills
from breaking_kit import KINDS, Campaign, Tally
from breaking_stores import damaged_stores, hostile_stores
from breaking_trace import every_command

CAMPAIGNS: dict[str, tuple[Campaign, int]] = {
    "kills": (kills, 8),
    "full disks": (full_disks, 4),
    "damaged stores": (damaged_stores, 2),
    "hostile stores": (hostile_stores, 2),
    "mutated files": (mutated_files, 2),
    "shifted buyers": (shifted_buyers, 1),
    "slow expressions": (slow_expressions, 1),
    "strace": (every_command, 2),
}
"""Every campaign with its share of the time."""
HEAD = ("campaign", "tries", *KINDS, "worst s", "worst MB")


def main() -> int:
    """Run the campaigns one after another; 0 when none found a fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", choices=list(CAMPAIGNS))
    asked = parser.parse_args()
    names = asked.only or list(CAMPAIGNS)
    shares = sum(CAMPAIGNS[name][1] for name in names)
    say(row(HEAD))
    tallies = [tried(name, 60 * asked.minutes / shares, asked.seed) for name in names]
    return int(any(tally.faults for tally in tallies))


def tried(name: str, seconds: float, seed: int) -> Tally:
    """Run one campaign for its share, each share so many seconds, and print its line and its examples."""
    campaign, share = CAMPAIGNS[name]
    with tempfile.TemporaryDirectory(prefix="breaking-") as folder:
        tally = campaign(Path(folder), Random(f"{name} {seed}"), time.monotonic() + share * seconds)  # noqa: S311 (no secrets)
    counts = [str(tally.faults[kind]) for kind in KINDS]
    say(row((name, tally.skipped or str(tally.tries), *counts, f"{tally.seconds:.2f}", f"{tally.mb:.0f}")))
    for example in tally.examples:
        say(f"    {example}")
    return tally


def row(cells: tuple[str, ...]) -> str:
    """A line of the table."""
    return f"{cells[0]:20}" + "".join(f"{cell:>12}" for cell in cells[1:])


def say(line: str) -> None:
    """A line on standard output, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
