"""The table of rows: a stock view with one lean delegate that paints text, verdict symbol and selection."""

import math
from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Signal
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from sellerdesk.ui.desk.tasks import Turns
from sellerdesk.ui.lists.adjustable_table import FIRST_PAD, PAD, SYMBOL, AdjustableTable
from sellerdesk.ui.lists.copying import TURN_MS, copy
from sellerdesk.ui.lists.roles import ELIDE, HOVER, SELECTED
from sellerdesk.ui.lists.rows_model import RowsModel
from sellerdesk.ui.style import icons, theme
from sellerdesk.ui.style.plain import shown
from sellerdesk.ui.widgets import build

FONTS = 8
"""Fonts whose characters stay measured: two of each size of letters that was chosen."""
MEASURED = 2_000
"""Texts whose width stays known: some screens full of cells."""
IS_SELECTED, HAS_MOUSE = SELECTED.value, HOVER.value
"""As numbers: a flag of Python's takes 2 µs to look at, a fourteenth of a cell."""


class Widths(dict[str, float]):
    """The widths of the characters of a font, in pixels: a text is as wide as they are together, but for what kerning takes of it."""

    def __init__(self, font: QFont) -> None:
        """Of a font."""
        super().__init__()
        self.metrics = QFontMetricsF(font)

    def __missing__(self, character: str) -> float:
        """The width of a character seen for the first time."""
        self[character] = self.metrics.horizontalAdvance(character)
        return self[character]

    def of(self, text: str) -> int:
        """The width of a text: to have Qt lay it out takes ten times as long, and it is laid out once more when it is drawn."""
        return math.ceil(sum(map(self.__getitem__, text)))


known_widths = lru_cache(FONTS)(Widths)


def unshaped(font: QFont) -> QFont:
    """The same font without kerning and ligatures where no writing needs them: a cell is drawn in a third less time, and looks the same."""
    font.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
    return font


def cut(font: QFont) -> Callable[[str, int], tuple[str, int]]:
    """Cuts a text of a font to a width, in pixels, and tells how wide it is then."""
    metrics, known = QFontMetrics(font), known_widths(font)

    @lru_cache(MEASURED)
    def shortened(text: str, width: int) -> tuple[str, int]:
        words = text if text.isprintable() else shown(" ".join(text.splitlines()))
        wide = known.of(words)
        if wide <= width:
            return words, wide
        words = metrics.elidedText(words, ELIDE, width)
        return words, known.of(words)

    return shortened


