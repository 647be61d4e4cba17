"""The preview of a file that mends SFP breaches: offers to take off the Prime template, or stock and restock dates to set."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTableWidgetItem, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.offers.file_choice import FileChoice
from sellerdesk.ui.style import plain
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.text_table import TextTable, in_order, text_of
from sellerdesk.ui.widgets.upload_dialog import NAMED, UploadDialog, rest_words, row_options
from sellerdesk.ui.widgets.whole_field import WholeField

MOST, MOST_STOCK, NAMES = 2_000, 99_999, 3
ALARM = "sfp.pre-order"
"""The rule whose breach can cost the shop its eligibility (S-33): its offers stand first."""
NAME, STOCK = 1, 2
"""The columns of the item's name, and of what changes, where the owner types the stock that was counted."""
WIDEST_NAME = 260
"""Pixels of a name at most: what changes stands beside it."""


class SfpFileDialog(UploadDialog):
    """The offers of a file, and those whose stock has to be typed first."""

    def __init__(self, desk: Desk, parent: QWidget, form: str, sight: frozenset[str] | None = None) -> None:
        """Ask for the rows of a form ("prime-template", "restock"); `sight` are the SKUs that the page shows, None for all."""
        super().__init__(desk, parent, form)
        self.stock: dict[str, WholeField] = {}
        self.off: set[str] = set()
        self.sight = sight
        self.names = {row.sku: row.title for row in desk.rows if row.sfp_verdict is not None}
        self.to_label, self.to = build.label(), QComboBox()
        self.to.setMinimumHeight(32)
        state = desk.state
        prime = (state.prime_templates or frozenset()) if state else frozenset()
        plain.offer(self.to, *(name for name, _count in (state.templates if state else ()) if name not in prime))
        self.to.setEditable(True)
        self.choice = FileChoice(desk, "sfp", sight)
        self.choice.changed.connect(self.tick)
        self.chooser = build.box(build.row(self.to_label, self.to, None))
        self.table = TextTable(5)
        foot = build.row(self.again, None, self.away, self.save)  # what comes after saving moves neither of the two
        whole: tuple[build.Item, ...] = (self.title, self.rest, self.text, self.chooser, self.choice, self.table, 4, *self.steps, 4, foot)
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
        self.choice.sight = with_prime_sides(self.sight, answer.get("beside", []))
        self.choice.load([row["sku"] for row in self.answer["rows"]])
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

    def tick(self) -> None:
        """Tick what is wanted to begin with and nothing else; else every row of the file."""
        wanted = self.choice.wanted()
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
        left = [row["sku"] for row in self.answer.get("rows", []) if row["sku"] in self.off]
        super().write(file, [*choice, *row_options(self.skus(), left)])

    def skus(self) -> list[str]:
        """The SKUs that are ticked, and those whose stock was typed."""
        return [*self.ticked(), *(sku for sku, field in self.stock.items() if field.value())]

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
        self.choice.restyle()
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
        every = len(self.to_fix())
        words = translate("Mend", "{count} of {every} offers to fix").format(count=f"{count:,}", every=f"{every:,}")
        self.rest.setText(self.rest_words(frozenset(chosen)) if self.answer else "")
        self.title.setText(f"{self.windowTitle()}: {words}" if self.answer else self.windowTitle())
        left = len(self.answer.get("rows", [])) - len(chosen)
        self.say_save(count)
        self.save.setEnabled(bool(count) and min(left, count) <= NAMED)

    def to_fix(self) -> frozenset[str]:
        """The SKUs that the heading counts: every breach, and what the list holds."""
        breaches = (row.sku for row in self.desk.rows if row.sfp_verdict == 0)
        return frozenset(breaches).union(row["sku"] for part in ("rows", "left") for row in self.answer.get(part, []))

    def rest_words(self, chosen: frozenset[str]) -> str:
        """What is not ticked or typed, what the file mends though it does not name it, and what it cannot mend: all that is left."""
        rows, untyped = self.answer.get("rows", []), {sku for sku, field in self.stock.items() if not field.value()}
        listed = {row["sku"] for part in ("rows", "left") for row in self.answer.get(part, [])}
        beside = [pair for pair in self.answer.get("beside", []) if pair["sku"] in self.to_fix() - listed]
        with_them = [pair["sku"] for pair in beside if chosen.issuperset(pair["by"])]
        waiting = [pair["sku"] for pair in beside if pair["sku"] not in with_them]
        noted = listed.difference((row["sku"] for row in rows), self.stock)
        unable = self.to_fix() - listed - {pair["sku"] for pair in beside}
        by = sorted({sku for pair in beside if pair["sku"] in waiting for sku in pair["by"]})
        return rest_words(
            (
                (len(rows) - len(chosen), translate("Mend", "{count} not ticked")),
                (len(untyped), translate("Mend", "{count} whose stock is to be typed")),
                (len(with_them), translate("Mend", "{count} mended with them ({skus})")),
                (len(waiting), translate("Mend", "{count} mended with {by} ({waiting})")),
                (len(noted), translate("Mend", "{count} that cannot stand in the file (see the note)")),
                (len(unable), translate("Mend", "{count} not mended by this file (see the panel beside each offer)")),
            ),
            skus=few(with_them),
            waiting=few(waiting),
            by=few(by),
        )

    def next_step(self) -> str:
        """Where the file goes."""
        return translate("Mend", "“{file}” is ready. Upload it in Seller Central under “Add products via upload”.")


def with_prime_sides(sight: frozenset[str] | None, beside: Iterable[dict[str, Any]]) -> frozenset[str] | None:
    """What is in sight, and the offers that leave Prime for the sake of one in sight (S-34)."""
    return None if sight is None else sight.union(*(pair["by"] for pair in beside if pair["sku"] in sight))


def few(skus: Sequence[str]) -> str:
    """The first SKUs by name."""
    return ", ".join(map(plain.shown, skus[:NAMES])) + (" …" if len(skus) > NAMES else "")
