"""Texts for the seller: a reply to buyers ready to copy, and what need not be done."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sellerdesk.ui.desk import clipboard
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style.translate import LANGUAGES, translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.dialog import Dialog

WIDTH, HEIGHT = 680, 620


class RepliesDialog(Dialog):
    """A window that may stay open beside the work."""

    of_shop = False

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """List every text."""
        super().__init__(desk, parent)
        self.content = QVBoxLayout()
        self.content.setContentsMargins(20, 14, 20, 14)
        self.content.setSpacing(6)
        area = build.scrolled(build.box(self.content), WIDTH - 40)
        self.close_button = build.button()
        self.close_button.clicked.connect(self.close)
        self.setLayout(build.column(area, build.row(None, self.close_button, margins=(16, 8, 16, 12)), gap=0, grow=area))
        self.resize(WIDTH, HEIGHT)
        desk.follow_in(self, self.tell)

    def tell(self) -> None:
        """Show every text anew."""
        from sellerdesk.workflows.terms import terms

        self.setWindowTitle(translate("Texts", "Replies and notes on the cashless project"))
        self.close_button.setText(translate("Texts", "Close"))
        build.emptied(self.content)
        for guide in terms().text.values():
            self.content.addWidget(build.label(guide.title.in_(self.desk.lang), "lead", bold=True, wrap=True))
            self.content.addWidget(build.label(guide.body.in_(self.desk.lang).strip(), wrap=True))
            buttons = []
            for lang, name in LANGUAGES.items():
                button = build.button(translate("Texts", "Copy ({language})").format(language=name), "document", 30)
                button.clicked.connect(partial(clipboard.put, self.desk, guide.body.in_(lang).strip()))
                buttons.append(button)
            self.content.addLayout(build.row(*buttons, None, build.label(", ".join(guide.clauses), "small", "muted")))
            self.content.addWidget(build.hairline())
            self.content.addSpacing(6)
        self.content.addStretch(1)
