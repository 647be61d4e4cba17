"""The preview of an upload file that mends points: what is in it with before and after, what is not and why, and the report's age."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.tasks import Child
from sellerdesk.ui.points.file_rows import MOST, FixRows, count_words
from sellerdesk.ui.style import theme
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build, file_dialogs
from sellerdesk.ui.widgets.dialog import Dialog

LEFT_OUT = 500
"""Rows that can be left out at once: they are named on the command line, and Windows takes 32,767 characters of it."""


class FixPreview(Dialog):
    """The preview comes from the program's own command, and so does the file: the same rows, whatever the window shows."""

    def __init__(self, desk: Desk, parent: QWidget, form: str) -> None:
        """Ask for the rows of a form: "price-file" or "points-central"."""
        super().__init__(desk, parent)
        self.form = form
        self.told: dict[str, Any] = {}
        self.title, self.text = build.label("", "title", bold=True, wrap=True), build.label("", token="muted", wrap=True)  # noqa: S106 (a colour)
        self.table = FixRows()
        self.table.ticked.connect(self.count)
        self.cost, self.apart = build.label("", bold=True, wrap=True), build.label("", wrap=True)
        self.old, self.most = QCheckBox(), build.label("", token="check", wrap=True)  # noqa: S106 (a colour)
        self.old.toggled.connect(self.allow)
        self.save, self.copy, self.away = build.button(), build.button("", "document"), build.button()
        self.save.clicked.connect(self.choose)
        self.copy.clicked.connect(self.copy_rows)
        self.away.clicked.connect(self.close)
        foot = build.row(self.copy, None, self.away, self.save)
        self.setLayout(
            build.column(
                self.title,
                self.text,
                self.table,
                self.cost,
                self.apart,
                self.most,
                self.old,
                4,
                foot,
                margins=(20, 16, 20, 16),
                grow=self.table,
            )
        )
        self.resize(760, 620)
        self.child = Child(self)
        self.child.failed.connect(self.fail)
        self.ask()
        self.dress()

    def ask(self) -> None:
        """Have the rows computed beside the window, those above the cap among them."""
        self.child.done.connect(self.show_rows)
        self.child.start(self.desk.command(["fix", "--form", self.form, "--with-cap", "--json", "--as-of", self.desk.as_of]))

    def fail(self, sentence: str) -> None:
        """Say what went wrong."""
        self.title.setText(sentence.splitlines()[-1] if sentence else translate("Fix", "The file could not be made."))

    def show_rows(self, told: dict[str, Any]) -> None:
        """Show what can be in the file."""
        self.told = told
        self.table.load(told.get("rows", []), self.desk.rows, percent=self.form == "points-central")
        self.dress()

    def dress(self) -> None:
        """All words."""
        self.setWindowTitle(translate("Fix", "Make the fix file"))
        self.text.setText(
            translate(
                "Fix",
                "SKU and the least whole percent that is enough. Where the template that Points Central offers differs, its header wins.",
            )
            if self.form == "points-central"
            else translate("Fix", "Only price, points and channel are filled in. Stock, sales and limits stay as they are.")
        )
        self.table.dress()
        self.table.setAccessibleName(self.windowTitle())
        self.apart.setText("\n".join(self.left_out()))
        self.apart.setVisible(bool(self.apart.text()))
        self.old.setVisible(bool(self.told.get("stale")))
        self.old.setText(
            translate("Fix", "The report is {hours} hours old: prices changed since would be set back. Make it all the same.").format(
                hours=f"{self.told.get('age_hours', 0):,}"
            )
        )
        self.save.setStyleSheet(theme.primary_style())
        self.copy.setText(translate("Fix", "Copy rows"))
        self.away.setText(translate("Fix", "Close"))
        self.count()

    def count(self) -> None:
        """Say how many rows are ticked, of what, and what their points cost."""
        chosen = self.table.chosen()
        central = self.form == "points-central"
        name = translate("Fix", "List for Points Central") if central else translate("Fix", "Price-and-quantity file")
        words = translate("Fix", "{count} offers").format(count=f"{len(chosen):,}")
        self.title.setText(f"{name}: {words}" if self.told else name)
        before, after = sum(row["before"] for row in chosen), sum(row["after"] for row in chosen)
        self.cost.setVisible(bool(self.told))
        cost = translate("Fix", "Points for one sale of each: ¥{before} → ¥{after} ({more})")
        self.cost.setText(cost.format(before=f"{before:,}", after=f"{after:,}", more=f"{after - before:+,}"))
        what = count_words(self.table.counts())
        self.save.setText(translate("Fix", "Save file: {what}…").format(what=what) if what else translate("Fix", "Save file…"))
        self.allow()

    def left_out(self) -> list[str]:
        """What is not in the file, and what to do with it."""
        told = [
            translate(
                "Fix", "Not in the file: {sku} at ¥{price} can carry no points between {least}% and {most}%. Change its price."
            ).format(sku=one["sku"], price=f"{one['price']:,}", least=self.told["least_percent"], most=self.told["most_percent"])
            for one in self.told.get("impossible", [])
        ]
        by_hand = translate("Fix", "Cannot stand in the file: set the points of {sku} to {after} by hand.")
        mistyped = translate(
            "Fix", "Cannot stand in the file: {sku} is above the cap, perhaps mistyped. The most that is allowed: {after}."
        )
        for one in self.told.get("by_hand", []):
            words = mistyped if one["over_cap"] else by_hand
            told += [words.format(sku=one["sku"], after=f"{one['after']:,}")]
        if over := sum(row["over_cap"] for row in self.table.rows):
            words = translate("Fix", "Not ticked: {count} offers above the cap, perhaps mistyped. They stand at the end of the list.")
            told.insert(0, words.format(count=f"{over:,}"))
        if len(self.table.rows) > self.table.rowCount():
            told.append(translate("Fix", "The first {count} rows are shown; the others stand in the file, too.").format(count=f"{MOST:,}"))
        return told

    def allow(self) -> None:
        """A file can be saved when a row is ticked, and an old report was said yes to."""
        chosen, fresh = bool(self.table.chosen()), not self.told.get("stale") or self.old.isChecked()
        few = len(self.table.left_out()) <= LEFT_OUT
        self.most.setText(translate("Fix", "At most {count} rows can be left out at once.").format(count=f"{LEFT_OUT:,}"))
        self.most.setHidden(few)
        self.save.setEnabled(chosen and fresh and few)
        self.copy.setEnabled(chosen)

    def copy_rows(self) -> None:
        """Put SKU and percent, or SKU and points, of the ticked rows on the clipboard; a SKU that looks like a formula stays text."""
        from sellerdesk.reports.plain_text import pasted_cell

        last = "percent" if self.form == "points-central" else "after"
        rows = [f"{pasted_cell(row['sku'], figure=False)}\t{row[last]}" for row in self.table.chosen()]
        QApplication.clipboard().setText("\n".join(rows))

    def choose(self) -> None:
        """Ask for the file's name and have it written."""
        suggested = f"{self.form.replace('-', '_')}_{self.desk.as_of:%Y%m%d}.txt"
        name, _kind = file_dialogs.to_write(self, translate("Fix", "Save the fix file"), suggested, "*.txt")
        if name:
            self.write(Path(name))

    def write(self, file: Path) -> None:
        """Write the file beside the window."""
        self.child.done.disconnect()
        self.child.done.connect(lambda _told: self.written(file))
        choice = ["--with-cap"] if self.table.with_cap() else []
        choice += [f"--leave-out={sku}" for sku in self.table.left_out()]
        args = ["fix", "--form", self.form, "--json", "--yes", *choice, "--as-of", self.desk.as_of, "--out", file]
        self.child.start(self.desk.command(args))

    def written(self, file: Path) -> None:
        """Say that it is there, and what comes next."""
        where = (
            translate("Fix", "“{file}” is ready. Open Points Central (Advertising, Points) and upload it there.")
            if self.form == "points-central"
            else translate("Fix", "“{file}” is ready. Upload it in Seller Central under “Add products via upload”.")
        )
        self.desk.said.emit(where.format(file=file.name), "ok")
        self.close()
