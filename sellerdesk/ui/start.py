"""Start the window: language, theme and frame first, the saved shop once it is painted."""

import signal
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QStyleFactory

from sellerdesk import assets
from sellerdesk.ui import theme
from sellerdesk.ui.bugs import Bugs
from sellerdesk.ui.desk import Desk
from sellerdesk.ui.main_window import MainWindow
from sellerdesk.ui.translate import speak


def application() -> QApplication:
    """The one Qt application of this process, in the style that looks the same everywhere."""
    there = QApplication.instance()
    app = there if isinstance(there, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Seller Desk")
    app.setDesktopFileName("sellerdesk")
    QGuiApplication.setApplicationDisplayName("Seller Desk")
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(theme.base_font())
    return app


def window(folder: Path, now: Callable[[], datetime], as_of: date | None = None) -> MainWindow:
    """The main window over a data folder, dressed but not shown; `now` is the clock (Japan)."""
    app = application()
    desk = Desk(folder, now, as_of)
    app.setWindowIcon(QIcon(str(assets.path("icons/sellerdesk.svg"))))
    app.setFont(theme.base_font(int(desk.settings.get("zoom"))))
    speak(app, desk.lang)
    theme.wear(app, desk.theme)
    return MainWindow(desk)


def begin(main: MainWindow) -> None:
    """What comes after the first painted window: the saved shop, and meanwhile the other tab."""
    main.desk.load()
    main.sfp.setObjectName("sfp")


def run(folder: Path, now: Callable[[], datetime]) -> int:
    """Show the window until it is closed; returns the exit status."""
    main = window(folder, now)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    Bugs(main).watch()
    main.show()
    QTimer.singleShot(0, lambda: begin(main))
    return QApplication.exec()
