"""The menu of the owner's shops, of which the one at hand is ticked; there while there is more than one."""

from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.shops import go_to, own_shops, own_words
from sellerdesk.ui.style import plain
from sellerdesk.ui.style.translate import translate


class ShopsMenu(QMenu):
    """Fills itself whenever the menu above it opens: another program may have made a shop."""

    def __init__(self, desk: Desk, above: QMenu) -> None:
        """Below another menu."""
        super().__init__(above)
        self.desk = desk
        above.insertMenu(above.actions()[0], self)
        above.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """One entry for each shop."""
        self.setTitle(translate("Window", "Go to another shop"))
        self.clear()
        names = own_shops(self.desk.folder)
        group = QActionGroup(self)
        for name in names:
            action = group.addAction(plain.literal(own_words(name)))
            action.setCheckable(True)
            action.setChecked(not self.desk.demo and name == self.desk.settings.get("shop"))
            action.triggered.connect(partial(self.choose, name))
            self.addAction(action)
        self.menuAction().setVisible(len(names) > 1)

    def choose(self, name: str, _on: bool = True) -> None:  # noqa: FBT001, FBT002 (Qt says whether it is ticked)
        """Go to a shop, unless it is the one at hand."""
        if self.desk.demo or name != self.desk.settings.get("shop"):
            go_to(self.desk, name)
