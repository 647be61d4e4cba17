"""A bug anywhere in the window ends in a report that can be sent, once for each place, and the window goes on."""

import sys
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sellerdesk.ui.main_window import MainWindow


class Bugs:
    """Takes what nothing else caught."""

    def __init__(self, window: "MainWindow") -> None:
        """Nothing went wrong yet."""
        self.window = window
        self.shown: set[str] = set()

    def take(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """Show the report of a bug, unless one of the same place was shown; a bug in showing it is let go."""
        from sellerdesk.ui.dialogs.bug import Bug
        from sellerdesk.workflows.program.support import bug_report, place

        where = place(error)
        if where in self.shown:
            return
        self.shown.add(where)
        Bug(self.window.desk, bug_report(error), self.window).open()

    def watch(self) -> None:
        """From now on, bugs come here instead of on a terminal that nobody sees."""
        sys.excepthook = self.take
