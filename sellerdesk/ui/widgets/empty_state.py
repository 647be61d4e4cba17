"""An empty state: what there is not, why, and one button that helps; where there is no report, it opens one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sellerdesk.ui.style import tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build


class Empty(QWidget):
    """An empty state: what there is not, why, and one button that helps; `opens` asks for a report."""

    opens = Signal()

    def __init__(self, act: Callable[[], None]) -> None:
        """Words come later."""
        super().__init__()
        self.title, self.text, self.button = build.label("", "lead", bold=True), build.label("", wrap=True), build.button("", height=32)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.steps = build.label("", wrap=True)
        self.symbol = tint.picture("search", "muted", 32)
        self.open = build.button("", "open", height=32)
        self.open.clicked.connect(self.opens)
        self.button.clicked.connect(act)
        middle = (
            build.row(None, self.symbol, None),
            self.title,
            self.text,
            build.row(None, self.steps, None),
            build.row(None, self.button, self.open, None),
        )
        self.setLayout(build.column(None, *middle, None, None, gap=8, margins=(24, 0, 24, 0)))

    def say(self, title: str, text: str, button: str, *, opens: bool = False, steps: Sequence[str] = ()) -> None:
        """What there is not, why, and what helps ("" for no button); or that a report `opens` it, and in which steps one gets that."""
        numbered = (f"{number}. {step}" for number, step in enumerate(steps, start=1))
        self.steps.setText("\n".join(numbered))
        self.steps.setVisible(bool(steps))
        self.open.setText(translate("Window", "Open report…"))
        self.open.setVisible(opens)
        build.fill_in(self.open, "open")
        self.title.setText(title)
        self.text.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        tint.repicture(self.symbol, "search", "muted")
        tint.fill_background(self, "base")
        tint.colour_text(self.text, "muted")
