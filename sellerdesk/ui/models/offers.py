"""The table of offers: one model over ready rows, sorted by native values and filtered in itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

if TYPE_CHECKING:
    from sellerdesk.store.judged import JudgedRow

Index = QModelIndex | QPersistentModelIndex
DISPLAY, ALIGN, ACCESSIBLE, TIP, ROW = (
    int(Qt.ItemDataRole.DisplayRole),
    int(Qt.ItemDataRole.TextAlignmentRole),
    int(Qt.ItemDataRole.AccessibleTextRole),
    int(Qt.ItemDataRole.ToolTipRole),
    int(Qt.ItemDataRole.UserRole),
)
HORIZONTAL = Qt.Orientation.Horizontal
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
NOWHERE = QModelIndex()
DESCENDING = Qt.SortOrder.DescendingOrder


@dataclass(frozen=True)
class Column:
    """A column: its name, its title in the language of the moment, a cell's words, the value it sorts by, its ink.

    `floor` is its least width in pixels; `stretch` marks the one that takes what is left. Where there is no room, the
    column with the highest `spare` is left out first; 0 stays.
    """

    name: str
    title: Callable[[], str]
    text: Callable[["JudgedRow"], str]
    key: Callable[["JudgedRow"], Any]
    floor: int
    right: bool = False
    ink: Callable[["JudgedRow"], str] = lambda _row: ""
    stretch: bool = False
    spare: int = 0


class OffersModel(QAbstractTableModel):
    """Rows shown are places in `rows`, in `shown`: a filter or a sort makes a new list of places and moves no row."""

    counted = Signal()

    def __init__(self, columns: Sequence[Column], verdict: Callable[["JudgedRow"], int | None], parent: QObject | None = None) -> None:
        """Show nothing yet; `verdict` gives the rank that chips filter by, None for a row that this table never shows."""
        super().__init__(parent)
        self.columns, self.verdict = columns, verdict
        self.rows: list[JudgedRow] = []
        self.shown: list[int] = []
        self.counts = [0, 0, 0, 0]
        self._verdicts: list[int | None] = []
        self._order: list[int] = []
        self._sorted: tuple[int, bool] = (-1, False)
        self._wanted: frozenset[int] = frozenset()
        self._needle = ""
        self._cause: Callable[[JudgedRow], bool] | None = None

    def load(self, rows: list["JudgedRow"]) -> None:
        """Take other rows; filter and order stay."""
        self.rows = rows
        self._recount()
        self._arrange()

    def change(self, rows: Sequence["JudgedRow"]) -> None:
        """Take changed rows in the place of those they were."""
        for row in rows:
            self.rows[row.place] = row
        self._recount()
        self._arrange()

    def filter(self, *, wanted: frozenset[int], needle: str, cause: Callable[["JudgedRow"], bool] | None = None) -> None:
        """Show only rows with one of the verdicts (none: all), that hold the folded text and belong to the cause."""
        self._wanted, self._needle, self._cause = wanted, needle, cause
        self._show()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column's native values; equal ones stay in the order of the file."""
        self._sorted = (column, order == DESCENDING)
        self._arrange()

    def _recount(self) -> None:
        """Count verdicts anew."""
        verdict = self.verdict
        self._verdicts = [verdict(row) for row in self.rows]
        self.counts = [self._verdicts.count(rank) for rank in range(4)]
        self.counted.emit()

    def _arrange(self) -> None:
        """Put all rows in order, then show those that pass the filter."""
        verdicts = self._verdicts
        places = [place for place in range(len(verdicts)) if verdicts[place] is not None]
        column, backwards = self._sorted
        if column >= 0:
            key, rows = self.columns[column].key, self.rows
            keys = list(map(key, rows))
            places.sort(key=keys.__getitem__, reverse=backwards)
        self._order = places
        self._show()

    def _show(self) -> None:
        """Show the rows that pass the filter."""
        rows, verdicts, wanted, needle, cause = self.rows, self._verdicts, self._wanted, self._needle, self._cause
        shown = self._order
        if wanted:
            shown = [place for place in shown if verdicts[place] in wanted]
        if needle:
            shown = [place for place in shown if needle in rows[place].search]
        if cause is not None:
            shown = [place for place in shown if cause(rows[place])]
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()

    def row(self, number: int) -> "JudgedRow":
        """The row that stands at a line of the table."""
        return self.rows[self.shown[number]]

    def line_of(self, sku: str) -> int:
        """The line of the table where a SKU stands; -1 when it is not shown."""
        return next((line for line, place in enumerate(self.shown) if self.rows[place].sku == sku), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        """A column's title and side."""
        if orientation != HORIZONTAL or not 0 <= section < len(self.columns):
            return None
        if role == DISPLAY:
            return self.columns[section].title()
        if role == ALIGN:
            return RIGHT if self.columns[section].right else LEFT
        return None

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """A cell; the role is looked at first, for a repaint asks for a dozen roles a cell."""
        if role in (DISPLAY, ACCESSIBLE, TIP):
            return self.columns[index.column()].text(self.rows[self.shown[index.row()]]) if index.isValid() else None
        if role == ALIGN and index.isValid():
            return RIGHT if self.columns[index.column()].right else LEFT
        return None

    def retitle(self) -> None:
        """Tell the view that titles and words speak another language."""
        self.headerDataChanged.emit(HORIZONTAL, 0, len(self.columns) - 1)
        if self.shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.shown) - 1, len(self.columns) - 1))
