"""Who changed what when in this shop, the newest first; the record only grows."""

from PySide6.QtWidgets import QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets.list_dialog import ListDialog

MOST = 2_000
"""Lines shown; the command `history` lists all."""


class HistoryDialog(ListDialog):
    """The record as it was when the dialog was opened."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """List it."""
        from sellerdesk.workflows.shop.history import record
        from sellerdesk.writers.deed_words import deed
        from sellerdesk.writers.words import say

        super().__init__(desk, parent)
        deeds = list(reversed(desk.attempt(lambda: record(desk.store)) or []))[:MOST]
        titles = (translate("History", "When"), translate("History", "Who"), translate("History", "Did"), translate("History", "What"))
        rows = (
            (change.at[:16].replace("T", " "), change.who, say(desk.lang, f"did.{change.did}"), deed(change.name, change.facts, desk.lang))
            for change in deeds
        )
        note = "" if deeds else translate("History", "Nothing was changed yet.")
        self.lay_out(translate("History", "Who changed what when"), note, titles, rows, (860, 460))
