"""The page 入出金: kinds as rows, months as columns, what is not placed always in sight, and beside it what may be claimed."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from sellerdesk.ui.desk import commands
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.tasks import Child
from sellerdesk.ui.lists.action_bar import ActionBar
from sellerdesk.ui.lists.filter_chips import VERDICTS, Chips, OnlyThese
from sellerdesk.ui.lists.page import Page, Parts
from sellerdesk.ui.payments.finding_chips import CHIPS, SETTLED, chip_counts, chip_of, settled_chip
from sellerdesk.ui.payments.findings import Findings
from sellerdesk.ui.payments.lacking import Lacking
from sellerdesk.ui.payments.month_strip import MonthStrip
from sellerdesk.ui.payments.months_table import NOT_PLACED, TOTAL, Figures, MonthsTable, money
from sellerdesk.ui.payments.not_checked import Unchecked, unchecked
from sellerdesk.ui.payments.payment_files import PaymentFiles
from sellerdesk.ui.payments.rows_dialog import MOST, RowsDialog
from sellerdesk.ui.style import theme, tint
from sellerdesk.ui.style.month_words import last_whole, short_month, title_of
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.empty_state import Empty

if TYPE_CHECKING:
    from sellerdesk.domain.finding import Finding

LEAST_TABLE = 150
"""Pixels of the table's height."""
SPANS = (3, 6, 12)
"""How many months can be in sight."""


