"""The fact packs that a shop took in, as a setting; and a glance at them before a command begins."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from sellerdesk.domain.figure_pack import KeptPack
from sellerdesk.store.connection import Database, connect
from sellerdesk.store.facts import drop_setting, get_setting, put_setting

PACKS = "figure_packs"
STEPS = 1_000_000
"""Steps of SQLite's machine that the glance may take: it reads one row, and a strange store must not keep it busy."""


def packs(db: Database) -> list[KeptPack]:
    """The packs of an open store, the first taken in first."""
    return msgspec.convert(get_setting(db, PACKS) or [], list[KeptPack])


def put_packs(db: Database, kept: list[KeptPack], now: datetime) -> None:
    """Keep these packs."""
    if kept:
        put_setting(db, PACKS, [msgspec.to_builtins(pack) for pack in kept], now)
    else:
        drop_setting(db, PACKS)


def glance(path: Path) -> list[KeptPack]:
    """The packs of a store, read without opening it as a shop: 0.001 s. None where they cannot be read: the command says why."""
    if not path.is_file():
        return []
    try:
        with closing(connect(path, "mode=ro", wait=1)) as connection:
            connection.set_progress_handler(lambda: 1, STEPS)
            row: Any = connection.execute("select value from setting where name = ?", (PACKS,)).fetchone()
        return [] if row is None else msgspec.json.decode(row[0], type=list[KeptPack])
    except (sqlite3.Error, msgspec.MsgspecError, OSError, UnicodeError):
        return []
