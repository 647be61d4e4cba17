"""The payment rows behind a figure of 入出金, the newest first."""

from typing import Any

from PySide6.QtWidgets import QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.payments.months_table import money, yen_words
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets.list_dialog import ListDialog

MOST = 2_000
"""Rows listed at most; the file of all rows has the others."""
FIELDS = ("at", "type", "order_id", "sku", "text")
SIZE = (940, 520)


class RowsDialog(ListDialog):
    """A list beside the work."""

    def __init__(self, desk: Desk, parent: QWidget, about: str, found: dict[str, Any]) -> None:
        """`about` names the figure, `found` is the answer of the command: count, yen, rows."""
        super().__init__(desk, parent)
        titles = (
            translate("Payments", "When"), translate("Payments", "Type"), translate("Payments", "Order"), translate("Payments", "SKU"),
            translate("Payments", "What it says"), translate("Payments", "Yen"),
        )  # fmt: skip
        rows = [[*(str(row[name]) for name in FIELDS), yen_words(row["yen"])] for row in found["rows"]]
        note = translate("Payments", "{about}: {count} rows, {yen}").format(
            about=about, count=f"{found['count']:,}", yen=money(found["yen"])
        )
        if found["count"] > len(rows):
            note += translate("Payments", ". Listed: the newest {shown}; “Save all rows” holds all.").format(shown=f"{len(rows):,}")
        self.lay_out(translate("Payments", "Payment rows"), note, titles, rows, SIZE, figures=(len(FIELDS),), wide=FIELDS.index("text"))
