"""What every dialog is: it belongs to the window, is gone once it is closed, and by default goes when the shop, report or day goes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.outcome_words import REFUSED
from sellerdesk.ui.widgets import build


class Dialog(QDialog):
    """A dialog over the shop at hand: what it shows, and what is answered in it, belongs to no other.

    `of_shop` is false for a dialog that says the same of every shop: it stays while shops come and go.
    """

    of_shop = True

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """It is gone for good once it is closed."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk = desk
        self.fault = build.label("", token="breach", wrap=True)  # noqa: S106 (a colour)
        self.fault.hide()
        desk.said.connect(self.show_fault)
        desk.mended.connect(self.fault.hide)
        self.finished.connect(lambda _result: desk.mended.emit())  # what was typed in it, and refused, is gone with it
        if self.of_shop:
            desk.shop_left.connect(self.leave_shop)  # its rows and its answers belong to no other shop

    def leave_shop(self) -> None:
        """Another shop, report or day: it goes."""
        self.close()

    def show_fault(self, text: str, kind: str) -> None:
        """What went wrong while the dialog is open stands in it, too, where it has room for it: behind it nobody looks."""
        if self.isVisible() and self.fault.parentWidget() is not None:
            self.fault.setText(text)
            self.fault.setVisible(kind in ("breach", REFUSED))
