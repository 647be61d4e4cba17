#!/usr/bin/env python3
"""Check on real systems what broke there once: one command, a line for each finding, and a reason for each that this machine cannot check.

    .venv/bin/python packaging/check_real.py [--only WORD] [--quick]

`--only` takes the checks whose name holds a word, `--quick` leaves out those that take minutes. Ends with 1 when there is a fault. It
downloads nothing but what pip's configured index and the configured Debian mirror give. What it makes lies in build/real.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import check_real_debian
import check_real_files
import check_real_installs
import check_real_packages
from check_real_kit import Check, Skip, say

CHECKS: tuple[Check, ...] = (*check_real_files.CHECKS, *check_real_packages.CHECKS, *check_real_installs.CHECKS, *check_real_debian.CHECKS)
MOST = 8
"""Faults of a check that are shown."""


def main() -> int:
    """Run the checks asked for; 1 when one of them found a fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="")
    parser.add_argument("--quick", action="store_true")
    asked = parser.parse_args()
    chosen = [check for check in CHECKS if asked.only in check.name]
    outcomes = [outcome(check, quick=asked.quick) for check in chosen]
    say(f"{outcomes.count('ok')} ok, {outcomes.count('fault')} faults, {outcomes.count('skipped')} skipped")
    return 1 if "fault" in outcomes or not chosen else 0


def outcome(check: Check, *, quick: bool) -> str:
    """Run a check and say how it went: ok, fault or skipped."""
    begun = time.monotonic()
    if quick and check.is_slow:
        say(f"skipped  {check.name}: takes minutes")
        return "skipped"
    try:
        faults = check.look()
    except Skip as reason:
        say(f"skipped  {check.name}: {reason}")
        return "skipped"
    seconds = f"{time.monotonic() - begun:.0f} s"
    say(f"{'fault' if faults else 'ok':<8} {check.name} ({seconds})" + "".join(f"\n         {fault}" for fault in faults[:MOST]))
    return "fault" if faults else "ok"


if __name__ == "__main__":
    sys.exit(main())
