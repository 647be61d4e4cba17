"""The system's dialogs for the name of a file. Qt's class for them takes 4 ms to load, so it comes with the first question."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def to_write(parent: "QWidget | None", title: str, suggested: str, kinds: str) -> tuple[str, str]:
    """The name of a file to write, and the kind chosen; empty when nothing was chosen."""
    from PySide6.QtWidgets import QFileDialog

    return QFileDialog.getSaveFileName(parent, title, suggested, kinds)


def to_read(parent: "QWidget | None", title: str, kinds: str) -> tuple[str, str]:
    """The name of a file to read, and the kind chosen; empty when nothing was chosen."""
    from PySide6.QtWidgets import QFileDialog

    return QFileDialog.getOpenFileName(parent, title, "", kinds)


def several_to_read(parent: "QWidget | None", title: str, kinds: str) -> list[str]:
    """The names of files to read; empty when none was chosen."""
    from PySide6.QtWidgets import QFileDialog

    return QFileDialog.getOpenFileNames(parent, title, "", kinds)[0]


def folder(parent: "QWidget | None", title: str, begin: str) -> str:
    """A folder, looked for from `begin` on; empty when none was chosen."""
    from PySide6.QtWidgets import QFileDialog

    return QFileDialog.getExistingDirectory(parent, title, begin)
