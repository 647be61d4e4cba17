"""A table whose columns the owner arranges: order, widths, which are shown, and by which rows are sorted."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QTableView

from sellerdesk.ui.desk.table_layout import Layout
from sellerdesk.ui.desk.tasks import Turns
from sellerdesk.ui.lists.roles import DESCENDING
from sellerdesk.ui.lists.rows_model import PART, Column, Key, RowsModel, field_of
from sellerdesk.ui.style import theme
from sellerdesk.ui.widgets import build

PAD, FIRST_PAD, SYMBOL = 10, 16, 18
LEAST_NAME, SQUEEZED_NAME = 180, 140
"""Pixels for the name of an item before a column is left out for it, and before the table scrolls sideways."""
LEAST, WIDEST = 48, 240
MEASURED = 60
"""Rows whose words decide a column's width: those on the first screens."""
TURN_MS = 10
"""A turn of a long sort; the window answers after each."""
FIXED = 0
"""The verdict: always shown, and first, so that it never scrolls away."""


class AdjustableTable(QTableView):
    """A table over RowsModel; `arranged` tells that the owner changed its layout, `spared` that other columns lack room than before."""

    arranged = Signal()
    spared = Signal()

    def __init__(self, model: RowsModel) -> None:
        """As the program lays it out."""
        super().__init__()
        self.listed = model
        self.widths = [column.floor for column in model.columns]
        self.own: dict[str, int] = {}
        self.hidden: set[str] = set()
        self.kept: set[str] = set()
        self.no_room: list[str] = []
        self.quiet = False
        self.sorting = Turns(self, TURN_MS)
        self.setModel(model)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(LEAST)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.sectionClicked.connect(self._pressed)
        header.sectionMoved.connect(self._told)
        header.sectionResized.connect(self._resized)
        self.order_by([(FIXED, False)])

    @contextmanager
    def by_itself(self) -> Iterator[None]:
        """While the program moves columns, it is not the owner who does."""
        before, self.quiet = self.quiet, True
        yield
        self.quiet = before

    def _told(self) -> None:
        """The owner changed something."""
        if not self.quiet:
            self.arranged.emit()

    # sorting

    def sortByColumn(self, column: int, order: Qt.SortOrder) -> None:
        """Sort by one column alone."""
        self.order_by([(column, order == DESCENDING)])

    def order_by(self, keys: Iterable[Key]) -> None:
        """Sort by columns, the first one first; of one the header's arrow tells, of several the marks in their titles."""
        steps = self.listed.ordering(keys)
        if steps and len(self.listed.rows) > PART:
            self.sorting.start(steps, lambda: None)
        else:
            for step in steps:
                step()
        keys, header = self.listed.keys, self.horizontalHeader()
        if keys:
            header.setSortIndicator(keys[0][0], Qt.SortOrder.DescendingOrder if keys[0][1] else Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorShown(len(keys) == 1)

    def _pressed(self, section: int) -> None:
        """A press on a title sorts by it alone, with Shift by it after the others."""
        self.sort_by(section, more=bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier))

    def sort_by(self, section: int, *, more: bool = False) -> None:
        """Sort by a column, alone or after the others; a second time turns it round."""
        keys = self.listed.keys
        there = any(column == section for column, _back in keys)
        if more and there:
            self.order_by((column, back != (column == section)) for column, back in keys)
        elif more:
            self.order_by([*keys, (section, False)])
        else:
            self.order_by([(section, keys[0] == (section, False) if keys else False)])
        if len(self.listed.keys) > 1:
            self.fit()  # the marks need room
        self._told()

    # columns

    def show_column(self, name: str, *, shown: bool) -> None:
        """Show a column wherever there is room or not, or hide it."""
        (self.hidden.discard if shown else self.hidden.add)(name)
        (self.kept.add if shown else self.kept.discard)(name)
        self.stretch()
        self._told()

    def _resized(self, section: int, _before: int, width: int) -> None:
        """Remember the width that the owner drew."""
        if not self.quiet and width:
            self.own[self.listed.columns[section].name] = round(width / theme.scale())
            self.widths[section] = width
            self._told()

    def fit(self) -> None:
        """Give every column the width that the owner chose, or widen it from its floor to its widest words on the first screens."""
        titles, words = QFontMetrics(theme.font("small")), QFontMetrics(build.bold(self.font()))
        rows = [self.listed.row(line) for line in range(min(MEASURED, len(self.listed.shown)))]
        for number, column in enumerate(self.listed.columns):
            first = number == FIXED
            pads = (FIRST_PAD if first else PAD) + PAD + 4
            measured = self.one_of_each(column) if column.few else rows
            widest = max((words.horizontalAdvance(column.text(row)) for row in measured), default=0) + (SYMBOL + 7 if first else 0)
            need = max(titles.horizontalAdvance(column.title() + self.listed.mark(number)) + 6, widest) + pads
            own = self.own.get(column.name)
            self.widths[number] = round(own * theme.scale()) if own else max(column.floor, min(need, WIDEST))
            with self.by_itself():
                self.setColumnWidth(number, self.widths[number])
        self.stretch()

    def one_of_each(self, column: Column) -> list[Any]:
        """A row for each value that a column has anywhere in the list: the first screen may hold none of the longest words."""
        value = field_of(column.field, self.listed.kind)
        return list(dict(zip(map(value, self.listed.rows), self.listed.rows, strict=True)).values())[:MEASURED]

    def room(self) -> int:
        """The width for columns, that of the scroll bar left out whether it is there or not: columns do not move with it."""
        return self.width() - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width()

    def stretch(self) -> None:
        """Give the name what is left, but never under 180 pixels: QHeaderView.Stretch would squeeze it to nothing.

        Columns that can be spared are left out, one by one, until the others have room.
        """
        columns = self.listed.columns
        name = next(number for number, column in enumerate(columns) if column.stretch)
        shown = {number for number, column in enumerate(columns) if column.name not in self.hidden}
        fixed = columns[name].name in self.own
        room = self.room() - (self.widths[name] if fixed else LEAST_NAME)
        spared = [number for number in shown if columns[number].spare and columns[number].name not in self.kept]
        for number in sorted(spared, key=lambda number: -columns[number].spare):
            if sum(self.widths[number] for number in shown if number != name) > room:
                shown.discard(number)
        before, self.no_room = self.no_room, [columns[number].name for number in spared if number not in shown]
        with self.by_itself():
            for number in range(len(columns)):
                self.setColumnHidden(number, number not in shown)
            if not fixed:
                left = self.room() - sum(self.widths[number] for number in shown if number != name)
                self.setColumnWidth(name, max(SQUEEZED_NAME, left))
                self.narrow_widest(shown - {name}, SQUEEZED_NAME - left)
        if before != self.no_room:
            self.spared.emit()

    def narrow_widest(self, shown: Collection[int], lacking: int) -> None:
        """Have the widest column give the pixels that the name lacks, down to its floor: its words are cut before the list scrolls.

        A width that the owner drew stays.
        """
        free = [number for number in shown if self.listed.columns[number].name not in self.own]
        widest = max(free, key=self.widths.__getitem__, default=None)
        for number in free:
            width, floor = self.widths[number], self.listed.columns[number].floor
            self.setColumnWidth(number, max(min(floor, width), width - max(0, lacking)) if number == widest else width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the name's column what is left."""
        super().resizeEvent(event)
        self.stretch()

    # the whole

    def layout_told(self) -> Layout:
        """The layout of the moment."""
        columns, header = self.listed.columns, self.horizontalHeader()
        order = tuple(columns[header.logicalIndex(place)].name for place in range(len(columns)))
        natural = tuple(column.name for column in columns)
        sort = tuple((columns[column].name, back) for column, back in self.listed.keys)
        return Layout(() if order == natural else order, dict(self.own), tuple(sorted(self.hidden)), tuple(sorted(self.kept)), sort)

    def arrange(self, layout: Layout) -> None:
        """Lay the table out; columns that are named but not here are of another version, and passed over."""
        numbers = {column.name: number for number, column in enumerate(self.listed.columns)}
        self.own = {name: width for name, width in layout.widths.items() if name in numbers and width >= LEAST // 2}
        self.hidden = {name for name in layout.hidden if numbers.get(name, FIXED) != FIXED}
        self.kept = {name for name in layout.kept if name in numbers}
        order = [numbers[name] for name in dict.fromkeys((*layout.order, *numbers)) if numbers.get(name, FIXED) != FIXED]
        with self.by_itself():
            for place, number in enumerate(order, start=FIXED + 1):
                self.horizontalHeader().moveSection(self.horizontalHeader().visualIndex(number), place)
            if keys := [(numbers[name], back) for name, back in layout.sort if name in numbers]:
                self.order_by(keys)
        self.fit()
