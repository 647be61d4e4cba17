"""The field for a refund that no report tells: typed in yen, kept at once, undoable; the verdict follows."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sellerdesk.domain.judged_row import JudgedReturn
from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.lists.verdict import add_section
from sellerdesk.ui.returns.calculator_words import unit_words
from sellerdesk.ui.style import plain
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build

Key = tuple[str, str]
"""An order id and a SKU."""


class RefundField(QWidget):
    """What was refunded for one item, with what the owner told before."""

    def __init__(self, desk: Desk, key: Key, refunded: int | None = None) -> None:
        """An empty field, or one with what was told, and the way to take it back."""
        super().__init__()
        self.desk, self.key = desk, key
        self.field = QLineEdit("" if refunded is None else f"{refunded:,}")
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setMinimumHeight(32)
        self.field.setAccessibleName(plain.shown(title_of(key[1])))
        self.keep = build.button(translate("Refund", "Judge by this amount"), height=32)
        self.keep.setEnabled(False)
        self.field.textEdited.connect(lambda text: self.keep.setEnabled(bool(text.strip())))
        self.field.returnPressed.connect(self.keep.click)
        self.keep.clicked.connect(lambda: self.tell(self.field.text()))
        self.back = build.button(translate("Refund", "Take the entry back"), height=32)
        self.back.setVisible(refunded is not None)
        self.back.clicked.connect(lambda: self.tell(""))
        hint = translate("Refund", "0 while nothing is refunded. When a report tells the refund later, the report's amount is used.")
        unit = build.label(unit_words("price"), token="muted")  # noqa: S106 (a colour)
        line = build.row(self.field, unit, gap=6, grow=self.field)
        buttons = build.row(self.keep, self.back, None)
        self.setLayout(build.column(line, buttons, build.label(hint, "small", "muted", wrap=True), gap=6))

    def tell(self, text: str) -> None:
        """Keep what is typed, after the click is over: the verdicts that follow fill the panel anew."""
        QTimer.singleShot(0, self.desk, partial(edits.tell_refund, self.desk, self.key, text))


def title_of(sku: str) -> str:
    """What is asked for, of an item."""
    return translate("Refund", "Amount refunded for {sku}").format(sku=sku) if sku else translate("Refund", "Amount refunded")


def add_open(content: QVBoxLayout, desk: Desk, row: JudgedReturn) -> None:
    """A field for every item of an order whose refund no report tells."""
    judged = desk.state.judged.get("returns", {}) if desk.state else {}
    skus = judged.get("refunds_open", {}).get(row.order_id, [row.sku])
    for sku in skus:
        add_section(content, title_of(sku if len(skus) > 1 else ""))
        content.addWidget(RefundField(desk, (row.order_id, sku)))
    if not skus:
        words = translate("Refund", "Several rows of this order are of one item: which of them a refund is of cannot be told here.")
        content.addWidget(build.label(words, "small", "muted", wrap=True))


def add_told(content: QVBoxLayout, desk: Desk, row: JudgedReturn) -> None:
    """What the owner told of an order's refunds, to be changed or taken back; and where a report tells another amount."""
    for (order_id, sku), yen in desk.state.refunds.items() if desk.state else ():
        if order_id == row.order_id:
            add_section(content, translate("Refund", "Amount refunded, by your entry") if sku == row.sku else title_of(sku))
            for words in differing(desk, (order_id, sku)):
                content.addWidget(build.label(words, token="check", wrap=True))  # noqa: S106 (a colour)
            content.addWidget(RefundField(desk, (order_id, sku), yen))


def add_differing(content: QVBoxLayout, desk: Desk, row: JudgedReturn) -> None:
    """Where the returns report tells another refund of an order than payments do."""
    text = translate(
        "Refund", "The returns report says that ¥{told} was refunded, the payment reports say ¥{reported}. The larger amount is used."
    )
    for found in desk.state.judged.get("returns", {}).get("refunds_differ", ()) if desk.state else ():
        if (found["order_id"], found["source"]) == (row.order_id, "both"):
            add_section(content, title_of(found["sku"]))
            words = text.format(told=f"{found['told']:,}", reported=f"{found['reported']:,}")
            content.addWidget(build.label(words, token="check", wrap=True))  # noqa: S106 (a colour)


def differing(desk: Desk, key: Key) -> Iterator[str]:
    """That a report tells another refund than the owner did."""
    sources = {"returns": translate("Refund", "the returns report"), "payments": translate("Refund", "the payment report")}
    for found in desk.state.judged.get("returns", {}).get("refunds_differ", ()) if desk.state else ():
        if (found["order_id"], found["sku"]) == key and found["source"] in sources:
            words = translate("Refund", "You entered ¥{told}, {source} says ¥{reported}. The report's amount is used.")
            yield words.format(told=f"{found['told']:,}", reported=f"{found['reported']:,}", source=sources[found["source"]])
