"""What the window remembers between two starts: language, theme, shop, its size; kept beside the data, in no registry."""

from pathlib import Path
from typing import Literal, cast

from PySide6.QtCore import QByteArray, QSettings

Name = Literal["language", "theme", "shop", "demo"]
DEFAULTS: dict[Name, str] = {"language": "ja", "theme": "system", "shop": "main", "demo": ""}


class Settings:
    """The settings file of a data folder."""

    def __init__(self, folder: Path) -> None:
        """Open the file; it is made when something is first remembered."""
        self._file = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)

    def get(self, name: Name) -> str:
        """A remembered word, or its default."""
        return str(self._file.value(name, DEFAULTS[name]))

    def put(self, name: Name, value: str) -> None:
        """Remember a word."""
        self._file.setValue(name, value)

    def geometry(self) -> QByteArray:
        """Where the window stood; empty at the first start."""
        return cast("QByteArray", self._file.value("geometry", QByteArray()))

    def put_geometry(self, geometry: QByteArray) -> None:
        """Remember where the window stands."""
        self._file.setValue("geometry", geometry)
