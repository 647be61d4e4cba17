"""A long list that is typed into: a click into the empty field shows all that can stand there."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QCompleter, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem

SEEN = 12
"""Lines of the list that are seen at once."""
LINE = 26
"""Pixels of a line of the list, so that a finger that trembles does not press the next one."""
ROOM = 20
"""Pixels beside its words."""
LOOKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
"""Keys that turn to another line of the list without choosing it."""


class RoomyLines(QStyledItemDelegate):
    """Lines of a list that are easy to press."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The size of the words, and room above and below."""
        return super().sizeHint(option, index).expandedTo(QSize(0, LINE))


class ListField(QComboBox):
    """A list with a line to type into; `chosen` when something was taken out of the list, or typed and ended with Enter.

    Arrow keys only look: Qt tells them as it tells a choice. Where it `takes_single`, Enter and leaving take the one line that holds what
    is typed.
    """

    chosen = Signal()

    def __init__(self) -> None:
        """An empty line over a list that is filled later."""
        super().__init__()
        self.looking = self.takes_single = False
        self.line, self.completions = QLineEdit(), QCompleter(self.model(), self)
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.completions.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completions.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completions.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.completions.setMaxVisibleItems(SEEN)
        self.setCompleter(self.completions)
        for view in self.views():
            view.setItemDelegate(RoomyLines(view))
        self.line.installEventFilter(self)
        self.activated.connect(self.tell_chosen)
        self.line.returnPressed.connect(self.tell_ended)
        # later: the completer still has the line in hand, and to change it then ends the program
        self.line.editingFinished.connect(lambda: QTimer.singleShot(0, self, self.take_single))

    def views(self) -> list[QAbstractItemView]:
        """The two lists: the one below the arrow, and the one below what is typed."""
        return [view for view in (self.view(), self.completions.popup()) if view is not None]

    def show_whole(self) -> None:
        """Make the lists as wide as their longest words, however narrow the field is."""
        width = self.view().sizeHintForColumn(0) + self.view().verticalScrollBar().sizeHint().width() + ROOM
        for view in self.views():
            view.setMinimumWidth(width)

    def tell_chosen(self) -> None:
        """Tell of a choice, unless it was but looked at."""
        if not self.looking:
            self.chosen.emit()

    def tell_ended(self) -> None:
        """Tell that Enter ended what stands there: Qt says nothing of it where nothing may be added to the list."""
        self.take_single()
        if self.line.text().strip():
            self.chosen.emit()

    def take_single(self) -> None:
        """Take the one line of the list that holds what is typed, where that is meant."""
        if not self.takes_single:
            return
        typed = self.line.text().strip().casefold()
        holding = [place for place in range(self.count()) if typed in self.itemText(place).casefold()]
        if typed and len(holding) == 1:
            self.setCurrentIndex(holding[0])

    def offer(self) -> None:
        """Show all of the list below the empty line; one can still type."""
        if self.line.hasFocus() and not self.line.text():
            self.completions.setCompletionPrefix("")
            self.completions.complete()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click into the empty line shows the list: nobody need hit the arrow."""
        if watched is self.line and event.type() == QEvent.Type.MouseButtonRelease:
            self.offer()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remember what kind of key it was, while Qt tells of it."""
        self.looking = event.key() in LOOKING
        super().keyPressEvent(event)
        self.looking = False
