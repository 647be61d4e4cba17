"""A bug of the program's own: what to send to its developers, in full view, with nothing of the shop in it."""

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from sellerdesk.ui.desk import Desk
from sellerdesk.ui.translate import translate
from sellerdesk.ui.widgets import parts
from sellerdesk.ui.widgets.shop_dialog import ShopDialog


class Bug(ShopDialog):
    """A window that may stay open beside the work, which goes on where it can."""

    def __init__(self, desk: Desk, report: str, parent: QWidget) -> None:
        """Show a report."""
        super().__init__(desk, parent)
        self.setWindowTitle(translate("Bug", "A bug of Seller Desk"))
        what = translate("Bug", "Seller Desk made a mistake and could not finish what it was doing. What was saved before is not lost.")
        ask = translate("Bug", "Please send this report to its developers. It holds nothing of your shop: you see all of it here.")
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.windowTitle())
        copy, away = parts.button(translate("Bug", "Copy the report"), "document"), parts.button(translate("Bug", "Close and go on"))
        copy.clicked.connect(lambda: QApplication.clipboard().setText(self.report.toPlainText()))
        away.clicked.connect(self.close)
        words = (parts.label(what, "lead", bold=True, wrap=True), parts.label(ask, wrap=True))
        self.setLayout(parts.column(*words, self.report, parts.row(copy, None, away), margins=(16, 16, 16, 16), grow=self.report))
        self.resize(640, 420)
