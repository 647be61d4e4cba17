"""The frame: menus, header, tabs, the notice line, the status line; the pages fill it."""

from collections.abc import Callable, Collection
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget

from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.shops import shop_words
from sellerdesk.ui.shell import asked_for, leading, new_figures, placing
from sellerdesk.ui.shell.actions import Actions
from sellerdesk.ui.shell.drop_frame import DropFrame
from sellerdesk.ui.shell.header import Header
from sellerdesk.ui.shell.notice import Notice
from sellerdesk.ui.shell.page_stack import PageStack
from sellerdesk.ui.shell.status_line import Status
from sellerdesk.ui.shop import moving
from sellerdesk.ui.shop.importing import Importing
from sellerdesk.ui.shop.inbox import Inbox
from sellerdesk.ui.shop.safekeeping import Safekeeping
from sellerdesk.ui.shop.several_files import SeveralFiles
from sellerdesk.ui.shop.shops_menu import ShopsMenu
from sellerdesk.ui.style import plain
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build, file_dialogs

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from sellerdesk.ui.lists.exporting import Exporting
    from sellerdesk.ui.shell.account_report import AccountReport
    from sellerdesk.ui.shell.first_start import FirstStart
    from sellerdesk.ui.shell.tour import Tour

TODAY, OFFERS = 0, 1
OF_LISTINGS = ("today", "points", "sfp")
"""The pages that show a listings report by themselves."""
"""The tab that one comes back to, and the one where a first report is read."""


