"""Which offers a file to upload begins with: those that the page shows, where it shows fewer than all, else those on the owner's list."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.offers.offers_page import planned_of
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build


class FileChoice(QWidget):
    """Two boxes, of which at most one is shown; `changed` tells that other offers are wanted."""

    changed = Signal()

    def __init__(self, desk: Desk, feature: str, sight: frozenset[str] | None) -> None:
        """`sight` are the SKUs that the page of a feature ("points", "sfp") shows; None where it shows all."""
        super().__init__()
        self.desk, self.feature, self.sight = desk, feature, sight
        self.able, self.sure = frozenset[str](), frozenset[str]()
        self.seen, self.planned = QCheckBox(), QCheckBox()
        for choice in (self.seen, self.planned):
            choice.setChecked(True)
            choice.toggled.connect(self.changed)
        self.setLayout(build.column(self.seen, self.planned))
        self.restyle()

    def load(self, able: Collection[str], doubtful: Collection[str] = ()) -> None:
        """The SKUs that can be in the file, and those of them that are taken only when they are on the owner's list, or ticked."""
        self.able, self.sure = frozenset(able), frozenset(able) - frozenset(doubtful)
        self.restyle()

    def in_sight(self) -> frozenset[str] | None:
        """What can be in the file and is in sight; None where that is all of it."""
        return None if self.sight is None or self.sure <= self.sight else self.sure & self.sight

    def on_list(self) -> frozenset[str]:
        """What can be in the file, and for which a change is on the owner's list."""
        return planned_of(self.desk.state.planned, self.feature) & self.able if self.desk.state else frozenset()

    def wanted(self) -> frozenset[str] | None:
        """The SKUs to begin with; None for all that are not doubtful."""
        if (seen := self.in_sight()) is not None:
            return seen if self.seen.isChecked() else None
        return (self.on_list() or None) if self.planned.isChecked() else None

    def restyle(self) -> None:
        """The words, and which box there is."""
        seen, planned = self.in_sight(), len(self.on_list())
        words = translate("Fix", "Only what the list behind shows: {count}. Without the tick: {every}")
        self.seen.setText(words.format(count=f"{len(seen or ()):,}", every=f"{len(self.sure):,}"))
        self.planned.setText(translate("Fix", "Only what is on your list ({count})").format(count=f"{planned:,}"))
        self.seen.setVisible(seen is not None)
        self.planned.setVisible(seen is None and bool(planned))
        self.setVisible(seen is not None or bool(planned))
