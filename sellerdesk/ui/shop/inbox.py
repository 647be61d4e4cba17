"""A watched folder: a report that lands there is offered with its preview, and never read into the shop by itself. Off by default."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.tasks import Child, Waiter, single_shot
from sellerdesk.ui.shop.importing import Importing
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import file_dialogs
from sellerdesk.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from PySide6.QtCore import QFileSystemWatcher

    from sellerdesk.ui.shop.arrivals import Arrivals

PAUSE_MS = 1_500
"""Between two looks at a file: one that grows in between waits."""


class Inbox(QWidget):
    """Watches one folder; `line` is what stands in the window while a report is offered."""

    def __init__(self, desk: Desk, importing: Importing) -> None:
        """Nothing is watched before `begin`."""
        super().__init__(importing)
        self.desk, self.importing, self.line = desk, importing, Banner(desk)
        self.arrivals: Arrivals | None = None
        self.watcher: QFileSystemWatcher | None = None
        self.to_read: list[Path] = []
        self.offered: list[tuple[Path, str]] = []
        self.reader, self.waiter, self.pause = Child(self), Waiter(self), single_shot(self, PAUSE_MS, self.look)
        self.waiter.piece.connect(self.read_whole)
        self.waiter.ended.connect(self.rest)
        self.reader.done.connect(self.show_kind)
        self.reader.failed.connect(lambda _sentence: self.read_next())  # no report: a folder of downloads holds all sorts of files
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.applicationStateChanged.connect(self.look)  # a file that is written over tells no folder
        importing.looked.connect(self.leave_out)
        desk.rows_came.connect(self.offer)
        desk.follow(self.offer)

    # which folder

    def begin(self) -> None:
        """Go on with the folder that was watched last; what came since then is offered."""
        folder = self.desk.settings.folder("watched")
        if folder is not None and self.watcher is None and self.window().isVisible():  # it may be closed again already
            self.watch(folder, self.desk.settings.watched_until())

    def choose(self, folder: Path | None) -> None:
        """Watch a folder from now on, or none."""
        self.stop()
        self.desk.settings.put_folder("watched", folder)
        if folder is not None:
            self.watch(folder, time.time())

    def watch(self, folder: Path, since: float) -> None:
        """Watch a folder; what came into it after `since` (seconds since 1970, UTC) is offered."""
        from PySide6.QtCore import QFileSystemWatcher

        from sellerdesk.ui.shop.arrivals import Arrivals

        self.arrivals = Arrivals(folder, since)
        self.watcher = QFileSystemWatcher([str(folder)], self)
        self.watcher.directoryChanged.connect(lambda _folder: self.pause.start())
        self.look()

    def stop(self) -> None:
        """Watch nothing more, and offer nothing."""
        if self.watcher is not None:
            self.desk.settings.put_watched_until(time.time())
            self.watcher.deleteLater()
        self.pause.stop()
        self.reader.cancel()
        self.waiter.stop()
        self.watcher, self.arrivals = None, None
        self.to_read, self.offered = [], []
        self.line.away()

    def say_gone(self, folder: Path) -> None:
        """Say that the folder is no longer there."""
        words = translate("Inbox", "The watched folder cannot be read any more: {folder}. Nothing is watched now.")
        self.desk.said.emit(words.format(folder=folder), "check")

    # what came

    def look(self, *_state: object) -> None:
        """Look into the folder, in the thread that waits: it may lie on another computer."""
        arrivals = self.arrivals
        if arrivals is not None:
            self.waiter.ask(lambda: iter([arrivals.look()]))

    def rest(self, error: object) -> None:
        """Look again while a file may still grow; an error ends the watch."""
        if self.arrivals is None:
            return
        if error is not None:
            folder = self.arrivals.folder
            self.stop()
            self.say_gone(folder)
        elif any(size for size, _moment in self.arrivals.waiting.values()):
            self.pause.start()

    def read_whole(self, files: list[Path]) -> None:
        """Read whole files one after another; what this program wrote itself is known."""
        idle = not self.to_read
        self.to_read += [file for file in files if file not in file_dialogs.written]
        if idle and self.to_read:
            self.read_next(started=True)

    def read_next(self, *, started: bool = False) -> None:
        """Read the next file, to tell its kind."""
        if not started:
            del self.to_read[:1]
        if self.to_read:
            self.reader.start(self.importing.command(self.to_read[0]))

    def show_kind(self, found: dict[str, Any]) -> None:
        """Offer a file that is a report, and none that is in the shop already."""
        if found.get("name") and not found.get("unknown") and not found.get("repeated"):
            self.offered = [*(pair for pair in self.offered if pair[0] != self.to_read[0]), (self.to_read[0], found["name"])]
            self.offer()
        self.read_next()

    # what is offered

    def offer(self) -> None:
        """Show the report that came first; a shop that another window holds takes none."""
        if not self.offered or self.desk.read_only:
            self.line.away()
            return
        file, kind = self.offered[0]
        words = translate("Inbox", "A report has come: {kind} ({file}).").format(kind=kind, file=file.name)
        if len(self.offered) > 1:
            words += " " + translate("Inbox", "{count} more after it.").format(count=len(self.offered) - 1)
        self.line.offer(words, (translate("Inbox", "See what is in it…"), self.preview), (translate("Inbox", "Not this one"), self.decline))

    def preview(self) -> None:
        """Show what the report would change; it is taken only by the button there."""
        self.importing.look(self.offered[0][0], always_shown=True)

    def decline(self) -> None:
        """Leave the report where it is."""
        self.leave_out(self.offered[0][0])

    def leave_out(self, file: Path) -> None:
        """A report was looked at or declined: it is no longer offered."""
        self.offered = [pair for pair in self.offered if pair[0] != file]
        self.offer()
