"""What was imported into this shop, the newest first; each can be taken away again, whole."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QTableWidget, QWidget

from sellerdesk.ui.desk import commands
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.list_dialog import ListDialog
from sellerdesk.ui.widgets.question import Question

if TYPE_CHECKING:
    from sellerdesk.domain.imported import Import


class ImportsDialog(ListDialog):
    """The list may stay open beside the work; `file` is the one that is chosen at first."""

    def __init__(self, desk: Desk, parent: QWidget, file: str = "") -> None:
        """List it."""
        super().__init__(desk, parent)
        self.remove = build.button(translate("Imports", "Take away…"))
        self.remove.clicked.connect(self.ask)
        titles = (
            translate("Imports", "No."),
            translate("Imports", "Imported"),
            translate("Imports", "Report"),
            translate("Imports", "File"),
            translate("Imports", "Rows"),
            translate("Imports", "Not read"),
        )
        note = translate(
            "Imports",
            "Where a report is taken away, the one before it comes back; of payments its rows go. Your files stay where they are.",
        )
        title = translate("Imports", "What was imported")
        self.lay_out(title, note, titles, (), (900, 420), figures=(0, 4, 5), wide=3, acts=(self.remove,))
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.itemSelectionChanged.connect(self.enable)
        self.imports: list[Import] = []
        self.fill()
        self.choose(file)
        desk.rows_came.connect(self.fill)

    def fill(self) -> None:
        """The imports as they are now."""
        from sellerdesk.workflows.shop.saved import all_imports

        self.imports = list(reversed(self.desk.attempt(lambda: all_imports(self.desk.store)) or []))
        self.table.fill(map(self.row, self.imports), (0, 4, 5))
        self.choose("")

    def row(self, imported: "Import") -> tuple[str, ...]:
        """An import in words."""
        from sellerdesk.workflows.files import kind_name

        when, name = imported.imported_at[:16].replace("T", " "), kind_name(imported.kind, self.desk.lang)
        return str(imported.number), when, name, imported.file, f"{imported.rows:,}", f"{imported.refused:,}" if imported.refused else ""

    def choose(self, file: str) -> None:
        """Choose the newest import of a file, or none."""
        self.table.clearSelection()
        line = next((line for line, imported in enumerate(self.imports) if imported.file == file), -1)
        if line >= 0:
            self.table.selectRow(line)
        self.enable()

    def chosen(self) -> "Import | None":
        """The import that is chosen, wherever its row was sorted to."""
        cell = self.table.item(self.table.currentRow(), 0) if self.table.selectedItems() else None
        return next((imported for imported in self.imports if cell and str(imported.number) == cell.text()), None)

    def enable(self) -> None:
        """Only what can be done."""
        self.remove.setEnabled(self.chosen() is not None and not self.desk.read_only)

    def ask(self) -> None:
        """Ask whether the chosen one is to go; nothing brings it back but its file."""
        imported = self.chosen()
        if imported is None:
            return
        text = translate("Imports", "Take “{file}” away?").format(file=imported.file)
        gone = translate("Imports", "Its {rows} rows go out of this shop. To have them back, open the file again.")
        stay = translate(
            "Imports", "Only its line goes out of this list: what the sheet told of items stays. Undo, or another sheet, changes that."
        )
        more = stay if imported.kind == "facts" else gone
        question = Question(self.desk, self, text, more.format(rows=f"{imported.rows:,}"), translate("Imports", "Take away"))
        question.yes.clicked.connect(partial(self.take_away, imported))
        question.show()

    def take_away(self, imported: "Import") -> None:
        """Have it taken away by the program's own command; all is judged again after it."""
        work = translate("Imports", "Taking {file} away").format(file=imported.file)
        self.desk.run(work, commands.remove_import(self.desk.as_of, imported.number), done=partial(say_removed, self.desk, imported))


def say_removed(desk: Desk, imported: "Import", answer: dict[str, Any]) -> None:
    """Say what is gone, what came back in its place, and which answers stay."""
    from sellerdesk.writers.words import say

    words = [translate("Imports", "“{file}” was taken away.").format(file=imported.file)]
    if answer.get("restored"):
        words.append(say(desk.lang, "say.restored", number=answer["restored"]))
    if imported.kind == "facts":
        words.append(say(desk.lang, "say.facts_stay"))
    desk.said.emit(" ".join(words), "ok")
