"""The table of offers, orders and the like: one model over ready rows, sorted by native values and filtered in itself."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import repeat
from operator import contains, itemgetter
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from sellerdesk.domain.judged_row import JudgedRow
from sellerdesk.ui.lists.roles import ACCESSIBLE, ALIGN, DESCENDING, DISPLAY, HORIZONTAL, LEFT, NOWHERE, RIGHT, TIP, Index
from sellerdesk.ui.style.plain import shown, tip

UNKNOWN = -1
"""Sorts what is not known before every figure."""
PART = 20_000
"""Rows that are sorted in one turn: some 8 ms."""
Key = tuple[int, bool]
"""A column that rows are sorted by, and whether backwards."""


class Column(NamedTuple):
    """A column: its name, its title in the language of the moment, a cell's words, the field it sorts by, its ink.

    `floor` is its least width in pixels; `stretch` marks the one that takes what is left. Where there is no room, the
    column with the highest `spare` is left out first; 0 stays. `few` marks one whose words are a handful: all are measured.
    """

    name: str
    title: Callable[[], str]
    text: Callable[[Any], str]
    field: str
    floor: int
    right: bool = False
    ink: Callable[[Any], str] = lambda _row: ""
    stretch: bool = False
    spare: int = 0
    few: bool = False


def field_of(name: str, kind: type[Any] = JudgedRow) -> Callable[[Any], Any]:
    """What reads one field of a kind of row; by place, for that is four times as fast over 100,000 rows as by name."""
    return itemgetter(kind._fields.index(name))


class RowsModel(QAbstractTableModel):
    """Rows shown are places in `rows`, in `shown`: a filter or a sort makes a new list of places and moves no row.

    Every kind of row has its `place` and the folded text that a `search` looks in.
    """

    counted = Signal()

    def __init__(self, columns: Sequence[Column], verdict: str, parent: QObject | None = None, kind: type[Any] = JudgedRow) -> None:
        """Show nothing yet; `verdict` is the field whose rank chips filter by, None in a row that this table never shows."""
        super().__init__(parent)
        self.columns, self.kind, self.verdict = columns, kind, field_of(verdict, kind)
        self.rows: list[Any] = []
        self.shown: list[int] = []
        self.counts = [0, 0, 0, 0]
        self._verdicts: list[int | None] = []
        self._texts: list[str] = []
        self._places: list[int] = []
        self._order: list[int] = []
        self.keys: tuple[Key, ...] = ()
        self._sorting, self._moved = 0, False
        self._coming: list[Any] = []
        self._wanted: frozenset[int] = frozenset()
        self._needle = ""
        self._cause: Callable[[Any], bool] | None = None

    def load(self, rows: list[Any]) -> None:
        """Take other rows; filter and order stay."""
        for step in self.loading(rows):
            step()

    def loading(self, rows: list[Any]) -> Iterator[Callable[[], None]]:
        """The steps of a load, each for a turn of its own: 100,000 rows take some 10 ms in each; the last one shows the rows.

        What the owner changes or sorts meanwhile is not lost: then the last step does all of it again.
        """
        verdicts: list[int | None] = []
        texts: list[str] = []
        places: list[int] = []
        counts: Counter[int | None] = Counter()
        self._moved, self._coming = False, rows

        def choose() -> None:
            places[:] = [place for place, verdict in enumerate(verdicts) if verdict is not None] if None in verdicts else range(len(rows))

        def show(order: list[int]) -> None:
            if self._coming is not rows:
                return  # others came meanwhile
            if self._moved:
                self.load(rows)
                return
            self._sorting += 1
            self.rows, self._verdicts, self._texts, self._places, self._order = rows, verdicts, texts, places, order
            self.counts = [counts[rank] for rank in range(4)]
            self.counted.emit()
            self._show()

        yield lambda: verdicts.extend(map(self.verdict, rows))
        yield lambda: texts.extend(map(field_of("search", self.kind), rows))
        yield lambda: counts.update(verdicts)
        yield choose
        yield from self._arranging(rows, places, show)

    def glimpse(self, rows: list[Any]) -> None:
        """Show a few rows, in their order and uncounted, until all have come."""
        self.beginResetModel()
        self.rows, self.shown = rows, list(range(len(rows)))
        self.endResetModel()

    def change(self, rows: Sequence[Any]) -> None:
        """Show rows that were judged anew: a single one where it stands, so that it does not run away; several in their order."""
        self._moved = True
        leaves = False
        for row in rows:
            before, after = self._verdicts[row.place], self.verdict(row)
            self._verdicts[row.place] = after
            leaves = leaves or (before is None) != (after is None)
            for rank, step in ((before, -1), (after, 1)):
                if rank is not None:
                    self.counts[rank] += step
        if leaves:
            self._places = [place for place, verdict in enumerate(self._verdicts) if verdict is not None]
        self.counted.emit()
        if leaves or len(rows) > 1:
            self._arrange()
        elif rows and (line := self.line_of(rows[0].place)) >= 0:
            self.dataChanged.emit(self.index(line, 0), self.index(line, len(self.columns) - 1))

    def filter(self, *, wanted: frozenset[int], needle: str, cause: Callable[[Any], bool] | None = None) -> None:
        """Show only rows with one of the verdicts (none: all), that hold the folded text and belong to the cause."""
        self._wanted, self._needle, self._cause = wanted, needle, cause
        self._show()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column alone."""
        self.order_by([(column, order == DESCENDING)] if column >= 0 else [])

    def order_by(self, keys: Iterable[Key]) -> None:
        """Sort by native values, the first column first; equal ones stay in the order of the file, the unknown come first."""
        for step in self.ordering(keys):
            step()

    def ordering(self, keys: Iterable[Key]) -> list[Callable[[], None]]:
        """The steps of a sort, which may each have a turn of their own; a sort begun later, or other rows, leave them without effect."""
        wanted = tuple(keys)
        if self.keys == wanted:
            return []
        self.keys, self._moved = wanted, True
        self.headerDataChanged.emit(HORIZONTAL, 0, len(self.columns) - 1)
        return list(self._reordering())

    def _arrange(self) -> None:
        """Put all rows in order, then show those that pass the filter."""
        for step in self._reordering():
            step()

    def _reordering(self) -> Iterator[Callable[[], None]]:
        """The steps by which the rows at hand are put in order."""
        self._sorting = mine = self._sorting + 1

        def show(order: list[int]) -> None:
            self._order = order
            self._show()

        def step(act: Callable[[], None]) -> Callable[[], None]:
            return lambda: act() if mine == self._sorting else None

        return map(step, self._arranging(self.rows, self._places, show))

    def _arranging(self, rows: list[Any], there: list[int], show: Callable[[list[int]], None]) -> Iterator[Callable[[], None]]:
        """The steps of a sort: parts are sorted by themselves, and sorting all of them then only merges them."""
        places, values = there.copy(), list[Any]()

        def take(column: int) -> None:
            values[:] = map(field_of(self.columns[column].field, self.kind), rows)
            if None in values:
                values[:] = [UNKNOWN if value is None else value for value in values]

        def sort(begin: int, end: int, *, backwards: bool) -> None:
            places[begin:end] = sorted(places[begin:end], key=values.__getitem__, reverse=backwards)

        for column, backwards in reversed(self.keys):  # a stable sort: the first column comes last
            yield partial(take, column)
            for begin in range(0, len(places), PART) if len(places) > PART else ():
                yield partial(sort, begin, begin + PART, backwards=backwards)
            yield partial(sort, 0, len(places), backwards=backwards)
        yield partial(show, places)

    def _show(self) -> None:
        """Show the rows that pass the filter."""
        rows, verdicts, texts, wanted, needle, cause = self.rows, self._verdicts, self._texts, self._wanted, self._needle, self._cause
        shown = self._order
        if wanted:
            shown = [place for place in shown if verdicts[place] in wanted]
        if needle:
            found = list(map(contains, texts, repeat(needle)))  # in the order of the file: in another one memory is fetched anew for each
            shown = [place for place in shown if found[place]]
        if cause is not None:
            shown = [place for place in shown if cause(rows[place])]
        self.beginResetModel()
        self.shown = list(shown)
        self.endResetModel()

    def row(self, number: int) -> Any:
        """The row that stands at a line of the table."""
        return self.rows[self.shown[number]]

    def line_of(self, place: int) -> int:
        """The line of the table where a row stands; -1 when it is not shown."""
        try:
            return self.shown.index(place)
        except ValueError:
            return -1

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
            return shown(self.columns[section].title() + self.mark(section))
        if role == ALIGN:
            return RIGHT if self.columns[section].right else LEFT
        return None

    def mark(self, section: int) -> str:
        """The place and way of a column among several that rows are sorted by; of one alone the view's own arrow tells."""
        for place, (column, backwards) in enumerate(self.keys, start=1):
            if column == section and len(self.keys) > 1:
                return f" {'▼' if backwards else '▲'}{place}"
        return ""

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """A cell; the role is looked at first, for a repaint asks for a dozen roles a cell."""
        if role in (DISPLAY, ACCESSIBLE, TIP):
            return self.words(index, role) if index.isValid() else None
        if role == ALIGN and index.isValid():
            return RIGHT if self.columns[index.column()].right else LEFT
        return None

    def words(self, index: Index, role: int) -> str:
        """A cell's words as they are shown; what is taken out of the table is read from its rows, letter for letter."""
        text = self.columns[index.column()].text(self.rows[self.shown[index.row()]])
        return tip(text) if role == TIP else shown(text)

    def retitle(self) -> None:
        """Tell the view that titles and words speak another language."""
        self.headerDataChanged.emit(HORIZONTAL, 0, len(self.columns) - 1)
        if self.shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.shown) - 1, len(self.columns) - 1))
