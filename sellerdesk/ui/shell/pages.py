"""The pages of the window, each made when it is first turned to: the first painted window need not wait for them."""

from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtWidgets import QLineEdit, QMainWindow, QStackedWidget

from sellerdesk.ui.style.translate import translate

if TYPE_CHECKING:
    from sellerdesk.ui.cashless.orders_page import OrdersPage
    from sellerdesk.ui.desk.desk import Desk
    from sellerdesk.ui.lists.page import Page
    from sellerdesk.ui.offers.offers_page import OffersPage
    from sellerdesk.ui.payments.payments_page import PaymentsPage
    from sellerdesk.ui.points.points_page import PointsPage
    from sellerdesk.ui.returns.analysis_page import AnalysisPage
    from sellerdesk.ui.returns.calculator_page import CalculatorPage
    from sellerdesk.ui.returns.deadlines_page import DeadlinesPage
    from sellerdesk.ui.returns.fares_page import FaresPage
    from sellerdesk.ui.returns.report_page import ReportPage
    from sellerdesk.ui.sfp.obligations_page import ObligationsPage
    from sellerdesk.ui.sfp.sfp_page import SfpPage
    from sellerdesk.ui.sfp.shipments_page import ShipmentsPage
    from sellerdesk.ui.sfp.template_grid_page import TemplateGridPage
    from sellerdesk.ui.today.today_page import TodayPage

Translate = Callable[[str, str], str]
P = TypeVar("P", bound="Page")
O = TypeVar("O", bound="OffersPage")  # noqa: E741 (a kind of page, no figure)
Q = TypeVar("Q", "ShipmentsPage", "ReportPage", "DeadlinesPage")


class Pages(QMainWindow):
    """A window with its pages over a desk."""

    def __init__(self, desk: "Desk") -> None:
        """No page is made yet."""
        super().__init__()
        self.desk, self.stack, self.search = desk, QStackedWidget(), QLineEdit()

    def stacked(self, page: P) -> P:
        """Give a page its place; where it has nothing to show, its button clears the search."""
        self.stack.addWidget(page)
        parts = page.parts()
        if parts.empty is not None:
            parts.empty.button.clicked.connect(self.search.clear)
            parts.empty.opens.connect(lambda: self.go("open"))
            parts.empty.elsewhere = self.found_elsewhere
            parts.empty.led.connect(self.show_found)
        if parts.bar is not None:
            parts.bar.wanted.connect(self.export_list)
        if parts.views is not None:
            parts.views.searched.connect(self.search.setText)
        return page

    @cached_property
    def today(self) -> "TodayPage":
        """What needs the owner."""
        from sellerdesk.ui.today.today_page import TodayPage

        return self.stacked(TodayPage(self.desk, self.go))

    def page(self, name: str) -> "Page":
        """A page by its name, made when it is not yet there."""
        return BY_NAME[name].of(self)

    def shown(self) -> "Page | None":
        """The page in sight; what stands in the place of all pages is none."""
        from sellerdesk.ui.lists.page import Page

        shown = self.stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def show_page(self, name: str) -> None:
        """Show a page by its name. The window knows how."""
        raise NotImplementedError

    def name_in_sight(self) -> str:
        """The name of the page in sight."""
        raise NotImplementedError

    def found_elsewhere(self) -> Sequence[tuple[str, str]]:
        """The other pages that have what is searched, each with what it is called. The window knows how."""
        raise NotImplementedError

    def show_found(self, name: str) -> None:
        """Show what is searched on another page. The window knows how."""
        raise NotImplementedError

    def export_list(self, ending: str) -> None:
        """Take the list in sight out as a file with an ending, of any kind with "". The window knows how."""
        raise NotImplementedError

    def go(self, name: str, subjects: Collection[str] = ()) -> None:
        """Show a page by its name, kept to some rows, or do what leads on. The window knows how."""
        raise NotImplementedError

    @cached_property
    def points(self) -> "PointsPage":
        """The offers and their points; they take what came before them."""
        from sellerdesk.ui.points.points_page import PointsPage

        return self.caught_up(self.stacked(PointsPage(self.desk)))

    @cached_property
    def sfp(self) -> "SfpPage":
        """The SFP offers; they take what came before them."""
        from sellerdesk.ui.sfp.sfp_page import SfpPage

        return self.caught_up(self.stacked(SfpPage(self.desk)))

    def caught_up(self, page: O) -> O:
        """A page of offers with the rows that came before it was made, and what was searched."""
        page.panel.passage.connect(self.show_passages)
        page.catch_up()
        if text := self.search.text().strip():
            page.seek(text, now=False)
        return page

    def offer_pages(self) -> "list[OffersPage]":
        """The pages of offers that were made."""
        return [self.__dict__[name] for name in ("points", "sfp") if name in self.__dict__]

    def asking(self, page: Q) -> Q:
        """A page that asks which of its rows are of Prime items, and leads to what tells."""
        page.question.templates.connect(lambda: self.go("templates_question"))
        page.question.opens.connect(lambda: self.go("open"))
        return self.stacked(page)

    @cached_property
    def orders(self) -> "OrdersPage":
        """Cashless orders."""
        from sellerdesk.ui.cashless.orders_page import OrdersPage

        made = self.stacked(OrdersPage(self.desk))
        made.texts.clicked.connect(self.show_texts)
        made.load()
        return made

    @cached_property
    def shipments(self) -> "ShipmentsPage":
        """Shipments."""
        from sellerdesk.ui.sfp.shipments_page import ShipmentsPage

        return self.asking(ShipmentsPage(self.desk))

    @cached_property
    def templates(self) -> "TemplateGridPage":
        """The grid of shipping templates."""
        from sellerdesk.ui.sfp.template_grid_page import TemplateGridPage

        made = self.stacked(TemplateGridPage(self.desk))
        made.load()
        return made

    @cached_property
    def duties(self) -> "ObligationsPage":
        """Obligations."""
        from sellerdesk.ui.sfp.obligations_page import ObligationsPage

        return self.stacked(ObligationsPage(self.desk))

    @cached_property
    def returns(self) -> "CalculatorPage":
        """The calculator of a return."""
        from sellerdesk.ui.returns.calculator_page import CalculatorPage

        made = self.stacked(CalculatorPage(self.desk))
        made.opens.connect(lambda: self.go("open"))
        made.deadlines.connect(lambda: self.go("deadlines"))
        made.fill()
        return made

    @cached_property
    def returned(self) -> "ReportPage":
        """A returns report."""
        from sellerdesk.ui.returns.report_page import ReportPage

        return self.asking(ReportPage(self.desk))

    @cached_property
    def deadlines(self) -> "DeadlinesPage":
        """Refunds to make."""
        from sellerdesk.ui.returns.deadlines_page import DeadlinesPage

        return self.asking(DeadlinesPage(self.desk))

    @cached_property
    def payments(self) -> "PaymentsPage":
        """What Amazon paid and took."""
        from sellerdesk.ui.payments.payments_page import PaymentsPage

        made = self.stacked(PaymentsPage(self.desk))
        made.unneeded.connect(lambda file: self.go("imports", (file,)))
        made.strip.labels.connect(lambda orders: self.go("returned", orders))
        made.categories.connect(self.answer_categories)
        return made

    @cached_property
    def analysis(self) -> "AnalysisPage":
        """What returns cost."""
        from sellerdesk.ui.returns.analysis_page import AnalysisPage

        return self.stacked(AnalysisPage(self.desk))

    @cached_property
    def tariffs(self) -> "FaresPage":
        """Carriers' fares."""
        from sellerdesk.ui.returns.fares_page import FaresPage

        return self.stacked(FaresPage(self.desk))

    def show_passages(self, name: str = "") -> None:
        """List the unclear passages and their readings."""
        from sellerdesk.ui.shop.readings_dialog import ReadingsDialog

        ReadingsDialog(self.desk, self, name).show()

    def answer_categories(self) -> None:
        """Take the category of many items at once."""
        from sellerdesk.ui.sfp.answer_many_dialog import AnswerManyDialog

        AnswerManyDialog(self.desk, self, "category").show()

    def show_points_list(self, found: dict[str, Any]) -> None:
        """Show the list of Points Central beside the offers."""
        from sellerdesk.ui.points.points_list_dialog import PointsListDialog

        PointsListDialog(self.desk, self, found).show()

    def show_texts(self) -> None:
        """List the replies and notes."""
        from sellerdesk.ui.cashless.replies_dialog import RepliesDialog

        RepliesDialog(self.desk, self).show()


