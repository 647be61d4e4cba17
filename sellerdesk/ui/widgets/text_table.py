"""The small table of texts, for dialogs and for pages without rows of a report; it looks as the list of offers does."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableWidget, QTableWidgetItem

from sellerdesk.domain.expressions import expression
from sellerdesk.ui.style import plain, theme
from sellerdesk.ui.widgets import build

PAD, FIRST, ROW = 9, 12, 30
"""Pixels beside a text (Qt adds 3), before the first title, and the height of a title or row at the natural size of letters."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
LEFT_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
SELECTED, FOCUS = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_HasFocus
TURNS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable
"""The flags of a cell whose tick the owner may turn."""
Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
UNKNOWN = ("", "–", "-")
FIGURE = expression(r"[−+-]?[¥]?[0-9][0-9,]*(?:\.[0-9]+)?%?")
UNITS = str.maketrans("", "", "¥,%+")
"""What stands in a figure beside its digits."""


class TextCells(QStyledItemDelegate):
    """Cells with room beside their text and a hairline below; where whole rows are chosen, no cell has a frame of its own."""

    by_row = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground over the whole cell, the text inside it, the hairline at its foot, and round the cell that has the focus a frame."""
        ground = QRect(option.rect)  # a copy: option.rect is the option's own
        if option.state & SELECTED:
            painter.fillRect(ground, theme.colour("select"))
        elif (brush := index.data(Qt.ItemDataRole.BackgroundRole)) is not None:
            painter.fillRect(ground, brush)
        framed = bool(option.state & FOCUS) and not self.by_row and not theme.plain
        if self.by_row or framed:
            option.state &= ~FOCUS
        before, ink = QPalette(option.palette), index.data(Qt.ItemDataRole.ForegroundRole)
        if ink is not None and not theme.plain:  # a row that is selected keeps its alarms; in high contrast the system's colour holds
            option.palette.setBrush(QPalette.ColorRole.HighlightedText, ink)
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:  # a tick box has the outline of every input
            option.palette.setColor(QPalette.ColorRole.Window, theme.before_darkening())
        option.rect = ground.adjusted(PAD, 0, -PAD, -1)
        super().paint(painter, option, index)
        option.rect, option.palette = ground, before
        painter.fillRect(ground.left(), ground.bottom(), ground.width(), 1, theme.colour("line"))
        if framed:  # Qt's own frame would stand inside the room beside the text, on a ground of another colour
            painter.setPen(theme.colour("accent"))
            painter.drawRect(ground.adjusted(0, 0, -1, -1))

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click anywhere in a cell with a tick turns it; Qt takes one in the box alone, and not where `paint` draws it."""
        if not isinstance(event, QMouseEvent) or index.data(Qt.ItemDataRole.CheckStateRole) is None or index.flags() & TURNS != TURNS:
            return super().editorEvent(event, model, option, index)
        if event.type() != QEvent.Type.MouseButtonRelease or event.button() != Qt.MouseButton.LeftButton:
            return False
        ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        turned = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        return model.setData(model.index(index.row(), index.column(), index.parent()), turned, Qt.ItemDataRole.CheckStateRole)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The text's own, and the room beside it."""
        inside = QStyleOptionViewItem(option)  # by its width words that take several lines are measured
        inside.rect = option.rect.adjusted(PAD, 0, -PAD, 0)
        return super().sizeHint(inside, index) + QSize(2 * PAD, PAD)


