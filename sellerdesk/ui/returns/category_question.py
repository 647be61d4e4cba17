"""The question what a category's name means: asked once for each name, the one that most returns wait for first."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style import plain, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build

KINDS = ("apparel", "shoes", "luggage", "other")
LISTED = 4
"""Further names that are shown beside the one that is asked about."""


class CategoryQuestion(QWidget):
    """A name with the number of returns that wait for it, and a button for each of its meanings."""

    def __init__(self, desk: Desk) -> None:
        """Nothing is asked yet."""
        super().__init__()
        self.desk = desk
        self.name = ""
        self.asks, self.more = build.label("", wrap=True), build.label("", "small", "muted", wrap=True)
        self.buttons = {kind: build.button(height=30) for kind in KINDS}
        for kind, button in self.buttons.items():
            button.clicked.connect(partial(self.answer, kind))
        words = build.column(self.asks, self.more, gap=1)
        self.setLayout(build.row(words, *self.buttons.values(), margins=(16, 6, 12, 6), grow=words))
        self.hide()

    def show_names(self, waiting: Mapping[str, int]) -> None:
        """Ask about the first of the names; `waiting` tells how many orders wait for each, the most first."""
        self.name, *others = waiting or [""]
        self.setVisible(bool(waiting))
        if not waiting:
            return
        asks = translate("Category", "{count} returns wait for: what is “{name}”?")
        self.asks.setText(asks.format(count=f"{waiting[self.name]:,}", name=self.name))
        rest = translate("Category", "Then: {names}").format(names="、".join(f"{name} ({waiting[name]:,})" for name in others[:LISTED]))
        self.more.setText(rest if others else "")
        self.more.setVisible(bool(others))

    def answer(self, kind: str) -> None:
        """Keep what the name means, after the click is over: the verdicts that follow fill this widget anew."""
        QTimer.singleShot(0, self, partial(edits.teach_category, self.desk, self.name, kind))

    def restyle(self) -> None:
        """Words and colours."""
        for kind, button in self.buttons.items():
            button.setText(kind_words(kind))
            button.setAccessibleName(plain.shown(f"{self.name}: {kind_words(kind)}"))
        tint.fill_background(self, "check_bg")
        tint.colour_text(self.asks, "text")
        tint.colour_text(self.more, "muted")


def kind_words(kind: str) -> str:
    """What a category may be."""
    return {
        "apparel": translate("Category", "Apparel"),
        "shoes": translate("Category", "Shoes"),
        "luggage": translate("Category", "Luggage"),
        "other": translate("Category", "None of them"),
    }[kind]
