"""Who changed what when in this shop, the newest first; the record only grows."""

from PySide6.QtWidgets import QHeaderView, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style import plain
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.dialog import Dialog
from sellerdesk.ui.widgets.text_table import sheet

MOST = 2_000
"""Lines shown; the command `history` lists all."""


class History(Dialog):
    """A window that may stay open beside the work."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """List the record as it is now."""
        from sellerdesk.reports.words import deed, say
        from sellerdesk.workflows.shop.history import record

        super().__init__(desk, parent)
        self.setWindowTitle(translate("History", "Who changed what when"))
        deeds = list(reversed(desk.attempt(lambda: record(desk.store)) or []))[:MOST]
        titles = (translate("History", "When"), translate("History", "Who"), translate("History", "Did"), translate("History", "What"))
        self.table = sheet(len(deeds), len(titles))
        self.table.setHorizontalHeaderLabels(list(titles))
        self.table.setAccessibleName(self.windowTitle())
        for line, one in enumerate(deeds):
            when, did = one.at[:16].replace("T", " "), say(desk.lang, f"did.{one.did}")
            for place, words in enumerate((when, one.who, did, deed(one.name, one.facts, desk.lang))):
                self.table.setItem(line, place, plain.cell(words))
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setSectionResizeMode(len(titles) - 1, QHeaderView.ResizeMode.Stretch)
        none = build.label(translate("History", "Nothing was changed yet."), token="muted")  # noqa: S106 (a colour)
        none.setVisible(not deeds)
        close = build.button(translate("History", "Close"))
        close.clicked.connect(self.close)
        self.setLayout(build.column(none, self.table, build.row(None, close), margins=(16, 16, 16, 16), grow=self.table))
        self.resize(860, 460)
