"""The small table of texts, for dialogs and for pages without rows of a report; it looks as the list of offers does."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableWidget

from sellerdesk.ui.style import plain, theme
from sellerdesk.ui.widgets import build

PAD, FIRST, ROW = 9, 12, 30
"""Pixels beside a text (Qt adds 3), before the first title, and the height of a title or row at the natural size of letters."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
SELECTED, FOCUS = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_HasFocus
Index = QModelIndex | QPersistentModelIndex


class TextCells(QStyledItemDelegate):
    """Cells with room beside their text and a hairline below; where whole rows are chosen, no cell has a frame of its own."""

    by_row = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground over the whole cell, the text inside it, the hairline at its foot."""
        ground = QRect(option.rect)  # a copy: option.rect is the option's own
        if option.state & SELECTED:
            painter.fillRect(ground, theme.colour("select"))
        elif (brush := index.data(Qt.ItemDataRole.BackgroundRole)) is not None:
            painter.fillRect(ground, brush)
        if self.by_row:
            option.state &= ~FOCUS
        option.rect = ground.adjusted(PAD, 0, -PAD, -1)
        super().paint(painter, option, index)
        option.rect = ground
        painter.fillRect(ground.left(), ground.bottom(), ground.width(), 1, theme.colour("line"))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The text's own, and the room beside it."""
        return super().sizeHint(option, index) + QSize(2 * PAD, 1)


class TextTable(QTableWidget):
    """A table that Tab leaves, as it leaves every other control: arrow keys move in it. Cells are only read unless they are `edited`."""

    def __init__(self, columns: int, *, edited: bool = False) -> None:
        """Without rows."""
        super().__init__(0, columns)
        self.wide, self.needed = -1, 0
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
        self.dress()

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
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.ApplicationPaletteChange):
            self.dress()

    def dress(self) -> None:
        """Colours and sizes of the moment."""
        colours = QPalette(theme.palette())
        colours.setColor(QPalette.ColorRole.Highlight, theme.colour("select"))
        colours.setColor(QPalette.ColorRole.HighlightedText, theme.colour("on_select"))
        self.setPalette(colours)
        build.slim(self)
        header = self.horizontalHeader()
        header.setFont(theme.font("small"))
        header.setStyleSheet(theme.header_style(FIRST))
        header.setFixedHeight(max(ROW, self.fontMetrics().height() + FIRST))
        self.verticalHeader().setDefaultSectionSize(max(ROW, self.fontMetrics().height() + FIRST))

    def title(self, titles: Sequence[str], *, wide: int = -1) -> None:
        """Titles over the columns, of which one (by default the last) takes what room is left, and never less than its words need."""
        self.setHorizontalHeaderLabels(list(titles))
        self.wide = wide % len(titles)
        self.fit()

    def fit(self) -> None:
        """Give every column the width of its words, and one of them what room is left."""
        self.resizeColumnsToContents()
        self.needed = self.columnWidth(self.wide) if self.wide >= 0 else 0
        self.spread()

    def spread(self) -> None:
        """Give the wide column what room is left."""
        if self.wide >= 0:
            others = sum(self.columnWidth(place) for place in range(self.columnCount()) if place != self.wide)
            self.setColumnWidth(self.wide, max(self.needed, self.viewport().width() - others))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size of the window."""
        super().resizeEvent(event)
        self.spread()

    def align(self, figures: Collection[int]) -> None:
        """Titles of columns of figures stand to the right, as the figures do."""
        for place in range(self.columnCount()):
            title = self.horizontalHeaderItem(place) or plain.cell()
            title.setTextAlignment(RIGHT if place in figures else LEFT)
            self.setHorizontalHeaderItem(place, title)

    def fill(self, rows: Iterable[Sequence[str]], figures: Collection[int] = ()) -> None:
        """Show rows of texts, each text as it stands, `figures` being the columns set to the right."""
        shown = list(rows)
        self.setRowCount(len(shown))
        self.align(figures)
        for line, row in enumerate(shown):
            for place, text in enumerate(row):
                cell = plain.cell(text)
                if place in figures:
                    cell.setTextAlignment(RIGHT)
                self.setItem(line, place, cell)
        self.fit()
