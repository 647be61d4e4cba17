"""The preview of an upload file that mends points: what is in it with before and after, what is not and why, and the report's age."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from sellerdesk.ui.desk import clipboard
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.offers.file_choice import FileChoice
from sellerdesk.ui.points.file_rows import MOST, FileRows, count_words
from sellerdesk.ui.points.left_out import LeftOut
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.upload_dialog import NAMED, UploadDialog, rest_words, row_options


class PointsFileDialog(UploadDialog):
    """The rows of a fix file, each to be ticked."""

    def __init__(self, desk: Desk, parent: QWidget, form: str, sight: frozenset[str] | None = None) -> None:
        """Ask for the rows of a form ("price-file", "points-central"); `sight` are the SKUs that the page shows, None for all."""
        super().__init__(desk, parent, form)
        self.table = FileRows()
        self.table.ticked.connect(self.count)
        self.cost, self.apart = build.label("", bold=True, wrap=True), LeftOut()
        self.choice = FileChoice(desk, "points", sight)
        self.choice.changed.connect(self.tick)
        self.old, self.most = QCheckBox(), build.label("", token="check", wrap=True)  # noqa: S106 (a colour)
        self.old.toggled.connect(self.allow)
        self.copy = build.button("", "document")
        self.copy.clicked.connect(self.copy_rows)
        foot = build.row(self.copy, self.again, None, self.away, self.save)  # what comes after saving moves neither of the two
        self.setLayout(
            build.column(
                self.title,
                self.rest,
                self.text,
                self.choice,
                self.table,
                self.cost,
                self.apart,
                self.most,
                self.old,
                4,
                *self.steps,
                4,
                foot,
                margins=(20, 16, 20, 16),
                grow=self.table,
            )
        )
        self.resize(1000, 660)
        self.ask()
        self.restyle()

    def command(self) -> list[object]:
        """The rows that mend points, those above the cap among them until the file is written."""
        return ["fix", *(["--with-cap"] if not self.answer or self.table.with_cap() else [])]

    def show_rows(self, answer: dict[str, Any]) -> None:
        """Show what can be in the file."""
        self.answer = answer
        self.table.load(answer.get("rows", []), self.desk.rows, percent=self.form == "points-central", lang=self.desk.lang)
        rows = self.table.rows
        self.choice.load([row["sku"] for row in rows], [row["sku"] for row in rows if row["over_cap"]])
        self.tick()
        self.restyle()

    def tick(self) -> None:
        """Tick what is wanted to begin with; else all but the doubtful."""
        self.table.tick(self.choice.wanted())

    def restyle(self) -> None:
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
        self.text.setText(" ".join(filter(None, (self.text.text(), self.rounded()))))
        self.table.restyle()
        self.table.setAccessibleName(self.windowTitle())
        self.choice.restyle()
        self.tell_left_out()
        self.old.setVisible(bool(self.answer.get("stale")))
        self.old.setText(
            translate("Fix", "The report is {hours} hours old: prices changed since would be set back. Make it all the same.").format(
                hours=f"{self.answer.get('age_hours', 0):,}"
            )
        )
        self.restyle_buttons()
        self.copy.setText(translate("Fix", "Copy rows"))
        self.count()

    def rounded(self) -> str:
        """Why some rows get more than the least percent, and how many of the others rest on a rounding; "" where none does."""
        if self.form != "points-central":
            return ""
        least, rows = self.answer.get("least_percent", 0), [row for row in self.table.rows if not row["over_cap"]]
        higher = any((row["percent"] or 0) > least for row in rows)
        why = translate("Fix", "Where {least}% makes too few points once rounded, or is perhaps set already, a higher percent is taken.")
        short = sum(not row["by_every_rounding"] for row in rows) if self.answer.get("reading") == "half-up" else 0
        few = translate("Fix", "Enough rounded half up, and a point short if Amazon rounds down: {count}.")
        return " ".join((*([why.format(least=least)] if higher else []), *([few.format(count=f"{short:,}")] if short else [])))

    def count(self) -> None:
        """Say how many rows are ticked, of what, and what their points cost."""
        chosen = self.table.chosen()
        central = self.form == "points-central"
        name = translate("Fix", "List for Points Central") if central else translate("Fix", "Price-and-quantity file")
        every = len(self.table.rows) + self.never()
        words = translate("Fix", "{count} of {every} offers to fix").format(count=f"{len(chosen):,}", every=f"{every:,}")
        what = count_words(self.table.counts())
        self.title.setText(f"{name}: {words}{f' ({what})' if what else ''}" if self.answer else name)
        before, after = sum(row["before"] for row in chosen), sum(row["after"] for row in chosen)
        self.cost.setVisible(bool(self.answer))
        cost = translate("Fix", "Points for one sale of each: ¥{before} → ¥{after} ({more})")
        self.cost.setText(cost.format(before=f"{before:,}", after=f"{after:,}", more=f"{after - before:+,}"))
        self.rest.setText(self.rest_words())
        self.say_save(len(chosen))
        self.allow()

    def never(self) -> int:
        """How many offers are to be fixed and cannot stand in the file: the lines below the list say which and why."""
        return len(self.answer.get("impossible", [])) + len(self.answer.get("by_hand", []))

    def rest_words(self) -> str:
        """What is to be fixed besides what is ticked; with it, it is all that the heading counts."""
        off = [row["over_cap"] for row in self.table.rows if not self.table.is_ticked(row)]
        parts = (
            (off.count(False), translate("Fix", "{count} not ticked")),
            (off.count(True), translate("Fix", "{count} above the cap, perhaps mistyped, not ticked (end of the list)")),
            (self.never(), translate("Fix", "{count} that cannot stand in the file (below the list)")),
        )
        return rest_words(parts)

    def tell_left_out(self) -> None:
        """What is not in the file, and what to do with it; what is not shown."""
        more = translate("Fix", "The first {count} rows are shown; the others stand in the file, too.").format(count=f"{MOST:,}")
        hidden = len(self.table.rows) > self.table.rowCount()
        self.apart.tell(self.answer, [more] if hidden else [])

    def allow(self) -> None:
        """A file can be saved when a row is ticked, and an old report was said yes to."""
        chosen, fresh = bool(self.table.chosen()), not self.answer.get("stale") or self.old.isChecked()
        few = len(row_options(self.skus(), self.table.left_out())) <= NAMED
        self.most.setText(translate("Fix", "At most {count} rows can be left out at once.").format(count=f"{NAMED:,}"))
        self.most.setHidden(few)
        self.save.setEnabled(chosen and fresh and few)
        self.copy.setEnabled(chosen)

    def copy_rows(self) -> None:
        """Put SKU and percent, or SKU and points, of the ticked rows on the clipboard; a SKU that looks like a formula stays text."""
        from sellerdesk.writers.plain_text import pasted_cell

        last = "percent" if self.form == "points-central" else "after"
        rows = [f"{pasted_cell(row['sku'], figure=False)}\t{row[last]}" for row in self.table.chosen()]
        QApplication.clipboard().setText("\n".join(rows))
        clipboard.say_rows(self.desk, len(rows))

    def write(self, file: Path, choice: Iterable[object]) -> None:
        """Write the ticked rows."""
        super().write(file, [*choice, *row_options(self.skus(), self.table.left_out())])

    def skus(self) -> list[str]:
        """The SKUs of the ticked rows."""
        return [row["sku"] for row in self.table.chosen()]

    def place(self) -> str:
        """Where in Seller Central the file goes."""
        return translate("Fix", "Points Central (Advertising, Points)") if self.form == "points-central" else super().place()

    def next_step(self) -> str:
        """Where the file or its rows go."""
        if self.form == "points-central":
            return translate("Fix", "“{file}” is ready. Open Points Central (Advertising, Points) and upload it there.")
        return translate("Fix", "“{file}” is ready. Upload it in Seller Central under “Add products via upload”.")
