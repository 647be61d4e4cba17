"""A bug anywhere in the window ends in a report that can be sent, once for each place, and the window goes on."""

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from sellerdesk.domain.refusal import Fault
from sellerdesk.ui.desk import clipboard
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build, file_dialogs
from sellerdesk.ui.widgets.dialog import Dialog
from sellerdesk.whole_file import write_whole
from sellerdesk.workflows.program import own_log


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
        own_log.note(self.desk.data, f"bug {where}")
        BugReport(self.desk, bug_report(error), self.window).open()

    def watch(self) -> None:
        """From now on, bugs come here instead of on a terminal that nobody sees."""
        sys.excepthook = self.take


def offer_trace(desk: Desk, window: QWidget) -> None:
    """Show once what the crash before this start left."""
    trace = own_log.last_crash(desk.data)
    if not trace:
        return
    from sellerdesk.workflows.program.support import versions

    own_log.forget_crash(desk.data)
    what = translate("Bug", "Seller Desk ended unexpectedly the last time. What was saved before is not lost.")
    BugReport(desk, "\n".join([trace, "", *(f"{name} {number}" for name, number in versions().items())]), window, what).open()


class BugReport(Dialog):
    """A window that may stay open beside the work, which goes on where it can."""

    def __init__(self, desk: Desk, report: str, parent: QWidget, what: str = "") -> None:
        """Show a report under a sentence that says what happened: a bug, where none is given."""
        super().__init__(desk, parent)
        self.setWindowTitle(translate("Bug", "A bug of Seller Desk"))
        what = what or translate(
            "Bug", "Seller Desk made a mistake and could not finish what it was doing. What was saved before is not lost."
        )
        ask = translate("Bug", "Please send this report to its developers. It holds nothing of your shop: you see all of it here.")
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.windowTitle())
        copy, away = build.button(translate("Bug", "Copy the report"), "document"), build.button(translate("Bug", "Close and go on"))
        copy.clicked.connect(lambda: clipboard.put(desk, self.report.toPlainText()))
        save = build.button(translate("Bug", "Save the report…"), "save")
        save.clicked.connect(self.save)
        away.clicked.connect(self.close)
        words = (build.label(what, "lead", bold=True, wrap=True), build.label(ask, wrap=True))
        self.setLayout(build.column(*words, self.report, build.row(copy, save, None, away), margins=(16, 16, 16, 16), grow=self.report))
        self.resize(640, 420)

    def save(self) -> None:
        """Write the report where the owner says."""
        name, _kind = file_dialogs.to_write(self, translate("Bug", "Save the report"), "seller-desk-report.txt", "*.txt")
        if not name:
            return
        try:
            write_whole(Path(name), [self.report.toPlainText().encode()])
        except (OSError, Fault) as error:
            why = error.strerror if isinstance(error, OSError) else self.desk.fault_words(error)
            self.desk.said.emit(translate("Bug", "The report could not be saved: {why}").format(why=why), "breach")
        else:
            self.desk.said.emit(translate("Bug", "The report is saved: {file}").format(file=Path(name).name), "ok")