def tab_words(translate: Translate = translate) -> tuple[str, ...]:
    """What the tabs are called."""
    return translate("Window", "Today"), translate("Window", "Points"), translate("Window", "SFP"), translate("Window", "Returns")


class PageRow(NamedTuple):
    """A page: its name, the number of its tab, what it is called, and what makes it."""

    name: str
    tab: int
    words: Callable[[Translate], str]
    of: "Callable[[Pages], Page]"


# To add a page: a row here and its maker above, and the rest as CONTRIBUTING.md says. The rows of the last tab stand last.
ROWS = (
    PageRow("today", 0, lambda translate: translate("Window", "Overview"), lambda window: window.today),
    PageRow("points", 1, lambda translate: translate("Window", "Offers"), lambda window: window.points),
    PageRow("orders", 1, lambda translate: translate("Window", "Cashless orders"), lambda window: window.orders),
    PageRow("sfp", 2, lambda translate: translate("Window", "Offers"), lambda window: window.sfp),
    PageRow("shipments", 2, lambda translate: translate("Window", "Shipments"), lambda window: window.shipments),
    PageRow("templates", 2, lambda translate: translate("Window", "Shipping templates"), lambda window: window.templates),
    PageRow("duties", 2, lambda translate: translate("Window", "Obligations"), lambda window: window.duties),
    PageRow("returns", 3, lambda translate: translate("Window", "Calculator"), lambda window: window.returns),
    PageRow("returned", 3, lambda translate: translate("Window", "Returns report"), lambda window: window.returned),
    PageRow("deadlines", 3, lambda translate: translate("Window", "Deadlines"), lambda window: window.deadlines),
    PageRow("payments", 3, lambda translate: translate("Window", "Payments"), lambda window: window.payments),
    PageRow("analysis", 3, lambda translate: translate("Window", "Analysis"), lambda window: window.analysis),
    PageRow("tariffs", 3, lambda translate: translate("Window", "Tariffs"), lambda window: window.tariffs),
)
"""Every page, in the order in which its tab shows it."""
PAGES = tuple(tuple(row.name for row in ROWS if row.tab == tab) for tab in range(1 + ROWS[-1].tab))
"""The names of the pages of each tab."""
BY_NAME = {row.name: row for row in ROWS}


def page_words(page: str, translate: Translate = translate) -> str:
    """What a page is called."""
    return BY_NAME[page].words(translate)
