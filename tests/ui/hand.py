"""A hand with a mouse and a keyboard: it presses only what is in sight, and remembers what it pressed."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QMenu, QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
SOON_MS = 50
"""After which a menu that was opened by a press is there."""


class Hand:
    """Presses and types in a window; `path` holds the words of all that was pressed."""

    def __init__(self, window: QWidget, qtbot: QtBot) -> None:
        """Nothing is pressed yet."""
        self.window, self.qtbot = window, qtbot
        self.path: list[str] = []

    def press_at(self, widget: QWidget, where: QPoint, words: str) -> None:
        """One press of the left button on what is in sight and not greyed."""
        assert widget.isVisible(), f"{words} is not in sight"
        assert widget.isEnabled(), f"{words} is greyed"
        assert widget.visibleRegion().contains(where), f"{words} is covered or scrolled away"
        self.path.append(words)
        QTest.mouseClick(widget, LEFT, NO_KEYS, where)

    def press(self, words: str, inside: QWidget | None = None) -> None:
        """Press the button that says so."""
        self.qtbot.waitUntil(lambda: self.found(words, inside) is not None)
        button = self.found(words, inside)
        assert button is not None
        self.press_at(button, button.rect().center(), words_on(button))

    def found(self, words: str, inside: QWidget | None) -> QAbstractButton | None:
        """The button in sight whose words begin so."""
        there = (inside or self.window).findChildren(QAbstractButton)
        return next((one for one in there if one.isVisible() and words_on(one).startswith(words)), None)

    def tab(self, bar: QTabBar, words: str) -> None:
        """Press a tab or a page."""
        place = next(place for place in range(bar.count()) if bar.tabText(place) == words)
        self.press_at(bar, bar.tabRect(place).center(), words)

    def row(self, view: QAbstractItemView, line: int, column: int = 1) -> None:
        """Press a row of a list."""
        index = view.model().index(line, column if view.model().columnCount() > 1 else 0)
        view.scrollTo(index)
        self.press_at(view.viewport(), view.visualRect(index).center(), str(index.data()))

    def choose(self, button: QPushButton, words: str) -> None:
        """Press a button that opens a menu, then an entry of it."""

        def press_entry() -> None:
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            action = next(one for one in menu.actions() if one.text() == words)
            where: QRect = menu.actionGeometry(action)
            self.press_at(menu, where.center(), words)

        QTimer.singleShot(SOON_MS, press_entry)
        self.press_at(button, button.rect().center(), button.text())

    def pick(self, box: QComboBox, words: str) -> None:
        """Press a list, then one of its lines."""
        self.press_at(box, QPoint(box.width() - 8, box.height() // 2), box.accessibleName())
        view = box.view()
        self.qtbot.waitUntil(view.isVisible)
        self.qtbot.wait(QApplication.doubleClickInterval() + SOON_MS)  # Qt takes a release right after the first press for a part of it
        line = next(line for line in range(box.count()) if box.itemText(line).startswith(words))
        self.row(view, line, 0)

    def write(self, widget: QWidget, text: str) -> None:
        """Press a field and write, as an input method gives words."""
        self.press_at(widget, QPoint(12, widget.height() // 2), widget.accessibleName())
        self.path[-1] += f" ← {text}"
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget() or widget, event)

    def until(self, true: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(true, timeout=30_000)


def words_on(button: QAbstractButton) -> str:
    """What a button says: its own words, or those of the labels that it holds, which are its name for a screen reader."""
    return button.text() or button.accessibleName()
