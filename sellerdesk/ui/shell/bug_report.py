"""A bug anywhere in the window ends in a report that can be sent, once for each place, and the window goes on."""

import sys
from types import TracebackType

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.dialog import Dialog


class BugWatch:
    """Takes what nothing else caught."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        """Nothing went wrong yet."""
        self.desk, self.window = desk, window
        self.shown: set[str] = set()

    def take(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """Show the report of a bug, unless one of the same place was shown; a bug in showing it is let go."""
        from sellerdesk.workflows.program.support import bug_report, place

        where = place(error)
        if where in self.shown:
            return
        self.shown.add(where)
        BugReport(self.desk, bug_report(error), self.window).open()

    def watch(self) -> None:
        """From now on, bugs come here instead of on a terminal that nobody sees."""
        sys.excepthook = self.take


class BugReport(Dialog):
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
        copy, away = build.button(translate("Bug", "Copy the report"), "document"), build.button(translate("Bug", "Close and go on"))
        copy.clicked.connect(lambda: QApplication.clipboard().setText(self.report.toPlainText()))
        away.clicked.connect(self.close)
        words = (build.label(what, "lead", bold=True, wrap=True), build.label(ask, wrap=True))
        self.setLayout(build.column(*words, self.report, build.row(copy, None, away), margins=(16, 16, 16, 16), grow=self.report))
        self.resize(640, 420)
