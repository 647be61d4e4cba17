"""What a table shows, taken out of it: to the clipboard, or to a file that the program's own command writes beside the window."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTemporaryDir
from PySide6.QtWidgets import QMenu, QTableView, QWidget

from sellerdesk.ui.desk import clipboard, commands
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.shops import paper_name
from sellerdesk.ui.desk.tasks import Child, Turns
from sellerdesk.ui.lists.copying import TURN_MS, Rows, copy, figures, shown_columns, titles, words_of
from sellerdesk.ui.lists.rows_table import RowsTable
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build, file_dialogs
from sellerdesk.ui.widgets.text_table import TextTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QProgressDialog

PATIENCE_MS = 400
"""Work that takes longer shows its progress."""


class Exporting(QWidget):
    """One export or copy at a time; the rows are taken in turns of the event loop, a file is written by a child process."""

    def __init__(self, desk: Desk, parent: QWidget, name: Callable[[], str]) -> None:
        """Nothing is under way; `name` is what the table in sight is called."""
        super().__init__(parent)
        self.hide()
        self.desk, self.name = desk, name
        self.turns, self.child = Turns(self, TURN_MS), Child(self)
        self.scratch: QTemporaryDir | None = None
        self.waiting: QProgressDialog | None = None
        self.file = Path()
        self.child.progress.connect(self.show_progress)
        self.child.done.connect(self.written)
        self.child.failed.connect(self.failed)

    def copy(self, view: QTableView, lines: list[int] | None = None) -> None:
        """Copy rows, some or all."""
        copy(view, self.turns, lines, partial(clipboard.say_rows, self.desk))

    # files

    def ask(self, view: QTableView | None, wanted: str = "") -> None:
        """Ask for a file's name and form, or only its name where an ending is wanted, and write it; a page without a list says so."""
        if view is None or not view.model().rowCount():
            self.desk.said.emit(translate("Export", "There is no list here to export."), "check")
            return
        kinds = {
            translate("Export", "Excel workbook (*.xlsx)"): (".xlsx", "utf-8"),
            translate("Export", "CSV, UTF-8 (*.csv)"): (".csv", "utf-8"),
            translate("Export", "CSV, Shift_JIS for old programs (*.csv)"): (".csv", "cp932"),
            translate("Export", "PDF (*.pdf)"): (".pdf", "utf-8"),
        }
        kinds = {words: kind for words, kind in kinds.items() if wanted in ("", kind[0])}
        title, ending = translate("Export", "Export the list"), wanted if len(kinds) == 1 else ""
        suggested = f"{self.name()}_{self.desk.as_of:%Y%m%d}{ending}".replace("/", "-")
        name, kind = file_dialogs.to_write(self.parentWidget(), title, suggested, ";;".join(kinds))
        if name:
            of_kind, encoding = kinds.get(kind, ("", "utf-8"))
            self.write(view, Path(name), encoding if name.casefold().endswith(of_kind) else "utf-8")

    def write(self, view: QTableView, file: Path, encoding: str = "utf-8") -> None:
        """Write what a table shows to a file."""
        import msgspec

        from sellerdesk.writers.shown_table import ShownTable

        self.stop()
        columns = shown_columns(view)
        count = view.model().rowCount()
        note = translate("Export", "terms as of {day}, {count} rows").format(day=self.desk.as_of.isoformat(), count=f"{count:,}")
        self.file, self.scratch = file, QTemporaryDir()
        aside = Path(self.scratch.path()) / "table.jsonl"
        head = ShownTable(self.name(), note, titles(view, columns), figures(view, columns), [], paper_name(self.desk))
        aside.write_bytes(msgspec.json.encode(head, enc_hook=str) + b"\n")

        def take(some: Callable[[], Rows]) -> None:
            with aside.open("ab") as out:
                out.write(msgspec.json.encode(some(), enc_hook=str) + b"\n")

        def start() -> None:
            self.child.start(self.desk.command(commands.export_table(encoding, file, aside)))

        self.show_waiting()
        self.turns.start([partial(take, some) for some in words_of(view, columns, None)], start)

    def show_waiting(self) -> None:
        """Show that work is under way once it takes a moment, with a way to stop it."""
        text = translate("Export", "Writing {file}").format(file=self.file.name)
        from PySide6.QtWidgets import QProgressDialog

        dialog = QProgressDialog("", translate("Export", "Stop"), 0, 0, self.parentWidget())
        dialog.setLabel(build.label(text))
        dialog.setMinimumDuration(PATIENCE_MS)
        dialog.setWindowTitle(translate("Export", "Export the list"))
        dialog.setAutoReset(False)
        dialog.canceled.connect(self.give_up)
        self.waiting = dialog
        dialog.setValue(0)

    def show_progress(self, _stage: str, done: int, total: int) -> None:
        """Show how far it is."""
        if self.waiting is not None:
            self.waiting.setMaximum(total)
            self.waiting.setValue(done)

    def stop(self) -> None:
        """Stop what is under way; a file that stood there stays as it was."""
        self.turns.stop()
        self.child.cancel()
        if self.waiting is not None:
            self.waiting.canceled.disconnect()
            self.waiting.close()
            self.waiting.deleteLater()
        self.waiting = self.scratch = None

    def give_up(self) -> None:
        """Stop, because the user said so."""
        self.stop()
        self.desk.said.emit(translate("Export", "Stopped; nothing was written."), "check")

    def failed(self, sentence: str) -> None:
        """Say why there is no file."""
        self.stop()
        lost = translate("Export", "“{file}” could not be written. Please try again.").format(file=self.file.name)
        self.desk.said.emit(sentence.splitlines()[-1] if sentence and "Traceback" not in sentence else lost, "breach")

    def written(self, answer: dict[str, Any]) -> None:
        """Say that the file is there, and list the cells that it does not hold as they are."""
        self.stop()
        words = translate("Export", "“{file}” is written: {count} rows.").format(file=self.file.name, count=f"{answer.get('written', 0):,}")
        lost = answer.get("lost", [])
        if lost:
            from sellerdesk.ui.lists.lost_cells_dialog import LostCellsDialog

            words += " " + translate("Export", "{count} cells do not fit unchanged.").format(count=f"{len(lost):,}")
            LostCellsDialog(self.desk, self.window(), lost).show()
        self.desk.said.emit(words, "check" if lost else "ok")

    # the menu of a table

    def offer(self, view: QTableView) -> None:
        """Give a table its menu, once."""
        if view.contextMenuPolicy() == Qt.ContextMenuPolicy.CustomContextMenu:
            return
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(partial(self.pop, view))
        if isinstance(view, RowsTable | TextTable):
            view.copied.connect(partial(clipboard.say_rows, self.desk))

    def pop(self, view: QTableView, where: QPoint) -> None:
        """Show the menu of a table."""
        menu = self.menu(view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(build.viewport(view).mapToGlobal(where))

    def menu(self, view: QTableView) -> QMenu:
        """What can be done with the rows of a table."""
        menu = QMenu(view)
        lines = sorted({index.row() for index in view.selectionModel().selectedRows()})
        some = menu.addAction(translate("Export", "Copy selected rows"), lambda: self.copy(view, lines))
        some.setEnabled(bool(lines))
        menu.addAction(translate("Export", "Copy all rows shown"), lambda: self.copy(view))
        menu.addSeparator()
        menu.addAction(translate("Export", "Export the list…"), lambda: self.ask(view))
        return menu
