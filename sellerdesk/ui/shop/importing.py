"""A report is looked at before it is taken: what needs no eyes is read at once, everything else is shown first."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from sellerdesk.paths import MOVED_SHOP
from sellerdesk.ui.desk import commands
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.tasks import Child
from sellerdesk.ui.style.translate import translate


class Importing(QWidget):
    """Looks at one file at a time, by the program's own command; of several, at the next once the one before is in or was left.

    `looked` tells which; `compared` tells a list of Points Central held against the offers.
    """

    looked = Signal(object)
    compared = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Nothing is looked at yet."""
        super().__init__(parent)
        self.hide()
        self.desk, self.child, self.file, self.always_shown = desk, Child(self), Path(), False
        self.waiting: list[Path] = []
        self.taken: list[Path] = []
        self.remarks: list[str] = []
        self.dialog: QDialog | None = None
        self.several, self.fault = False, ""
        desk.report_taken.connect(lambda _kind: self.taken.append(self.file))
        desk.said.connect(self.hear)
        desk.rows_came.connect(lambda: QTimer.singleShot(0, self, self.go_on))
        self.child.done.connect(self.show_told)
        self.child.failed.connect(self.try_list)
        self.lister = Child(self)
        self.lister.done.connect(self.show_list)
        self.lister.failed.connect(self.read)

    # several files

    def look_at_all(self, files: Sequence[Path]) -> None:
        """Look at some files, one after another; a whole shop comes last, for it is no report of the one at hand."""
        if files:
            first, *others = sorted(files, key=lambda file: file.suffix.lower() == MOVED_SHOP)
            self.look(first)
            self.waiting, self.taken, self.remarks, self.several = others, [], [], bool(others)

    def hear(self, text: str, kind: str) -> None:
        """Keep what was said of each of several files: the next one's sentence takes its place."""
        if self.several and kind == "breach":
            self.fault = text
        elif self.several and kind == "check":
            self.remarks.append(text)

    def go_on(self) -> None:
        """Go on with the next of several files; one that could not be taken leaves the others where they are."""
        if not self.several or self.dialog is not None or any(child.running for child in (self.child, self.lister, self.desk.child)):
            return
        if self.fault:
            self.say_left()
        elif self.waiting:
            self.start(self.waiting.pop(0))
        else:
            self.say_all()

    def leave(self) -> None:
        """The dialog about a file was closed: it is being read, or its owner wants none of it."""
        self.dialog = None
        QTimer.singleShot(0, self, self.go_on)

    def say_left(self) -> None:
        """Say which files were not looked at, below what went wrong with the one before them."""
        files, self.waiting, self.several = [file.name for file in self.waiting], [], False
        if files:
            left = translate("Import", "Not opened yet: {files}").format(files=", ".join(files))
            self.desk.said.emit(f"{self.fault}\n{left}", "breach")

    def say_all(self) -> None:
        """Say which of several files are in, and all that is to be looked at in them."""
        self.several = False
        if self.taken:
            files = ", ".join(file.name for file in self.taken)
            words = translate("Import", "{count} files are in: {files}").format(count=f"{len(self.taken):,}", files=files)
            self.desk.said.emit("\n".join(dict.fromkeys([words, *self.remarks])), "check" if self.remarks else "ok")

    # one file

    def look(self, file: Path, *, always_shown: bool = False) -> None:
        """Look at a file; a whole shop that was moved out has a way of its own. One that nobody chose is always shown before it is read."""
        self.waiting, self.several = [], False
        self.start(file, always_shown=always_shown)

    def start(self, file: Path, *, always_shown: bool = False) -> None:
        """Have a file looked at."""
        self.file, self.always_shown, self.fault = file, always_shown, ""
        self.looked.emit(file)
        if file.suffix.lower() == MOVED_SHOP:
            self.read()
            return
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

    def try_list(self, _sentence: str = "") -> None:
        """What is no report may be the list of Points Central: it is compared with the shop at hand, and nothing of it is kept."""
        self.lister.start(self.desk.command(commands.compare_points_list(self.desk.as_of, self.file)))

    def show_list(self, found: dict[str, Any]) -> None:
        """Hand the comparison on."""
        self.desk.working.emit("", 0, 0)
        self.compared.emit(found)
        QTimer.singleShot(0, self, self.go_on)

    def stop(self) -> None:
        """Look at nothing more."""
        self.child.cancel()
        self.lister.cancel()

    def read(self, _sentence: str = "") -> None:
        """Read the file; a file that cannot be read says why in its own words."""
        self.desk.open(self.file)


def needs_eyes(found: dict[str, Any]) -> bool:
    """Whether an import changes or lacks something that its owner should see first."""
    if found.get("repeated"):
        return False
    compared = found.get("compared") or {}
    return any(found.get(name) for name in ("unknown", "damage", "refused")) or any(
        compared.get(name) for name in ("new", "gone", "changed", "older")
    )
