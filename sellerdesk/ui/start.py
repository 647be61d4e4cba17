"""Start the window: language, theme and frame first, the saved shop once it is painted."""

import signal
import sys
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from sellerdesk import __version__, assets
from sellerdesk.own_files import OWN_DATA
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.tasks import Turns
from sellerdesk.ui.shell import placing
from sellerdesk.ui.shell.bug_report import BugWatch, offer_trace
from sellerdesk.ui.shell.main_window import MainWindow
from sellerdesk.ui.style import theme
from sellerdesk.ui.style.translate import speak
from sellerdesk.ui.widgets import file_dialogs
from sellerdesk.workflows.program import own_log

STYLE = "Fusion"
"""Looks the same everywhere. Told to Qt as it starts: to hand it a style takes the classes of styles, 0.02 s."""
SWITCH_SECONDS = 0.001
"""For so long the thread that reads the store may keep the window waiting; Python's own 0.005 adds up over the cells of a repaint."""
AHEAD = ("sfp", "today", "returns")
"""Pages that are made before somebody turns to them: that takes up to 60 ms."""


def application() -> QApplication:
    """The one Qt application of this process, in the style that looks the same everywhere."""
    there = QApplication.instance()
    app = there if isinstance(there, QApplication) else QApplication([*sys.argv[:1], "-style", STYLE])
    app.setApplicationName("Seller Desk")
    app.setDesktopFileName("sellerdesk")
    QGuiApplication.setApplicationDisplayName("Seller Desk")
    if there is app and app.style().name() != STYLE.lower():
        app.setStyle(STYLE)
    app.setFont(theme.base_font())
    return app


def window(folder: Path, now: Callable[[], datetime], as_of: date | None = None) -> MainWindow:
    """The main window over a data folder, dressed but not shown; `now` is the clock (Japan)."""
    sys.setswitchinterval(SWITCH_SECONDS)
    app = application()
    desk = Desk(folder, now, as_of)
    app.setWindowIcon(QIcon(str(assets.path("icons/sellerdesk.svg"))))
    app.setFont(theme.base_font(int(desk.settings.get("zoom"))))
    speak(app, desk.lang)
    theme.wear(app, desk.theme)
    OWN_DATA.set(folder)
    file_dialogs.keep_in(desk.settings)
    return MainWindow(desk)


def show(main: MainWindow) -> None:
    """Show a window where it was left, as far as the screen has room for it."""
    placing.place(main, main.desk.settings.geometry())
    main.show()


def begin(main: MainWindow) -> None:
    """What comes after the first painted window: the saved shop is read, then the pages are made that are turned to next."""
    ahead = Turns(main, 0)
    rest = [partial(make, main, name) for name in AHEAD]
    main.desk.rows_came.connect(lambda: ahead.start(rest, main.inbox.begin), Qt.ConnectionType.SingleShotConnection)
    ahead.start([partial(make, main, "points"), main.desk.load], lambda: None)
    offer_trace(main.desk, main)


def make(main: MainWindow, page: str) -> None:
    """Make a page, if it is not made yet."""
    main.page(page)


def run(folder: Path, now: Callable[[], datetime]) -> int:
    """Show the window until it is closed; returns the exit status."""
    own_log.watch_crashes(folder)
    own_log.note(folder, f"start {__version__}")
    main = window(folder, now)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    BugWatch(main.desk, main).watch()
    show(main)
    QTimer.singleShot(0, main, lambda: begin(main))
    status = QApplication.exec()
    own_log.note(folder, f"end {status}")
    return status
