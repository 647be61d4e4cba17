"""The page 分析: what returns cost by reason, SKU, category and month, the dearest first."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QWidget,
)

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style import plain, theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build, file_dialogs
from sellerdesk.ui.widgets.text_table import TextTable

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
BY = ("reason", "sku", "category", "month")
MOST = 2_000
"""Lines shown; the workbook holds all."""
WIDTH = 128
BAR, BAR_HEIGHT, BAR_MARGIN = 4, 14, 12
SHARE = Qt.ItemDataRole.UserRole
"""The cell role that holds the share of a line in the dearest one, from 0 to 1."""


class Bars(QStyledItemDelegate):
    """Paints the share of a line in the dearest one as a bar; the figure stands beside it in words."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """The ground of the cell, and the bar."""
        super().paint(painter, option, index)
        rect = option.rect
        room = rect.width() - 2 * BAR_MARGIN
        width = round(room * float(index.data(SHARE) or 0))
        if width > 0:
            top = rect.top() + (rect.height() - BAR_HEIGHT) // 2
            painter.fillRect(QRect(rect.left() + BAR_MARGIN, top, max(2, width), BAR_HEIGHT), theme.colour("bar"))


class AnalysisPage(QWidget):
    """One table of totals; the saved judging made them."""

    def __init__(self, desk: Desk) -> None:
        """Nothing is added up yet."""
        super().__init__()
        self.desk = desk
        self.by_label, self.by = build.label(), QComboBox()
        self.by.setMinimumHeight(32)
        self.by.currentIndexChanged.connect(self.tell)
        self.total = build.label("", bold=True, wrap=True)
        self.table = TextTable(5)
        self.table.setItemDelegateForColumn(BAR, Bars(self.table))
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.save, self.suppose, self.note = build.button("", "document"), build.button(), build.label("", wrap=True)
        self.suppose.clicked.connect(self.show_what_if)
        self.save.clicked.connect(self.export)
        head = build.box(build.row(self.by_label, self.by, 20, self.total, margins=(16, 8, 12, 8), grow=self.total))
        foot = build.box(build.row(self.save, self.suppose, 12, self.note, margins=(16, 8, 16, 8), grow=self.note), "window")
        self.setLayout(build.column(head, build.hairline(), self.table, build.hairline(), foot, gap=0, grow=self.table))
        desk.follow(lambda: tint.on_all("base", head, self))
        desk.take(self.tell)
        desk.follow(self.dress)

    def told(self) -> dict[str, Any]:
        """What the last judging added up."""
        state = self.desk.state
        return dict(state.judged.get("returns", {})) if state else {}

    def tell(self) -> None:
        """Show the totals of the chosen kind."""
        told, name = self.told(), str(self.by.currentData() or BY[0])
        rows = told.get("totals", {}).get(name, [])[:MOST]
        names = self.reasons() if name == "reason" else {}
        most = max((row["yen"] for row in rows), default=0)
        unknown = translate("Analysis", "not known")
        keys = [names.get(row["key"], row["key"]) or unknown for row in rows]
        cells = ((key, f"{row['count']:,}", self.yen(row), self.each(row)) for key, row in zip(keys, rows, strict=True))
        self.table.fill(cells, figures=(1, 2, 3))
        for line, row in enumerate(rows):
            bar = plain.cell()
            bar.setData(SHARE, row["yen"] / most if most else 0.0)
            bar.setData(Qt.ItemDataRole.AccessibleTextRole, self.yen(row))
            self.table.setItem(line, BAR, bar)
        self.save.setEnabled(bool(rows))
        self.suppose.setEnabled(bool(rows))
        whole = told.get("cost", {})
        words = translate("Analysis", "{count} returns cost {yen}")
        empty = translate("Analysis", "No returns yet. Open your returns report, and what returns cost is added up here.")
        self.total.setText(words.format(count=f"{whole.get('count', 0):,}", yen=self.yen(whole)) if rows else empty)

    def reasons(self) -> dict[str, str]:
        """The rows of the table of reasons in words."""
        from sellerdesk.workflows.returns.reasons import reasons_on

        return {str(one.row): f"{one.row}  {one.en if self.desk.lang == 'en' else one.ja}" for one in reasons_on(self.desk.as_of)}

    @staticmethod
    def yen(row: dict[str, Any]) -> str:
        """A sum, and whether not all of it is known."""
        told = f"¥{row.get('yen', 0):,}"
        return translate("Analysis", "{yen} or more").format(yen=told) if row.get("at_least") else told

    @staticmethod
    def each(row: dict[str, Any]) -> str:
        """What one return costs, on average."""
        told = f"¥{row['yen'] // row['count']:,}" if row["count"] else "–"
        return translate("Analysis", "{yen} or more").format(yen=told) if row["count"] and row["at_least"] else told

    def show_what_if(self) -> None:
        """Suppose another fare, method, size, or more or fewer returns of a reason."""
        from sellerdesk.ui.returns.what_if_dialog import WhatIf

        WhatIf(self.desk, self).show()

    def export(self) -> None:
        """Ask for the workbook's name and have it written beside the window."""
        kinds = translate("Analysis", "Excel workbook (*.xlsx)")
        name, _kind = file_dialogs.to_write(self, translate("Analysis", "Save what returns cost"), "return-costs.xlsx", kinds)
        if name:
            work = translate("Analysis", "Writing what returns cost")
            self.desk.run(work, ["export", "returns", "--json", "--as-of", self.desk.as_of, "--out", name], file=Path(name))

    def dress(self) -> None:
        """Words and colours."""
        words = (
            translate("Analysis", "Reason"),
            translate("Analysis", "SKU"),
            translate("Analysis", "Category"),
            translate("Analysis", "Month"),
        )
        chosen = max(0, self.by.currentIndex())
        self.by.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        self.by.clear()
        for name, text in zip(BY, words, strict=True):
            self.by.addItem(text, name)
        self.by.setCurrentIndex(chosen)
        self.by.blockSignals(False)  # noqa: FBT003 (as above)
        self.by_label.setText(translate("Analysis", "Added up by"))
        self.by.setAccessibleName(self.by_label.text())
        heads = ("", translate("Analysis", "Returns"), translate("Analysis", "Cost"), translate("Analysis", "Average"), "")
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setAccessibleName(translate("Analysis", "Cost of returns"))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place in range(1, BAR):
            self.table.setColumnWidth(place, WIDTH)
        header.setSectionResizeMode(BAR, QHeaderView.ResizeMode.Stretch)
        self.suppose.setText(translate("Analysis", "What if…"))
        self.save.setText(translate("Analysis", "Save as workbook…"))
        self.note.setText(translate("Analysis", "By the terms and your shop's own assumptions; write-downs and points are in no report."))
        tint.ink(self.note, "muted")
        self.tell()
