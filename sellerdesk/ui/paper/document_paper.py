"""A document on paper: as a PDF, or on a printer; every page has the title and its number, every table its titles again."""

import html

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QPagedPaintDevice, QPageLayout, QPainter

from sellerdesk.reports.document import Document, Heading, Table, Text
from sellerdesk.ui.paper.pdf import paper_font, pdf_writer, searchable
from sellerdesk.ui.style.plain import shown
from sellerdesk.ui.style.plain_pages import Paper

POINTS, SMALL = 9, 8
MARGIN_MM = 14
FOOT = 2
"""Lines kept for title and page number."""
INK, MUTED, LINE, SHADE, BAR = "#1B2026", "#58616C", "#C8CDD3", "#EEF1F4", "#6C97C2"
"""Paper is white, whatever the window wears."""


def document_pdf(document: Document) -> bytes:
    """A document as a PDF whose text can be searched."""
    data = QByteArray()
    writer = pdf_writer(buffer := QBuffer(data), document.title)
    writer.setPageMargins(QMarginsF(*[MARGIN_MM] * 4), QPageLayout.Unit.Millimeter)
    draw(document, writer)
    del writer
    buffer.close()
    return searchable(bytes(data.data()), document.letters(), paper_font(POINTS))


def draw(document: Document, device: QPagedPaintDevice) -> int:
    """Draw a document on a device; gives how many pages it took."""
    painter = QPainter(device)
    text = Paper()
    text.documentLayout().setPaintDevice(device)
    text.setDocumentMargin(0)
    text.setDefaultFont(paper_font(POINTS))
    text.setHtml(body(document))
    line = painter.fontMetrics().height()
    size = QSizeF(device.width(), device.height() - FOOT * line)
    text.setPageSize(size)
    pages = text.pageCount()
    for page in range(pages):
        if page:
            device.newPage()
        draw_page(text, painter, QRectF(0, page * size.height(), size.width(), size.height()))
        foot(document, painter, device, f"{page + 1} / {pages}")
    painter.end()
    return pages


def draw_page(text: Paper, painter: QPainter, part: QRectF) -> None:
    """Draw one page's part of the text, in the paper's own colours."""
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = part
    painter.save()
    painter.translate(0, -part.top())
    painter.setClipRect(part)
    text.documentLayout().draw(painter, context)
    painter.restore()


def foot(document: Document, painter: QPainter, device: QPagedPaintDevice, number: str) -> None:
    """Title and page number at the foot of a page."""
    painter.save()
    painter.setFont(paper_font(SMALL))
    painter.setPen(MUTED)
    where = QRectF(0, 0, device.width(), device.height())
    painter.drawText(where, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, shown(f"{document.title}  {document.note}"))
    painter.drawText(where, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, number)
    painter.restore()


def escape(text: str) -> str:
    """A text as a part of HTML, in which it stays a text."""
    return html.escape(shown(text))


def body(document: Document) -> str:
    """A document as the rich text that Qt lays out."""
    told = "".join(map(block_html, document.blocks))
    note = f"<p style='color:{MUTED}'>{escape(document.note)}</p>"
    return f"<body style='color:{INK}'><h1 style='font-size:18pt'>{escape(document.title)}</h1>{note}{told}</body>"


def block_html(block: Heading | Text | Table) -> str:
    """One part of a document."""
    if isinstance(block, Heading):
        style = "page-break-before:always;font-size:15pt" if block.level == 1 else "font-size:11.5pt;margin-top:14px"
        return f"<h2 style='{style}'>{escape(block.text)}</h2>"
    if isinstance(block, Text):
        words = escape(block.text).replace("\n", "<br>")
        return f"<p>{f'<b>{words}</b>' if block.strong else words}</p>"
    return table_html(block)


def table_html(table: Table) -> str:
    """A table; its head is repeated on every page that it runs over."""
    bars = "<th width='30%'></th>" if table.bars else ""
    head = "".join(f"<th align='{side(table, place)}'>{escape(title)}</th>" for place, title in enumerate(table.head))
    rows = "".join(row_html(table, number) for number in range(len(table.rows)))
    style = f"border-color:{LINE};border-style:solid;border-collapse:collapse"
    return (
        f"<table width='100%' cellspacing='0' cellpadding='5' border='0.5' style='{style}'>"
        f"<thead><tr bgcolor='{SHADE}'>{head}{bars}</tr></thead>{rows}</table>"
    )


def row_html(table: Table, number: int) -> str:
    """A row, with its bar."""
    cells = "".join(f"<td align='{side(table, place)}'>{escape(cell)}</td>" for place, cell in enumerate(table.rows[number]))
    bar = f"<td width='30%'>{bar_html(table.bars[number])}</td>" if table.bars else ""
    return f"<tr>{cells}{bar}</tr>"


def bar_html(share: float) -> str:
    """A bar of a share of its column."""
    width = round(100 * share)
    if not width:
        return ""
    rest = f"<td width='{100 - width}%'></td>" if width < 100 else ""  # noqa: PLR2004 (per cent)
    return f"<table width='100%' cellspacing='0' cellpadding='0'><tr><td width='{width}%' bgcolor='{BAR}'>&nbsp;</td>{rest}</tr></table>"


def side(table: Table, place: int) -> str:
    """Figures stand at the right."""
    return "right" if place in table.figures else "left"
