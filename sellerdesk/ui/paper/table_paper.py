"""A table on paper: as many pages as it takes, each with the title, the column titles and its number."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import msgspec
from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPageLayout, QPainter, QPdfWriter

from sellerdesk.ui.paper.pdf import DPI, paper_font, pdf_writer, searchable
from sellerdesk.ui.style.plain import shown
from sellerdesk.writers.shown_table import ShownTable
from sellerdesk.writers.verdict_cells import COLOURS, verdict_columns, verdict_of

POINTS = 8
MARGIN_MM = 12
PAD = DPI // 20
"""At both sides of a cell: 1.3 mm, so that figures at the right and words at the left of the next column do not touch."""
RISE = DPI // 40
"""Between the words of a row and its line."""
MOST_SPREAD = 1.6
"""Columns grow to so many times what they need, to fill a page; wider gaps lead the eye into the next row."""
SLACK = DPI // 50
"""Words in exactly their own width would be broken."""
GAP = DPI // 8
"""Between title, table and page number."""
MEASURED = 400
"""Rows by which the widths of columns are told."""
STEP = 2_000
"""Rows between two words of progress."""
ENOUGH = 0.5
"""The share of a page that the last one fills; with less, every page ends a little earlier."""
LINE, SHADE = QColor("#C8CDD3"), QColor("#EEF1F4")
INK = "#1B2026"
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere


def table_pdf(table: ShownTable, tell: Callable[[int, int], None]) -> bytes:
    """A table as a PDF; `tell` hears how many of how many steps are done, two for every row."""
    table = msgspec.structs.replace(table, rows=[[*map(shown, row)] for row in table.rows], head=[*map(shown, table.head)])
    data = QByteArray()
    writer = pdf_writer(buffer := QBuffer(data), table.title)
    writer.setPageMargins(QMarginsF(*[MARGIN_MM] * 4), QPageLayout.Unit.Millimeter)
    needed = needed_widths(table, writer)
    if sum(needed) > writer.width():
        writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    painter = QPainter(writer)
    Paper(table, writer, painter, spread(fitted(needed, writer.width()), writer.width())).draw(tell)
    painter.end()
    del painter, writer
    buffer.close()
    letters = set("0123456789/ ").union(table.title, table.note, table.shop, *table.head)
    for row in table.rows:
        letters.update(*row)
    return searchable(bytes(data.data()), letters, paper_font(POINTS))


def needed_widths(table: ShownTable, writer: QPdfWriter) -> list[int]:
    """How wide each column must be for its words to stand on one line."""
    plain, bold = (QFontMetrics(paper_font(POINTS, bold=strong), writer) for strong in (False, True))
    need = [bold.horizontalAdvance(title) for title in table.head]
    for row in table.rows[:: max(1, len(table.rows) // MEASURED)]:
        need = [max(most, plain.horizontalAdvance(cell)) for most, cell in zip(need, row, strict=True)]
    return [most + 2 * PAD + SLACK for most in need]


def fitted(need: list[int], room: int) -> list[int]:
    """Widths that fit: where there is no room for all, the widest columns give way."""
    if sum(need) <= room:
        return need
    rest, widest = room, 0
    for place, most in enumerate(sorted(need)):
        widest = rest // (len(need) - place)
        if most >= widest:
            break
        rest -= most
    return [min(most, widest) for most in need]


def spread(widths: list[int], room: int) -> list[int]:
    """Widths that fill the room as far as they may grow."""
    times = min(MOST_SPREAD, room / max(1, sum(widths)))
    return [int(width * max(1, times)) for width in widths]


def named(table: ShownTable) -> str:
    """What a page is called: the list, and the shop where it has a name."""
    return "  ".join(filter(None, (table.title, table.shop)))


def page_starts(heights: Sequence[int], room: int) -> list[int]:
    """The first row of every page: no more pages than it takes, and the last one not much emptier than the others."""
    starts = filled(heights, room)
    if len(starts) == 1 or sum(heights[starts[-1] :]) >= room * ENOUGH:
        return starts
    least, most = sum(heights) // len(starts), room
    while least < most - 1:
        middle = (least + most) // 2
        least, most = (least, middle) if len(filled(heights, middle)) <= len(starts) else (middle, most)
    return filled(heights, most)


def filled(heights: Sequence[int], room: int) -> list[int]:
    """The first row of every page, each filled before the next is begun."""
    starts, used = [0], 0
    for number, height in enumerate(heights):
        if used + height > room and used:
            starts.append(number)
            used = 0
        used += height
    return starts


class Paper:
    """The pages of a table: rows are measured first, then drawn, so that every page can say how many there are."""

    def __init__(self, table: ShownTable, writer: QPdfWriter, painter: QPainter, widths: list[int]) -> None:
        """Measure the fonts on the paper."""
        self.table, self.writer, self.painter, self.widths = table, writer, painter, widths
        self.verdicts = verdict_columns(table.head)
        self.plain, self.bold = paper_font(POINTS), paper_font(POINTS, bold=True)
        self.metrics, self.bold_metrics = QFontMetrics(self.plain, writer), QFontMetrics(self.bold, writer)
        self.height, self.line = writer.height(), self.metrics.height()
        # no word stands beside the table: readers that guess the direction of a page's text (pdfium) take wide gaps for columns of words
        words = self.bold_metrics.horizontalAdvance(named(table)) + self.metrics.horizontalAdvance(table.note) + GAP
        self.width = min(writer.width(), max(sum(widths), words))
        self.top = self.line + GAP
        self.head = self.row_height(table.head, self.bold_metrics)
        self.room = self.height - self.top - self.head - self.line - GAP

    def row_height(self, cells: list[str], metrics: QFontMetrics) -> int:
        """How high a row is: as its longest cell, and never higher than a page."""
        most = self.line
        for cell, width in zip(cells, self.widths, strict=True):
            room = width - 2 * PAD
            if "\n" in cell or metrics.horizontalAdvance(cell) > room:
                most = max(most, metrics.boundingRect(QRect(0, 0, room, self.height), WRAP, cell).height())
        return min(most + RISE, self.height * 4 // 5)

    def draw(self, tell: Callable[[int, int], None]) -> None:
        """Draw all pages."""
        count = len(self.table.rows)
        heights = []
        for number, row in enumerate(self.table.rows):
            if number % STEP == 0:
                tell(number, 2 * count)
            heights.append(self.row_height(row, self.metrics))
        breaks = page_starts(heights, self.room)
        for page, (first, end) in enumerate(pairwise([*breaks, count]), start=1):
            if page > 1:
                self.writer.newPage()
            if page % (STEP // 40) == 1:
                tell(count + first, 2 * count)
            self.draw_page(range(first, end), heights, f"{page} / {len(breaks)}")

    def draw_page(self, rows: range, heights: list[int], number: str) -> None:
        """Draw a page: its title, its column titles, its rows, its number."""
        whole = QRect(0, 0, self.width, self.line)
        self.painter.setFont(self.bold)
        self.painter.drawText(whole, LEFT, shown(named(self.table)))
        self.painter.fillRect(0, self.top, sum(self.widths), self.head, SHADE)
        self.draw_row(self.table.head, self.top, self.head)
        self.painter.setFont(self.plain)
        self.painter.drawText(whole, RIGHT, shown(self.table.note))
        self.painter.drawText(whole.translated(0, self.height - self.line), RIGHT, number)
        top = self.top + self.head
        for place in rows:
            self.draw_row(self.table.rows[place], top, heights[place])
            top += heights[place]

    def draw_row(self, cells: list[str], top: int, height: int) -> None:
        """Draw the cells of a row, with a line below."""
        left = 0
        for place, (cell, width, figure) in enumerate(zip(cells, self.widths, self.table.figures, strict=True)):
            room = QRect(left + PAD, top + RISE // 2, width - 2 * PAD, height)
            outcome = verdict_of(cell) if place in self.verdicts else None
            self.painter.setPen(COLOURS[outcome] if outcome else INK)
            self.painter.drawText(room, WRAP | (RIGHT if figure else LEFT), cell)
            left += width
        self.painter.setPen(INK)
        self.painter.fillRect(0, top + height - 1, left, 1, LINE)
