"""A line that opens: one line of words with a chevron, and below it, once it is pressed, what there is to read."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from sellerdesk.ui.style import icons, plain, tint
from sellerdesk.ui.widgets import build

CHEVRON, ROOM, MARGIN = 14, 36, 12
"""Pixels of the chevron, of what stands beside the words, and above and below them."""
BETWEEN = " · "
"""What stands between the words that may be cut and those that are kept."""


class FoldButton(QToolButton):
    """The line itself: its words are cut where the panel ends, and whole for a screen reader."""

    def __init__(self, words: str, kept: str = "", least: int = 0) -> None:
        """Folded; `kept` are the last of the words, such as a number, which go into a second line where not all have room in one.

        A line that keeps words is `least` pixels high, and higher with two lines.
        """
        super().__init__()
        self.kept, self.least = plain.shown(kept), least
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setIconSize(QSize(CHEVRON, CHEVRON))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.restyle)
        tint.colour_text(self, "text")
        self.say(words)
        self.restyle()

    def say(self, words: str) -> None:
        """What the line says."""
        self.words = plain.shown(words)
        self.setAccessibleName(self.words)
        self.cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words anew."""
        super().resizeEvent(event)
        self.cut()

    def cut(self) -> None:
        """Show as much of the words as there is room for; of what is kept the end, where even that has no room."""
        metrics, room = self.fontMetrics(), self.width() - ROOM
        lines = [self.words]
        if self.kept and metrics.horizontalAdvance(self.words) > room:
            first, kept = self.words.removesuffix(self.kept), self.kept.removeprefix(BETWEEN)
            lines = [first, metrics.elidedText(kept, Qt.TextElideMode.ElideLeft, room)]
        self.setText("\n".join([metrics.elidedText(lines[0], Qt.TextElideMode.ElideRight, room), *lines[1:]]))
        if self.least:
            self.setFixedHeight(max(self.least, len(lines) * metrics.lineSpacing() + MARGIN))
        plain.set_tip(self, self.words if self.text().replace("\n", BETWEEN) != self.words else "")

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be: the words are cut to what there is."""
        return QSize(0, super().minimumSizeHint().height())

    def restyle(self) -> None:
        """The chevron says whether it is open."""
        self.setIcon(icons.icon("chevron-down" if self.isChecked() else "chevron-right", "muted"))


class Fold(QWidget):
    """A folded line over what it holds."""

    def __init__(self, words: str, *inside: QWidget) -> None:
        """`inside` is hidden until the line is pressed."""
        super().__init__()
        self.button, self.held = FoldButton(words), build.box(build.column(*inside, gap=4, margins=(20, 0, 0, 4)))
        self.held.hide()
        self.button.toggled.connect(self.held.setVisible)
        self.setLayout(build.column(self.button, self.held, gap=0))
