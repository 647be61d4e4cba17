"""The names of the rows of 入出金, which stay in place while many months go by beside them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QTableView

from sellerdesk.ui.payments.month_cells import NameCells
from sellerdesk.ui.style import theme
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.text_table import FIRST, TextTable


class FrozenNames(QTableView):
    """The first column of a table once more, over it; in sight while the table is scrolled sideways."""

    def __init__(self, table: TextTable) -> None:
        """Over a table, whose rows and choice it shares."""
        super().__init__(table)
        self.table, self.edge = table, build.upright()
        self.edge.setParent(table)
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setSelectionBehavior(table.selectionBehavior())
        self.setSelectionMode(table.selectionMode())
        self.setItemDelegate(NameCells(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the table itself is walked by keys
        self.setFocusProxy(table)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        for turn in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            turn(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(table.verticalScrollMode())
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        table.horizontalScrollBar().valueChanged.connect(self.follow)
        table.horizontalHeader().sectionResized.connect(self.follow)
        table.verticalHeader().sectionResized.connect(lambda line, _before, high: self.setRowHeight(line, high))
        self.follow()

    def follow(self) -> None:
        """Be where the first column would be, as wide and as high."""
        header = self.table.horizontalHeader()
        for part in (self, self.edge):
            part.setVisible(self.table.horizontalScrollBar().value() > 0)
        for place in range(self.table.columnCount()):
            self.setColumnHidden(place, place > 0)
        self.setColumnWidth(0, self.table.columnWidth(0))
        self.horizontalHeader().setFixedHeight(header.height())
        high = header.height() + build.viewport(self.table).height()
        self.setGeometry(0, 0, self.table.columnWidth(0), high)
        self.edge.setGeometry(self.table.columnWidth(0), 0, 1, high)

    def restyle(self) -> None:
        """Colours and sizes of the table."""
        self.setPalette(self.table.palette())
        header = self.horizontalHeader()
        header.setFont(theme.font("small"))
        header.setDefaultAlignment(self.table.horizontalHeader().defaultAlignment())
        header.setStyleSheet(theme.header_style(FIRST))
        self.follow()
