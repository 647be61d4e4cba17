"""What the pages of shipments and returns share: a table of records with chips by verdict, and why beside it."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from sellerdesk.domain.folding import folded
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.lists.action_bar import ActionBar, Buttons
from sellerdesk.ui.lists.filter_chips import VERDICTS, Chip, Chips, OnlyThese
from sellerdesk.ui.lists.page import Page, Parts
from sellerdesk.ui.lists.rows_model import Column, RowsModel
from sellerdesk.ui.lists.rows_table import RowsTable
from sellerdesk.ui.lists.saved_views import SavedViews
from sellerdesk.ui.lists.verdict import add_answer, add_grounds
from sellerdesk.ui.style import tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.empty_state import Empty

if TYPE_CHECKING:
    from sellerdesk.workflows.judged.why import Reason

PANEL = 324
Key = tuple[str, str]
"""What a record is known by while others come: its order and what it is about."""


class ListPage(Page):
    """Records with their verdicts; a page says which columns, chips and rows, and adds what is its own."""

    kinds: tuple[Chip, ...] = VERDICTS
    searches = True

    def __init__(self, desk: Desk, kind: type[Any], columns: Sequence[Column], rows: Callable[[], list[Any]]) -> None:
        """No records yet; `rows` gives those of the desk."""
        super().__init__()
        self.desk, self.rows = desk, rows
        self.search = self.typed = ""
        self.kept: list[Key] = []
        self.told_of: list[Key] = []
        self.line = 0
        self.model = RowsModel(columns, "verdict", self, kind)
        self.table, self.empty = RowsTable(self.model), Empty(desk, self.widen)
        self.stack = QStackedWidget()
        for page in (self.table, self.empty):
            self.stack.addWidget(page)
        self.chips, self.only = Chips(desk, self.kinds), OnlyThese(desk)
        self.head_line = QHBoxLayout()
        self.content = QVBoxLayout()
        self.content.setContentsMargins(20, 14, 20, 12)
        self.content.setSpacing(6)
        self.whole = build.box(self.content)
        self.panel = build.scrolled(self.whole, PANEL)
        self.chips.chosen.connect(self.refilter)
        self.only.released.connect(self.refilter)
        self.chips.clear.clicked.connect(self.only.release)
        self.table.chosen.connect(self.tell)
        self.model.modelReset.connect(self.tell_shown)
        self.model.counted.connect(self.count)

    def lay_out(self, name: str, *above: QWidget, own: Buttons = Buttons()) -> None:  # noqa: B008 (it never changes)
        """Put the page together: what stands above, chips, table, panel, bar; `name` is what the settings call its table.

        `own` are the buttons that the page adds to its bar.
        """
        self.views = SavedViews(self.desk, name, self.table, self)
        head = build.box(build.row(self.chips, self.only, None, self.head_line, self.views, margins=(16, 8, 12, 8)))
        left = build.box(build.column(head, build.hairline(), *self.above_table(), self.stack, gap=0, grow=self.stack))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for number, widget in enumerate((left, self.panel)):
            splitter.addWidget(widget)
            splitter.setStretchFactor(number, 1 - number)
        splitter.setSizes([4000, PANEL + 48])
        self.bar = ActionBar(self.desk, self.table, own)
        self.setLayout(build.column(*above, splitter, build.hairline(), self.bar, gap=0, grow=splitter))
        self.desk.follow(lambda: tint.fill_backgrounds("base", head, left))
        self.desk.other_shop.connect(self.forget)
        self.desk.on_rows(self.load)
        self.desk.follow(self.restyle)

    def above_table(self) -> Sequence[QWidget]:
        """Lines of a page's own between the chips and the table."""
        return ()

    def parts(self) -> Parts:
        """The parts that the window works with."""
        return Parts(self.table, self.empty, self.bar, self.views)

    def load(self) -> None:
        """Take the records that came; what was selected stays so, and the list does not scroll."""
        self.line, scrolled = min(self.table.selected_lines(), default=0), self.table.verticalScrollBar().value()
        in_view = self.table.has_selected_in_view()
        self.model.load(self.rows())
        self.table.fit()
        self.table.executeDelayedItemsLayout()
        self.table.verticalScrollBar().setValue(scrolled)
        if in_view:
            self.table.keep_selected_in_view()
        self.line = 0

    def kept_places(self) -> list[int]:
        """Where the rows now stand that were selected before."""
        places = {key_of(row): row.place for row in self.model.rows} if self.kept else {}
        return [places[key] for key in self.kept if key in places]

    def count(self) -> None:
        """Show how many rows each chip has."""
        self.chips.show_counts(self.model.counts)

    def seek(self, text: str, *, now: bool) -> None:
        """Search; a page that is not in sight follows when it comes into sight."""
        self.search, self.typed = folded(text), text
        if now:
            self.refilter()

    def refilter(self) -> None:
        """Show the chosen verdicts that hold the text searched."""
        self.model.filter(wanted=self.chips.wanted(), needle=self.search, cause=self.takes if self.only.subjects else None)

    def takes(self, row: Any) -> bool:
        """Whether a row is one of those that were asked for elsewhere; all are, when none was."""
        return self.only.takes(row.order_id)

    def show_only(self, subjects: Collection[str]) -> None:
        """Show exactly the rows of some orders, the first one selected."""
        self.chips.reset()
        self.only.keep(subjects)
        self.kept = []
        self.refilter()
        self.table.setFocus()

    def filters(self) -> dict[str, str]:
        """The chips pressed."""
        return self.chips.filters()

    def filter_by(self, chosen: dict[str, str]) -> None:
        """Press chips."""
        self.chips.filter_by(chosen)

    def widen(self) -> None:
        """Show all again."""
        self.chips.reset()
        self.only.release()

    def forget(self) -> None:
        """Another shop comes: what was pressed, searched, selected and scrolled to was of the one before."""
        self.search = self.typed = ""
        self.widen()
        self.table.start_anew()
        self.kept = []

    def tell_shown(self) -> None:
        """Show the table, or why it is empty."""
        shown = bool(self.model.shown)
        self.stack.setCurrentWidget(self.table if shown else self.empty)
        self.bar.allow(rows=shown)
        if self.narrowed():
            sought = translate("Records", "No row matches “{text}”").format(text=self.typed)
            title = sought if self.typed else translate("Records", "Nothing here")
            self.empty.say(title, translate("Records", "No row matches."), translate("Records", "Show all"))
        else:
            self.empty.say(*self.empty_words(), "", opens=self.lacks_report())
        self.table.select(self.kept_places(), otherwise=self.line)

    def narrowed(self) -> bool:
        """Whether rows are there that chips or the search leave out."""
        return bool(self.model.rows)

    def lacks_report(self) -> bool:
        """Whether opening a report would fill this page."""
        return not self.rows()

    def empty_words(self) -> tuple[str, str]:
        """What to say while there are no records at all."""
        raise NotImplementedError

    def selected(self) -> list[Any]:
        """The selected rows."""
        return [self.model.row(line) for line in self.table.selected_lines()]

    def tell(self) -> None:
        """Say why, of the record that is selected; of several, how many they are."""
        rows = self.selected()
        self.kept = list(map(key_of, rows))
        if self.kept != self.told_of:
            self.panel.verticalScrollBar().setValue(0)
        self.told_of = self.kept
        build.emptied(self.content)
        tint.fill_backgrounds("base", self.panel, build.viewport(self.panel), self.whole)
        if not rows:
            self.content.addWidget(build.label(translate("Records", "Select a row to see why."), token="muted", wrap=True))  # noqa: S106 (a colour)
        elif len(rows) == 1:
            self.tell_one(rows[0])
        else:
            words = translate("Records", "{count} rows are selected").format(count=f"{len(rows):,}")
            self.content.addWidget(build.label(words, "title", bold=True, wrap=True))
            self.add_own(rows)
        self.add_last(rows)
        self.content.addStretch(1)

    def tell_one(self, row: Any) -> None:
        """Every verdict on a record that is not ok, the one that its row names first, or that all is well."""
        named = self.named(row)
        reasons = sorted(self.reasons(row), key=lambda reason: reason.rule != named)
        worth = [reason for reason in reasons if reason.outcome != "ok"] or reasons[:1]
        asked: set[str] = set()
        for number, reason in enumerate(worth):
            if number:
                self.content.addSpacing(8)
                self.content.addWidget(build.hairline())
                self.content.addSpacing(4)
            add_answer(self.content, reason, self.subject(row), first=number == 0)
            lacks = self.lacks(reason, row)
            self.add_fields([fact for fact in lacks if fact not in asked], row)
            asked.update(lacks)
            if not number:
                self.add_own([row])
            add_grounds(self.content, reason)
        if not worth:
            self.add_own([row])

    def named(self, row: Any) -> str:
        """The rule that speaks first of a record; "" for none."""
        return str(row.why).partition(":")[0]

    def reasons(self, row: Any) -> "Sequence[Reason]":
        """The verdicts on a record, in words."""
        from sellerdesk.workflows.judged.why import reasons_of

        return reasons_of(row.findings, self.desk.lang)

    def subject(self, row: Any) -> str:
        """What a record is called in the panel."""
        raise NotImplementedError

    def lacks(self, reason: "Reason", row: Any) -> Collection[str]:  # noqa: ARG002 (a page may look at the row)
        """The facts that a verdict waits for."""
        return reason.missing

    def add_fields(self, missing: list[str], row: Any) -> None:
        """Add the fields of missing facts, directly below the verdict that waits for them."""

    def add_own(self, rows: list[Any]) -> None:
        """Add what a page has of its own to the panel, below what to do."""

    def add_last(self, rows: list[Any]) -> None:
        """Add what a page has of its own at the end of the panel."""

    def restyle(self) -> None:
        """Words and colours."""
        self.panel.setAccessibleName(translate("Why", "Why, and how to fix it"))
        self.table.restyle()
        self.tell_shown()


def key_of(row: Any) -> Key:
    """What a record is known by."""
    return row.order_id, row.sku
