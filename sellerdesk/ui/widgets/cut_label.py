"""Words on one line, cut where their room ends: what stands below them stays where it is, however long they are."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from sellerdesk.ui.style import plain, theme, tint


class CutLabel(plain.Label):
    """As wide as its room; the whole words are its tip, and what a screen reader says."""

    def __init__(self, size: str = "body", token: str = "", *, bold: bool = False) -> None:
        """No words yet, in a size and colour of the theme."""
        super().__init__()
        self.words = ""
        self.setFont(theme.font(size, bold=bold))
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if token:
            tint.colour_text(self, token)

    def say(self, words: str) -> None:
        """Other words."""
        self.words = plain.shown(words)
        self.setAccessibleName(self.words)
        self.cut()

    def cut(self) -> None:
        """Show as much of the words as there is room for; only what is cut needs a tip."""
        text = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, self.width())
        self.setText(text)
        plain.set_tip(self, self.words if text != self.words else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: cut anew."""
        super().resizeEvent(event)
        self.cut()

    def sizeHint(self) -> QSize:
        """One line, also without words: its place is kept."""
        return QSize(0, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return self.sizeHint()
