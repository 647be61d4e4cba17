"""The rows of a fix file, each to be ticked; offers above the cap stand below, unticked, for they are perhaps mistyped."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QHeaderView, QTableWidget

from sellerdesk.domain.judged_row import JudgedRow
from sellerdesk.ui.style import plain, theme
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.text_table import RIGHT, TextTable, text_of
from sellerdesk.writers import upload

MOST = 2_000
"""Rows shown of each kind; the file holds all."""
KINDS = ("short", "rounding", "over")
"""What a row of a fix file mends: points short of 2%, points that are 2% by some roundings only, points above the cap."""
SHORT, EXEMPT, OVER, IMPOSSIBLE = "points.two-percent:short", "points.two-percent:exempt", "points.cap:over", "points.impossible-price:"
LACKS, WHY = map(JudgedRow._fields.index, ("short", "points_why"))
"""Their places: read so, 100,000 offers take a quarter of the time."""
ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
Row = Mapping[str, Any]
"""A row as the command `fix` tells it."""


def kind_of(row: JudgedRow) -> str:
    """What a fix file mends of an offer: one of KINDS, or "" for nothing."""
    why = row.points_why
    if why == OVER:
        return "over"
    if not row.short or not why or why == EXEMPT or why.startswith(IMPOSSIBLE) or why in ("incomplete", "parent"):
        return ""
    return "short" if why == SHORT else "rounding"


def in_file(rows: Iterable[JudgedRow]) -> Counter[str]:
    """How many offers of each kind a fix file can hold."""
    kinds = ((kind_of(row), row.sku) for row in rows if row[LACKS] or row[WHY] == OVER)
    return Counter(kind for kind, sku in kinds if kind and upload.writable(sku))


def without_file(rows: Iterable[JudgedRow]) -> int:
    """How many offers are short of points that no fix file mends: at 1 yen the price is what is wrong."""
    return sum(row.points_why.startswith(IMPOSSIBLE) for row in rows if row.points == 0)


def count_words(counts: Mapping[str, int]) -> str:
    """How many offers of each kind; kinds without one are left out."""
    words = {
        "short": translate("Fix", "{count} short"),
        "rounding": translate("Fix", "{count} by rounding"),
        "over": translate("Fix", "{count} above the cap"),
    }
    lines = [words[kind].format(count=f"{counts[kind]:,}") for kind in KINDS if counts.get(kind)]
    return translate("Fix", ", ").join(lines)


class FileRows(TextTable):
    """A table of rows; `ticked` tells that another choice was made."""

    ticked = Signal()
    lang, percent = "ja", False
    heading = -1
    """The line of the heading above offers that are perhaps mistyped; -1 for none."""

    def __init__(self) -> None:
        """No rows yet."""
        super().__init__(0)
        self.rows: Sequence[Row] = []
        self.kinds: dict[str, str] = {}
        self.lines: dict[str, int] = {}
        self.offers: dict[str, JudgedRow] = {}
        self.wanted: frozenset[str] | None = None
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.itemChanged.connect(lambda _item: self.ticked.emit())
        self.sort_on_press()

    def load(self, rows: Sequence[Row], offers: Iterable[JudgedRow], *, percent: bool, lang: str) -> None:
        """Show rows, those above the cap last and unticked; `offers` tell which shortage depends on a rounding."""
        wanted = {row["sku"] for row in rows}
        self.offers = {offer.sku: offer for offer in offers if offer.sku in wanted}
        self.lang, self.percent = lang, percent
        chosen = {sku: kind_of(offer) for sku, offer in self.offers.items() if offer.short}
        short, over = ([row for row in rows if row["over_cap"] is above] for above in (False, True))
        shown = [*short[:MOST], *([None] if over else []), *over[:MOST]]
        self.rows = [*short, *over]
        self.kinds = {row["sku"]: "over" if row["over_cap"] else chosen.get(row["sku"]) or "short" for row in self.rows}
        self.lines = {row["sku"]: line for line, row in enumerate(shown) if row}
        self.heading = shown.index(None) if over else -1
        self.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        self.unsort()
        self.clearSpans()
        self.setColumnCount(7 if percent else 6)
        self.setRowCount(len(shown))
        for line, row in enumerate(shown):
            self.show_row(line, row) if row else self.head(line)
        self.blockSignals(False)  # noqa: FBT003 (as above)
        self.restyle()

    def parts(self) -> list[range]:
        """What is mistyped perhaps stays below its heading, whatever the rows are sorted by."""
        count = self.rowCount()
        return [range(count)] if self.heading < 0 else [range(self.heading), range(self.heading + 1, count)]

    def sort_rows(self, place: int, order: Qt.SortOrder) -> None:
        """Sort the rows; each keeps its tick."""
        self.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        super().sort_rows(place, order)
        self.blockSignals(False)  # noqa: FBT003 (as above)
        self.lines = {text_of(self.item(line, 0)): line for part in self.parts() for line in part}

    def show_row(self, line: int, row: Row) -> None:
        """One offer: what it has now, and what the file gives it."""
        offer = self.offers.get(row["sku"])
        figures = (f"{row['price']:,}", f"{row['before']:,}", f"{row['after']:,}", *((f"{row['percent']}%",) if self.percent else ()))
        cells = (row["sku"], offer.title if offer else "", *figures, self.why(offer))
        for place, text in enumerate(cells):
            item = plain.cell(text)
            if place in self.figures():
                item.setTextAlignment(RIGHT)
            if not place:
                item.setCheckState(OFF if row["over_cap"] else ON)
            self.setItem(line, place, item)

    def figures(self) -> range:
        """The columns of figures: those between the name and the reason."""
        return range(2, self.columnCount() - 1)

    def why(self, offer: JudgedRow | None) -> str:
        """Why an offer is in the list, in few words."""
        from sellerdesk.workflows.judged.why import points_why

        return points_why(offer.points_why, self.lang) if offer else ""

    def head(self, line: int) -> None:
        """The heading above the offers that are perhaps mistyped."""
        item = plain.cell()
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.setItem(line, 0, item)
        self.setSpan(line, 0, 1, self.columnCount())

    def restyle(self) -> None:
        """All words and colours."""
        super().restyle()
        titles = (
            translate("Fix", "Seller SKU"),
            translate("Column", "Item name"),
            translate("Fix", "Price"),
            translate("Fix", "Points now"),
            translate("Fix", "Points then"),
            *((translate("Fix", "Percent"),) if self.percent else ()),
            translate("Column", "Why"),
        )
        if not self.columnCount():
            return
        self.setHorizontalHeaderLabels(list(titles))
        self.align(self.figures())
        self.resizeColumnsToContents()
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        if (item := self.item(self.heading, 0)) is not None:
            self.blockSignals(True)  # noqa: FBT003 (as above)
            item.setText(translate("Fix", "Perhaps mistyped: points above the cap. A ticked row is set to the most that is allowed."))
            item.setFont(build.bold(self.font()))
            item.setForeground(QBrush(theme.colour("text")))
            item.setBackground(QBrush(theme.colour("check_bg")))
            self.blockSignals(False)  # noqa: FBT003 (as above)

    def tick(self, wanted: frozenset[str] | None) -> None:
        """Tick some SKUs alone; with None, all but those that are perhaps mistyped."""
        self.wanted = wanted
        self.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        for row in self.rows:
            if (item := self.item(self.lines.get(row["sku"], -1), 0)) is not None:
                item.setCheckState(ON if self.is_wanted(row) else OFF)
        self.blockSignals(False)  # noqa: FBT003 (as above)
        self.ticked.emit()

    def is_wanted(self, row: Row) -> bool:
        """Whether a row goes into the file while the owner says nothing else."""
        return not row["over_cap"] if self.wanted is None else row["sku"] in self.wanted

    def is_ticked(self, row: Row) -> bool:
        """Whether a row goes into the file; of those not shown, one that is wanted does."""
        line = self.lines.get(row["sku"])
        item = self.item(line, 0) if line is not None else None
        return self.is_wanted(row) if item is None else item.checkState() == ON

    def chosen(self) -> list[Row]:
        """The rows that go into the file."""
        return [row for row in self.rows if self.is_ticked(row)]

    def counts(self) -> Counter[str]:
        """How many of each kind go into the file."""
        return Counter(self.kinds[row["sku"]] for row in self.chosen())

    def with_cap(self) -> bool:
        """Whether an offer above the cap goes into the file."""
        return any(row["over_cap"] for row in self.chosen())

    def left_out(self) -> list[str]:
        """The SKUs that the command would put into the file, and that were not ticked."""
        with_cap = self.with_cap()
        return [row["sku"] for row in self.rows if not self.is_ticked(row) and (with_cap or not row["over_cap"])]
