"""Chips that filter a table by verdict: symbol, word and count."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from sellerdesk.ui import icons, theme
from sellerdesk.ui.desk import Desk
from sellerdesk.ui.translate import translate
from sellerdesk.ui.widgets import parts
from sellerdesk.ui.widgets.why_panel import verdict_words


class Chips(QWidget):
    """One chip for each verdict; none pressed shows all."""

    chosen = Signal()

    def __init__(self, desk: Desk) -> None:
        """No counts yet."""
        super().__init__()
        self.counts = [0, 0, 0, 0]
        self.buttons = [QPushButton() for _ in theme.VERDICTS]
        self.clear = parts.flat()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(parts.GAP)
        for button in self.buttons:
            button.setCheckable(True)
            button.setIconSize(QSize(16, 16))
            button.toggled.connect(self._toggled)
            layout.addWidget(button)
        layout.addWidget(self.clear)
        self.clear.clicked.connect(self.reset)
        desk.follow(self.dress)

    def wanted(self) -> frozenset[int]:
        """The ranks whose chips are pressed."""
        return frozenset(rank for rank, button in enumerate(self.buttons) if button.isChecked())

    def show_counts(self, counts: list[int]) -> None:
        """Show how many offers have each verdict."""
        self.counts = counts
        self.dress()

    def reset(self) -> None:
        """Show all again."""
        for button in self.buttons:
            button.setChecked(False)

    def _toggled(self) -> None:
        """Colour the chips and tell."""
        self.dress()
        self.chosen.emit()

    def dress(self) -> None:
        """Words, counts and colours; a pressed chip wears its verdict's tint."""
        for rank, (button, name) in enumerate(zip(self.buttons, theme.VERDICTS, strict=True)):
            word = verdict_words(rank)
            button.setText(f"{word}  {self.counts[rank]:,}")
            button.setAccessibleName(f"{word} {self.counts[rank]:,}")
            button.setIcon(icons.icon(name, name))
            button.setFont(theme.font(bold=button.isChecked()))
            parts.untint(button)
            if button.isChecked():
                parts.tint(button, QPalette.ColorRole.Button, name + "_bg")
                parts.tint(button, QPalette.ColorRole.ButtonText, name)
            button.setMinimumSize(button.sizeHint().width() + 12, 30)
        self.clear.setText(translate("Chips", "Clear filter"))
        self.clear.setVisible(bool(self.wanted()))
        parts.ink(self.clear, "link")
