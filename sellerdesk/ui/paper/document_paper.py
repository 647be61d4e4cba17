"""A document on paper: as a PDF, or on a printer; every page has the title and its number, every table its titles again."""

import html
from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPagedPaintDevice,
    QPageLayout,
    QPainter,
    QTextBlock,
    QTextCursor,
    QTextFrame,
    QTextFrameFormat,
    QTextTable,
)

from sellerdesk.ui.paper.pdf import paper_font, pdf_writer, searchable
from sellerdesk.ui.style.plain import shown
from sellerdesk.ui.style.plain_pages import Paper
from sellerdesk.writers.document import Document, Heading, Table, Text
from sellerdesk.writers.verdict_cells import COLOURS, verdict_columns, verdict_of

POINTS, SMALL = 9, 8
MARGIN_MM = 14
FOOT = 2
"""Lines kept for title and page number."""
INK, MUTED, LINE, SHADE, BAR = "#1B2026", "#58616C", "#C8CDD3", "#EEF1F4", "#6C97C2"
"""Paper is white, whatever the window wears."""
BREAK = QTextFrameFormat.PageBreakFlag.PageBreak_AlwaysBefore
SHORT, BEGINNING, LATE = 0.5, 0.12, 0.66
"""Parts of a page: a table up to this long is not torn, of a longer one the beginning stays with its heading; a new part begins its
own page where only the last third of one is left."""
AFTER_FIGURES = "padding-left:18px"
"""Words at the left right after figures at the right would touch them."""


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
    keep_together(text, size.height())
    pages = text.pageCount()
    for page in range(pages):
        if page:
            device.newPage()
        draw_page(text, painter, QRectF(0, page * size.height(), size.width(), size.height()))
        foot(document, painter, device, f"{page + 1} / {pages}")
    painter.end()
    return pages


def keep_together(text: Paper, height: float) -> None:
    """Begin a page before what would be torn: a heading from what it heads, a short table in two, a part at the foot of a page."""
    for group in groups(text):
        frame = group[-1] if isinstance(group[-1], QTextTable) else None
        top = edges(text, group[0])[0]
        bottom = edges(text, group[-1])[1]
        if frame is not None and bottom - edges(text, frame)[0] > height * SHORT:
            bottom = edges(text, frame)[0] + height * BEGINNING
        late = heads_part(group[0]) and top % height > height * LATE
        if top % height > height * BEGINNING and (late or top // height != (bottom - 1) // height):
            begin_page(group[0])


def groups(text: Paper) -> list[list[QTextBlock | QTextFrame]]:
    """The parts of a document, headings with what they head."""
    found: list[list[QTextBlock | QTextFrame]] = []
    joins = False
    for part in parts(text):
        if joins:
            found[-1].append(part)
        else:
            found.append([part])
        joins = isinstance(part, QTextBlock) and part.blockFormat().headingLevel() > 0
    return found


def parts(text: Paper) -> Iterator[QTextBlock | QTextFrame]:
    """The paragraphs and tables of a document, from top to bottom."""
    place = text.rootFrame().begin()
    while not place.atEnd():
        block = place.currentBlock()
        yield block if block.isValid() else place.currentFrame()
        place += 1


def edges(text: Paper, part: QTextBlock | QTextFrame) -> tuple[float, float]:
    """Where a part begins and ends, in the paper's own units from the top of the first page."""
    layout = text.documentLayout()
    place = layout.blockBoundingRect(part) if isinstance(part, QTextBlock) else layout.frameBoundingRect(part)
    return place.top(), place.bottom()


def heads_part(part: QTextBlock | QTextFrame) -> bool:
    """Whether it is the heading of a part."""
    return isinstance(part, QTextBlock) and part.blockFormat().headingLevel() == 1


def begin_page(part: QTextBlock | QTextFrame) -> None:
    """Begin a page before a part."""
    if isinstance(part, QTextBlock):
        form = part.blockFormat()
        form.setPageBreakPolicy(BREAK)
        QTextCursor(part).setBlockFormat(form)
    else:
        frame = part.frameFormat()
        frame.setPageBreakPolicy(BREAK)
        part.setFrameFormat(frame)


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
    painter.drawText(
        where,
        Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft,
        shown("  ".join(filter(None, (document.shop, document.title, document.note)))),
    )
    painter.drawText(where, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, number)
    painter.restore()


def escape(text: str) -> str:
    """A text as a part of HTML, in which it stays a text."""
    return html.escape(shown(text))


def body(document: Document) -> str:
    """A document as the rich text that Qt lays out."""
    blocks = "".join(map(block_html, document.blocks))
    shop = f"<p style='font-size:11pt'><b>{escape(document.shop)}</b></p>" if document.shop else ""
    note = f"<p style='color:{MUTED}'>{escape(document.note)}</p>"
    return f"<body style='color:{INK}'>{shop}<h1 style='font-size:18pt'>{escape(document.title)}</h1>{note}{blocks}</body>"


def block_html(block: Heading | Text | Table) -> str:
    """One part of a document."""
    if isinstance(block, Heading):
        size = "15pt" if block.level == 1 else "11.5pt"
        return f"<h{block.level} style='font-size:{size};margin-top:14px'>{escape(block.text)}</h{block.level}>"
    if isinstance(block, Text):
        words = escape(block.text).replace("\n", "<br>")
        return f"<p style='color:{COLOURS.get(block.outcome, INK)}'>{f'<b>{words}</b>' if block.strong else words}</p>"
    return table_html(block)


def table_html(table: Table) -> str:
    """A table; its head is repeated on every page that it runs over."""
    bars = "<th width='30%'></th>" if table.bars else ""
    head = "".join(f"<th {look(table, place)}>{coloured(title)}</th>" for place, title in enumerate(table.head))
    rows = "".join(row_html(table, number) for number in range(len(table.rows)))
    style = f"border-color:{LINE};border-style:solid;border-collapse:collapse;margin-bottom:10px"
    return (
        f"<table width='100%' cellspacing='0' cellpadding='5' border='0.5' style='{style}'>"
        f"<thead><tr bgcolor='{SHADE}'>{head}{bars}</tr></thead>{rows}</table>"
    )


def row_html(table: Table, number: int) -> str:
    """A row, with its bar."""
    marked = verdict_columns(table.head)
    cells = "".join(
        f"<td {look(table, place)}>{coloured(cell) if place in marked else escape(cell)}</td>"
        for place, cell in enumerate(table.rows[number])
    )
    bar = f"<td width='30%'>{bar_html(table.bars[number])}</td>" if table.bars else ""
    return f"<tr>{cells}{bar}</tr>"


def bar_html(share: float) -> str:
    """A bar of a share of its column."""
    width = round(100 * share)
    if not width:
        return ""
    rest = f"<td width='{100 - width}%'></td>" if width < 100 else ""  # noqa: PLR2004 (per cent)
    return f"<table width='100%' cellspacing='0' cellpadding='0'><tr><td width='{width}%' bgcolor='{BAR}'>&nbsp;</td>{rest}</tr></table>"


def look(table: Table, place: int) -> str:
    """Figures stand at the right; words behind them keep their distance."""
    if place in table.figures:
        return "align='right'"
    return f"align='left' style='{AFTER_FIGURES}'" if place - 1 in table.figures else "align='left'"


def coloured(cell: str) -> str:
    """A cell in the colour of the verdict that it names, if it names one."""
    outcome = verdict_of(cell)
    return f"<font color='{COLOURS[outcome]}'><b>{escape(cell)}</b></font>" if outcome else escape(cell)
