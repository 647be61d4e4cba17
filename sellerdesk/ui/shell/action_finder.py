"""The command palette: type a few letters in Japanese or English, press Enter, and the action is done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from sellerdesk.domain.folding import folded
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.shell.actions import Entry
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.dialog import Dialog

WIDTH, HEIGHT = 560, 420
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ActionFinder(Dialog):
    """A field and the actions that match."""

    def __init__(self, desk: Desk, parent: QWidget, entries: Sequence[Entry]) -> None:
        """List all that can be done now."""
        super().__init__(desk, parent)
        self.entries = [(entry, folded(entry.searched)) for entry in entries]
        self.field, self.list = QLineEdit(), QListWidget()
        self.setWindowTitle(translate("Palette", "Find an action"))
        self.field.setPlaceholderText(translate("Palette", "What do you want to do?"))
        self.field.setAccessibleName(self.windowTitle())
        self.field.setMinimumHeight(36)
        self.list.setAccessibleName(translate("Palette", "Actions"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.field.textChanged.connect(self.filter)
        self.list.itemClicked.connect(lambda _item: self.act())
        self.nothing = build.label(translate("Palette", "No action is called that. Try another word."), token="muted")  # noqa: S106 (a colour)
        self.setLayout(build.column(self.field, self.nothing, self.list, margins=(12, 12, 12, 12), grow=self.list))
        self.resize(WIDTH, HEIGHT)
        self.filter("")

    def filter(self, text: str) -> None:
        """List the actions that hold every word typed."""
        words = folded(text).split()
        self.list.clear()
        for place, (entry, searched) in enumerate(self.entries):
            if all(word in searched for word in words):
                item = QListWidgetItem(f"{entry.words}    {entry.keys}" if entry.keys else entry.words)
                item.setData(Qt.ItemDataRole.UserRole, place)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.nothing.setVisible(not self.list.count())

    def act(self) -> None:
        """Do the action that is marked, once this window is gone."""
        item = self.list.currentItem()
        if item is not None:
            QTimer.singleShot(0, self.desk, self.entries[int(item.data(Qt.ItemDataRole.UserRole))][0].act)
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move in the list while one types, Enter does it; the keys of an input method that composes do not come here."""
        if event.key() in MOVES:
            self.list.keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.act()
        else:
            super().keyPressEvent(event)
