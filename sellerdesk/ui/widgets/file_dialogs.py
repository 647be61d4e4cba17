"""The system's dialogs for the name of a file. Qt's class for them takes 4 ms to load, so it comes with the first question.

A report is looked for in the folder of downloads; a file is written where the last one was.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from sellerdesk.ui.style import plain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sellerdesk.ui.desk.settings import Settings

_kept: "list[Settings]" = []
"""Where the folder of the last file written is kept: the settings of the window that is open."""
written: set[Path] = set()
"""Files that were written since the start."""

LACKING = {
    "QFileDialog": (QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"), QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:")),
    "QAbstractFileIconProvider": (
        QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
        QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
        QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File"),
        QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "%1 File"),
        QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown"),
    ),
}
"""What Qt's own Japanese lacks of its dialog for files, which Linux shows where the desktop has none: our ja.ts has it."""


def keep_in(settings: "Settings") -> None:
    """Keep the folder of the last file written in these settings from now on."""
    _kept[:] = [settings]


def dated(name: str, day: date, ending: str) -> str:
    """A file's suggested name: what it holds, and its day."""
    return f"{plain.file_name(name)}_{day:%Y-%m-%d}{ending}"


def to_write(parent: "QWidget | None", title: str, suggested: str, kinds: str) -> tuple[str, str]:
    """The name of a file to write, and the kind chosen; empty when nothing was chosen."""
    from PySide6.QtWidgets import QFileDialog

    name, kind = QFileDialog.getSaveFileName(parent, title, str(folder_of_last() / suggested), kinds)
    name = with_ending(name, kind or kinds)
    if name and _kept:
        _kept[0].put_folder("saved_in", Path(name).parent)
    if name:
        written.add(Path(name))
    return name, kind


def with_ending(name: str, kind: str) -> str:
    """A name with the ending of its kind where it was typed without one; a file that is there already is not named so unseen."""
    endings = [part.rstrip(")") for part in kind.split("*")[1:]]
    if not name or Path(name).suffix or len(endings) != 1 or Path(name + endings[0]).exists():
        return name
    return name + endings[0]


def folder_of_last() -> Path:
    """The folder where the last file was written; that of documents before the first, or when it is no longer there."""
    last = _kept[0].folder("saved_in") if _kept else None
    return last if last is not None and last.is_dir() else standard_folder("DocumentsLocation")


def standard_folder(name: str) -> Path:
    """A folder that the system keeps for one purpose; the home where it has none."""
    from PySide6.QtCore import QStandardPaths

    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation[name])
    return Path(found) if found and Path(found).is_dir() else Path.home()


def to_read(parent: "QWidget | None", title: str, kinds: str) -> tuple[str, str]:
    """The name of a file to read, and the kind chosen; empty when nothing was chosen."""
    from PySide6.QtWidgets import QFileDialog

    return QFileDialog.getOpenFileName(parent, title, str(standard_folder("DownloadLocation")), kinds)


def several_to_read(parent: "QWidget | None", title: str, kinds: str) -> list[str]:
    """The names of files to read; empty when none was chosen."""
    from PySide6.QtWidgets import QFileDialog

    return QFileDialog.getOpenFileNames(parent, title, str(standard_folder("DownloadLocation")), kinds)[0]


def folder(parent: "QWidget | None", title: str, begin: str) -> str:
    """A folder, looked for from `begin` on; empty when none was chosen."""
    from PySide6.QtWidgets import QFileDialog

    return QFileDialog.getExistingDirectory(parent, title, begin)
