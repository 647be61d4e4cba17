"""The preview of a file that mends SFP breaches: offers to take off the Prime template, or stock and restock dates to set."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QTableWidgetItem, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.offers.offers_page import planned_of
from sellerdesk.ui.style import plain
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.text_table import TextTable, in_order, text_of
from sellerdesk.ui.widgets.upload_dialog import NAMED, UploadDialog, row_options
from sellerdesk.ui.widgets.whole_field import WholeField

MOST, MOST_STOCK = 2_000, 99_999
ALARM = "sfp.pre-order"
"""The rule whose breach can cost the shop its eligibility (S-33): its offers stand first."""
NAME, STOCK = 1, 2
"""The columns of the item's name, and of what changes, where the stock is typed."""
WIDEST_NAME = 260
"""Pixels of a name at most: what changes stands beside it."""
"""The column where the owner types the stock that was counted."""


class SfpFileDialog(UploadDialog):
    """The offers of a file, and those whose stock has to be typed first."""

    def __init__(self, desk: Desk, parent: QWidget, form: str) -> None:
        """Ask for the rows of a form: "prime-template" or "restock"."""
        super().__init__(desk, parent, form)
        self.stock: dict[str, WholeField] = {}
        self.off: set[str] = set()
        self.names = {row.sku: row.title for row in desk.rows if row.sfp_verdict is not None}
        self.to_label, self.to = build.label(), QComboBox()
        self.to.setMinimumHeight(32)
        state = desk.state
        prime = (state.prime_templates or frozenset()) if state else frozenset()
        plain.offer(self.to, *(name for name, _count in (state.templates if state else ()) if name not in prime))
        self.to.setEditable(True)
        self.planned = QCheckBox()
        self.planned.setChecked(True)
        self.planned.toggled.connect(self.tick)
        self.chooser = build.box(build.row(self.to_label, self.to, None))
        self.table, self.rest = TextTable(5), build.label("", wrap=True)
        foot = build.row(None, self.away, self.again, self.save)
        whole: tuple[build.Item, ...] = (self.title, self.text, self.chooser, self.planned, self.table, self.rest, 4, *self.steps, 4, foot)
        self.setLayout(build.column(*whole, margins=(20, 16, 20, 16), grow=self.table))
        self.resize(1080, 620)
        self.to.currentTextChanged.connect(self.ask)
        self.table.itemChanged.connect(self.hear)
        self.table.sort_on_press(self.sort)
        self.restyle()
        self.ask()

    def command(self) -> list[object]:
        """Offers to take off the Prime template that was chosen, or stock as it was counted."""
        more: list[object] = ["--to", plain.chosen(self.to).strip()] if self.form == "prime-template" else []
        for sku, field in self.stock.items():
            if field.value():
                more += ["--quantity", f"{sku}={field.value()}"]
        return ["mend", *more]

    def ask(self) -> None:
        """Have the rows computed when it is known which template the offers go to."""
        if self.form != "prime-template" or plain.chosen(self.to).strip():
            super().ask()

    def show_rows(self, answer: dict[str, Any]) -> None:
        """Show what is in the file, then what is left and can be completed by a count of the stock."""
        self.answer = answer
        self.answer["rows"] = sorted(answer.get("rows", []), key=lambda row: ALARM not in row["rules"])
        self.show_lines({})
        self.tick()
        self.restyle()

    def show_lines(self, typed: dict[str, int]) -> None:
        """A line for each offer, with a field where the stock has to be typed; `typed` is what was typed already."""
        rows = [*self.answer.get("rows", []), *self.answer.get("left", [])][:MOST]
        self.table.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        self.table.fill(map(self.words, rows))
        self.stock = {}
        for line, row in enumerate(rows):
            if row.get("why") in ("count_needed", "no_stock"):
                field = WholeField(0, MOST_STOCK)
                field.refused.connect(lambda words: self.desk.said.emit(words, "check"))
                field.setValue(typed.get(row["sku"], 0))
                field.setAccessibleName(translate("Mend", "Stock of {sku} that you counted").format(sku=plain.shown(row["sku"])))
                field.valueChanged.connect(self.allow)
                self.stock[row["sku"]] = field
                self.table.setCellWidget(line, STOCK, field)
        self.show_ticks()
        self.table.setColumnWidth(NAME, min(self.table.columnWidth(NAME), WIDEST_NAME))
        self.table.spread()
        self.table.blockSignals(False)  # noqa: FBT003 (as above)

    def words(self, row: dict[str, Any]) -> tuple[str, str, str, str, str]:
        """The cells of an offer: SKU, name, the change, what it breaks, why it is left."""
        change = self.change(row) if "after" in row else ""
        return row["sku"], self.names.get(row["sku"], ""), change, self.causes(row["rules"]), self.why_left(row.get("why", ""))

    def sort(self, place: int, order: Qt.SortOrder) -> None:
        """Sort what is in the file, then what is left; ticks and typed stock stay with their offers."""
        if not 0 <= place < self.table.columnCount():
            return
        typed = {sku: field.value() for sku, field in self.stock.items()}
        for part in ("rows", "left"):
            self.answer[part] = in_order(self.answer.get(part, []), lambda row: self.words(row)[place], order)
        self.show_lines(typed)
        self.table.show_order((place, order))

    def hear(self, item: QTableWidgetItem) -> None:
        """A row was ticked, or its tick taken away."""
        if item.column() == 0:
            (self.off.discard if item.checkState() == Qt.CheckState.Checked else self.off.add)(text_of(item))
        self.allow()

    def on_list(self) -> frozenset[str]:
        """The SKUs that can be in the file and for which a change is on the owner's list."""
        state = self.desk.state
        return planned_of(state.planned, "sfp") & {row["sku"] for row in self.answer.get("rows", [])} if state else frozenset()

    def tick(self) -> None:
        """Tick what is on the owner's list and nothing else, where something is and that is wished; else every row of the file."""
        planned = self.on_list()
        wanted = planned if planned and self.planned.isChecked() else None
        self.off = {row["sku"] for row in self.answer.get("rows", []) if wanted is not None and row["sku"] not in wanted}
        self.table.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        self.show_ticks()
        self.table.blockSignals(False)  # noqa: FBT003 (as above)
        self.allow()

    def show_ticks(self) -> None:
        """Show which rows go into the file."""
        for line, row in enumerate(self.answer.get("rows", [])[:MOST]):
            if (item := self.table.item(line, 0)) is not None:
                item.setCheckState(Qt.CheckState.Unchecked if row["sku"] in self.off else Qt.CheckState.Checked)

    def ticked(self) -> list[str]:
        """The SKUs of the file's rows that are ticked, shown or not."""
        return [row["sku"] for row in self.answer.get("rows", []) if row["sku"] not in self.off]

    def write(self, file: Path, choice: Iterable[object]) -> None:
        """Write the ticked rows, and those whose stock was typed."""
        chosen = self.ticked()
        left = [row["sku"] for row in self.answer.get("rows", []) if row["sku"] not in set(chosen)]
        typed = [sku for sku, field in self.stock.items() if field.value()]
        super().write(file, [*choice, *row_options([*chosen, *typed], left)])

    def causes(self, rules: Iterable[str]) -> str:
        """What the offer breaks, in few words."""
        from sellerdesk.workflows.terms import rule

        shorts = (
            (rule(name), [case.short for case in rule(name).case.values() if case.outcome == "breach" and case.short]) for name in rules
        )
        return " / ".join((short[0] if short else found.text).in_(self.desk.lang) for found, short in shorts)

    @staticmethod
    def change(row: dict[str, Any]) -> str:
        """Before and after."""
        before, after = row["before"], row["after"]
        return ", ".join(f"{before.get(name) if before.get(name) is not None else '–'} → {value}" for name, value in after.items())

    @staticmethod
    def why_left(why: str) -> str:
        """Why an offer is left as it is."""
        return {
            "": "",
            "count_needed": translate("Mend", "type the stock you counted"),
            "no_stock": translate("Mend", "type the stock you have, if any"),
            "points_unknown": translate("Mend", "its points are not known"),
            "sku_unwritable": translate("Mend", "the file cannot hold this SKU"),
        }.get(why, why)

    def restyle(self) -> None:
        """All words."""
        template = self.form == "prime-template"
        name = translate("Mend", "Take offers off the Prime template") if template else translate("Mend", "Set stock and restock dates")
        self.setWindowTitle(name)
        self.text.setText(
            translate("Mend", "An inventory upload with SKU and shipping template; nothing else is touched.")
            if template
            else translate("Mend", "A price-and-quantity file; price and points stay as read. Only what you have in stock goes in.")
        )
        self.to_label.setText(translate("Mend", "To this template"))
        self.to.setAccessibleName(self.to_label.text())
        self.chooser.setVisible(template)
        planned = len(self.on_list())
        self.planned.setVisible(bool(planned))
        self.planned.setText(translate("Fix", "Only what is on your list ({count})").format(count=f"{planned:,}"))
        titles = [
            translate("Mend", "Seller SKU"),
            translate("Mend", "Item name"),
            translate("Mend", "Change"),
            translate("Mend", "What is wrong"),
            translate("Mend", "Note"),
        ]
        self.table.title(titles, wide=3)
        self.table.setAccessibleName(self.windowTitle())
        self.restyle_buttons()
        self.allow()

    def allow(self) -> None:
        """There must be something to save: the rows that need nothing, and those whose stock was typed."""
        chosen = self.ticked()
        count = len(chosen) + sum(bool(field.value()) for field in self.stock.values())
        every = max(count, sum(row.sfp_verdict == 0 for row in self.desk.rows))
        words = translate("Mend", "{count} of {every} offers to fix").format(count=f"{count:,}", every=f"{every:,}")
        others = translate("Mend", "Not in this file: {count}. The panel beside each offer says what it needs.")
        self.rest.setText(others.format(count=f"{every - count:,}") if self.answer and every > count else "")
        self.title.setText(f"{self.windowTitle()}: {words}" if self.answer else self.windowTitle())
        left = len(self.answer.get("rows", [])) - len(chosen)
        self.save.setEnabled(bool(count) and min(left, count) <= NAMED)

    def next_step(self) -> str:
        """Where the file goes."""
        return translate("Mend", "“{file}” is ready. Upload it in Seller Central under “Add products via upload”.")
