"""What the window remembers between two starts: language, theme, shop, size, tables; kept beside the data, in no registry."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from sellerdesk.paths import is_shop
from sellerdesk.ui.style.theme import LARGEST, SMALLEST

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
        """Open the file; it is made when something is first remembered."""
        self._file = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)

    def get(self, name: Name) -> str:
        """A remembered word, or its default when there is none or somebody wrote another into the file."""
        told = self._file.value(name, DEFAULTS[name])
        allowed = ALLOWED.get(name)
        usable = isinstance(told, str) and (told in allowed if allowed else is_shop(told))
        return str(told) if usable else DEFAULTS[name]

    def put(self, name: Name, value: str) -> None:
        """Remember a word."""
        self._file.setValue(name, value)

    def geometry(self) -> QByteArray:
        """Where the window stood; empty at the first start, or when the file holds something else."""
        told = self._file.value("geometry")
        return told if isinstance(told, QByteArray) else QByteArray()

    def put_geometry(self, geometry: QByteArray) -> None:
        """Remember where the window stands."""
        self._file.setValue("geometry", geometry)

    def saved_in(self) -> Path | None:
        """The folder where the last file was written; None before the first."""
        name = self._file.value("saved_in", "")
        return Path(name) if isinstance(name, str) and name else None

    def put_saved_in(self, folder: Path) -> None:
        """Remember where a file was written."""
        self._file.setValue("saved_in", str(folder))

    def layout(self, table: str) -> "Layout":
        """How the owner laid a table out."""
        from sellerdesk.ui.desk.table_layout import Layout

        return self._told(f"tables/{table}", Layout, Layout())

    def put_layout(self, table: str, layout: "Layout") -> None:
        """Remember how a table is laid out."""
        import msgspec

        self._file.setValue(f"tables/{table}", msgspec.json.encode(layout).decode())

    def views(self, table: str) -> "tuple[View, ...]":
        """The views of a table that the owner saved, in the order of their names."""
        from sellerdesk.ui.desk.table_layout import View

        return self._told(f"views/{table}", tuple[View, ...], ())

    def put_views(self, table: str, views: "tuple[View, ...]") -> None:
        """Remember the views of a table."""
        import msgspec

        self._file.setValue(f"views/{table}", msgspec.json.encode(sorted(views, key=lambda one: one.name)).decode())

    def _told(self, key: str, kind: type[T], default: T) -> T:
        """What is kept under a key; the default when somebody wrote something else into the file."""
        import msgspec

        told = self._file.value(key, "")
        try:
            return msgspec.json.decode(told, type=kind) if isinstance(told, str) and told else default
        except msgspec.DecodeError:
            return default
