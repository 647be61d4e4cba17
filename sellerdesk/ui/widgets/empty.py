"""An empty state: what there is not, why, and one button that helps."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sellerdesk.ui.widgets import parts


class Empty(QWidget):
    """An empty state: what there is not, why, and one button that helps."""

    def __init__(self, act: Callable[[], None]) -> None:
        """Words come later."""
        super().__init__()
        self.title, self.text, self.button = parts.label("", "lead", bold=True), parts.label("", wrap=True), parts.button("", height=32)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.symbol = parts.picture("search", "muted", 32)
        self.button.clicked.connect(act)
        middle = (parts.row(None, self.symbol, None), self.title, self.text, parts.row(None, self.button, None))
        self.setLayout(parts.column(None, *middle, None, None, gap=8, margins=(24, 0, 24, 0)))

    def say(self, title: str, text: str, button: str) -> None:
        """What there is not, why, and what helps ("" for no button)."""
        self.title.setText(title)
        self.text.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        parts.repicture(self.symbol, "search", "muted")
        parts.on(self, "base")
        parts.ink(self.text, "muted")
