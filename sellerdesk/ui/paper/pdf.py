"""Text on paper: a PDF with its letters in it, written beside its place and moved there whole."""

from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter

from sellerdesk.domain.refusal import Fault
from sellerdesk.ui.paper.letters import meant
from sellerdesk.ui.style import theme
from sellerdesk.ui.style.plain import shown
from sellerdesk.ui.style.plain_pages import Paper
from sellerdesk.whole_file import write_whole

DPI, POINTS = 300, 10


def write_pdf(file: Path, title: str, lines: list[str]) -> bool:
    """Write lines under a title on A4; gives whether the file is there, whole. Indented lines stay indented."""
    data = QByteArray()
    writer = pdf_writer(buffer := QBuffer(data), title)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)  # printing a document adds 2 cm of its own
    document = Paper()
    font = paper_font(POINTS)
    document.setDefaultFont(font)
    document.setHtml(f"<h2>{escape(shown(title))}</h2>" + "".join(map(paragraph, lines)))
    document.print_(writer)
    del writer
    buffer.close()
    try:
        write_whole(file, [searchable(bytes(data.data()), set(title).union(*lines), font)])
    except (OSError, Fault):
        return False
    return True


def pdf_writer(out: QIODevice, title: str) -> QPdfWriter:
    """What writes a PDF on A4."""
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(out)
    writer.setTitle(shown(title))
    writer.setCreator("Seller Desk")
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return writer


def paper_font(points: float, *, bold: bool = False) -> QFont:
    """The font of a page."""
    font = theme.font(bold=bold)
    font.setStyleStrategy(
        QFont.StyleStrategy.PreferNoShaping
    )  # a ligature, or the 0 of "P2-01", is a glyph of no letter: no search finds it
    font.setPointSizeF(points)  # a size in pixels would be those of the paper: 13 of 300 to the inch are a millimetre
    return font


def searchable(data: bytes, letters: set[str], font: QFont) -> bytes:
    """A PDF in which every letter is found by a search."""
    from sellerdesk.writers.pdf_letters import set_right

    return set_right(data, lambda there: meant({*map(shown, letters), " "}, there, font))


def paragraph(line: str) -> str:
    """A line as a paragraph."""
    inside = len(line) - len(line.lstrip())
    return f'<p style="margin: 2px 0 2px {6 * inside}px">{escape(shown(line.strip()))}</p>'
