"""The calculator's search: by SKU, name, ASIN or order number, over the listings and the returns report."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from sellerdesk.domain.folding import folded
from sellerdesk.domain.judged_row import JudgedReturn, JudgedRow
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style import icons, plain
from sellerdesk.ui.style.translate import translate

LISTED, LEAST = 12, 2
"""So many items are listed at most, and letters needed before any is."""
FOUND = int(Qt.ItemDataRole.UserRole)
SKU = JudgedRow._fields.index("sku")
"""Its place: read so, all rows are gone through in a quarter of the time."""


class Found(NamedTuple):
    """An item of the listings or of the returns report; `order_id` is "" for one that did not come back."""

    sku: str
    order_id: str
    title: str
    refund_by: str = ""


def open_returns(desk: Desk) -> list[JudgedReturn]:
    """The returns that are not refunded yet, the nearest deadline first, those that did not arrive last."""
    from sellerdesk.workflows.returns.deadlines import LEAVES, RULE

    decided = desk.state.decided if desk.state else {}
    due = [row for row in desk.returns if row.days_left is not None or "arrived_on" in row.missing.split()]
    left = [row for row in due if decided.get((RULE, row.order_id)) not in LEAVES]
    return sorted(left, key=lambda row: (not row.refund_by, row.refund_by, row.order_id))


def is_settled(desk: Desk, order_id: str) -> bool:
    """Whether no refund of an order is due any more, as the list of returns and the owner know it; not of one that is no return."""
    if not order_id or any(row.order_id == order_id for row in open_returns(desk)):
        return False
    return any(row.refund_by for row in desk.returns if row.order_id == order_id)


def titles(desk: Desk, rows: Iterable[JudgedReturn]) -> dict[str, str]:
    """The names of what came back, by SKU: a dict of all of 100,000 offers would hold the window for 30 ms."""
    wanted = {row.sku for row in rows}
    return {row.sku: row.title for row in desk.rows if row[SKU] in wanted} if wanted else {}


def matches(desk: Desk, text: str) -> Iterator[Found]:
    """What holds a text: returns that are not refunded yet, other returns, then the listings."""
    needle = folded(text.strip())
    waiting = open_returns(desk)
    places = {row.place for row in waiting}
    names = titles(desk, desk.returns)
    for row in (*waiting, *(row for row in desk.returns if row.place not in places)):
        title = names.get(row.sku, "")
        if needle in row.search or needle in folded(title):
            yield Found(row.sku, row.order_id, title, row.refund_by)
    for offer in desk.rows:
        if needle in offer.search:
            yield Found(offer.sku, "", offer.title)


class ItemSearch(QLineEdit):
    """The field with its list; `chosen` tells an item, `nothing` that there is none with what was typed."""

    chosen = Signal(object)
    nothing = Signal(str)

    def __init__(self, desk: Desk) -> None:
        """Empty."""
        super().__init__()
        self.desk, self.listed = desk, QStandardItemModel(self)
        self.setMinimumHeight(34)
        self.setClearButtonEnabled(True)
        self.glass = self.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.popup, completer = QListView(), QCompleter(self.listed, self)
        completer.setPopup(self.popup)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(LISTED)
        completer.activated[QModelIndex].connect(self.take_line)  # type: ignore[index]  # one of two signals of this name
        self.setCompleter(completer)
        self.textEdited.connect(self.look)
        self.returnPressed.connect(self.take_first)
        desk.other_shop.connect(self.clear)

    def look(self, text: str) -> None:
        """List what holds the text; a whole number of an order, or a whole SKU that was pasted, is taken at once."""
        found = self.found(text)
        self.listed.clear()
        for item in found:
            line = QStandardItem(plain.shown(line_words(item)))
            line.setData(item, FOUND)
            self.listed.appendRow(line)
        whole = [item for item in found if item.order_id and folded(item.order_id) == folded(text.strip())]
        if whole:
            self.take(whole[0])

    def found(self, text: str) -> list[Found]:
        """The first of what holds a text."""
        if len(text.strip()) < LEAST:
            return []
        every = matches(self.desk, text)
        return [found for found, _place in zip(every, range(LISTED), strict=False)]

    def take_line(self, index: QModelIndex) -> None:
        """Take what was chosen in the list."""
        found = index.data(FOUND)
        if found is not None:
            QTimer.singleShot(0, self, lambda: self.take(Found(*found)))  # after Qt has written the whole line into the field

    def take_first(self) -> None:
        """Enter takes the first of the list, or says that there is none."""
        if self.popup.isVisible() and self.popup.currentIndex().isValid():
            return  # the list takes it
        found = self.found(self.text())
        if found:
            self.take(found[0])
        elif self.text().strip():
            self.nothing.emit(self.text().strip())

    def take(self, found: Found) -> None:
        """Take an item: its order number or its SKU stands in the field."""
        self.popup.hide()
        self.setText(found.order_id or found.sku)
        self.chosen.emit(found)

    def restyle(self) -> None:
        """Words and the glass."""
        self.setPlaceholderText(translate("Returns", "Type or paste  Ctrl+F"))
        self.setAccessibleName(translate("Returns", "By SKU, name or order number"))
        self.glass.setIcon(icons.icon("search", "muted"))


def line_words(found: Found) -> str:
    """An item in the list: its name, its SKU, and its return."""
    words = [found.title or "–", found.sku]
    if found.order_id:
        by = translate("Returns", "refund by {day}").format(day=found.refund_by) if found.refund_by else ""
        words += [found.order_id, by]
    return "  ·  ".join(word for word in words if word)
