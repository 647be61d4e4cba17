"""Which shops this process has changed: when what comes after a change fails, it must not be said that nothing was done."""

from pathlib import Path

CHANGED: set[Path] = set()
"""Stores into which a change was written whole, or in whose place another was put."""
