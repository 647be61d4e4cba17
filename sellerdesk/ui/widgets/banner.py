"""A warning that stands while it holds: a damaged or lost store, a shop held by another window, a synchronised folder."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style import tint
from sellerdesk.ui.widgets import build


class Banner(QWidget):
    """One warning with its way out; hidden while there is none."""

    def __init__(self, desk: Desk) -> None:
        """Nothing to warn of yet."""
        super().__init__()
        self.kind, self.act = "", _nothing
        self.symbol, self.text = tint.picture("warning", "breach", 20), build.label("", wrap=True)
        self.button = build.button(height=30)
        self.button.clicked.connect(self.press)
        self.setLayout(build.row(self.symbol, self.text, self.button, margins=(16, 8, 12, 8), grow=self.text))
        self.hide()
        desk.follow(self.dress)

    def warn(self, kind: str, text: str, button: str, act: Callable[[], None]) -> None:
        """Show a warning of a kind ("breach", "check"); "" takes it away."""
        self.kind, self.act = kind, act
        self.text.setText(text)
        self.button.setText(button)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.dress()

    def press(self) -> None:
        """Take the way out."""
        self.act()

    def away(self) -> None:
        """Nothing to warn of."""
        self.warn("", "", "", _nothing)

    def dress(self) -> None:
        """Colours."""
        if self.kind:
            tint.repicture(self.symbol, "warning" if self.kind == "breach" else "check", self.kind)
            tint.on(self, f"{self.kind}_bg")


def _nothing() -> None:
    """What a warning that is not there does."""
