"""What the owner decided about a finding: a choice, and the reason of one that is not so."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from sellerdesk.ui.style import plain
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.choice_field import ChoiceField

NOT_SO = "not-so"


def decision_words(*, claimable: bool = False) -> dict[str, str]:
    """What can be decided about a finding, by kind ("": nothing); `claimable`: yen that are asked back from Amazon."""
    claimed = {"claimed": translate("Decision", "Claimed, not paid yet")} if claimable else {}
    return {
        "": translate("Decision", "Not decided"),
        **claimed,
        "done": translate("Decision", "Done"),
        "later": translate("Decision", "Later"),
        NOT_SO: translate("Decision", "Not so"),
    }


class DecisionField(QWidget):
    """A decision that can be made or taken back; `decided` tells its kind and its reason, once the press is over."""

    decided = Signal(str, str)

    def __init__(self, kinds: Mapping[str, str], kind: str, why: str, day: str = "") -> None:
        """Offers some kinds with their words; `kind` is what was decided, on a `day`, for the reason `why` where it is not so."""
        super().__init__()
        self.choice, self.reason = ChoiceField(), QLineEdit(plain.shown(why))
        self.keep = build.button(translate("Decision", "Keep the reason"), height=28)
        self.keep.clicked.connect(self.decide)
        self.reason.textChanged.connect(lambda text: self.keep.setEnabled(bool(text.strip())))
        self.keep.setEnabled(bool(why))
        self.choice.setMinimumHeight(28)
        for name, words in kinds.items():
            self.choice.addItem(words, name)
        self.choice.setCurrentIndex(max(0, self.choice.findData(kind)))
        self.choice.setAccessibleName(translate("Decision", "Your decision"))
        self.reason.setPlaceholderText(translate("Decision", "Why is it not so?"))
        self.reason.setAccessibleName(self.reason.placeholderText())
        self.show_reason(shown=kind == NOT_SO)
        self.choice.answered.connect(self.decide)
        self.reason.returnPressed.connect(self.decide)
        said = translate("Decision", "Your decision")
        label = build.label(f"{said} ({day})" if day else said, "small", "muted")
        why_row = build.row(self.reason, self.keep, grow=self.reason)
        self.setLayout(build.column(build.row(label, self.choice, grow=self.choice), why_row, gap=4))

    def show_reason(self, *, shown: bool) -> None:
        """Show the reason and its button, or neither."""
        self.reason.setVisible(shown)
        self.keep.setVisible(shown)

    def decide(self) -> None:
        """Tell the decision; "not so" waits for its reason."""
        kind, why = self.choice.currentData(), self.reason.text().strip()
        if kind == NOT_SO and not why:
            self.show_reason(shown=True)
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        QTimer.singleShot(0, self, lambda: self.decided.emit(kind, why if kind == NOT_SO else ""))