class Cells(QStyledItemDelegate):
    """Paints every cell; reads the model's rows directly: two look-ups a cell, where the stock delegate asks eight roles."""

    def __init__(self, view: "RowsTable") -> None:
        """Take the view's fonts once."""
        super().__init__(view)
        self.model = view.listed
        self.take_fonts(view)

    def take_fonts(self, view: QTableView) -> None:
        """Take the view's fonts anew."""
        self.plain, self.strong = unshaped(view.font()), unshaped(build.bold(view.font()))
        self.cut_plain, self.cut_strong = cut(self.plain), cut(self.strong)
        metrics = QFontMetrics(self.plain)
        self.high, self.ascent = metrics.height(), metrics.ascent()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Background, hairline, the mark of the current row, symbol, text."""
        number, rect = index.column(), option.rect
        left, top, width, height = rect.x(), rect.y(), rect.width(), rect.height()
        column, row = self.model.columns[number], self.model.row(index.row())
        state = option.state.value
        selected = bool(state & IS_SELECTED)
        if selected or state & HAS_MOUSE:
            painter.fillRect(left, top, width, height, theme.colour("select" if selected else "alt"))
        painter.fillRect(left, top + height - 1, width, 1, theme.colour("line"))
        ink, before = column.ink(row), PAD
        if number == 0:
            before = FIRST_PAD + SYMBOL + 7
            if selected:
                painter.fillRect(left, top, 3, height, theme.colour("accent"))
            verdict = theme.VERDICTS[self.model.verdict(row) or 0]
            where = QRect(left + FIRST_PAD, top + (height - SYMBOL) // 2, SYMBOL, SYMBOL)
            icons.icon(verdict, theme.over(verdict, selected=selected)).paint(painter, where)
        strong = ink in ("breach", "check") and number != 0
        painter.setFont(self.strong if strong else self.plain)
        painter.setPen(theme.colour(theme.over(ink or ("on_select" if selected else "text"), selected=selected)))
        space = width - before - PAD
        words, wide = (self.cut_strong if strong else self.cut_plain)(column.text(row), space)
        begins = left + before + (space - wide if column.right else 0)
        painter.drawText(begins, top + (height - 1 - self.high) // 2 + self.ascent, words)


class RowsTable(AdjustableTable):
    """A table over RowsModel; `chosen` tells that other rows are selected, `copied` how many are on the clipboard now."""

    chosen = Signal()
    copied = Signal(int)

    def __init__(self, model: RowsModel) -> None:
        """Show a model."""
        super().__init__(model)
        self.turns = Turns(self, TURN_MS)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.cells = Cells(self)
        self.setItemDelegate(self.cells)
        self.selectionModel().selectionChanged.connect(self.chosen)

    def restyle(self) -> None:
        """Take theme, fonts and language anew."""
        self.cells.take_fonts(self)
        build.slim(self)
        header = self.horizontalHeader()
        header.setFont(theme.font("small"))
        header.setStyleSheet(theme.header_style(FIRST_PAD))
        header.setFixedHeight(max(30, self.fontMetrics().height() + 12))
        self.verticalHeader().setDefaultSectionSize(max(30, self.fontMetrics().height() + 10))
        self.listed.retitle()
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies the selected rows as text, with their titles."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy(self.selected_lines())
        else:
            super().keyPressEvent(event)

    def copy(self, lines: list[int]) -> None:
        """Put rows on the clipboard in a form that a spreadsheet takes; many of them in turns, so that the window goes on."""
        copy(self, self.turns, lines, self.copied.emit)

    def selected_lines(self) -> list[int]:
        """The lines of the selected rows, from the top; always whole rows are selected, and Qt would ask the model about each cell."""
        return sorted({line for part in self.selectionModel().selection() for line in range(part.top(), part.bottom() + 1)})  # type: ignore[attr-defined]  # a list, which the stubs do not say

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A selected row that was in view stays so where something above or below the table takes room of it."""
        super().resizeEvent(event)
        if event.size().height() < event.oldSize().height() and self.has_selected_in_view(event.oldSize().height()):
            self.keep_selected_in_view()

    def has_selected_in_view(self, height: int | None = None) -> bool:
        """Whether one of the selected rows is in view, of this height in pixels or of the present one; so it is while none is selected."""
        lines, room = self.selected_lines(), self.viewport().height() if height is None else height
        high = self.verticalHeader().defaultSectionSize()
        tops = (self.rowViewportPosition(line) for line in lines)
        return not lines or any(-high < top < room for top in tops)

    def keep_selected_in_view(self) -> None:
        """Scroll no further than to the first selected row, where none of them is in view."""
        if not self.has_selected_in_view():
            self.scrollTo(self.listed.index(self.selected_lines()[0], 0))

    def start_anew(self) -> None:
        """Select nothing, at the top."""
        self.clearSelection()
        self.verticalScrollBar().setValue(0)

    def select(self, places: list[int], *, otherwise: int = 0) -> None:
        """Select these rows where they are shown, else the row at a line, or the last one above it."""
        lines = [line for place in places if (line := self.listed.line_of(place)) >= 0]
        if not self.listed.shown:
            self.chosen.emit()
            return
        if len(lines) <= 1:
            only = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            at = self.listed.index(lines[0] if lines else min(otherwise, len(self.listed.shown) - 1), 0)
            self.selectionModel().setCurrentIndex(at, only)  # selectRow() would add to the selection while Ctrl is held
            self.scrollTo(at)
            return
        self.clearSelection()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for line in lines:
            self.selectionModel().select(self.listed.index(line, 0), flags)