class MainWindow(PageStack):
    """The window over a desk."""

    def __init__(self, desk: Desk) -> None:
        """Build the frame; the saved shop is fetched after the first painted window."""
        super().__init__(desk)
        self.setAcceptDrops(True)
        self.drop_frame = DropFrame(self)
        self.header = header = Header(desk, self.search)
        self.open_button, self.shop_button, self.undo, self.redo = header.open_button, header.shop_button, header.undo, header.redo
        self.day, self.day_label = header.day, header.day_label
        self.tour: Tour | None = None
        self.keeping = Safekeeping(desk, partial(asked_for.show_backups, desk, self))
        self.notice, self.status = Notice(desk, self.says_what_was_done), Status(desk, self.show_refused)
        self.content = QStackedWidget()
        self.importing = Importing(desk, self)
        self.importing.compared.connect(self.show_points_list)
        self.several_files = SeveralFiles(desk, self.importing)
        self.inbox = Inbox(desk, self.importing)
        self.menus = Actions(self, desk, self.deeds())
        self.shops = ShopsMenu(desk, self.menus.menus["shop"])
        self.lay_out()
        self.connect_parts()
        desk.follow(self.restyle)
        self.resize(placing.WISHED)
        self.first_start(there=desk.has_shop())
        self.tabs.setCurrentIndex(TODAY if desk.has_shop() else OFFERS)
        self.turn(self.tabs.currentIndex())

    # building

    def lay_out(self) -> None:
        """Header, tab row, pages, status; what is said lies over the status line."""
        self.work = build.box(build.column(self.header.row, self.tab_row, build.hairline(), self.stack, gap=0, grow=self.stack))
        self.content.addWidget(self.work)
        whole = build.box(build.column(self.keeping.standing, self.inbox.line, self.content, gap=0, grow=self.content))
        self.setCentralWidget(whole)
        self.notice.float_over(self, self.statusBar())
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.status, 1)
        self.setMinimumSize(placing.LEAST)

    def connect_parts(self) -> None:
        """What is pressed, typed and chosen."""
        self.open_button.clicked.connect(self.choose_report)
        self.tabs.currentChanged.connect(self.turn)
        self.pages.currentChanged.connect(self.leaf)
        self.page_shown.connect(self.status.show_page)
        self.page_shown.connect(lambda _name: self.header.day.leave())
        self.page_shown.connect(lambda _name: self.desk.mended.emit())  # what was typed wrongly was of the page that is left
        self.desk.undo_changed.connect(self.restyle_undo)
        self.desk.rows_came.connect(self.restyle_undo)
        self.desk.report_taken.connect(self.show_arrived)
        self.header.sought.connect(self.seek)
        self.shop_button.clicked.connect(self.press_shop)
        self.desk.other_shop.connect(self.search.clear)
        self.desk.rows_came.connect(lambda: self.first_start(there=self.desk.has_reports()))
        self.desk.rows_came.connect(self.name_shop)
        self.desk.rows_came.connect(self.offer_tour)
        for changed in (self.desk.rows_came, self.desk.shop_left):
            changed.connect(self.allow)
        self.desk.shop_file_opened.connect(lambda file: moving.move_in(self.desk, self, file))

    # acting

    def press_shop(self) -> None:
        """Leave the demo shop; from one's own, ask which other."""
        if self.desk.demo:
            self.desk.leave_demo()
        else:
            self.shops.under(self.shop_button, self.menus.actions["demo"])

    @cached_property
    def exporting(self) -> "Exporting":
        """What takes tables out, made with the first table."""
        from sellerdesk.ui.lists.exporting import Exporting

        return Exporting(self.desk, self, self.list_name)

    def offer_exports(self, table: "QTableView") -> None:
        """Let the owner take the table in sight out of the program."""
        self.exporting.offer(table)

    def export_list(self, ending: str = "") -> None:
        """Take the list in sight out as a file with an ending, or of a kind that is asked for."""
        self.exporting.ask(self.listed(), ending)

    @cached_property
    def printing(self) -> "AccountReport":
        """What makes the account report, made when it is asked for."""
        from sellerdesk.ui.shell.account_report import AccountReport

        return AccountReport(self.desk, self)

    @cached_property
    def choices(self) -> "FirstStart":
        """The two choices of the first start, made when there is no shop."""
        from sellerdesk.ui.shell.first_start import FirstStart

        made = FirstStart(self.desk, self.choose_report)
        self.content.addWidget(made)
        return made

    def deeds(self) -> dict[str, Callable[[], object]]:
        """What every action of the menus does, by its name there."""
        desk = self.desk
        return {
            "open": self.choose_report,
            "watch": lambda: asked_for.choose_watched(desk, self, self.inbox),
            "export": self.export_list,
            "report": lambda: self.printing.save(),  # noqa: PLW0108 (it is made when it is asked for)
            "print": lambda: self.printing.preview(),  # noqa: PLW0108 (as above)
            "backups": partial(asked_for.show_backups, desk, self),
            "move_out": partial(moving.move_out, desk, self),
            "move_in": partial(moving.choose_to_move_in, desk, self),
            "quit": self.close,
            "undo": partial(asked_for.undo, desk, self),
            "redo": partial(edits.undo, desk, back=False),
            "history": self.show_history,
            **{f"tab_{number}": partial(self.tabs.setCurrentIndex, number) for number in range(self.tabs.count())},
            "search": self.seek_field,
            "palette": self.show_palette,
            "columns": self.show_columns,
            "larger": partial(desk.zoom, 1),
            "smaller": partial(desk.zoom, -1),
            "natural": partial(desk.zoom, 0),
            "demo": self.header.switch_shop,
            "fix_central": lambda: self.points.preview("points-central"),
            "fix_price": lambda: self.points.preview("price-file"),
            "templates": self.ask_templates,
            "facts": partial(asked_for.export_facts, desk, self),
            "judge": desk.judge,
            "imports": partial(asked_for.show_imports, desk, self),
            "guide": self.show_guide,
            "tour": self.show_tour,
            **{page: partial(self.show_guide, page) for page in ("terms", "keys", "changes")},
            "figures": partial(new_figures.show_figures, desk, self),
            "packs": partial(new_figures.choose_pack, desk, self),
            "passages": self.show_passages,
            "texts": self.show_texts,
            "support": partial(asked_for.save_support, desk, self),
            "about": self.about,
        }

    def first_start(self, *, there: bool) -> None:
        """Show the two choices while there is no shop, the work when there is one."""
        self.content.setCurrentWidget(self.work if there else self.choices)
        if not there:
            self.choices.look_for_recent()
        self.menuBar().setVisible(there)
        self.statusBar().setVisible(there)

    def choose_report(self) -> None:
        """Ask for reports and open them."""
        title = translate("Window", "Open reports")
        kinds = translate("Window", "Reports (*.txt *.tsv *.csv *.xlsx *.xml);;All files (*)")
        self.several_files.look_at_all([Path(name) for name in file_dialogs.several_to_read(self, title, kinds)])

    def go(self, name: str, subjects: Collection[str] = ()) -> None:
        """Show a page by its name, kept to some SKUs or order ids, or ask for what the name stands for."""
        leading.go(self, name, subjects, self.deeds())

    def show_arrived(self, kind: str, rows: int) -> None:
        """Show the page of a report that was taken; of a listings report, several pages tell, and so say more of another one."""
        if kind in ("orders", "unshipped_orders"):
            self.show_page("orders")
        elif kind in ("shipments", "templates"):
            self.show_page(kind)
        elif kind == "returns":
            self.show_page("returned")
        elif kind in ("payments", "settlement"):
            self.show_page("payments")
        elif kind in ("listings", "open_listings") and self.status.page not in OF_LISTINGS:
            self.show_page("points")
            words = translate("Window", "The listings report was taken: {rows} offers. They stand on this page.")
            if rows:
                self.desk.said.emit(words.format(rows=f"{rows:,}"), "ok")

    def allow(self) -> None:
        """Let only what can be done be pressed: a shop that another window holds is read, and on some days a file sets no points."""
        from sellerdesk.workflows.points.form import sets_points

        self.menus.actions["fix_price"].setEnabled(sets_points("price-file", self.desk.as_of))
        writable = not self.desk.read_only
        self.header.allow()
        for name in ("open", "judge", "templates", "move_in"):
            self.menus.actions[name].setEnabled(writable)
        self.restyle_undo()

    def show_columns(self) -> None:
        """Show the menu of the list in sight: its columns, its sorting, the views kept."""
        page = self.shown()
        views = None if page is None else page.parts().views
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
        from sellerdesk.ui.shell.tour import Tour

        if self.tour is not None:
            self.tour.end()
        self.tour = Tour(self, self.open_button)
        self.tour.left.connect(self.toured)

    def toured(self) -> None:
        """The tour was left; it comes again only when it is asked for."""
        self.tour = None
        self.desk.settings.put("toured", "yes")

    def show_palette(self) -> None:
        """Find an action by a few letters."""
        from sellerdesk.ui.shell.action_finder import ActionFinder

        ActionFinder(self.desk, self, self.menus.entries(self.show_page)).show()

    def show_guide(self, page: str = "guide") -> None:
        """Show the help."""
        from sellerdesk.ui.shell.help_dialog import HelpDialog

        HelpDialog(self.desk, self, list(self.menus.actions.values()), page).show()

    def show_history(self) -> None:
        """List who changed what when."""
        from sellerdesk.ui.shop.history_dialog import HistoryDialog

        HistoryDialog(self.desk, self).show()

    def ask_templates(self) -> None:
        """Ask again which shipping templates are Prime."""
        self.show_page("sfp")
        self.sfp.pages.setCurrentIndex(1)

    def show_refused(self) -> None:
        """List the rows that could not be read."""
        from sellerdesk.ui.shop.refused_rows_dialog import RefusedRowsDialog

        RefusedRowsDialog(self.desk, self).show()

    def about(self) -> None:
        """Say which program this is, where its data lies and what it is made of."""
        from sellerdesk.ui.shell.about_dialog import AboutDialog

        AboutDialog(self.desk, self).show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file that is dragged over the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files that are dropped anywhere; of several packs of figures the first, for each is looked at before it is taken."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile() and url.toLocalFile()]
        packs = [file for file in files if file.suffix.lower() == new_figures.ENDING]
        if files:
            event.acceptProposedAction()
        if packs:
            new_figures.show_pack(self.desk, self, packs[0])
        self.several_files.look_at_all([file for file in files if file not in packs])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stood; stop whatever runs. A form with something typed and not kept asks first."""
        from sellerdesk.ui.widgets.form_dialog import FormDialog

        for form in (one for one in self.findChildren(FormDialog) if one.isVisible() and one.has_unkept()):
            form.ask()
            event.ignore()
            return
        self.desk.settings.put_geometry(self.saveGeometry())
        self.hide()
        for part in ("exporting", "printing"):
            if part in self.__dict__:
                getattr(self, part).stop()
        self.importing.stop()
        self.inbox.stop()
        self.desk.close()
        self.keeping.let_go()
        super().closeEvent(event)

    # words and colours

    def restyle(self) -> None:
        """Everything the frame says."""
        self.menus.restyle()
        self.header.restyle()
        self.restyle_undo()
        self.name_shop()
        self.restyle_tabs()

    def restyle_undo(self) -> None:
        """What undo and redo would do, on their buttons and in the menu."""
        for name, button, tip in zip(("undo", "redo"), (self.undo, self.redo), self.header.restyle_undo(), strict=True):
            self.menus.actions[name].setText(tip)
            self.menus.actions[name].setEnabled(button.isEnabled())

    def name_shop(self) -> None:
        """The shop at hand, in the header and in the title."""
        self.menus.actions["demo"].setText(self.header.name_shop())
        plain.set_title(self, f"{shop_words(self.desk)} — Seller Desk")