class TextTable(QTableWidget):
    """A table that Tab leaves, as it leaves every other control: arrow keys move in it. Cells are only read unless they are `edited`."""

    copied = Signal(int)
    """How many rows are on the clipboard now."""
    restyling = False
    widest = 0
    """Letters that a column is wide at most, so that all columns are in sight: longer words take more lines. 0: as wide as its words."""

    none = ""
    """What is said in the place of rows while there are none; "" where an empty table says enough."""

    def __init__(self, columns: int, *, edited: bool = False, before: int = 10, least: int = 0) -> None:
        """Without rows; `before` are the pixels before a title, `least` those to which the wide column may shrink. 0: as its words need."""
        super().__init__(0, columns)
        self.wide, self.needed, self.before, self.least = -1, 0, before, least
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(TextCells(self))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(LEFT)
        if not edited:
            self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.restyling = True
        self.restyle()
        self.restyling = False

    def setSelectionBehavior(self, behaviour: QTableWidget.SelectionBehavior) -> None:
        """Choose whole rows, or cells."""
        super().setSelectionBehavior(behaviour)
        for place in range(-1, self.columnCount()):
            cells = self.itemDelegateForColumn(place) if place >= 0 else self.itemDelegate()
            if isinstance(cells, TextCells):
                cells.by_row = behaviour == QTableWidget.SelectionBehavior.SelectRows

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of letters."""
        super().changeEvent(event)
        program = event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.ApplicationPaletteChange)
        if program or (event.type() == QEvent.Type.PaletteChange and not self.restyling):  # the theme takes every widget's palette away
            self.restyling = True
            self.restyle()
            self.restyling = False

    def restyle(self) -> None:
        """Colours and sizes of the moment."""
        colours = QPalette(theme.palette())
        colours.setColor(QPalette.ColorRole.Highlight, theme.colour("select"))
        colours.setColor(QPalette.ColorRole.HighlightedText, theme.colour("on_select"))
        self.setPalette(colours)
        build.slim(self)
        header = self.horizontalHeader()
        header.setFont(theme.font("small"))
        header.setStyleSheet(theme.header_style(FIRST, self.before))
        header.setFixedHeight(max(ROW, self.fontMetrics().height() + FIRST))
        self.verticalHeader().setDefaultSectionSize(max(ROW, self.fontMetrics().height() + FIRST))

    def title(self, titles: Sequence[str], *, wide: int = -1) -> None:
        """Titles over the columns, of which one (by default the last) takes what room is left, and never less than its words need."""
        self.setHorizontalHeaderLabels(list(titles))
        self.wide = wide % len(titles)
        self.fit()

    def fit(self) -> None:
        """Give every column the width of its words, and one of them what room is left; longer words than `widest` take more lines."""
        self.resizeColumnsToContents()
        most, header = self.widest * self.fontMetrics().horizontalAdvance("\u3042"), self.horizontalHeader()
        for place in range(self.columnCount()) if self.widest else ():
            self.setColumnWidth(place, max(min(self.columnWidth(place), most), header.sectionSizeHint(place)))
        self.needed = self.columnWidth(self.wide) if self.wide >= 0 else 0
        self.spread()

    def spread(self) -> None:
        """Give the wide column what room is left."""
        if self.wide >= 0:
            others = sum(self.columnWidth(place) for place in range(self.columnCount()) if place != self.wide)
            self.setColumnWidth(self.wide, max(min(self.needed, self.least or self.needed), self.viewport().width() - others))
        if self.widest:
            self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size of the window."""
        super().resizeEvent(event)
        self.spread()

    def say_none(self, words: str) -> None:
        """Say why there is no row; a table with rows says nothing."""
        self.none = "" if self.rowCount() else words
        self.setAccessibleDescription(self.none)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or why there is none."""
        super().paintEvent(event)
        if self.none:
            painter = QPainter(self.viewport())
            painter.setPen(theme.colour("muted"))
            room = self.viewport().rect().adjusted(FIRST, FIRST, -FIRST, -FIRST)
            painter.drawText(room, LEFT_TOP | Qt.TextFlag.TextWordWrap, self.none)

    def sort_on_press(self, sort: Callable[[int, Qt.SortOrder], None] | None = None) -> None:
        """Let a press on a title sort the rows by it, and a second press the other way round; `sort` does it where rows hold more."""
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        self.unsort()
        header.sortIndicatorChanged.connect(sort or self.sort_rows)

    def unsort(self) -> None:
        """Other rows came, in their own order: no title says that they are sorted by it."""
        self.show_order(None)

    def show_order(self, by: tuple[int, Qt.SortOrder] | None) -> None:
        """Let a title say that the rows are sorted by it, without sorting them."""
        header = self.horizontalHeader()
        header.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        header.setSortIndicator(*(by or (-1, Qt.SortOrder.AscendingOrder)))
        header.blockSignals(False)  # noqa: FBT003 (as above)
        header.viewport().update()

    def parts(self) -> list[range]:
        """The lines that are sorted among themselves: all of them together."""
        return [range(self.rowCount())]

    def sort_rows(self, place: int, order: Qt.SortOrder) -> None:
        """Sort the rows by a column, each part by itself."""
        if not 0 <= place < self.columnCount():
            return
        columns = range(self.columnCount())
        for part in self.parts():
            rows = [[self.takeItem(line, each) for each in columns] for line in part]
            for line, row in zip(part, in_order(rows, lambda row: text_of(row[place]), order), strict=True):
                for each, item in zip(columns, row, strict=True):
                    if item is not None:
                        self.setItem(line, each, item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Where whole rows are chosen, Ctrl+C copies those that are, or all; a text that looks like a formula stays one."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.selectionBehavior() == QTableWidget.SelectionBehavior.SelectRows:
            from sellerdesk.writers.plain_text import pasted_cell

            lines = sorted({index.row() for index in self.selectedIndexes()}) or range(self.rowCount())
            rows = ([self.item(line, place) for place in range(self.columnCount())] for line in lines)
            texts = ("\t".join(pasted_cell(text_of(item), figure=is_figure(item)) for item in row) for row in rows)
            QApplication.clipboard().setText("\n".join(texts))
            self.copied.emit(len(lines))
        else:
            super().keyPressEvent(event)

    def align(self, figures: Collection[int]) -> None:
        """Titles of columns of figures stand to the right, as the figures do."""
        for place in range(self.columnCount()):
            title = self.horizontalHeaderItem(place) or plain.cell()
            title.setTextAlignment(RIGHT if place in figures else LEFT)
            self.setHorizontalHeaderItem(place, title)

    def fill(self, rows: Iterable[Sequence[str]], figures: Collection[int] = ()) -> None:
        """Show rows of texts, each text as it stands, `figures` being the columns set to the right."""
        shown = list(rows)
        self.unsort()
        self.setRowCount(len(shown))
        self.align(figures)
        for line, row in enumerate(shown):
            for place, text in enumerate(row):
                cell = plain.cell(text)
                if place in figures:
                    cell.setTextAlignment(RIGHT)
                self.setItem(line, place, cell)
        self.fit()


def text_of(item: QTableWidgetItem | None) -> str:
    """What a cell holds, as it was read."""
    return "" if item is None else str(item.data(plain.AS_READ) or item.text())


def sort_key(text: str) -> tuple[int, float, str] | None:
    """What a text sorts by: a figure by its size before words; None for what is not known."""
    if text.strip() in UNKNOWN:
        return None
    figure = FIGURE.fullmatch(text.strip())
    return (1, 0.0, text.casefold()) if figure is None else (0, float(figure[0].replace("−", "-").translate(UNITS)), "")


def in_order(rows: Iterable[Row], text: Callable[[Row], str], order: Qt.SortOrder) -> list[Row]:
    """Rows by a text of each: figures by their size, words by their letters, what is not known at the end in both directions."""
    known, unknown = list[Row](), list[Row]()
    for row in rows:
        (unknown if sort_key(text(row)) is None else known).append(row)
    known.sort(key=lambda row: sort_key(text(row)) or (0, 0.0, ""), reverse=order == Qt.SortOrder.DescendingOrder)
    return [*known, *unknown]


def is_figure(item: QTableWidgetItem | None) -> bool:
    """Whether a cell stands in a column of figures."""
    return item is not None and bool(item.textAlignment() & Qt.AlignmentFlag.AlignRight)
