"""A search through all pages of the help: from where one is, over the pages behind it, and round again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QLineEdit, QTabWidget, QWidget

from sellerdesk.ui.style import tint
from sellerdesk.ui.style.plain_pages import Pages
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build


class HelpSearch(QWidget):
    """A line for words, and a button that goes on to the next place."""

    def __init__(self, tabs: QTabWidget, pages: Sequence[Pages]) -> None:
        """Nothing is sought yet; `pages` are those of the tabs, in their order."""
        super().__init__()
        self.tabs, self.pages = tabs, pages
        self.line, self.next = QLineEdit(), build.button(height=32)
        self.said = build.label("", "small")
        self.line.setClearButtonEnabled(True)
        self.line.setMinimumHeight(32)
        self.line.returnPressed.connect(self.seek)
        self.line.textChanged.connect(self.forget)
        self.next.clicked.connect(self.seek)
        self.next.setAutoDefault(False)
        self.setLayout(build.row(self.line, self.next, self.said, gap=8, grow=self.line))

    def take_keys(self, owner: QWidget) -> None:
        """Let the usual keys of a search lead here."""
        for key, act in ((QKeySequence.StandardKey.Find, self.begin), (QKeySequence.StandardKey.FindNext, self.seek)):
            QShortcut(QKeySequence(key), owner).activated.connect(act)

    def begin(self) -> None:
        """Put the cursor into the line."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def forget(self) -> None:
        """Other words: what was said of the last ones holds no more."""
        self.said.clear()
        self.next.setEnabled(bool(self.line.text().strip()))

    def seek(self) -> None:
        """Show the next place of the words; one behind the last is the first."""
        words, begin = self.line.text().strip(), self.tabs.currentIndex()
        if not words:
            return
        for step in range(len(self.pages) + 1):
            place = (begin + step) % len(self.pages)
            if step:
                self.pages[place].moveCursor(QTextCursor.MoveOperation.Start)
            if self.pages[place].find(words):
                self.tabs.setCurrentIndex(place)
                self.said.clear()
                return
        self.said.setText(translate("Guide", "Not found"))

    def restyle(self) -> None:
        """Words and colours."""
        self.line.setPlaceholderText(translate("Guide", "Search the help"))
        self.line.setAccessibleName(translate("Guide", "Search the help"))
        self.next.setText(translate("Guide", "Next"))
        tint.colour_text(self.said, "check")
        self.forget()
