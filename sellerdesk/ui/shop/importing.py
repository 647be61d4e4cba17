"""A report is looked at before it is taken: what needs no eyes is read at once, everything else is shown first."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from sellerdesk.paths import MOVED_SHOP
from sellerdesk.ui.desk import commands
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.tasks import Child
from sellerdesk.ui.style.translate import translate


class Importing(QWidget):
    """Looks at one file at a time, by the program's own command.

    `looked` tells which; `compared` tells a list of Points Central held against the offers; `left` that a file was looked at, whether
    it is being read now or not.
    """

    looked = Signal(object)
    compared = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Nothing is looked at yet."""
        super().__init__(parent)
        self.hide()
        self.desk, self.child, self.file, self.always_shown = desk, Child(self), Path(), False
        self.dialog: QDialog | None = None
        self.child.done.connect(self.show_told)
        self.child.failed.connect(self.try_list)
        self.lister = Child(self)
        self.lister.done.connect(self.show_list)
        self.lister.failed.connect(self.read)

    def look(self, file: Path, *, always_shown: bool = False) -> None:
        """Look at a file; a whole shop that was moved out has a way of its own. One that nobody chose is always shown before it is read."""
        self.file, self.always_shown = file, always_shown
        self.looked.emit(file)
        if file.suffix.lower() == MOVED_SHOP:
            self.read()
            return
        self.desk.said.emit("", "")  # what was said of a file before would stand behind the dialog about this one
        self.desk.working.emit(translate("Desk", "Reading {file}").format(file=file.name), 0, 0)
        self.child.start(self.command(file))

    def command(self, file: Path, more: tuple[object, ...] = ()) -> list[str]:
        """The command that looks at a file, for one's own shop."""
        shop = ["--data", self.desk.folder, "--shop", self.desk.settings.get("shop"), "--lang", self.desk.lang]
        return [str(part) for part in (*shop, *commands.look_at(file, more))]

    def show_told(self, found: dict[str, Any]) -> None:
        """Read the file at once, or show what is in it first."""
        self.desk.working.emit("", 0, 0)
        if not (self.always_shown or needs_eyes(found)):
            self.read()
            return
        from sellerdesk.ui.shop.import_dialog import ImportDialog

        self.dialog = ImportDialog(self.desk, self.window(), self.command, self.file, found)
        self.dialog.finished.connect(self.leave)
        self.dialog.show()

    def leave(self) -> None:
        """The dialog about a file was closed: it is being read, or its owner wants none of it."""
        self.dialog = None
        self.left.emit()

    @property
    def busy(self) -> bool:
        """Whether a file is looked at or read."""
        return self.dialog is not None or any(child.running for child in (self.child, self.lister, self.desk.child))

    def try_list(self, _sentence: str = "") -> None:
        """What is no report may be the list of Points Central: it is compared with the shop at hand, and nothing of it is kept."""
        self.lister.start(self.desk.command(commands.compare_points_list(self.desk.as_of, self.file)))

    def show_list(self, found: dict[str, Any]) -> None:
        """Hand the comparison on."""
        self.desk.working.emit("", 0, 0)
        self.compared.emit(found)
        self.left.emit()

    def stop(self) -> None:
        """Look at nothing more."""
        self.child.cancel()
        self.lister.cancel()

    def read(self, _sentence: str = "") -> None:
        """Read the file; a file that cannot be read says why in its own words."""
        self.desk.open(self.file)


ADDED_UP = ("payments", "settlement")
"""Reports whose rows are new with each month: they stand beside those that are there, and put none of them away."""


def needs_eyes(found: dict[str, Any]) -> bool:
    """Whether an import changes or lacks something that its owner should see first."""
    if found.get("repeated"):
        return False
    compared = found.get("compared") or {}
    changes = ("new", "gone", "changed", "older") if found.get("kind") not in ADDED_UP else ("gone", "changed", "older")
    return any(found.get(name) for name in ("unknown", "damage", "refused")) or any(compared.get(name) for name in changes)
