"""The tabs of the window and the pages in them: which one is in sight, and what is searched in it."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from sellerdesk.domain.folding import folded
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.shell.pages import BY_NAME, PAGES, Pages, page_words, tab_words
from sellerdesk.ui.style import icons, theme
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from sellerdesk.domain.judged_row import JudgedOrder, JudgedReturn, JudgedRow, JudgedShipment

PAGES_APART, RULE = 20, 20
"""Pixels between the tabs, the rule and the pages, and the height of the rule."""
TAB_ROOM = 24 + 2 * PAGES_APART + 1
"""Pixels beside the tabs and their pages: the margins, and the rule with its room."""
OTHERWISE_CALLED = {"categories": "returned", "rates": "shipments"}
"""The pages of what Today calls otherwise."""
TAB_ICONS = ("calendar", "points", "sfp", "returns")


class PageStack(Pages):
    """A window with a row of tabs, and a row of pages for the tab in sight; `page_shown` names the one that came."""

    page_shown = Signal(str)

    def __init__(self, desk: Desk) -> None:
        """No page is in sight yet."""
        super().__init__(desk)
        self.tabs, self.pages = build.tab_bar(len(TAB_ICONS), small=False), build.segments(0)
        line = build.hairline()
        line.setFixedSize(1, RULE)
        self.rule = build.box(build.row(line, margins=(PAGES_APART, 0, PAGES_APART, 0)))
        self.tab_row = build.row(self.tabs, self.rule, self.pages, None, gap=0, margins=(12, 0, 12, 0))
        self.search.returnPressed.connect(self.seek_offers)
        self.pages_shown = dict.fromkeys(range(len(TAB_ICONS)), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: see whether tabs and pages have room beside each other."""
        super().resizeEvent(event)
        self.fit_tabs()

    def fit_tabs(self) -> None:
        """The pages stand beside the tabs, or below them where longer words leave no room: those of returns need the most."""
        needed = self.tabs.sizeHint().width() + self.pages.sizeHint().width() + TAB_ROOM
        way = QBoxLayout.Direction.TopToBottom if needed > self.width() else QBoxLayout.Direction.LeftToRight
        if self.tab_row.direction() != way:
            self.tab_row.setDirection(way)
        self.rule.setVisible(way == QBoxLayout.Direction.LeftToRight and self.pages.isVisibleTo(self))

    def offer_exports(self, table: "QTableView") -> None:
        """Offer to take a table out of the program. The window knows how."""
        raise NotImplementedError

    def turn(self, number: int) -> None:
        """Show a tab, at the page where it was left."""
        self.pages.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        while self.pages.count():
            self.pages.removeTab(0)
        for _name in PAGES[number]:
            self.pages.addTab("")
        self.pages.setCurrentIndex(self.pages_shown[number])
        self.pages.setVisible(len(PAGES[number]) > 1)
        self.pages.blockSignals(False)  # noqa: FBT003 (as above)
        self.restyle_tabs()
        self.leaf(self.pages_shown[number])

    def leaf(self, number: int) -> None:
        """Show a page of the tab in sight."""
        self.pages_shown[self.tabs.currentIndex()] = number
        page = self.page(self.name_in_sight())
        self.stack.setCurrentWidget(page)
        if (table := self.listed()) is not None:
            self.offer_exports(table)
        if page in self.offer_pages():
            page.freshen()
        else:
            page.seek(self.search.text().strip(), now=True)
        self.page_shown.emit(self.name_in_sight())
        self.focus_page()

    def focus_page(self) -> None:
        """Put the focus where the work is: into the table of the page in sight, or into its own search."""
        if not self.isActiveWindow():
            return
        if (table := self.listed()) is not None and table.isVisible():
            table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif (page := self.shown()) is not None:
            page.seek_item()

    def show_page(self, name: str) -> None:
        """Show a page by its name."""
        tab = next(number for number, names in enumerate(PAGES) if name in names)
        self.pages_shown[tab] = PAGES[tab].index(name)
        if self.tabs.currentIndex() == tab:
            self.turn(tab)
        else:
            self.tabs.setCurrentIndex(tab)

    def name_in_sight(self) -> str:
        """The name of the page in sight."""
        tab = self.tabs.currentIndex()
        return PAGES[tab][self.pages_shown[tab]]

    def show_rows(self, name: str, subjects: Collection[str]) -> None:
        """Show exactly some rows of a page, or all of them: what was searched and filtered before would hide them."""
        page = OTHERWISE_CALLED.get(name, name)
        if self.search.text():
            self.search.clear()
            self.seek()
        self.show_page(page)
        if subjects:
            self.page(page).show_only(subjects)
        else:
            self.page(page).widen()
        if name == "rates":
            self.shipments.every.setChecked(True)

    def listed(self) -> "QTableView | None":
        """The table of the page in sight, when it has one."""
        page = self.shown()
        return None if page is None else page.parts().table

    def says_what_was_done(self) -> bool:
        """Whether the page in sight has a bar, where what was done stands."""
        page = self.shown()
        return page is not None and page.isVisible() and page.parts().bar is not None

    def list_name(self) -> str:
        """What the page in sight is called, with its tab."""
        tab = self.tabs.currentIndex()
        return f"{tab_words()[tab]} {page_words(PAGES[tab][self.pages_shown[tab]])}"

    def seek(self) -> None:
        """Show what holds the text typed, in every table."""
        text, shown = self.search.text().strip(), self.shown()
        for page in self.offer_pages():
            page.seek(text, now=shown is page)
        if shown is not None and shown not in self.offer_pages():
            shown.seek(text, now=True)
        if text and shown is not None and not shown.searches:
            self.desk.said.emit(translate("Window", "Press Enter to search the offers: this page has no list of them."), "ok")

    def found_elsewhere(self) -> list[tuple[str, str]]:
        """The other pages with rows that hold the text typed, each with what it is called; the offers of SFP are among all offers."""
        needle = folded(self.search.text().strip())
        desk = self.desk
        lists: dict[str, Sequence[JudgedRow | JudgedOrder | JudgedShipment | JudgedReturn]] = {
            "points": desk.rows, "orders": desk.orders, "shipments": desk.shipments, "returned": desk.returns,
        }  # fmt: skip
        tab = self.tabs.currentIndex()
        mine = PAGES[tab][self.pages_shown[tab]]
        found = [name for name, rows in lists.items() if needle and name != mine and any(needle in row.search for row in rows)]
        return [(name, f"{tab_words()[BY_NAME[name].tab]} › {page_words(name)}") for name in found]

    def show_found(self, name: str) -> None:
        """Show what is searched on another page, whatever was pressed there before."""
        self.show_page(name)
        self.page(name).widen()
        self.seek()

    def seek_offers(self) -> None:
        """Enter in the search: show the offers that match, where the page in sight has nothing to search."""
        shown = self.shown()
        if self.search.text().strip() and shown is not None and not shown.searches:
            self.show_page("points")
            self.points.widen()  # what was pressed there before is no part of the search
            self.seek()
            self.desk.said.emit("", "")

    def seek_field(self) -> None:
        """Put the cursor into the search: the page's own where it has one, that of the header elsewhere."""
        page = self.shown()
        if page is None or not page.seek_item():
            self.search.setFocus()

    def restyle_tabs(self) -> None:
        """Tabs and pages; the current one in the accent's colour."""
        words = tab_words()
        for number, name in enumerate(TAB_ICONS):
            self.tabs.setTabText(number, words[number])
            self.tabs.setTabIcon(number, icons.icon(name, "accent" if number == self.tabs.currentIndex() else "muted"))
        for number, page in enumerate(PAGES[self.tabs.currentIndex()]):
            if number < self.pages.count():
                self.pages.setTabText(number, page_words(page))
        self.tabs.setFont(theme.font("lead", bold=True))
        build.mark_chosen(self.tabs)
        self.tabs.setIconSize(QSize(20, 20))
        self.tabs.setStyleSheet(theme.tab_style())
        build.restyle_segments(self.pages)
        self.fit_tabs()
        self.tabs.setAccessibleName(translate("Window", "Feature"))
        self.pages.setAccessibleName(translate("Window", "Page"))
