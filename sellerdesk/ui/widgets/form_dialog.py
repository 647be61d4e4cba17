"""A dialog with fields that are kept by its button: it does not throw away what was typed without a word."""

from PySide6.QtWidgets import QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.dialog import Dialog

WIDTH = 480


class FormDialog(Dialog):
    """Whichever way it is closed, it asks first when something was typed and is not kept."""

    asked: "KeepQuestion | None" = None

    def has_unkept(self) -> bool:
        """Whether something was typed that is not kept."""
        raise NotImplementedError

    def keep_typed(self) -> bool:
        """Keep what was typed; False when it could not be taken, which the dialog says."""
        raise NotImplementedError

    def reject(self) -> None:
        """Close, by a button, Escape or the frame; ask before that where something would be lost."""
        if self.isVisible() and self.has_unkept():
            self.ask()
        else:
            super().reject()

    def ask(self) -> None:
        """Ask what becomes of what was typed; one question at a time."""
        if self.asked is None:
            self.asked = KeepQuestion(self.desk, self)
            self.asked.keep.clicked.connect(self.keep_and_go)
            self.asked.drop.clicked.connect(self.throw_away)
            self.asked.finished.connect(lambda _result: setattr(self, "asked", None))
            self.asked.show()

    def keep_and_go(self) -> None:
        """Keep it and close; what could not be taken stays to be mended."""
        if self.keep_typed():
            self.throw_away()

    def throw_away(self) -> None:
        """Close without a question."""
        super().reject()

    def leave_shop(self) -> None:
        """What was typed belongs to the shop that is left: there is nothing to keep it in."""
        self.throw_away()


class KeepQuestion(Dialog):
    """Keep, do not keep, or go on typing; Escape goes on."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """No answer is the default one."""
        super().__init__(desk, parent)
        text = translate("Keep", "Keep what you typed?")
        self.setWindowTitle(text)
        self.setModal(True)
        self.keep, self.drop = build.button(translate("Keep", "Keep")), build.button(translate("Keep", "Do not keep"))
        self.stay = build.button(translate("Keep", "Go on typing"))
        for button in (self.keep, self.drop, self.stay):
            button.clicked.connect(self.close)
        words = build.label(text, "lead", bold=True, wrap=True)
        words.setFocusPolicy(words.focusPolicy().StrongFocus)
        more = build.label(translate("Keep", "Something in this window was changed and is not kept yet."), wrap=True)
        buttons = build.row(None, self.stay, self.drop, self.keep)
        self.setLayout(build.column(words, more, 8, buttons, margins=(20, 16, 20, 16)))
        self.setMinimumWidth(WIDTH)
        words.setFocus()
