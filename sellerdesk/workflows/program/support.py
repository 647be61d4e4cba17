"""What a developer needs to know of a computer and a shop, and nothing of what the shop holds: versions, settings, counts."""

import configparser
import json
import platform
import shutil
import sqlite3
import sys
import traceback
from contextlib import closing
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from sellerdesk import __version__
from sellerdesk.assets import PACKAGE
from sellerdesk.domain.refusal import Fault
from sellerdesk.paths import can_be_opened
from sellerdesk.store import backups, copying, moving
from sellerdesk.store.faults import plain_faults
from sellerdesk.synchronised import service_of
from sellerdesk.workflows.shop.backups import is_whole_store

LIBRARIES = ("PySide6-Essentials", "sqlite-utils", "msgspec", "click", "xlsxwriter", "python-calamine", "platformdirs")
WINDOW_SETTINGS = {"language": ("ja", "en"), "theme": ("system", "light", "dark"), "demo": ("", "yes")}
"""What the window remembers and may be told; the shop's name is not among it."""
MEGABYTE = 1 << 20


def versions() -> dict[str, str]:
    """The program and what it stands on."""
    found = {"sellerdesk": __version__, "python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
    found["system"] = f"{platform.system()} {platform.release()} {platform.machine()}"
    found["build"] = "frozen" if getattr(sys, "frozen", False) else "installed"
    return found | {name: library_version(name) for name in LIBRARIES}


def library_version(name: str) -> str:
    """The version of a library; a frozen build may not know it."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "not known"


def bundle(store: Path) -> dict[str, Any]:
    """Everything that goes to support, ready for JSON: no name of a shop, file or folder, no cell of a report, no answer's words."""
    data = store.parent.parent
    there = shop_counts(store) if is_there(store) else {"store": {"there": False}}
    return {"versions": versions(), "window": window_settings(data), "disk": disk(data), **there, "backups": backup_counts(store)}


def is_there(store: Path) -> bool:
    """Whether there is a store, or may be one: its folder cannot be looked into."""
    try:
        return store.exists()
    except OSError:
        return True


def shop_counts(store: Path) -> dict[str, Any]:
    """The state of a store, and how many rows its tables have."""
    found: dict[str, Any] = {"there": True}
    try:
        with plain_faults(store):
            found |= {"bytes": store.stat().st_size, "whole": is_whole_store(store)}
        with plain_faults(store), closing(copying.reading(store)) as db:
            kinds = db.execute("select kind, encoding, substr(imported_at, 1, 10), rows, refused from import order by number").fetchall()
            settings = [(name, how_much(value)) for name, value in db.execute("select name, value from setting order by name")]
            return {
                "store": {**found, "steps": moving.steps(store), "rows": moving.rows(store)},
                "settings": dict(settings),
                "imports": [dict(zip(("kind", "encoding", "day", "rows", "refused"), kind, strict=True)) for kind in kinds],
            }
    except (Fault, sqlite3.Error) as error:
        return {"store": {**found, "fault": error.code if isinstance(error, Fault) else type(error).__name__}}


def how_much(value: str) -> str | int:
    """How much a setting holds, and not what."""
    held = json.loads(value)
    return len(held) if isinstance(held, list | dict) else "set"


def window_settings(data: Path) -> dict[str, str]:
    """The window's settings, those whose words are the program's own."""
    parser, file = configparser.ConfigParser(interpolation=None, strict=False), data / "settings.ini"
    if not can_be_opened(file):
        return {"file": "cannot be read"}
    try:
        parser.read(file, encoding="utf-8")
    except (configparser.Error, UnicodeError):
        return {"file": "cannot be read"}
    values = {name: parser.get("General", name, fallback="") for name in WINDOW_SETTINGS}
    return {name: value if value in WINDOW_SETTINGS[name] else "another" for name, value in values.items()}


def disk(data: Path) -> dict[str, Any]:
    """Whether there is room, and whether a service synchronises the folder."""
    try:
        room = shutil.disk_usage(data).free // MEGABYTE
    except OSError:
        return {"there": False}
    return {"there": True, "free_megabytes": room, "synchronised_by": service_of(data)}


def backup_counts(store: Path) -> list[dict[str, Any]]:
    """When and why each backup was made, and how large it is; of a folder that cannot be read the fault, without a path."""
    try:
        there = [(backup, backup.path.lstat().st_size) for backup in backups.every(store)]
    except (Fault, OSError) as error:
        return [{"fault": error.code if isinstance(error, Fault) else type(error).__name__}]
    return [{"at": one.at.isoformat(timespec="seconds"), "why": one.why, "bytes": size} for one, size in there]


def place(error: BaseException) -> str:
    """Where a bug showed, without a word of the shop's data: the kind of error, file and line."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__}, {where}"


def bug_report(error: BaseException) -> str:
    """A bug for its developers: what kind, where in our own code, and the versions; never its message, which may quote a cell."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(PACKAGE)]
    lines = [f"{Path(frame.filename).relative_to(PACKAGE).as_posix()}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([place(error), *lines, "", *(f"{name} {number}" for name, number in versions().items())])