class PaymentsPage(Page):
    """The saved payments, as the last judging added them up; `unneeded` asks for the list of imports, a file that may go chosen.

    `left` tells that another page is shown, or Escape was pressed: what is open beside this one goes. `categories` asks to answer those
    of items that checks wait for.
    """

    unneeded = Signal(str)
    left, categories = Signal(), Signal()

    def __init__(self, desk: Desk) -> None:
        """Nothing is added up yet."""
        super().__init__()
        self.desk = desk
        self.month, self.newest, self.asked = "", "", ""
        self.about: tuple[str, tuple[str, ...]] = ("", ())
        self.strip, self.chips, self.span = MonthStrip(), Chips(desk, (*VERDICTS[:3], settled_chip())), build.choice(28)
        self.only = OnlyThese(desk)
        self.table, self.findings = MonthsTable(), Findings(desk)
        self.table.setMinimumHeight(LEAST_TABLE)
        self.lacking = Lacking()
        self.lacking.unneeded.connect(self.unneeded)
        self.picked, self.see = build.label("", wrap=True), build.button(height=30)
        kept = self.see.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # the rows of the table share the height above it, and would shrink once a cell is pressed
        self.see.setSizePolicy(kept)
        self.files = PaymentFiles(desk, self)
        self.empty, self.stack = Empty(desk, lambda: None), QStackedWidget()
        self.child = Child(self)  # one of its own: the desk's may be reading a report
        self.bar = ActionBar(desk, self.table, self.files.buttons())
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.lay_out())
        self.setLayout(build.column(self.stack, gap=0))
        self.connect_parts()

    def parts(self) -> Parts:
        """The parts that the window works with."""
        return Parts(self.table, self.empty, self.bar)

    def lay_out(self) -> QWidget:
        """The strip; chips, table and the line of the chosen cell; what was found; the bar."""
        self.above = build.box(build.row(self.chips, self.only, None, self.span, margins=(16, 8, 12, 8)))
        self.below = build.box(build.row(self.picked, self.see, margins=(16, 5, 12, 5), grow=self.picked))
        left = build.box(build.column(self.above, build.hairline(), self.table, build.hairline(), self.below, gap=0, grow=self.table))
        middle = build.box(build.row(left, build.upright(), self.findings, gap=0, grow=left))
        return build.box(build.column(self.lacking, self.strip, build.hairline(), middle, build.hairline(), self.bar, gap=0, grow=middle))

    def connect_parts(self) -> None:
        """What is pressed and chosen."""
        self.strip.chosen.connect(self.choose_month)
        self.table.month.connect(self.choose_month)
        self.strip.rows.connect(lambda: self.ask_rows(NOT_PLACED, tuple(self.kept()["months"])))
        self.table.itemSelectionChanged.connect(self.pick)
        self.table.opened.connect(self.open_cell)
        self.see.clicked.connect(self.open_cell)
        self.span.activated.connect(lambda _at: self.show_table())
        self.chips.chosen.connect(self.tell_findings)
        self.findings.widened.connect(self.widen)
        self.findings.ticked.connect(self.count_claims)
        self.findings.categories.connect(self.categories)
        self.child.done.connect(self.show_rows)
        self.child.failed.connect(lambda _sentence: self.tell_cell())
        self.only.released.connect(self.tell_findings)
        self.chips.clear.clicked.connect(self.only.release)
        QShortcut(Qt.Key.Key_Escape, self).activated.connect(self.left)
        self.desk.shop_left.connect(self.findings.left_out.clear)
        self.desk.other_shop.connect(self.forget)
        self.desk.on_rows(lambda: self.strip.count_labels(self.desk))
        self.desk.on_rows(self.tell)
        self.desk.follow(self.restyle)

    def kept(self) -> dict[str, Any]:
        """What the last judging kept of the payments; nothing once the last report of them was taken away."""
        state = self.desk.state
        return dict(state.judged.get("payments", {})) if state and state.paid else {}

    def found(self) -> "list[Finding]":
        """What was found, the most urgent first, as the refunds that the owner recorded leave it."""
        from sellerdesk.workflows.payments.kept import findings_of
        from sellerdesk.workflows.payments.recorded import with_recorded

        return with_recorded(findings_of(self.kept()), self.desk.state.decided if self.desk.state else {})

    def back(self) -> Mapping[str, Any]:
        """What may be had back, without what the owner settled."""
        from sellerdesk.workflows.payments.kept import claims_left

        return claims_left(self.kept(), self.desk.state.decided if self.desk.state else {}, self.desk.as_of)

    def outcomes(self) -> Mapping[str, int]:
        """How many findings belong to each chip."""
        return chip_counts(self.kept(), self.found())

    def tell(self) -> None:
        """Show the months, the sums and what was found."""
        kept = self.kept()
        self.stack.setCurrentIndex(1 if kept.get("months") else 0)
        self.bar.allow(rows=bool(kept.get("months")))
        if not kept.get("months"):
            self.say_empty()
            return
        months = list(kept["months"])
        if self.month not in months or self.newest != months[-1]:  # a month that came is what is looked for
            self.month = last_whole(months, kept["last_day"])
        self.newest = months[-1]
        self.strip.show_months(months, self.month)
        self.files.show_month(self.month)
        self.strip.tell({**kept, "back": self.back()}, self.month)
        self.lacking.tell(kept)
        outcomes = self.outcomes()
        self.chips.show_counts([outcomes.get(name, 0) for name in CHIPS])
        self.show_table()

    def say_empty(self) -> None:
        """What the page does, and which file it wants."""
        text = translate(
            "Payments",
            "See by month and kind what Amazon paid and took, what returns cost, and what may be claimed back. The same row counts once, "
            "however often it is opened; buyers' towns and postal codes are not kept.",
        )
        steps = (
            translate("Payments", "In Seller Central open Payments ▸ Reports Repository."),
            translate("Payments", "Choose the report “Transaction” of a month, request it, and download the CSV when it is ready."),
            translate("Payments", "Open the file here, one month or many. A settlement report (flat file V2) will do as well."),
        )
        self.empty.say(translate("Payments", "No payments yet"), text, "", opens=True, steps=steps)

    def choose_month(self, month: str) -> None:
        """Answer about another month."""
        self.month = month
        self.tell()

    def show_table(self) -> None:
        """As many months as are to be in sight: the newest, or those from an older one on that was chosen."""
        kept = self.kept()
        span, newest = self.span.currentData() or SPANS[0], len(kept["months"])
        first = max(0, newest - span)
        if self.month in kept["months"]:
            first = min(first, list(kept["months"]).index(self.month))
        places = range(first, min(first + span, newest))
        months = [kept["months"][place] for place in places]
        rows = {name: [yen[place] for place in places] for name, yen in kept["rows"].items()}
        rows[TOTAL] = [sum(column) for column in zip(*rows.values(), strict=True)]
        titles = [title_of(month, kept["last_day"]) for month in months]
        self.table.load(Figures(months, titles, rows, row_words(rows, self.desk.lang), self.marks(months), self.month))
        self.pick()

    def marks(self, months: Sequence[str]) -> dict[tuple[str, str], str]:
        """The worst verdict of what is open in each cell; one with a check that waits for a fact is to be checked."""
        worst: dict[tuple[str, str], str] = {}
        for finding, (row, some) in zip(self.found(), self.kept().get("cells", []), strict=False):
            if chip_of(finding) == SETTLED:
                continue
            for month in [month for month in some if month in months] or ([""] if not some else []):
                before = worst.get((row, month), finding.outcome)
                worst[row, month] = min(before, finding.outcome, key=theme.VERDICTS.index)
        waiting = [(row, month, "check") for row, month, _fact in self.kept().get("waiting", [])]
        for row, month, outcome in (*self.kept().get("more", []), *waiting):
            if month in months or not month:
                worst[row, month] = min(worst.get((row, month), outcome), outcome, key=theme.VERDICTS.index)
        return worst

    def pick(self) -> None:
        """Say which cell is chosen, and keep what was found to it."""
        self.about = self.table.cell()
        self.tell_cell()
        self.tell_findings()

    def widen(self) -> None:
        """Show all that was found again."""
        self.only.keep(())
        self.table.clearSelection()
        self.table.setCurrentCell(-1, -1)
        self.chips.reset()
        self.pick()

    def forget(self) -> None:
        """Another shop comes: month, cell and chips were chosen in the one before."""
        self.month = self.newest = ""
        self.widen()

    def cell_words(self, row: str, months: Sequence[str]) -> str:
        """What a cell is called."""
        from sellerdesk.writers.words import say

        name = say(self.desk.lang, f"payment_row.{row}")
        when = short_month(months[0]) if len(months) == 1 else translate("Payments", "{count} months").format(count=len(months))
        return translate("Payments", "{row} in {month}").format(row=name, month=when)

    def tell_cell(self) -> None:
        """The line below the table: the chosen cell with its yen, or how to choose one."""
        row, months = self.about
        self.see.setVisible(bool(row))
        self.see.setEnabled(True)
        self.see.setText(translate("Payments", "See its rows"))
        if not row:
            self.picked.setText(translate("Payments", "Press a figure to see its rows and what was found in it."))
            return
        shown = self.table.shown
        yen = sum(amount for month, amount in zip(shown.months, shown.rows[row], strict=True) if month in months)
        self.picked.setText(f"{self.cell_words(row, months)}  {money(yen)}")

    def tell_findings(self) -> None:
        """What was found: all of it, or of the chosen cell, or of the verdicts that are pressed."""
        row, months = self.about
        from sellerdesk.workflows.payments.found import may_come_back

        found, verdicts = self.found(), {CHIPS[place] for place in self.chips.wanted()}
        cells = self.kept().get("cells", [])
        if row and row != TOTAL:
            found = [finding for finding, cell in zip(found, cells, strict=False) if belongs(cell, row, months)]
        if self.only.subjects:
            asked = [finding for finding in found if self.only.takes(finding.subject)]
            found = [finding for finding in asked if may_come_back(finding)] or asked
        if verdicts:
            found = [finding for finding in found if chip_of(finding) in verdicts]
        found.sort(key=self.findings.is_put_aside)
        narrowed = bool(verdicts or self.only.subjects or (row and row != TOTAL))
        words = (self.cell_words(row, months) if row and row != TOTAL else translate("Payments", "Findings")) if narrowed else ""
        filtered = bool(verdicts or self.only.subjects)
        waiting = unchecked(self.kept(), row, months, self.desk.lang, filtered=filtered)
        if self.only.subjects or (verdicts and "check" not in verdicts):
            waiting = Unchecked(filtered=True)
        self.findings.show_findings(found, words, self.count_of(found, verdicts), waiting)
        self.count_claims()

    def count_of(self, found: "Sequence[Finding]", verdicts: Collection[str]) -> int:
        """How many findings there are of what is in sight, those that are not kept among them where the whole shop is looked at."""
        row, _months = self.about
        if self.only.subjects or (row and row != TOTAL):
            return len(found)
        return sum(self.outcomes().get(name, 0) for name in verdicts) if verdicts else int(self.kept().get("count", 0))

    def count_claims(self) -> None:
        """Tell the claim pack what it holds: the orders whose yen may come back, without those that are not ticked."""
        from sellerdesk.workflows.payments.found import may_come_back

        self.files.show_claims({finding.subject for finding in self.found() if may_come_back(finding)}, self.findings.left_out)

    def show_only(self, subjects: Collection[str]) -> None:
        """Show exactly what may come back of some orders, or whatever was found of them; the most urgent of it is open."""
        self.widen()
        self.only.keep(subjects)
        self.findings.open = ""
        self.tell_findings()

    # rows

    def open_cell(self) -> None:
        """Ask for the rows of the chosen cell."""
        row, months = self.about
        if row:
            self.ask_rows(row, months)

    def ask_rows(self, row: str, months: Sequence[str]) -> None:
        """Have the rows behind a figure read beside the window."""
        self.asked = self.cell_words(row, months)
        self.see.setText(translate("Payments", "Reading rows…"))
        self.see.setEnabled(False)
        self.child.start(self.desk.command(commands.payment_rows(row, months, MOST)))

    def show_rows(self, found: Mapping[str, Any]) -> None:
        """List them."""
        self.tell_cell()
        dialog = RowsDialog(self.desk, self.window(), self.asked, dict(found))
        self.left.connect(dialog.close)
        dialog.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page: lists of rows that are open beside this one go with it."""
        super().hideEvent(event)
        if not event.spontaneous():  # a window that is only put aside keeps them
            self.left.emit()

    def restyle(self) -> None:
        """Words and colours."""
        at = max(0, self.span.currentIndex())
        self.span.clear()
        for count in SPANS:
            self.span.addItem(translate("Payments", "Show {count} months").format(count=count), count)
        self.span.setCurrentIndex(at)
        self.span.setAccessibleName(translate("Payments", "Months in sight"))
        self.files.restyle()
        self.bar.note.setText(translate("Payments", "Payouts are in no row: they are no income and no cost."))
        for part in (self.table, self.table.frozen):
            part.setAccessibleName(translate("Payments", "Payments by month"))
        self.findings.panel.setAccessibleName(translate("Payments", "Findings"))
        tint.fill_backgrounds("base", self.strip, self.above, self.below, self)
        self.strip.count_labels(self.desk)
        self.tell()


def belongs(cell: tuple[str, Sequence[str]], row: str, months: Sequence[str]) -> bool:
    """Whether what was found stands in a cell: a finding without months stands in the sum alone."""
    name, some = cell
    return name == row and (not some or any(month in months for month in some))


def row_words(rows: Mapping[str, object], lang: str) -> dict[str, tuple[str, str]]:
    """The words and the note of each row."""
    from sellerdesk.writers.words import say

    return {name: (say(lang, f"payment_row.{name}"), say(lang, f"payment_note.{name}")) for name in rows}
