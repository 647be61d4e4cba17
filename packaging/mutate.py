#!/usr/bin/env python3
"""Read thousands of damaged files of every kind: each is read, or refused in a sentence, within a second and in bounded memory.

    .venv/bin/python packaging/mutate.py [--count 10000] [--seed 1] [--keep FOLDER]

Prints what came of them, the slowest and the memory at the end. Exit status 1 when one raised or took longer; `--keep` writes
those to a folder.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from tests.mutants import mutants, read_any

MOST_SECONDS = 1.0


def main() -> int:
    """Make, read, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    came, slowest, bad = Counter[str](), (0.0, ""), 0
    for number, (name, data) in enumerate(mutants(asked.count, asked.seed)):
        begun, wrong = time.perf_counter(), ""
        try:
            came[read_any(name, data)] += 1
        except Exception:  # noqa: BLE001 (whatever it is, it is what this script looks for)
            wrong = traceback.format_exc()
        took = time.perf_counter() - begun
        slowest = max(slowest, (took, f"{number} {name}"))
        if wrong or took > MOST_SECONDS:
            bad += 1
            sys.stdout.write(f"{number} {name} {took:.2f} s {wrong}\n")
            if asked.keep:
                asked.keep.mkdir(parents=True, exist_ok=True)
                (asked.keep / f"{number}_{name}").write_bytes(data)
    for code, count in came.most_common():
        sys.stdout.write(f"{count:7} {code}\n")
    sys.stdout.write(f"slowest {slowest[0]:.2f} s ({slowest[1]}); most memory {memory()} MB; wrong {bad}\n")
    return 1 if bad else 0


def memory() -> int:
    """The most memory of this process in MB; 0 where the system does not tell."""
    try:
        import resource  # noqa: PLC0415 (not on Windows)
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    sys.exit(main())
