"""What the offer pages of both tabs share: a table with its empty states, the why panel beside it, and the bar below."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from sellerdesk.domain.folding import folded
from sellerdesk.domain.judged_row import JudgedRow
from sellerdesk.ui.desk.desk import LOAD_MS, Desk
from sellerdesk.ui.desk.tasks import Act, Turns
from sellerdesk.ui.lists.action_bar import ActionBar, Buttons
from sellerdesk.ui.lists.filter_chips import OnlyThese
from sellerdesk.ui.lists.page import Page, Parts
from sellerdesk.ui.lists.rows_model import PART, Column, RowsModel, field_of
from sellerdesk.ui.lists.rows_table import RowsTable
from sellerdesk.ui.lists.saved_views import SavedViews
from sellerdesk.ui.offers.why_panel import WIDTH, WhyPanel
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets.empty_state import Empty

OF_POINTS = ("points", "price")
"""The facts whose change mends points; every other one mends SFP."""


class OffersPage(Page):
    """The table of a tab with its why panel; the tab sets columns and filters."""

    searches = True

    def __init__(self, desk: Desk, group: str, columns: Sequence[Column], verdict: str, own: Buttons) -> None:
        """An empty page; `own` are the buttons that it adds to its bar."""
        super().__init__()
        self.desk, self.group = desk, group
        self.model = RowsModel(columns, verdict, self)
        self.table = RowsTable(self.model)
        self.empty = Empty(desk, self.widen)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.panel = WhyPanel(desk, group)
        self.panel.changed.connect(self.replan)
        self.only = OnlyThese(desk)
        self.only.released.connect(self.refilter)
        self.bar = ActionBar(desk, self.table, own)
        self.search = self.typed = ""
        self.views = SavedViews(desk, group, self.table, self)
        self.stale = self.glimpsing = False
        self.turns = Turns(self, LOAD_MS)
        self.kept: list[int] = []
        self.table.chosen.connect(self._chosen)
        self.model.modelReset.connect(self._reset)
        for keys, act in (("F2", self.panel.edit_facts), ("Space", self.panel.area.setFocus)):
            QShortcut(QKeySequence(keys), self.table, act, context=Qt.ShortcutContext.WidgetShortcut)
        desk.other_shop.connect(self.forget)
        desk.on_rows(self._loaded)
        desk.on_rows(self.table.fit)
        desk.edited.connect(self._changed)
        desk.follow(self.restyle)

    def parts(self) -> Parts:
        """The parts that the window works with."""
        return Parts(self.table, self.empty, self.bar, self.views)

    def splitter(self, *widgets: QWidget) -> QSplitter:
        """Panes side by side with a hairline between; the table takes what is left, the why panel stands at the right."""
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for widget in (*widgets, self.panel):
            splitter.addWidget(widget)
            splitter.setStretchFactor(splitter.count() - 1, 0)
        splitter.setStretchFactor(len(widgets) - 1, 1)
        splitter.setSizes([*(widget.minimumWidth() for widget in widgets[:-1]), 4000, WIDTH + 48])
        return splitter

    def seek(self, text: str, *, now: bool) -> None:
        """Search; a page that is not in sight follows when it comes into sight."""
        self.search, self.typed, self.stale = folded(text), text, True
        if now:
            self.freshen()

    def freshen(self) -> None:
        """Follow what was searched meanwhile."""
        if self.stale:
            self.stale = False
            self.refilter()

    def refilter(self) -> None:
        """Show what chips, cause and search leave; each tab says how."""
        raise NotImplementedError

    def widen(self) -> None:
        """Take the filter away."""
        raise NotImplementedError

    def takes(self, row: JudgedRow) -> bool:
        """Whether an offer is one of those that were asked for elsewhere; all are, when none was."""
        return self.only.takes(row.sku)

    def in_sight(self) -> frozenset[str] | None:
        """The SKUs in sight where a filter or a search leaves fewer than all; None where all are."""
        self.freshen()
        shown, rows = self.model.shown, self.model.rows
        return frozenset(rows[place].sku for place in shown) if len(shown) < sum(self.model.counts) else None

    def show_only(self, subjects: Collection[str]) -> None:
        """Show exactly these offers, the first one selected."""
        self.widen()
        self.only.keep(subjects)
        self.kept = []
        self.refilter()
        self.table.setFocus()

    def filters(self) -> dict[str, str]:
        """What is pressed and chosen, for a saved view; each tab says what."""
        raise NotImplementedError

    def filter_by(self, chosen: dict[str, str]) -> None:
        """Press and choose what a saved view keeps."""
        raise NotImplementedError

    def forget(self) -> None:
        """Another shop comes: what was pressed, searched, selected and scrolled to was of the one before."""
        self.search = self.typed = ""
        self.widen()
        self.only.release()
        self.panel.show_skus([])
        self.table.start_anew()
        self.kept = []

    def selected(self) -> list[JudgedRow]:
        """The selected rows."""
        return [self.model.row(line) for line in self.table.selected_lines()]

    def _chosen(self) -> None:
        """Tell why, of the rows that are selected."""
        rows = self.selected()
        self.kept = [row.place for row in rows]
        if self.panel.skus != [row.sku for row in rows]:
            self.panel.show_skus([row.sku for row in rows])

    def _loaded(self) -> Iterator[Callable[[], None]]:
        """Begin to take the rows that came; the selection stays where it was, and what is told of it is told anew."""
        self.kept = self.places_of(self.panel.skus)
        self.panel.show_skus([])
        scrolled, in_view = self.table.verticalScrollBar().value(), self.table.has_selected_in_view()
        yield from self.model.loading(self.desk.rows)
        yield lambda: self.scroll_back(scrolled, in_view=in_view)

    def scroll_back(self, scrolled: int, *, in_view: bool) -> None:
        """Scroll to where the list was before other rows came; what the panel speaks of stays in view where it was."""
        self.table.executeDelayedItemsLayout()
        self.table.verticalScrollBar().setValue(scrolled)
        if in_view:
            self.table.keep_selected_in_view()

    def catch_up(self) -> None:
        """Take the rows that came before this page was made; very many in turns, so that the window answers."""
        if self.desk.state is None:
            return
        if len(self.desk.rows) > PART:
            self.turns.start(self.to_take(), lambda: None)
            return
        for act in self.to_take():
            for step in act() or ():
                step()

    def to_take(self) -> list[Act]:
        """What takes rows that came."""
        return [self._loaded, self.table.fit]

    def places_of(self, skus: Sequence[str]) -> list[int]:
        """Where SKUs stand among the rows that came; those that are gone stand nowhere."""
        wanted = set(skus)
        return [place for place, sku in enumerate(map(field_of("sku"), self.desk.rows)) if sku in wanted] if wanted else []

    def _changed(self, pairs: list[tuple[JudgedRow, JudgedRow]]) -> None:
        """Take rows that were judged anew; what is selected stays so, even when the filter no longer takes it."""
        skus = self.panel.skus
        self.model.change([after for _before, after in pairs])
        self.panel.show_skus(skus)

    def _reset(self) -> None:
        """Show the table, or why it is empty; select what was selected, or the first row."""
        shown = bool(self.model.shown) and self.covered()
        self.stack.setCurrentWidget(self.table if shown else self.empty)
        if self.glimpsing:
            return
        self.bar.allow(rows=shown)
        self.say_counts()
        self.table.select(self.kept)

    def replan(self) -> None:
        """The owner put a change on the list, or took one off; each tab says where that shows."""
        raise NotImplementedError

    def planned(self) -> frozenset[str]:
        """The SKUs of this page for which a change is on the owner's list."""
        state = self.desk.state
        return planned_of(state.planned, self.group) if state else frozenset()

    def covered(self) -> bool:
        """Whether a rule of this page holds on the day of the terms."""
        state = self.desk.state
        summary = state.judged.get("summary", {}) if state else {}
        return not summary or any(name.startswith(self.group + ".") for name in summary)

    def say_counts(self) -> None:
        """Say how many are shown, or why none is."""
        self.say_empty(sum(self.model.counts))
        count = f"{len(self.model.shown):,}"
        self.bar.note.setText(translate("Page", "Copies the {count} offers shown, ready to paste into a spreadsheet").format(count=count))

    def say_empty(self, there: int) -> None:
        """Why nothing is shown, when nothing is."""
        if not self.covered():
            day = self.desk.as_of.isoformat()
            text = translate("Page", "On {day} these rules are not in force yet. Choose a later day at the top.").format(day=day)
            self.empty.say(translate("Page", "Nothing to judge on this day"), text, "")
        elif not self.desk.rows:
            text = translate("Page", "Open “All listings report” of Seller Central, and every offer is checked.")
            self.empty.say(translate("Page", "No listings report yet"), text, "", opens=True)
        elif self.search:
            title = translate("Page", "No offer matches “{text}”").format(text=self.typed)
            text = translate("Page", "Searched SKU, name and ASIN of {count} offers.").format(count=f"{there:,}")
            self.empty.say(title, text, translate("Page", "Clear the search"))
        else:
            title = translate("Page", "Nothing here")
            self.empty.say(title, translate("Page", "No offer has this verdict."), translate("Page", "Show all offers"))

    def restyle(self) -> None:
        """Words and colours."""
        self.table.setAccessibleName(translate("Page", "Offers"))
        self.table.restyle()
        self.say_counts()


def planned_of(planned: Mapping[str, frozenset[str]], group: str) -> frozenset[str]:
    """The SKUs with a planned change of what one group of rules is about."""
    return frozenset(sku for sku, facts in planned.items() if any((fact in OF_POINTS) == (group == "points") for fact in facts))
