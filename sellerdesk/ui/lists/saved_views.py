"""The button above a table: saved views, which columns are shown, and by which rows are sorted."""

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.table_layout import Layout, View
from sellerdesk.ui.lists.adjustable_table import FIXED, AdjustableTable
from sellerdesk.ui.style import plain, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build

if TYPE_CHECKING:
    from PySide6.QtWidgets import QInputDialog

LONGEST = 60
"""Characters of a view's name."""


class Filtered(Protocol):
    """What a page tells a view of its filters, and takes from it."""

    typed: str

    def filters(self) -> dict[str, str]:
        """What is pressed and chosen."""

    def filter_by(self, chosen: dict[str, str]) -> None:
        """Press and choose it again."""


class SavedViews(QToolButton):
    """The button of a table with its menu; `searched` gives the search field a view's words."""

    searched = Signal(str)

    def __init__(self, desk: Desk, name: str, table: AdjustableTable, page: Filtered) -> None:
        """Lay the table out as it was left; `name` is what the settings call it."""
        super().__init__()
        self.desk, self.name, self.table, self.page = desk, name, table, page
        self.saving: QInputDialog | None = None
        self.setAutoRaise(True)
        table.arrange(desk.settings.layout(name))
        table.arranged.connect(self.keep)
        table.spared.connect(self.restyle)
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self.pop_header)
        self.clicked.connect(self.pop)
        desk.follow(self.restyle)

    def restyle(self) -> None:
        """Words and colours."""
        spared = [column.title() for column in self.table.listed.columns if column.name in self.table.no_room]
        words, fewer = translate("Views", "Views and columns ▾"), translate("Views", "Views and columns (+{count}) ▾")
        self.setText(fewer.format(count=len(spared)) if spared else words)
        lacking = translate("Views", "No room in this window for: {columns}").format(columns=translate("Views", ", ").join(spared))
        plain.set_tip(self, lacking if spared else "")
        self.setAccessibleName(self.text().removesuffix(" ▾"))
        self.setMinimumHeight(30)
        tint.colour_text(self, "link")
        tip = translate("Views", "A press sorts, Shift and a press sorts by one column more. Drag to move. Right button: columns.")
        plain.set_tip(build.viewport(self.table.horizontalHeader()), tip)

    def keep(self) -> None:
        """Remember the layout."""
        self.desk.settings.put_layout(self.name, self.table.layout_told())

    # menus

    def pop(self) -> None:
        """Show the menu below the button."""
        self.show_menu(self.menu_made(), self.mapToGlobal(QPoint(0, self.height())))

    def pop_header(self, where: QPoint) -> None:
        """Show the menu of a title."""
        section = self.table.horizontalHeader().logicalIndexAt(where)
        self.show_menu(self.header_menu(section), build.viewport(self.table.horizontalHeader()).mapToGlobal(where))

    @staticmethod
    def show_menu(menu: QMenu, where: QPoint) -> None:
        """Show a menu that goes when it is closed."""
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def menu_made(self) -> QMenu:
        """Saved views, then columns and sorting."""
        menu = QMenu(self)
        views = self.desk.settings.views(self.name)
        for view in views:
            menu.addAction(plain.literal(view.name), partial(self.take, view))
        menu.addAction(translate("Views", "Save this view…"), self.ask)
        if views:
            forget = menu.addMenu(translate("Views", "Delete a view"))
            for kept in views:
                forget.addAction(plain.literal(kept.name), partial(self.forget, kept.name))
        menu.addSeparator()
        self.add_columns(menu.addMenu(translate("Views", "Columns")))
        ways = ((translate("Views", "Sort by"), False), (translate("Views", "Then sort by"), True))
        for title, more in ways:
            inner = menu.addMenu(title)
            for number, column in enumerate(self.table.listed.columns):
                inner.addAction(column.title() + self.table.listed.mark(number), partial(self.table.sort_by, number, more=more))
        menu.addSeparator()
        menu.addAction(translate("Views", "Columns as at first"), self.restore)
        return menu

    def header_menu(self, section: int) -> QMenu:
        """What can be done with a column, and the columns to tick."""
        menu = QMenu(self.table)
        columns = self.table.listed.columns
        if 0 <= section < len(columns):
            menu.addAction(translate("Views", "Sort by this column"), partial(self.table.sort_by, section))
            menu.addAction(translate("Views", "Then sort by this column"), partial(self.table.sort_by, section, more=True))
            if section != FIXED:
                hide = partial(self.table.show_column, columns[section].name, shown=False)
                menu.addAction(translate("Views", "Hide this column"), hide)
            menu.addSeparator()
        self.add_columns(menu)
        menu.addSeparator()
        menu.addAction(translate("Views", "Columns as at first"), self.restore)
        return menu

    def add_columns(self, menu: QMenu) -> None:
        """The columns, ticked where they are shown; the verdict always is."""
        for number, column in enumerate(self.table.listed.columns):
            action = menu.addAction(column.title())
            action.setCheckable(True)
            action.setChecked(not self.table.isColumnHidden(number))
            action.setEnabled(number != FIXED)
            action.toggled.connect(lambda shown, name=column.name: self.table.show_column(name, shown=shown))

    def restore(self) -> None:
        """Columns as the program has them."""
        self.table.arrange(Layout(sort=self.table.layout_told().sort))
        self.keep()

    # saved views

    def ask(self) -> None:
        """Ask for the name of a view; an old one of this name is replaced."""
        from PySide6.QtWidgets import QInputDialog

        dialog = QInputDialog(self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(translate("Views", "Save this view"))
        dialog.setLabelText(translate("Views", "Columns, sorting, filter and search are kept under this name:"))
        dialog.setOkButtonText(translate("Views", "Save"))
        dialog.setCancelButtonText(translate("Views", "Cancel"))
        dialog.findChildren(QLineEdit)[0].setAccessibleName(translate("Views", "Name of the view"))
        dialog.textValueSelected.connect(self.save)
        dialog.destroyed.connect(self.asked)
        self.saving = dialog
        dialog.open()

    def asked(self) -> None:
        """The question is gone."""
        self.saving = None

    def save(self, name: str) -> None:
        """Keep what is seen now under a name."""
        name = " ".join(name.split())[:LONGEST]
        if not name:
            return
        view = View(name, self.table.layout_told(), self.page.filters(), self.page.typed)
        others = tuple(view for view in self.desk.settings.views(self.name) if view.name != name)
        self.desk.settings.put_views(self.name, (*others, view))
        self.desk.said.emit(translate("Views", "The view “{name}” is kept above this list.").format(name=name), "ok")

    def take(self, view: View) -> None:
        """Show what was kept."""
        self.table.arrange(view.layout)
        self.keep()
        self.page.filter_by(view.filters)
        self.searched.emit(view.search)

    def forget(self, name: str) -> None:
        """Keep a view no longer; it is only a way to look, so it is not asked twice."""
        views = self.desk.settings.views(self.name)
        self.desk.settings.put_views(self.name, tuple(view for view in views if view.name != name))
        self.desk.said.emit(translate("Views", "The view “{name}” is deleted.").format(name=name), "ok")
