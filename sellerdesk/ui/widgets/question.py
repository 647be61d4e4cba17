"""A question before something that touches much: it says how much, and no answer is the default one."""

from PySide6.QtWidgets import QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.dialog import Dialog

WIDTH = 440


class Question(Dialog):
    """A sentence, what comes of a yes, and plain buttons; Enter alone answers nothing, Esc is a no."""

    def __init__(self, desk: Desk, parent: QWidget, text: str, more: str, yes: str, *, instead: str = "") -> None:
        """`yes` are the words of the button of that name, `instead` those of one for something else ("" for none)."""
        super().__init__(desk, parent)
        self.setWindowTitle(text)
        self.setModal(True)
        self.yes, self.no, self.instead = build.button(yes), build.button(translate("Question", "Cancel")), build.button(instead)
        for button in (self.yes, self.no, self.instead):
            button.clicked.connect(self.close)
        words = build.label(text, "lead", bold=True, wrap=True)
        words.setTextInteractionFlags(words.textInteractionFlags().TextSelectableByMouse)  # a caret in the question would ask to type
        words.setFocusPolicy(words.focusPolicy().StrongFocus)
        buttons = build.row(None, self.no, self.instead, self.yes)
        self.setLayout(build.column(words, build.label(more, wrap=True), 8, buttons, margins=(20, 16, 20, 16)))
        self.instead.setHidden(not instead)  # within the dialog: a button on its own that is shown is a window
        self.setMinimumWidth(max(WIDTH, self.minimumSizeHint().width()))  # Qt gives a dialog two thirds of a screen at first, no more
        words.setFocus()
