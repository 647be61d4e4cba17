"""The system's dialogs for the name of a file. Qt's class for them takes 4 ms to load, so it comes with the first question.

A report is looked for in the folder of downloads; a file is written where the last one was.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from sellerdesk.ui.style import plain
from sellerdesk.ui.style.translate import translate

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
    """The name of a file to write, and the kind chosen; empty when nothing was chosen, or a file that is there is to stay.

    The dialog asks about the name as it was typed; with an ending put to it, it is that of another file, which is asked about here.
    """
    from PySide6.QtWidgets import QFileDialog

    typed, kind = QFileDialog.getSaveFileName(parent, title, str(folder_of_last() / suggested), kinds)
    name = with_ending(typed, kind or kinds, kinds)
    if not name or (name != typed and not may_be_written(parent, title, Path(name))):
        return "", kind
    if _kept:
        _kept[0].put_folder("saved_in", Path(name).parent)
    written.add(Path(name))
    return name, kind


def may_be_written(parent: "QWidget | None", title: str, file: Path) -> bool:
    """Whether there is no such file, or the owner says that it may be replaced."""
    if not file.exists():
        return True
    box = plain.question(title, translate("Files", "“{file}” is there already. Replace it?").format(file=file.name))
    yes = box.addButton(translate("Files", "Replace it"), box.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(translate("Files", "Leave it as it is"), box.ButtonRole.RejectRole))
    if parent is not None:
        box.setParent(parent, box.windowFlags())
    box.exec()
    return box.clickedButton() is yes


def with_ending(name: str, kind: str, kinds: str) -> str:
    """A name with the first ending of its kind, unless it has that of one of the kinds; as it is where the kind has none."""
    endings = endings_of(kind)
    if not name or not endings or Path(name).suffix.casefold() in endings_of(kinds):
        return name
    return name + endings[0]


def endings_of(kinds: str) -> list[str]:
    """The endings in the words of some kinds, as "Excel (*.xlsx);;CSV (*.csv)" has .xlsx and .csv."""
    return [part.partition(")")[0].strip() for part in kinds.split("*")[1:]]


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
