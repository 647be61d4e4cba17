"""A long list that is typed into: a click into the empty field shows all that can stand there."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

SEEN = 12
"""Lines of the list that are seen at once."""
LOOKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
"""Keys that turn to another line of the list without choosing it."""


class ListField(QComboBox):
    """A list with a line to type into; `chosen` when something was taken out of the list, or typed and ended with Enter.

    Arrow keys only look: Qt tells them as it tells a choice.
    """

    chosen = Signal()

    def __init__(self) -> None:
        """An empty line over a list that is filled later."""
        super().__init__()
        self.looking = False
        self.line, self.completions = QLineEdit(), QCompleter(self.model(), self)
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.completions.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completions.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completions.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.completions.setMaxVisibleItems(SEEN)
        self.setCompleter(self.completions)
        self.line.installEventFilter(self)
        self.activated.connect(self.tell_chosen)
        self.line.returnPressed.connect(self.tell_ended)

    def tell_chosen(self) -> None:
        """Tell of a choice, unless it was but looked at."""
        if not self.looking:
            self.chosen.emit()

    def tell_ended(self) -> None:
        """Tell that Enter ended what stands there: Qt says nothing of it where nothing may be added to the list."""
        if self.line.text().strip():
            self.chosen.emit()

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
