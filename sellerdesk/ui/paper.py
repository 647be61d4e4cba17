"""Text on paper: a PDF with its letters in it, written beside its place and moved there whole."""

from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSaveFile
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from sellerdesk.ui import theme

DPI, POINTS = 300, 10


def write_pdf(file: Path, title: str, lines: list[str]) -> bool:
    """Write lines under a title on A4; gives whether the file is there, whole. Indented lines stay indented."""
    out = QSaveFile(str(file))
    if not out.open(QSaveFile.OpenModeFlag.WriteOnly):
        return False
    writer = QPdfWriter(out)
    writer.setTitle(title)
    writer.setCreator("Seller Desk")
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)  # printing a document adds 2 cm of its own
    document = QTextDocument()
    font = theme.font()
    font.setPointSizeF(POINTS)  # a size in pixels would be those of the paper: 13 of 300 to the inch are a millimetre
    document.setDefaultFont(font)
    document.setHtml(f"<h2>{escape(title)}</h2>" + "".join(map(paragraph, lines)))
    document.print_(writer)
    return out.commit()


def paragraph(line: str) -> str:
    """A line as a paragraph."""
    inside = len(line) - len(line.lstrip())
    return f'<p style="margin: 2px 0 2px {6 * inside}px">{escape(line.strip())}</p>'
