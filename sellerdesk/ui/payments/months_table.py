"""The table of the page 入出金: kinds as rows, months as columns, their moves as bars, their sum and its share of the sales."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem

from sellerdesk.ui.payments.frozen_names import FrozenNames
from sellerdesk.ui.payments.month_cells import BARS, NOTE, BarCells, NameCells
from sellerdesk.ui.style import icons, plain, theme
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.text_table import TextTable

NOT_PLACED, TOTAL, SALES = "not_placed", "total", "sales"
ALWAYS = ("sales", "points", "referral", "refunds", "labels", "fixed", NOT_PLACED, TOTAL)
"""Rows that are shown even when all their months are 0."""
LEAST_ROW, MOST_ROW = 32, 41
MONTH_WIDTH, BARS_WIDTH = 88, 80
PERCENT, TENTH = 100, 0.1


class Figures(NamedTuple):
    """What the table shows: months ("2026-07") with their titles, yen by row and month, words and notes of rows, marks of cells.

    A mark is the worst verdict of what was found in a cell; of a month "" it belongs to the sum.
    """

    months: Sequence[str]
    titles: Sequence[str]
    rows: Mapping[str, Sequence[int]]
    words: Mapping[str, tuple[str, str]]
    marks: Mapping[tuple[str, str], str]
    chosen: str


NOTHING = Figures((), (), {}, {}, {}, "")


class MonthsTable(TextTable):
    """Cells are walked by arrow keys; `opened` asks for the rows of the cell, `month` tells the month whose title was pressed."""

    opened = Signal()
    month = Signal(str)

    def __init__(self) -> None:
        """No months yet."""
        super().__init__(1)
        self.shown, self.names = NOTHING, list[str]()
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectItems)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setItemDelegateForColumn(0, NameCells(self))
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self.press_title)
        self.frozen = FrozenNames(self)
        self.frozen.restyle()
        self.cellDoubleClicked.connect(lambda _line, _place: self.opened.emit())

    def press_title(self, place: int) -> None:
        """Choose the month of a title."""
        if 0 < place <= len(self.shown.months):
            self.month.emit(self.shown.months[place - 1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the rows of a cell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def cell(self) -> tuple[str, tuple[str, ...]]:
        """The row and the months of the cell that is chosen: of a name or a sum all of them; ("", ()) when none is."""
        line, place = self.currentRow(), self.currentColumn()
        if line < 0 or line >= len(self.names) or not self.selectedItems():
            return "", ()
        months = tuple(self.shown.months)
        return self.names[line], (months[place - 1],) if 0 < place <= len(months) else months

    def load(self, figures: Figures) -> None:
        """Show other figures; the chosen cell stays chosen, by its kind and month, while both are there."""
        after, (kind, months) = self.currentColumn() - len(self.shown.months), self.cell()
        other = list(figures.months) != list(self.shown.months)
        self.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        self.shown = figures
        self.names = [name for name, yen in figures.rows.items() if name in ALWAYS or any(yen)]
        count = len(figures.months)
        self.setColumnCount(count + 4)
        for place in range(1, count + 4):
            self.setItemDelegateForColumn(place, BarCells(self) if place == count + 1 else None)  # type: ignore[arg-type]  # None takes it away
        self.fill(map(self.texts, self.names), figures=(*range(1, count + 1), count + 2, count + 3))
        for line, name in enumerate(self.names):
            self.restyle_row(line, name)
        moves, total = (
            translate("Payments", "Moves"),
            translate("Payments", "1 month") if count == 1 else translate("Payments", "{count} months").format(count=count),
        )
        self.title((translate("Payments", "Kind"), *figures.titles, moves, total, translate("Payments", "of sales")), wide=0)
        self.setCurrentCell(*self.place_of(kind, months, after))
        self.blockSignals(False)  # noqa: FBT003 (Qt's signature)
        self.fit_rows()
        if other:
            QTimer.singleShot(0, self, self.show_newest)

    def place_of(self, name: str, months: Sequence[str], after: int) -> tuple[int, int]:
        """Where a kind stands, in the column of its month or so many `after` those of all months; (-1, -1) where it does not."""
        if name not in self.names:
            return -1, -1
        of_one = after <= 0 and len(months) == 1
        if of_one and months[0] not in self.shown.months:
            return -1, -1
        beyond = len(self.shown.months) + after if after > 0 else 0
        return self.names.index(name), self.shown.months.index(months[0]) + 1 if of_one else beyond

    def show_newest(self) -> None:
        """Turn to the newest months and the sums, once it is laid out."""
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().maximum())

    def texts(self, name: str) -> list[str]:
        """The texts of a row; a bar has none."""
        yen = self.shown.rows[name]
        return [self.shown.words[name][0], *map(yen_words, yen), "", yen_words(sum(yen)), self.share(name)]

    def share(self, name: str) -> str:
        """A row's sum in percent of the sales; nothing where there are none, or for what has no kind."""
        sales, yen = sum(self.shown.rows[SALES]), abs(sum(self.shown.rows[name]))
        if sales <= 0 or name == NOT_PLACED:
            return ""
        percent = PERCENT * yen / sales
        return f"{percent:.1f}%" if percent >= TENTH or not yen else f"{percent:.2f}%"

    def restyle_row(self, line: int, name: str) -> None:
        """Fonts, grounds, marks and bars of a row; a screen reader hears the note and the verdict with the words."""
        count, note = len(self.shown.months), self.shown.words[name][1]
        heavy = name in (NOT_PLACED, TOTAL)
        for place in range(self.columnCount()):
            cell = self.item(line, place) or plain.cell()
            cell.setFont(theme.font(bold=place == count + 2 or (heavy and place in (0, count + 2)) or name == TOTAL))
            self.colour(cell, name, place)
        first, bars = self.item(line, 0) or plain.cell(), self.item(line, count + 1) or plain.cell()
        first.setData(NOTE, note)
        first.setData(Qt.ItemDataRole.AccessibleTextRole, f"{first.text()} {note}")
        bars.setData(BARS, self.bars(name))
        for place, month in [*enumerate(self.shown.months, start=1), (count + 2, "")]:
            if verdict := self.shown.marks.get((name, month)):
                self.mark(line, place, verdict)

    def mark(self, line: int, place: int, verdict: str) -> None:
        """Give a cell the symbol of what was found in it."""
        cell = self.item(line, place) or plain.cell()
        words = {
            "breach": translate("Verdict", "To fix"),
            "check": translate("Verdict", "To check"),
            "advice": translate("Verdict", "Advice"),
        }
        cell.setIcon(icons.icon(verdict, verdict))
        cell.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words[verdict]} {cell.text()}")

    def colour(self, cell: QTableWidgetItem, name: str, place: int) -> None:
        """The ground and colour of a cell: what has no kind, while there is some, is amber."""
        count, yen = len(self.shown.months), self.shown.rows[name]
        if name == TOTAL:
            cell.setBackground(theme.colour("alt"))
        if name == NOT_PLACED and any(yen):
            cell.setBackground(theme.colour("check_bg"))
            if place == 0 or (0 < place <= count and yen[place - 1]) or place == count + 2:
                cell.setForeground(theme.colour("check"))
        if place == count + 3:
            cell.setForeground(theme.colour("muted"))

    def bars(self, name: str) -> tuple[tuple[float, str], ...]:
        """The bars of a row."""
        yen = self.shown.rows[name]
        most = max(map(abs, yen), default=0)
        token = "check" if name == NOT_PLACED else "bar"
        chosen = "check" if name == NOT_PLACED else "accent"
        pairs = zip(self.shown.months, yen, strict=True)
        return tuple((abs(pair) / most if most else 0.0, chosen if month == self.shown.chosen else token) for month, pair in pairs)

    def fit(self) -> None:
        """Months as wide as their words and not less than the others; the name takes what is left."""
        super().fit()
        for place in range(1, self.columnCount()):
            least = BARS_WIDTH if place == len(self.shown.months) + 1 else MONTH_WIDTH if place <= len(self.shown.months) else 0
            self.setColumnWidth(place, max(least, self.columnWidth(place)))
        self.spread()

    def fit_rows(self) -> None:
        """Share the height among the rows, so that the table never scrolls up or down where there is room."""
        if not self.names:
            return
        least = max(LEAST_ROW, self.fontMetrics().height() + 12)
        high = max(least, min(MOST_ROW, build.viewport(self).height() // len(self.names)))
        self.verticalHeader().setDefaultSectionSize(high)
        for line in range(self.rowCount()):
            self.setRowHeight(line, high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size of the window."""
        super().resizeEvent(event)
        self.fit_rows()
        self.frozen.follow()

    def restyle(self) -> None:
        """Colours and sizes of the moment."""
        super().restyle()
        if hasattr(self, "frozen"):
            self.fit_rows()
            self.frozen.restyle()


def yen_words(yen: int) -> str:
    """Yen with the minus of figures."""
    return plain.shown(f"{yen:,}".replace("-", "−"))


def money(yen: int) -> str:
    """Yen in words of the language, the minus before all."""
    words = translate("Payments", "¥{yen}").format(yen=yen_words(abs(yen)))
    return f"−{words}" if yen < 0 else words
