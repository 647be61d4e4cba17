"""The preview of an upload file that mends points: what is in it with before and after, what is not and why, and the report's age."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QFileDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from sellerdesk.ui import theme
from sellerdesk.ui.desk import Desk
from sellerdesk.ui.tasks import Child
from sellerdesk.ui.translate import translate
from sellerdesk.ui.widgets import parts
from sellerdesk.ui.widgets.sheet import sheet

MOST = 2_000
"""Rows shown; the file holds all."""
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FixPreview(QDialog):
    """The preview comes from the program's own command, and so does the file: the same rows, whatever the window shows."""

    def __init__(self, desk: Desk, parent: QWidget, form: str) -> None:
        """Ask for the rows of a form: "price-file" or "points-central"."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        desk.close_with(self)
        self.desk, self.form = desk, form
        self.told: dict[str, Any] = {}
        self.title, self.text = parts.label("", "title", bold=True, wrap=True), parts.label("", token="muted", wrap=True)  # noqa: S106 (a colour)
        self.table = sheet(0, 5 if form == "points-central" else 4)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.cost, self.apart = parts.label("", bold=True, wrap=True), parts.label("", wrap=True)
        self.old = QCheckBox()
        self.old.toggled.connect(self.allow)
        self.save, self.copy, self.away = parts.button(), parts.button("", "document"), parts.button()
        self.save.clicked.connect(self.choose)
        self.copy.clicked.connect(self.copy_rows)
        self.away.clicked.connect(self.close)
        foot = parts.row(self.copy, None, self.away, self.save)
        self.setLayout(
            parts.column(
                self.title, self.text, self.table, self.cost, self.apart, self.old, 4, foot, margins=(20, 16, 20, 16), grow=self.table
            )
        )
        self.resize(760, 620)
        self.child = Child(self)
        self.child.failed.connect(self.fail)
        self.ask()
        self.dress()

    def ask(self) -> None:
        """Have the rows computed beside the window."""
        self.child.done.connect(self.show_rows)
        self.child.start(self.desk.command(["fix", "--form", self.form, "--json", "--as-of", self.desk.as_of]))

    def fail(self, sentence: str) -> None:
        """Say what went wrong."""
        self.title.setText(sentence.splitlines()[-1] if sentence else translate("Fix", "The file could not be made."))

    def show_rows(self, told: dict[str, Any]) -> None:
        """Show what is in the file."""
        self.told = told
        rows = told.get("rows", [])
        self.table.setRowCount(min(MOST, len(rows)))
        for line, row in enumerate(rows[:MOST]):
            cells = [row["sku"], f"{row['price']:,}", f"{row['before']:,}", f"{row['after']:,}"]
            cells += [f"{row['percent']}%"] if self.form == "points-central" else []
            for place, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if place:
                    item.setTextAlignment(RIGHT)
                self.table.setItem(line, place, item)
        self.dress()

    def dress(self) -> None:
        """All words."""
        central = self.form == "points-central"
        rows, cost = self.told.get("rows", []), self.told.get("cost", {})
        self.setWindowTitle(translate("Fix", "Make the fix file"))
        name = translate("Fix", "List for Points Central") if central else translate("Fix", "Price-and-quantity file")
        self.title.setText(f"{name}: " + translate("Fix", "{count} offers").format(count=f"{len(rows):,}") if self.told else name)
        self.text.setText(
            translate(
                "Fix", "SKU and the least whole percent that gives 2%. Amazon's own header is not known: paste the rows under its header."
            )
            if central
            else translate("Fix", "Only price, points and channel are filled in. Stock, sales and limits stay as they are.")
        )
        titles = [
            translate("Fix", "Seller SKU"),
            translate("Fix", "Price"),
            translate("Fix", "Points now"),
            translate("Fix", "Points then"),
        ]
        self.table.setHorizontalHeaderLabels([*titles, *([translate("Fix", "Percent")] if central else [])])
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setAccessibleName(self.windowTitle())
        self.cost.setVisible(bool(self.told))
        if self.told:
            words = translate("Fix", "Points for one sale of each: ¥{before} → ¥{after} ({more})")
            self.cost.setText(words.format(before=f"{cost['before']:,}", after=f"{cost['after']:,}", more=f"{cost['more']:+,}"))
        self.apart.setText("\n".join(self.left_out()))
        self.apart.setVisible(bool(self.apart.text()))
        self.old.setVisible(bool(self.told.get("stale")))
        self.old.setText(
            translate("Fix", "The report is {hours} hours old: prices changed since would be set back. Make it all the same.").format(
                hours=f"{self.told.get('age_hours', 0):,}"
            )
        )
        self.save.setText(translate("Fix", "Save file…"))
        self.save.setStyleSheet(theme.primary_style())
        self.copy.setText(translate("Fix", "Copy rows"))
        self.away.setText(translate("Fix", "Close"))
        self.allow()

    def left_out(self) -> list[str]:
        """What is not in the file, and what to do with it."""
        told = [
            translate("Fix", "Not in the file: {sku} at ¥{price} can carry no points between 2% and 50%. Change its price.").format(
                sku=one["sku"], price=f"{one['price']:,}"
            )
            for one in self.told.get("impossible", [])
        ]
        by_hand = translate("Fix", "Cannot stand in the file: set the points of {sku} to {after} by hand.")
        return [*told, *(by_hand.format(sku=one["sku"], after=f"{one['after']:,}") for one in self.told.get("by_hand", []))]

    def allow(self) -> None:
        """A file can be saved when there is something in it, and an old report was said yes to."""
        fresh = not self.told.get("stale") or self.old.isChecked()
        self.save.setEnabled(bool(self.told.get("rows")) and fresh)
        self.copy.setEnabled(bool(self.told.get("rows")))

    def copy_rows(self) -> None:
        """Put SKU and percent, or SKU, price and points, on the clipboard."""
        last = "percent" if self.form == "points-central" else "after"
        QApplication.clipboard().setText("\n".join(f"{row['sku']}\t{row[last]}" for row in self.told.get("rows", [])))

    def choose(self) -> None:
        """Ask for the file's name and have it written."""
        suggested = f"{self.form.replace('-', '_')}_{self.desk.as_of:%Y%m%d}.txt"
        name, _kind = QFileDialog.getSaveFileName(self, translate("Fix", "Save the fix file"), suggested, "*.txt")
        if name:
            self.write(Path(name))

    def write(self, file: Path) -> None:
        """Write the file beside the window."""
        self.child.done.disconnect()
        self.child.done.connect(lambda _told: self.written(file))
        args = ["fix", "--form", self.form, "--json", "--yes", "--as-of", self.desk.as_of, "--out", file]
        self.child.start(self.desk.command(args))

    def written(self, file: Path) -> None:
        """Say that it is there, and what comes next."""
        where = (
            translate("Fix", "“{file}” is ready. Open Points Central (Advertising, Points) and paste its rows.")
            if self.form == "points-central"
            else translate("Fix", "“{file}” is ready. Upload it in Seller Central under “Add products via upload”.")
        )
        self.desk.said.emit(where.format(file=file.name), "ok")
        self.close()
