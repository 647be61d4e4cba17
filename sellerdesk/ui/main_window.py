"""The frame: menus, header, tabs, the notice line, the status line; the pages fill it."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSize, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget

from sellerdesk.ui import answers, choosing, icons, moving, placing, theme
from sellerdesk.ui.desk import Desk
from sellerdesk.ui.importing import Importing
from sellerdesk.ui.keeping import Keeping
from sellerdesk.ui.menus import Menus, entries, page_words, tab_words
from sellerdesk.ui.pages import PAGES, Pages
from sellerdesk.ui.translate import translate
from sellerdesk.ui.widgets import parts, plain
from sellerdesk.ui.widgets.day_field import DayField
from sellerdesk.ui.widgets.notice import Notice
from sellerdesk.ui.widgets.status import Status

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from sellerdesk.ui.exports import Exporting
    from sellerdesk.ui.first_start import FirstStart
    from sellerdesk.ui.printing import Printing
    from sellerdesk.ui.tour import Tour

SEARCH_LEAST, SEARCH_MOST = 160, 300
"""Pixels of the search field, which gives way to larger letters beside it."""
BREACH = 0
"""The rank of what is to mend."""
FIRST_DAY = (2018, 1, 1)
"""Before it no rule holds."""
TAB_ICONS = ("calendar", "points", "sfp", "returns")
TODAY, OFFERS = 0, 1
"""The tab that one comes back to, and the one where a first report is read."""
SEARCH_MS = 5
"""A pause in typing after which the table follows: what is typed is drawn first. A filter of 100,000 rows takes some 15 ms."""


class MainWindow(Pages):
    """The window over a desk."""

    def __init__(self, desk: Desk) -> None:
        """Build the frame; the saved shop is fetched after the first painted window."""
        super().__init__(desk)
        self.setAcceptDrops(True)
        self.open_button, self.shop_button = parts.button(icon="open"), parts.flat(" ", "shop", "text")
        self.day, self.day_label = DayField(), parts.label()
        self.typing = QTimer(self)
        self.undo, self.redo = parts.flat("", "undo", "text"), parts.flat("", "redo", "text")
        self.tabs, self.pages = parts.tab_bar(len(TAB_ICONS), small=False), parts.tab_bar(0, small=True)
        self.tour: Tour | None = None
        self.pages_shown = dict.fromkeys(range(len(TAB_ICONS)), 0)
        self.keeping = Keeping(desk, self.show_backups)
        self.notice, self.status = Notice(desk), Status(desk, self.show_refused)
        self.content = QStackedWidget()
        self.importing = Importing(desk, self)
        self.menus = Menus(self)
        self.lay_out()
        self.connect_parts()
        desk.follow(self.dress)
        self.resize(placing.WISHED)
        self.first_start(there=desk.has_shop())
        self.tabs.setCurrentIndex(TODAY if desk.has_shop() else OFFERS)
        self.turn(self.tabs.currentIndex())

    # building

    def lay_out(self) -> None:
        """Header, tab row, notice, pages, status."""
        self.day.setMinimumDate(QDate(*FIRST_DAY))
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setDate(QDate(self.desk.as_of.year, self.desk.as_of.month, self.desk.as_of.day))
        self.day.setMinimumSize(128, 34)
        self.day_label.setBuddy(self.day)
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumSize(SEARCH_LEAST, 34)
        self.search.setMaximumWidth(SEARCH_MOST)
        for button in (self.undo, self.redo):
            button.setFixedSize(34, 34)
        header = parts.row(
            self.open_button,
            12,
            self.day_label,
            self.day,
            12,
            self.shop_button,
            None,
            self.search,
            8,
            self.undo,
            self.redo,
            margins=(16, 10, 16, 8),
        )
        header.setStretchFactor(self.search, SEARCH_MOST)
        tab_row = parts.row(self.tabs, None, self.pages, margins=(12, 0, 12, 0))
        self.work = parts.box(parts.column(header, tab_row, parts.hairline(), self.stack, gap=0, grow=self.stack))
        self.content.addWidget(self.work)
        self.setCentralWidget(parts.box(parts.column(self.keeping.standing, self.notice, self.content, gap=0, grow=self.content)))
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.status, 1)
        self.setMinimumSize(placing.LEAST)

    def connect_parts(self) -> None:
        """What is pressed, typed and chosen."""
        self.open_button.clicked.connect(self.choose_report)
        self.shop_button.clicked.connect(self.switch_shop)
        self.day.dateChanged.connect(lambda day: self.desk.set_day(day.toPython()))
        self.tabs.currentChanged.connect(self.turn)
        self.pages.currentChanged.connect(self.leaf)
        self.undo.clicked.connect(lambda: answers.undo(self.desk))
        self.redo.clicked.connect(lambda: answers.undo(self.desk, back=False))
        self.desk.turned.connect(self.dress_undo)
        self.desk.arrived.connect(self.show_arrived)
        self.typing.setSingleShot(True)
        self.typing.setInterval(SEARCH_MS)
        self.typing.timeout.connect(self.seek)
        self.search.textChanged.connect(self.typing.start)
        self.desk.loaded.connect(lambda: self.first_start(there=self.desk.has_reports()))
        self.desk.loaded.connect(self.name_shop)
        self.desk.loaded.connect(self.offer_tour)
        self.desk.settled.connect(self.allow)
        self.desk.housed.connect(lambda file: moving.move_in(self, file))

    # acting

    @cached_property
    def exporting(self) -> "Exporting":
        """What takes tables out, made with the first table."""
        from sellerdesk.ui.exports import Exporting

        return Exporting(self.desk, self, self.list_name)

    @cached_property
    def printing(self) -> "Printing":
        """What makes the account report, made when it is asked for."""
        from sellerdesk.ui.printing import Printing

        return Printing(self.desk, self)

    @cached_property
    def choices(self) -> "FirstStart":
        """The two choices of the first start, made when there is no shop."""
        from sellerdesk.ui.first_start import FirstStart

        made = FirstStart(self.desk, self.choose_report)
        self.content.addWidget(made)
        return made

    def first_start(self, *, there: bool) -> None:
        """Show the two choices while there is no shop, the work when there is one."""
        self.content.setCurrentWidget(self.work if there else self.choices)
        self.menuBar().setVisible(there)
        self.statusBar().setVisible(there)

    def choose_report(self) -> None:
        """Ask for a report and open it."""
        title = translate("Window", "Open a report")
        kinds = translate("Window", "Reports (*.txt *.tsv *.csv *.xlsx *.xml);;All files (*)")
        name, _kind = choosing.to_read(self, title, kinds)
        if name:
            self.importing.look(Path(name))

    def switch_shop(self) -> None:
        """Go to the demo shop, or leave it."""
        if self.desk.demo:
            self.desk.leave_demo()
        else:
            self.desk.try_demo()

    def turn(self, number: int) -> None:
        """Show a tab, at the page where it was left."""
        self.pages.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        while self.pages.count():
            self.pages.removeTab(0)
        for _name in PAGES[number]:
            self.pages.addTab("")
        self.pages.setCurrentIndex(self.pages_shown[number])
        self.pages.blockSignals(False)  # noqa: FBT003 (as above)
        self.dress_tabs()
        self.leaf(self.pages_shown[number])

    def leaf(self, number: int) -> None:
        """Show a page of the tab in sight."""
        self.pages_shown[self.tabs.currentIndex()] = number
        page = getattr(self, PAGES[self.tabs.currentIndex()][number])
        self.stack.setCurrentWidget(page)
        if (listed := self.listed()) is not None:
            self.exporting.offer(listed)
        if page in self.offer_pages():
            page.freshen()
        elif hasattr(page, "seek"):
            page.seek(self.search.text().strip(), now=True)

    def show_page(self, name: str) -> None:
        """Show a page by its name."""
        tab = next(number for number, names in enumerate(PAGES) if name in names)
        self.pages_shown[tab] = PAGES[tab].index(name)
        if self.tabs.currentIndex() == tab:
            self.turn(tab)
        else:
            self.tabs.setCurrentIndex(tab)

    def go(self, name: str) -> None:
        """Show a page by its name, or ask for what the name stands for."""
        if name == "open":
            self.choose_report()
        elif name == "templates_question":
            self.ask_templates()
        elif name == "passages":
            self.show_passages()
        elif name == "categories":
            self.show_page("returned")
        else:
            self.show_page(name)
            if name == "returned":
                self.returned.show_wrong()
            elif name in ("points", "shipments"):
                getattr(self, name).chips.only(BREACH)

    def show_arrived(self, kind: str) -> None:
        """Show the page of a report that was taken."""
        if kind in ("orders", "unshipped_orders"):
            self.show_page("orders")
        elif kind in ("shipments", "templates"):
            self.show_page(kind)
        elif kind == "returns":
            self.show_page("returned")

    def export_facts(self) -> None:
        """Write what is known about SKUs as a workbook or a CSV, to be filled in and opened again."""
        kinds = translate("Window", "Excel workbook (*.xlsx);;CSV (*.csv)")
        name, _kind = choosing.to_write(self, translate("Window", "Write the facts"), "facts.xlsx", kinds)
        if name:
            self.desk.run(translate("Window", "Writing the facts"), ["facts", "export", "--json", "--", name], file=Path(name))

    def show_backups(self) -> None:
        """List the backups of the shop."""
        from sellerdesk.ui.dialogs.backups import Backups

        Backups(self.desk, self).show()

    def allow(self) -> None:
        """Let only what can be done be pressed: a shop that another window holds is read."""
        writable = not self.desk.read_only
        self.open_button.setEnabled(writable)
        self.day.setEnabled(writable)
        for name in ("open", "judge", "templates", "move_in"):
            self.menus.actions[name].setEnabled(writable)
        self.dress_undo()

    def save_support(self) -> None:
        """Write versions, settings and counts for those who help."""
        title, kinds = translate("Window", "Write a file for support"), translate("Window", "Text (*.txt)")
        name, _kind = choosing.to_write(self, title, "sellerdesk-support.txt", kinds)
        if name:
            self.desk.run(translate("Window", "Writing the file for support"), ["support", "--json", "--", name])

    def listed(self) -> "QTableView | None":
        """The table of the page in sight, when it has one."""
        table = getattr(self.stack.currentWidget(), "table", None)
        from PySide6.QtWidgets import QTableView

        return table if isinstance(table, QTableView) else None

    def list_name(self) -> str:
        """What the page in sight is called, with its tab."""
        tab = self.tabs.currentIndex()
        return f"{tab_words()[tab]} {page_words(PAGES[tab][self.pages_shown[tab]])}"

    def show_columns(self) -> None:
        """Show the menu of the list in sight: its columns, its sorting, the views kept."""
        from sellerdesk.ui.widgets.views import views_of

        views = views_of(self.stack.currentWidget())
        if views is None:
            self.desk.said.emit(translate("Window", "There is no list on this page."), "check")
        else:
            views.pop()

    def offer_tour(self) -> None:
        """Show a new owner around the demo shop, once."""
        if self.desk.demo and self.desk.has_reports() and not self.desk.settings.get("toured"):
            self.show_tour()

    def show_tour(self) -> None:
        """Point at what the window can do, stop by stop."""
        from sellerdesk.ui.tour import Tour

        if self.tour is not None:
            self.tour.end()
        self.tour = Tour(self)

    def toured(self) -> None:
        """The tour was left; it comes again only when it is asked for."""
        self.tour = None
        self.desk.settings.put("toured", "yes")

    def show_palette(self) -> None:
        """Find an action by a few letters."""
        from sellerdesk.ui.dialogs.palette import Palette

        Palette(self.desk, self, entries(self)).show()

    def show_guide(self, page: str = "guide") -> None:
        """Show the help."""
        from sellerdesk.ui.dialogs.guide import Guide

        Guide(self.desk, self, list(self.menus.actions.values()), page).show()

    def show_history(self) -> None:
        """List who changed what when."""
        from sellerdesk.ui.dialogs.history import History

        History(self.desk, self).show()

    def seek(self) -> None:
        """Show what holds the text typed, in every table."""
        text, shown = self.search.text().strip(), self.stack.currentWidget()
        for page in self.offer_pages():
            page.seek(text, now=shown is page)
        if shown is not None and shown not in self.offer_pages() and hasattr(shown, "seek"):
            shown.seek(text, now=True)

    def ask_templates(self) -> None:
        """Ask again which shipping templates are Prime."""
        self.show_page("sfp")
        self.sfp.pages.setCurrentIndex(1)

    def show_refused(self) -> None:
        """List the rows that could not be read."""
        from sellerdesk.ui.dialogs.refused_rows import RefusedRows

        RefusedRows(self.desk, self).show()

    def about(self) -> None:
        """Say which program this is, where its data lies and what it is made of."""
        from sellerdesk.ui.dialogs.about import About

        About(self.desk, self).show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file that is dragged over the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that is dropped anywhere."""
        file = next((url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()), "")
        if file:
            event.acceptProposedAction()
            self.importing.look(Path(file))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stood; stop whatever runs."""
        self.desk.settings.put_geometry(self.saveGeometry())
        self.hide()
        for part in ("exporting", "printing"):
            if part in self.__dict__:
                getattr(self, part).stop()
        self.importing.child.cancel()
        self.desk.close()
        self.keeping.let_go()
        super().closeEvent(event)

    # words and colours

    def dress(self) -> None:
        """Everything the frame says."""
        self.menus.dress()
        self.open_button.setText(translate("Window", "Open report…"))
        self.open_button.setIcon(icons.icon("open"))
        self.day_label.setTextFormat(self.day_label.textFormat().AutoText)
        self.day_label.setText(translate("Window", "Terms as of &date"))
        self.day.setAccessibleName(translate("Window", "Terms as of &date").replace("&", ""))
        self.search.setPlaceholderText(translate("Window", "Search SKU, name, ASIN  Ctrl+F"))
        self.search.setAccessibleName(self.search.placeholderText())
        for action in self.search.actions():
            self.search.removeAction(action)
        self.search.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.dress_undo()
        parts.ink(self.day_label, "muted")
        self.name_shop()
        self.dress_tabs()

    def dress_undo(self) -> None:
        """What undo and redo would do; disabled when there is nothing."""
        changes = self.desk.state.changes if self.desk.state else (None, None)
        words = (translate("Window", "Undo"), translate("Window", "Redo"))
        for button, icon, change, word in zip((self.undo, self.redo), ("undo", "redo"), changes, words, strict=True):
            tip = word if change is None else f"{word}: {self.deed_words(change)}"
            button.setIcon(icons.icon(icon))
            plain.set_tip(button, tip)
            button.setAccessibleName(tip)
            button.setEnabled(change is not None and not self.desk.read_only)
            self.menus.actions[icon].setText(tip)
            self.menus.actions[icon].setEnabled(change is not None and not self.desk.read_only)

    def deed_words(self, name: str) -> str:
        """What a change was, in a few words."""
        from sellerdesk.reports.words import deed

        return deed(name, {}, self.desk.lang)

    def name_shop(self) -> None:
        """The shop at hand, in the header and in the title."""
        name = translate("Window", "Demo shop · leave") if self.desk.demo else translate("Window", "My shop")
        self.shop_button.setText(name)
        self.shop_button.setIcon(icons.icon("shop"))
        parts.ink(self.shop_button, "text")
        tip = translate("Window", "Leave the demo shop") if self.desk.demo else translate("Window", "Try the demo shop")
        plain.set_tip(self.shop_button, tip)
        self.menus.actions["demo"].setText(tip)
        shop = translate("Window", "Demo shop") if self.desk.demo else translate("Window", "My shop")
        plain.set_title(self, f"{shop} — Seller Desk")

    def dress_tabs(self) -> None:
        """Tabs and pages; the current one in the accent's colour."""
        words = tab_words()
        for number, name in enumerate(TAB_ICONS):
            self.tabs.setTabText(number, words[number])
            self.tabs.setTabIcon(number, icons.icon(name, "accent" if number == self.tabs.currentIndex() else "muted"))
        for number, page in enumerate(PAGES[self.tabs.currentIndex()]):
            if number < self.pages.count():
                self.pages.setTabText(number, page_words(page))
        self.tabs.setFont(theme.font("lead", bold=True))
        self.tabs.setIconSize(QSize(20, 20))
        self.tabs.setStyleSheet(theme.tab_style(small=False))
        self.pages.setStyleSheet(theme.tab_style(small=True))
        self.tabs.setAccessibleName(translate("Window", "Feature"))
        self.pages.setAccessibleName(translate("Window", "Page"))
