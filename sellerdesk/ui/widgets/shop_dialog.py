"""What every dialog is that shows or takes something of a shop: it goes when the shop, the report or the day goes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from sellerdesk.ui.desk import Desk


class ShopDialog(QDialog):
    """A dialog over the shop at hand: what it shows, and what is answered in it, belongs to no other."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """It is gone for good once it is closed."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk = desk
        desk.close_with(self)
