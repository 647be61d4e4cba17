"""Several files that are opened at once: one after another, and what became of all of them in one message."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from sellerdesk.paths import MOVED_SHOP
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.shop.importing import Importing
from sellerdesk.ui.style.translate import translate


class SeveralFiles(QObject):
    """Has the next file looked at once the one before is in, was left or could not be read; a shop that cannot be read ends it."""

    def __init__(self, desk: Desk, importing: Importing) -> None:
        """No files yet."""
        super().__init__(importing)
        self.desk, self.importing = desk, importing
        self.under_way = False
        self.faults: dict[Path, str] = {}
        self.waiting: list[Path] = []
        self.seen: list[Path] = []
        self.imported: list[Path] = []
        self.compared: list[Path] = []
        self.remarks: list[str] = []
        importing.looked.connect(self.begin)
        importing.compared.connect(lambda _found: self.compared.append(importing.file))
        importing.left.connect(lambda: QTimer.singleShot(0, self, self.go_on))
        desk.report_taken.connect(lambda _kind, _rows: self.imported.append(importing.file))
        desk.said.connect(self.hear)
        desk.rows_came.connect(lambda: QTimer.singleShot(0, self, self.go_on))
        desk.unreadable.connect(lambda _error: QTimer.singleShot(0, self, self.give_up))

    def look_at_all(self, files: Sequence[Path]) -> None:
        """Look at some files, one after another; a whole shop comes last, for it is no report of the one at hand."""
        if not files:
            return  # nothing was chosen: what is under way goes on
        self.waiting = sorted(files, key=lambda file: file.suffix.lower() == MOVED_SHOP)
        self.seen, self.imported, self.compared, self.remarks, self.faults = [], [], [], [], {}
        self.under_way = len(files) > 1
        self.look_at_next()

    def look_at_next(self) -> None:
        """Look at the first of those that wait."""
        if self.waiting:
            self.importing.look(self.waiting[0])

    def begin(self, file: Path) -> None:
        """A file is looked at: the next one, or another that was opened meanwhile, which leaves the others where they are."""
        if [file] == self.waiting[:1]:
            del self.waiting[0]
            self.seen.append(file)
        else:
            self.waiting, self.under_way = [], False

    def hear(self, text: str, kind: str) -> None:
        """Keep what was said of each of several files: the next one's sentence takes its place."""
        if self.under_way and kind == "breach":
            self.faults[self.importing.file] = text
        elif self.under_way and kind == "check":
            self.remarks.append(text)

    def go_on(self) -> None:
        """Go on with the next of several files, or say what became of them."""
        if not self.under_way or self.importing.busy:
            return
        if self.waiting:
            self.look_at_next()
        else:
            self.say_all()

    def give_up(self) -> None:
        """The shop itself cannot be read: no file can go into it, and those that wait are named."""
        if self.under_way:
            self.say_all()

    def say_all(self) -> None:
        """Say what became of each of several files, and all that is to be looked at in those that are in."""
        sentences = (
            (translate("Import", "{count} files are in: {files}"), self.imported),
            (translate("Import", "Not taken: {files}"), self.declined()),
            (translate("Import", "Not opened yet: {files}"), self.waiting),
        )
        lines = []
        for words, files in sentences:
            lines += [words.format(count=f"{len(files):,}", files=", ".join(file.name for file in files))] if files else []
        lines += self.faults.values()
        kind = "breach" if self.faults else "check" if self.remarks or self.declined() else "ok"
        self.under_way, self.waiting = False, []
        if lines:
            self.desk.said.emit("\n".join(dict.fromkeys([*lines, *self.remarks])), kind)

    def declined(self) -> list[Path]:
        """The files that were looked at and of which their owner wanted nothing."""
        left = (*self.imported, *self.compared, *self.faults)
        return [file for file in self.seen if file not in left and file.suffix.lower() != MOVED_SHOP]
