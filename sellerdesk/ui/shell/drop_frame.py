"""A quiet frame over the window while a file is dragged over it: it can be dropped here."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sellerdesk.ui.style import theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build

BORDER, INSIDE, ROUND = 3, 6, 8
"""Pixels of the line, of the room around it, and of its corners' radius."""
ENDS = (QEvent.Type.DragLeave, QEvent.Type.Drop)


class DropFrame(QWidget):
    """Lies over a window, takes no press and no drop of its own, and is gone as soon as the file is."""

    def __init__(self, window: QWidget) -> None:
        """Nothing is dragged yet."""
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = build.label("", "title", "accent", bold=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setContentsMargins(28, 14, 28, 14)
        self.setLayout(build.column(None, build.row(None, self.words, None), None))
        self.hide()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come with a dragged file, go with it."""
        if isinstance(event, QDragEnterEvent) and any(url.isLocalFile() for url in event.mimeData().urls()):
            self.come()
        elif event.type() in ENDS:
            self.hide()
        return super().eventFilter(watched, event)

    def come(self) -> None:
        """Lie over all of the window."""
        if (window := self.parentWidget()) is not None:
            self.setGeometry(window.rect())
        self.words.setText(translate("Window", "Drop the files here to open them"))
        tint.fill_background(self.words, "accent_soft")
        tint.colour_text(self.words, "accent")
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent"), BORDER, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(INSIDE, INSIDE, -INSIDE, -INSIDE), ROUND, ROUND)
