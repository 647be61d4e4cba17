"""What the window remembers between two starts: language, theme, shop, size, tables; kept beside the data, in no registry."""

import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from sellerdesk.paths import can_be_opened, is_shop
from sellerdesk.ui.style.theme import LARGEST, SMALLEST
from sellerdesk.workflows.program import own_log

Folder = Literal["saved_in", "watched"]
"""Where the last file was written; which folder is watched for reports."""
Name = Literal["language", "theme", "shop", "demo", "zoom", "toured"]
DEFAULTS: dict[Name, str] = {"language": "ja", "theme": "system", "shop": "main", "demo": "", "zoom": "0", "toured": ""}
ALLOWED: dict[Name, tuple[str, ...]] = {
    "language": ("ja", "en"),
    "theme": ("system", "light", "dark"),
    "demo": ("", "yes"),
    "toured": ("", "yes"),
    "zoom": tuple(map(str, range(SMALLEST, LARGEST + 1))),
}

if TYPE_CHECKING:
    from sellerdesk.ui.desk.table_layout import Layout, View  # its library takes 0.02 s to load, and is needed by tables only

T = TypeVar("T")


class Settings:
    """The settings file of a data folder."""

    def __init__(self, folder: Path) -> None:
        """Open the file; it is made when something is first remembered. Beside what is no file in its place lies another."""
        file = folder / "settings.ini"
        self._file = QSettings(str(file if can_be_opened(file) else file.with_name("settings-2.ini")), QSettings.Format.IniFormat)

    def _keep(self, key: str, value: object) -> None:
        """Remember something, in a file that is its owner's alone: it names folders and what was searched for."""
        with suppress(OSError):  # a folder that cannot be written: what is to be remembered lasts until the end
            own_log.make_private(Path(self._file.fileName()))
        self._file.setValue(key, value)

    def get(self, name: Name) -> str:
        """A remembered word, or its default when there is none or somebody wrote another into the file."""
        value = self._file.value(name, DEFAULTS[name])
        allowed = ALLOWED.get(name)
        usable = isinstance(value, str) and (value in allowed if allowed else is_shop(value))
        return str(value) if usable else DEFAULTS[name]

    def put(self, name: Name, value: str) -> None:
        """Remember a word."""
        self._keep(name, value)

    def geometry(self) -> QByteArray:
        """Where the window stood; empty at the first start, or when the file holds something else."""
        geometry = self._file.value("geometry")
        return geometry if isinstance(geometry, QByteArray) else QByteArray()

    def put_geometry(self, geometry: QByteArray) -> None:
        """Remember where the window stands."""
        self._keep("geometry", geometry)

    def folder(self, name: Folder) -> Path | None:
        """A remembered folder; None where there is none."""
        kept = self._file.value(name, "")
        return Path(kept) if isinstance(kept, str) and kept else None

    def put_folder(self, name: Folder, folder: Path | None) -> None:
        """Remember a folder, or that there is none."""
        self._keep(name, str(folder) if folder is not None else "")

    def watched_until(self) -> float:
        """When the watched folder was last looked into, in seconds since 1970 (UTC); this moment when that is not known."""
        kept = self._file.value("watched_until", "")
        try:
            return float(str(kept))
        except ValueError:
            return time.time()

    def put_watched_until(self, moment: float) -> None:
        """Remember when the watched folder was last looked into."""
        self._keep("watched_until", str(moment))

    def layout(self, table: str) -> "Layout":
        """How the owner laid a table out."""
        from sellerdesk.ui.desk.table_layout import Layout

        return self._told(f"tables/{table}", Layout, Layout())

    def put_layout(self, table: str, layout: "Layout") -> None:
        """Remember how a table is laid out."""
        import msgspec

        self._keep(f"tables/{table}", msgspec.json.encode(layout).decode())

    def views(self, table: str) -> "tuple[View, ...]":
        """The views of a table that the owner saved, in the order of their names."""
        from sellerdesk.ui.desk.table_layout import View

        return self._told(f"views/{table}", tuple[View, ...], ())

    def put_views(self, table: str, views: "tuple[View, ...]") -> None:
        """Remember the views of a table."""
        import msgspec

        self._keep(f"views/{table}", msgspec.json.encode(sorted(views, key=lambda one: one.name)).decode())

    def _told(self, key: str, kind: type[T], default: T) -> T:
        """What is kept under a key; the default when somebody wrote something else into the file."""
        import msgspec

        text = self._file.value(key, "")
        try:
            return msgspec.json.decode(text, type=kind) if isinstance(text, str) and text else default
        except msgspec.DecodeError:
            return default
