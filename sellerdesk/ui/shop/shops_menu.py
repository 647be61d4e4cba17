"""The menu of the owner's shops, of which the one at hand is ticked; there while there is more than one."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

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
        self.list_shops(self)
        self.menuAction().setVisible(len(self.actions()) > 1)

    def list_shops(self, menu: QMenu) -> None:
        """Put one entry for each of the owner's shops into a menu."""
        group = QActionGroup(menu)
        for name in own_shops(self.desk.folder):
            action = group.addAction(plain.literal(own_words(name)))
            action.setCheckable(True)
            action.setChecked(not self.desk.demo and name == self.desk.settings.get("shop"))
            action.triggered.connect(partial(self.choose, name))
            menu.addAction(action)

    def under(self, button: QWidget, demo: QAction) -> QMenu:
        """The same entries below a button, and the demo shop apart from them: no press alone leaves one's own shop."""
        menu = QMenu(button)
        self.list_shops(menu)
        menu.addSeparator()
        menu.addAction(demo)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        return menu

    def choose(self, name: str, _on: bool = True) -> None:  # noqa: FBT001, FBT002 (Qt says whether it is ticked)
        """Go to a shop, unless it is the one at hand."""
        if self.desk.demo or name != self.desk.settings.get("shop"):
            go_to(self.desk, name)
