"""The preview of a file that mends SFP breaches: offers to take off the Prime template, or stock and restock dates to set."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.offers.offers_page import planned_of
from sellerdesk.ui.style import plain
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.text_table import TextTable
from sellerdesk.ui.widgets.upload_dialog import NAMED, UploadDialog, row_options

MOST, MOST_STOCK = 2_000, 99_999
STOCK = 2
"""The column where the owner types the stock that was counted."""


class SfpFileDialog(UploadDialog):
    """The offers of a file, and those whose stock has to be typed first."""

    def __init__(self, desk: Desk, parent: QWidget, form: str) -> None:
        """Ask for the rows of a form: "prime-template" or "restock"."""
        super().__init__(desk, parent, form)
        self.stock: dict[str, QSpinBox] = {}
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
        self.table, self.rest = TextTable(4), build.label("", wrap=True)
        foot = build.row(None, self.away, self.again, self.save)
        whole: tuple[build.Item, ...] = (self.title, self.text, self.chooser, self.planned, self.table, self.rest, 4, *self.steps, 4, foot)
        self.setLayout(build.column(*whole, margins=(20, 16, 20, 16), grow=self.table))
        self.resize(1080, 620)
        self.to.currentTextChanged.connect(self.ask)
        self.table.itemChanged.connect(lambda _item: self.allow())
        self.dress()
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

    def show_rows(self, told: dict[str, Any]) -> None:
        """Show what is in the file, then what is left and can be completed by a count of the stock."""
        self.told = told
        rows, left = told.get("rows", []), told.get("left", [])
        lines = [(row["sku"], " ".join(row["rules"]), self.change(row), "") for row in rows]
        lines += [(row["sku"], " ".join(row["rules"]), "", row["why"]) for row in left]
        self.table.fill((sku, self.causes(rules), change, self.why_left(why)) for sku, rules, change, why in lines[:MOST])
        self.tick()
        self.stock = {}
        for number, (sku, _rules, _change, why) in enumerate(lines[:MOST]):
            if why in ("count_needed", "no_stock"):
                field = QSpinBox()
                field.setRange(0, MOST_STOCK)
                field.setAccessibleName(f"{translate('Mend', 'Stock that you counted')} {plain.shown(sku)}")
                field.valueChanged.connect(self.allow)
                self.stock[sku] = field
                self.table.setCellWidget(number, STOCK, field)
        self.dress()

    def on_list(self) -> frozenset[str]:
        """The SKUs that can be in the file and for which a change is on the owner's list."""
        state = self.desk.state
        return planned_of(state.planned, "sfp") & {row["sku"] for row in self.told.get("rows", [])} if state else frozenset()

    def tick(self) -> None:
        """Tick what is on the owner's list and nothing else, where something is and that is wished; else every row of the file."""
        planned = self.on_list()
        wanted = planned if planned and self.planned.isChecked() else None
        self.table.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        for line, row in enumerate(self.told.get("rows", [])[:MOST]):
            if (item := self.table.item(line, 0)) is not None:
                item.setCheckState(Qt.CheckState.Checked if wanted is None or row["sku"] in wanted else Qt.CheckState.Unchecked)
        self.table.blockSignals(False)  # noqa: FBT003 (as above)
        self.allow()

    def ticked(self) -> list[str]:
        """The SKUs of the file's rows that are ticked; those beyond what is shown are."""
        rows = self.told.get("rows", [])
        items = (self.table.item(line, 0) for line in range(min(len(rows), MOST)))
        off = {line for line, item in enumerate(items) if item is not None and item.checkState() == Qt.CheckState.Unchecked}
        return [row["sku"] for line, row in enumerate(rows) if line not in off]

    def write(self, file: Path, choice: Iterable[object]) -> None:
        """Write the ticked rows, and those whose stock was typed."""
        chosen = self.ticked()
        left = [row["sku"] for row in self.told.get("rows", []) if row["sku"] not in set(chosen)]
        typed = [sku for sku, field in self.stock.items() if field.value()]
        super().write(file, [*choice, *row_options([*chosen, *typed], left)])

    def causes(self, rules: str) -> str:
        """What the offer breaks, in words."""
        from sellerdesk.workflows.terms import rule

        return " / ".join(rule(name).text.in_(self.desk.lang) for name in rules.split())

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

    def dress(self) -> None:
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
            translate("Mend", "What is wrong"),
            translate("Mend", "Change"),
            translate("Mend", "Note"),
        ]
        self.table.title(titles, wide=1)
        self.table.setAccessibleName(self.windowTitle())
        self.dress_buttons()
        self.allow()

    def allow(self) -> None:
        """There must be something to save: the rows that need nothing, and those whose stock was typed."""
        chosen = self.ticked()
        count = len(chosen) + sum(bool(field.value()) for field in self.stock.values())
        every = max(count, sum(row.sfp_verdict == 0 for row in self.desk.rows))
        words = translate("Mend", "{count} of {every} offers to fix").format(count=f"{count:,}", every=f"{every:,}")
        others = translate("Mend", "Not in this file: {count}. The panel beside each offer says what it needs.")
        self.rest.setText(others.format(count=f"{every - count:,}") if self.told and every > count else "")
        self.title.setText(f"{self.windowTitle()}: {words}" if self.told else self.windowTitle())
        left = len(self.told.get("rows", [])) - len(chosen)
        self.save.setEnabled(bool(count) and min(left, count) <= NAMED)

    def next_step(self) -> str:
        """Where the file goes."""
        return translate("Mend", "“{file}” is ready. Upload it in Seller Central under “Add products via upload”.")
