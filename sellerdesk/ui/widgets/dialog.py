"""What every dialog is: it belongs to the window, is gone once it is closed, and by default goes when the shop, report or day goes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from sellerdesk.ui.desk.desk import Desk


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
        if self.of_shop:
            desk.close_with(self)
