"""Which shops this process has changed: when what comes after a change fails, it must not be said that nothing was done."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CHANGED: set[Path] = set()
"""Stores into which a change was written whole, or in whose place another was put."""


@contextmanager
def by_the_way(store: Path) -> Iterator[None]:
    """What is written meanwhile is not what the command was asked for: of verdicts that are kept with an answer nobody is told."""
    before = store in CHANGED
    try:
        yield
    finally:
        if not before:
            CHANGED.discard(store)
