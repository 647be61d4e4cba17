"""Where the main window stands: where it was left, or as large as it likes to be, and never larger than the screen lets it."""

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtWidgets import QWidget

WISHED, LEAST = QSize(1440, 900), QSize(1180, 680)
SHARE = 92
"""Percent of the screen's free area that a window takes at most which is not maximised: its frame and its title stay in reach."""

ALL_OF_IT = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen


def place(window: QWidget, saved: QByteArray) -> None:
    """Give a window that is not shown yet its size, and its place when it has one; `saved` is empty at the first start.

    What was saved on a larger screen is made smaller. One that would be larger than the screen's share both ways is maximised.
    """
    window.setMinimumSize(LEAST.boundedTo(window.screen().availableSize()))
    window.resize(WISHED)
    window.restoreGeometry(saved)
    if window.windowState() & ALL_OF_IT:
        return
    free, wished = window.screen().availableGeometry(), window.size()
    most = QSize(free.width() * SHARE // 100, free.height() * SHARE // 100)
    least = window.minimumSize()
    if is_over(wished, most) or most.width() < least.width() or most.height() < least.height():
        window.resize(wished.boundedTo(most))  # for when it is no longer maximised
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
    elif wished != (fitting := wished.boundedTo(most)):
        from PySide6.QtWidgets import QStyle  # its many enumerations take 4 ms of the first painted window, which seldom has need of it

        window.setGeometry(QStyle.alignedRect(window.layoutDirection(), Qt.AlignmentFlag.AlignCenter, fitting, free))


def is_over(size: QSize, most: QSize) -> bool:
    """Whether a size is more than another both ways."""
    return size.width() > most.width() and size.height() > most.height()
