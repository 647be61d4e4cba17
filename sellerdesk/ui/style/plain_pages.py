"""Pages of our own words and a field for the owner's, which load nothing and take nothing but text."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QTextBrowser

from sellerdesk.ui.style.plain import shown


def no_picture() -> QImage:
    """A dot that nobody sees. Of nothing at all Qt thinks that it was not found, and looks for the file itself."""
    made = QImage(1, 1, QImage.Format.Format_ARGB32)
    made.fill(0)
    return made


class Pages(QTextBrowser):
    """Pages of our own words in HTML; nothing in them is loaded from anywhere, and no link leads anywhere."""

    def __init__(self) -> None:
        """No page yet."""
        super().__init__()
        self.setOpenLinks(False)

    def loadResource(self, _kind: int, _name: object) -> QImage:
        """Load nothing."""
        return no_picture()


class Notes(QPlainTextEdit):
    """A field of several lines; what is pasted into it comes as plain text with its hidden letters marked."""

    def __init__(self, text: str = "") -> None:
        """Show a text."""
        super().__init__(shown(text))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted or dropped, as text."""
        taken = QMimeData()
        taken.setText(shown(source.text()))
        super().insertFromMimeData(taken)


class Paper(QTextDocument):
    """A page to be printed; nothing in it is loaded from anywhere."""

    def loadResource(self, _kind: int, _name: object) -> QImage:
        """Load nothing."""
        return no_picture()
