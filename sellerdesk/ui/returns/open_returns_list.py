"""What the calculator shows while its form is empty: the returns that are not refunded yet, the nearest deadline first."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableWidget, QWidget

from sellerdesk.domain.folding import fold_code
from sellerdesk.domain.judged_row import JudgedReturn
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.returns.columns import URGENT, left_words
from sellerdesk.ui.returns.item_search import Found, open_returns, titles
from sellerdesk.ui.style import theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.text_table import TextTable
from sellerdesk.ui.widgets.wrapping_row import Flow

MOST = 200
"""Rows shown; the page of deadlines has all."""
LEFT_OVER = 3
"""The column of the days that are left."""


class ReturnsTable(TextTable):
    """The table; Enter takes the row that is selected."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class OpenReturnsList(QWidget):
    """The returns to choose from; `chosen` tells one, `deadlines` asks for the page that has all."""

    chosen = Signal(object)
    deadlines = Signal()

    def __init__(self, desk: Desk) -> None:
        """No returns yet."""
        super().__init__()
        self.desk = desk
        self.rows: list[JudgedReturn] = []
        self.there = self.out = 0
        self.kept = ""
        self.symbol, self.title = tint.picture("returns", "accent", 28), build.label("", "title", bold=True, wrap=True)
        self.how, self.also = build.label("", wrap=True), build.label("", token="muted", wrap=True)  # noqa: S106 (a colour)
        self.list_title, self.count = build.label("", "lead", bold=True), build.label("", "small", "muted")
        self.outside = build.label("", "small", "muted", wrap=True)
        self.all, self.table, self.keys = build.flat(), ReturnsTable(4), build.label("", "small", "muted", wrap=True)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.doubleClicked.connect(self.choose)
        self.table.entered.connect(self.choose)
        self.all.clicked.connect(self.deadlines)
        desk.on_rows(self.load)
        head = QWidget()
        line = Flow(head, build.GAP)
        for part in (self.list_title, self.count, self.all):
            line.addWidget(part)
        self.rest = QWidget()  # has the room of the table while there is none: words would be spread over it
        above = (build.row(self.symbol, self.title, grow=self.title), self.how, self.also, 10, head, self.outside)
        laid = build.column(*above, self.table, self.keys, self.rest, gap=6, margins=(24, 18, 24, 10), grow=self.table)
        laid.setStretchFactor(self.rest, 1)
        self.setLayout(laid)

    def load(self) -> None:
        """Show the returns that are open; the selected one stays selected, also where its row was away for a moment."""
        before = self.selected()
        self.kept = before.order_id if before else self.kept
        every = open_returns(self.desk)
        self.rows, self.there, self.out = every[:MOST], len(every), sum(row.days_left is None for row in every)
        names, reasons = titles(self.desk, self.rows), self.reason_words()
        self.table.title(self.heads(), wide=0)
        self.table.fill(
            (names.get(row.sku) or row.sku, reasons.get(row.order_id, row.reason), row.refund_by or "–", self.left(row))
            for row in self.rows
        )
        for line, row in enumerate(self.rows):
            cell = self.table.item(line, LEFT_OVER)
            if cell is not None and row.days_left is not None and row.days_left <= URGENT:
                cell.setForeground(theme.colour("breach"))
        kept = next((line for line, row in enumerate(self.rows) if row.order_id == self.kept), 0)
        if self.rows:
            self.table.setCurrentIndex(self.table.model().index(kept, 0))
        for part in (self.table, self.all, self.keys):
            part.setVisible(bool(self.rows))
        self.rest.setVisible(not self.rows)
        self.say_count()

    def reason_words(self) -> dict[str, str]:
        """The reasons by order, as rows of the reason table; one that no row names stays as the report writes it."""
        from sellerdesk.workflows.returns.reasons import rows_by_word

        if not self.rows:
            return {}
        named = self.desk.attempt(lambda: rows_by_word(self.desk.store, self.desk.as_of)) or {}
        words = {row.order_id: named.get(fold_code(row.reason)) for row in self.rows}
        return {order: f"{word.row}  {word.en if self.desk.lang == 'en' else word.ja}" for order, word in words.items() if word}

    @staticmethod
    def left(row: JudgedReturn) -> str:
        """The days that are left, or that it did not arrive."""
        return left_words(row) if row.days_left is not None else translate("Returns", "on its way")

    def say_count(self) -> None:
        """How many there are, or that there are none."""
        words = translate("Returns", "{count}, the nearest deadline first")
        if self.there > len(self.rows):
            words = translate("Returns", "{count}, of which the {shown} with the nearest deadline are listed")
        self.count.setText(words.format(count=f"{self.there:,}", shown=f"{len(self.rows):,}"))
        out = translate("Returns", "{count} still on its way: not under Deadlines, which has those with a day.")
        self.outside.setText(out.format(count=f"{self.out:,}"))
        self.outside.setVisible(bool(self.out))
        has_report = self.desk.state is not None and self.desk.state.returns is not None
        waiting, unread = translate("Returns", "No return waits for its refund"), translate("Returns", "No returns report is open yet")
        none = waiting if has_report else unread
        self.list_title.setText(translate("Returns", "Returns not refunded yet") if self.rows else none)
        self.count.setVisible(bool(self.rows))
        below = translate("Returns", "Type a SKU, a name or an order number on the left, or choose a return below.")
        self.how.setText(below if self.rows else translate("Returns", "Type a SKU, a name or an order number on the left."))

    def selected(self) -> JudgedReturn | None:
        """The row that is selected."""
        line = self.table.currentRow()
        return self.rows[line] if 0 <= line < len(self.rows) else None

    def choose(self, _index: QModelIndex | None = None) -> None:
        """Take the selected return."""
        row = self.selected()
        if row is not None:
            self.chosen.emit(Found(row.sku, row.order_id, titles(self.desk, [row]).get(row.sku, ""), row.refund_by))

    @staticmethod
    def heads() -> tuple[str, ...]:
        """The titles of the columns."""
        return (
             translate("Returns", "Item"), translate("Returns", "Reason"),
            translate("Returned", "Refund by"), translate("Returned", "Days left"),
        )  # fmt: skip

    def restyle(self) -> None:
        """Words and colours."""
        self.title.setText(translate("Returns", "Which return do you want to work out?"))
        self.also.setText(translate("Returns", "A reason alone tells who pays; price and size add what it costs and what to refund."))
        self.all.setText(translate("Returns", "See them under Deadlines →"))
        self.keys.setText(translate("Returns", "Enter or a double click takes the selected return."))
        tint.repicture(self.symbol, "returns", "accent")
        tint.fill_background(self, "base")
        self.load()
