"""The field of a whole number: one that is too large or no number is said, and the number that stood there stays."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QSpinBox

from sellerdesk.ui.style.translate import translate


class WholeField(QSpinBox):
    """A spin box that takes whatever is typed until the end; Qt's own drops the digits that go beyond, and 999 becomes 99.

    `refused` says why what was typed is not taken.
    """

    refused = Signal(str)

    def __init__(self, least: int, most: int) -> None:
        """From the least to the most number, both included."""
        super().__init__()
        self.before = least
        self.setRange(least, most)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.editingFinished.connect(self.remember)

    def remember(self) -> None:
        """What stands now is what a slip goes back to."""
        self.before = self.value()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls what is around."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing begins: what stands there may come back."""
        self.remember()
        super().focusInEvent(event)

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """A number of the range is taken as it is typed; anything else may still become one."""
        state, written, at = super().validate(text, place)
        return QValidator.State.Intermediate if state == QValidator.State.Invalid else state, written, at

    def fixup(self, text: str) -> str:
        """What is no number of the range: say so, and put back what stood there."""
        written = text.removeprefix(self.prefix()).removesuffix(self.suffix()).strip()
        if written:
            locale = QLocale()
            least, most = locale.toString(self.minimum()), locale.toString(self.maximum())
            words = translate("Numbers", "“{text}” is not taken: write a whole number from {least} to {most}.")
            named = f"{self.accessibleName()}: " if self.accessibleName() else ""
            self.refused.emit(named + words.format(text=written, least=least, most=most))
        return f"{self.prefix()}{self.textFromValue(self.before)}{self.suffix()}"
