"""What a statement may do to a store: read and write rows. Nothing reaches outside the file, whatever the file itself says."""

import sqlite3
from collections.abc import Mapping

PRAGMAS: Mapping[str, tuple[str | None, ...]] = {
    "foreign_key_check": (None,),
    "foreign_keys": (None, "on"),
    "integrity_check": (None, "1"),
    "journal_mode": (None, "wal", "delete"),
    "schema_version": (None,),
    "synchronous": ("full", "off"),
    "trusted_schema": ("off",),
    "wal_checkpoint": ("truncate",),
}
"""The pragmas of ours with the values they take; None reads. `writable_schema` and `journal_mode = off` are not among them."""
STAMPS = ("application_id", "user_version")
"""Two numbers in the file's head that the program keeps for itself (see stamps.py); they take any value."""
MIGRATING = {"recursive_triggers": ("on",), "foreign_key_list": None, "index_list": None, "table_info": None}
"""What sqlite-utils asks for besides while it brings a schema up to date."""
MASTER = ("sqlite_master", "sqlite_schema", "sqlite_temp_master", "sqlite_temp_schema")
WRITES = (sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE)
NEVER = {
    sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH, sqlite3.SQLITE_CREATE_VTABLE, sqlite3.SQLITE_DROP_VTABLE,
    sqlite3.SQLITE_CREATE_TEMP_INDEX, sqlite3.SQLITE_CREATE_TEMP_TABLE, sqlite3.SQLITE_CREATE_TEMP_TRIGGER,
    sqlite3.SQLITE_CREATE_TEMP_VIEW,
}  # fmt: skip
"""VACUUM is among them: it attaches a file of its own."""
SCHEMA = {
    sqlite3.SQLITE_ALTER_TABLE, sqlite3.SQLITE_ANALYZE, sqlite3.SQLITE_CREATE_INDEX, sqlite3.SQLITE_CREATE_TABLE,
    sqlite3.SQLITE_CREATE_TRIGGER, sqlite3.SQLITE_CREATE_VIEW, sqlite3.SQLITE_DROP_INDEX, sqlite3.SQLITE_DROP_TABLE,
    sqlite3.SQLITE_DROP_TEMP_INDEX,
    sqlite3.SQLITE_DROP_TEMP_TABLE, sqlite3.SQLITE_DROP_TEMP_TRIGGER, sqlite3.SQLITE_DROP_TEMP_VIEW, sqlite3.SQLITE_DROP_TRIGGER,
    sqlite3.SQLITE_DROP_VIEW, sqlite3.SQLITE_REINDEX,
}  # fmt: skip
FUNCTIONS = ("load_extension", "fts3_tokenizer", "readfile", "writefile", "edit")


def rows_only(action: int, first: str | None, second: str | None, _database: str | None, _inside: str | None) -> int:
    """Allow rows to be read and written, and the pragmas of ours."""
    if action in SCHEMA or (action in WRITES and (first or "").lower() in MASTER):
        return sqlite3.SQLITE_DENY
    return schema_too(action, first, second, None, None) if not is_migrating(action, first) else sqlite3.SQLITE_DENY


def schema_too(action: int, first: str | None, second: str | None, _database: str | None, _inside: str | None) -> int:
    """Allow the schema to be changed as well: while it is made or brought up to date, and while indexes are made anew."""
    refused = action in NEVER or (action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in FUNCTIONS)
    if action == sqlite3.SQLITE_PRAGMA:
        refused = not may_set((first or "").lower(), second)
    return sqlite3.SQLITE_DENY if refused else sqlite3.SQLITE_OK


def is_migrating(action: int, name: str | None) -> bool:
    """Whether a pragma is one that only a change of the schema needs."""
    return action == sqlite3.SQLITE_PRAGMA and (name or "").lower() in MIGRATING


def may_set(name: str, value: str | None) -> bool:
    """Whether a pragma may be asked for with a value."""
    if name in STAMPS:
        return True
    if name in MIGRATING:
        values = MIGRATING[name]
        return values is None or (value or "").lower() in values
    return (value.lower() if value is not None else None) in PRAGMAS.get(name, ())
