"""Returns by the day on which their refund is due; what is refunded fades where it stands, and goes when the page is left."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from sellerdesk.domain.judged_row import JudgedReturn
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.lists.action_bar import BarButton, Buttons
from sellerdesk.ui.lists.columns import OK, verdict_column
from sellerdesk.ui.lists.filter_chips import VERDICTS, Chip
from sellerdesk.ui.lists.rows_model import Column
from sellerdesk.ui.returns.columns import left_ink, left_words, order_column, refund_column, sku_column, why_of
from sellerdesk.ui.returns.label_acts import DEADLINE, refund_words
from sellerdesk.ui.returns.report_page import FIRST, ReportPage
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.question import Question
from sellerdesk.workflows.returns.deadlines import LEAVES

REFUNDED = len(VERDICTS)
"""The chip after those of the verdicts: what the owner said was refunded."""
MANY = 10
"""Orders that are marked at once without a question."""


class DeadlinesPage(ReportPage):
    """The refunds still to be made, the most urgent first; a chip shows those that the owner said are made, done or not so."""

    table_name = "deadlines"
    kinds = (*VERDICTS, Chip("ok", "ok", lambda: translate("Returned", "Marked as refunded")))

    def __init__(self, desk: Desk) -> None:
        """Nothing is due yet; the most urgent stands first, if the owner did not sort otherwise."""
        self.refund, self.every, self.seen = build.button(), build.button(height=30), build.label()
        self.marked: set[str] = set()
        super().__init__(desk)
        self.refund.clicked.connect(self.refund_selected)
        self.every.clicked.connect(self.table.selectAll)
        if not desk.settings.layout(self.table_name).sort:
            self.table.sortByColumn(FIRST, Qt.SortOrder.AscendingOrder)
            self.table.select([])

    def own_buttons(self) -> Buttons:
        """The page's job: saying what was refunded."""
        return Buttons(BarButton(self.refund, "ok"), [BarButton(self.calendar, "calendar")])

    def above_table(self) -> Sequence[QWidget]:
        """How many rows are shown and selected, and one press for all: always there, so that the table keeps its place."""
        return build.box(build.row(self.seen, 12, self.every, None, margins=(16, 4, 12, 4))), build.hairline()

    # rows

    def listed(self) -> list[JudgedReturn]:
        """All rows with a refund to make or made by the owner's word, the most urgent first; one that is made is all right.

        A refund that has begun says so, whatever else is wrong with the return: the rest is not to be made blindly.
        """
        from sellerdesk.workflows.judged.why import refund_begun

        made = self.made()
        due = sorted((row for row in self.desk.returns if row.days_left is not None), key=lambda row: (row.refund_by, row.order_id))
        return [
            row._replace(place=place, verdict=OK if row.order_id in made else row.verdict, why=refund_begun(row.findings) or row.why)
            for place, row in enumerate(due)
        ]

    def made(self) -> frozenset[str]:
        """The orders of which the owner said so: to ask for each of 10,000 rows takes 10 ms, and a page asks eight times."""
        decided = self.desk.state.decided if self.desk.state else {}
        return frozenset(order for (rule, order), kind in decided.items() if rule == DEADLINE and kind in LEAVES)

    def due(self) -> list[JudgedReturn]:
        """The rows whose refund is still to be made."""
        made = self.made()
        return [row for row in self.model.rows if row.order_id not in made]

    def count(self) -> None:
        """Show how many rows to refund each verdict has, and how many are refunded."""
        due = [row.verdict for row in self.due()]
        self.chips.show_counts([*(due.count(rank) for rank in range(REFUNDED)), len(self.model.rows) - len(due)])

    def refilter(self) -> None:
        """Show what is to refund, of the chosen verdicts, and what was marked since the page came into sight; or what is refunded."""
        wanted, made = self.chips.wanted(), self.made()

        def belongs(row: JudgedReturn) -> bool:
            if not self.takes(row):
                return False
            if row.order_id in self.marked:
                return True
            return REFUNDED in wanted if row.order_id in made else not wanted or row.verdict in wanted

        self.model.filter(wanted=frozenset(), needle=self.search, cause=belongs)

    def load(self) -> None:
        """Take the returns that came."""
        super().load()
        self.refilter()
        self.calendar.setEnabled(bool(self.due()))

    def narrowed(self) -> bool:
        """Whether something is to refund that chips or the search leave out."""
        return bool(self.due())

    def make_columns(self) -> tuple[Column, ...]:
        """The columns, the verdict first; a row whose refund is made is muted."""
        why, verdict = why_of(self.desk_lang), verdict_column("verdict", JudgedReturn)

        def unless_made(words: Callable[[JudgedReturn], str], made: Callable[[], str]) -> Callable[[JudgedReturn], str]:
            return lambda row: made() if self.is_made(row) else words(row)

        columns = (
            verdict._replace(text=unless_made(verdict.text, lambda: translate("Returned", "Refund made"))),
            refund_column(),
            Column(
                "left", lambda: translate("Returned", "Days left"), unless_made(left_words, lambda: "–"), "days_left", 110, right=True,
                ink=left_ink,
            ),
            order_column(),
            sku_column(),
            Column("why", lambda: translate("Column", "Why"), lambda row: why(row.why), "why", 160, stretch=True),
        )  # fmt: skip
        return tuple(column._replace(ink=unless_made(column.ink, lambda: "muted")) for column in columns)

    # acting

    def tell(self) -> None:
        """Say why, of the record that is selected, and how many the page's button would mark."""
        super().tell()
        self.restyle_main()

    def to_refund(self) -> list[str]:
        """The selected orders whose refund is still to be made."""
        return [row.order_id for row in self.selected() if not self.is_made(row)]

    def restyle_main(self) -> None:
        """How many orders the button marks, none without one, those beside it keeping their places; and how many one press selects."""
        count = len(self.to_refund())
        words, none = translate("Returned", "Mark as refunded ({count})"), translate("Returned", "Mark as refunded")
        build.say_in_place(self.refund, words.format(count=f"{count:,}") if count else none, words.format(count=build.MANY))
        self.refund.setEnabled(bool(count))
        shown, selected = len(self.model.shown), len(self.selected())
        self.every.setText(translate("Returned", "Select all ({count})").format(count=f"{shown:,}"))
        self.every.setEnabled(selected < shown)
        self.seen.setText(self.seen_words(shown, selected))

    def seen_words(self, shown: int, selected: int) -> str:
        """How many rows are shown, those that were asked for elsewhere said so, and how many of them the page's button is about."""
        if not shown:
            return ""
        only = translate("Returned", "Shown: only the {count} from Today.")
        words = only if self.only.subjects else translate("Returned", "Shown: {count}.")
        chosen = translate("Returned", "All are selected.") if selected == shown else translate("Returned", "{selected} selected.")
        return f"{words} {chosen}".format(count=f"{shown:,}", selected=f"{selected:,}")

    def refund_selected(self) -> None:
        """Mark the selected orders as refunded; of many it is asked first."""
        orders = self.to_refund()
        if not orders:
            return  # a second press of a double one
        if len(orders) <= MANY:
            self.decide(DEADLINE, orders, "refunded", refund_words()[2])
            return
        text = translate("Returned", "Mark {count} orders as refunded?").format(count=f"{len(orders):,}")
        more = translate("Returned", "Their refunds are then no longer counted as due. You can undo it.")
        asked = Question(self.desk, self, text, more, translate("Returned", "Mark {count}").format(count=f"{len(orders):,}"))
        asked.yes.clicked.connect(partial(self.decide, DEADLINE, orders, "refunded", refund_words()[2]))
        asked.show()

    def mark(self, orders: list[str], kind: str) -> None:
        """What was refunded stays in sight until the page is left."""
        self.marked = self.marked | set(orders) if kind else self.marked - set(orders)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was marked goes with the page, not when the window is made small."""
        super().hideEvent(event)
        if self.marked and not event.spontaneous():
            self.marked = set()
            self.refilter()

    # words

    def summary_lines(self) -> list[str]:
        """How many refunds are due, how many of them are late, and of how many late ones no report tells whether they were made."""
        from sellerdesk.workflows.judged.why import is_surely_late

        rows = self.due()
        late = [row for row in rows if (row.days_left or 0) < 0]
        untold = len(late) - sum(is_surely_late(row.findings) for row in late)
        counted = (
            (len(rows), translate("Returned", "{count} refunds to make")),
            (len(late), translate("Returned", "{count} of them overdue")),
            (untold, translate("Returned", "{count} of these perhaps made: no report tells")),
        )
        return [words.format(count=f"{count:,}") for place, (count, words) in enumerate(counted) if count or not place]

    def empty_words(self) -> tuple[str, str]:
        """That nothing is due, or that there is no report yet."""
        if not self.desk.returns:
            return super().empty_words()
        return translate("Returned", "No refund is due"), translate(
            "Returned", "Every refund of the report is made, or its deadline is not known."
        )
