"""What stands while it holds: a warning of a damaged or lost store, of a shop held by another window; a report that has come."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style import tint
from sellerdesk.ui.widgets import build

Choice = tuple[str, Callable[[], None]]
"""What a button says, and what it does."""
LOOKS = {
    "breach": ("warning", "breach", "breach_bg"),
    "check": ("check", "check", "check_bg"),
    "offer": ("document", "accent", "accent_soft"),
}
"""By kind: the picture, its colour, and the colour below."""


class Banner(QWidget):
    """One warning with its way out, or one offer with a yes and a no; hidden while there is neither."""

    def __init__(self, desk: Desk) -> None:
        """Nothing to warn of yet."""
        super().__init__()
        self.kind, self.act, self.refuse = "", _nothing, _nothing
        self.symbol, self.text = tint.picture("warning", "breach", 20), build.label("", wrap=True)
        self.button = build.button(height=30)
        self.other = build.button(height=30)
        self.button.clicked.connect(self.press)
        self.other.clicked.connect(lambda: self.refuse())  # noqa: PLW0108 (another one with every offer)
        self.other.hide()
        self.setLayout(build.row(self.symbol, self.text, self.button, self.other, margins=(16, 8, 12, 8), grow=self.text))
        self.hide()
        desk.follow(self.restyle)

    def warn(self, kind: str, text: str, button: str, act: Callable[[], None]) -> None:
        """Show a warning of a kind ("breach", "check"); "" takes it away."""
        self.kind, self.act = kind, act
        self.text.setText(text)
        self.button.setText(button)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.restyle()

    def offer(self, text: str, accept: Choice, refuse: Choice) -> None:
        """Show an offer, with what its two buttons say and do."""
        self.refuse = refuse[1]
        self.other.setText(refuse[0])
        self.other.show()
        self.warn("offer", text, *accept)

    def press(self) -> None:
        """Take the way out."""
        self.act()

    def away(self) -> None:
        """Nothing to warn of."""
        self.warn("", "", "", _nothing)

    def restyle(self) -> None:
        """Colours."""
        if self.kind:
            icon, token, ground = LOOKS[self.kind]
            tint.repicture(self.symbol, icon, token)
            tint.fill_background(self, ground)


def _nothing() -> None:
    """What a warning that is not there does."""
