"""The pages 一括 and 期限: a returns report judged row by row, and its refunds still to be made, the most urgent first."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout

from sellerdesk.domain.judged_row import JudgedReturn
from sellerdesk.ui.desk import commands, edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.outcome_words import DONE
from sellerdesk.ui.lists.action_bar import BarButton, Buttons
from sellerdesk.ui.lists.columns import figure, verdict_column
from sellerdesk.ui.lists.filter_chips import VERDICTS, Chip
from sellerdesk.ui.lists.list_page import ListPage
from sellerdesk.ui.lists.prime_question import PrimeQuestion
from sellerdesk.ui.lists.rows_model import Column
from sellerdesk.ui.offers.fact_field import add_asked
from sellerdesk.ui.returns import reason_field, refund_field
from sellerdesk.ui.returns.analysis_words import left_out_words, sum_words
from sellerdesk.ui.returns.category_question import CategoryQuestion
from sellerdesk.ui.returns.columns import (
    cost_of,
    cost_words,
    left_ink,
    order_column,
    payer_words,
    refund_column,
    sku_column,
    time_left,
    why_of,
)
from sellerdesk.ui.returns.cost_fold import CostFold
from sellerdesk.ui.returns.label_acts import DEADLINE, LABEL, Act, Decided, acts, charged_words, off_words, pack_words
from sellerdesk.ui.returns.notes import ReturnNotes
from sellerdesk.ui.style import tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build, file_dialogs
from sellerdesk.workflows.judged.wrong_labels import open_labels
from sellerdesk.workflows.returns.deadlines import LEAVES

if TYPE_CHECKING:
    from sellerdesk.workflows.judged.why import Reason

WRONG = len(VERDICTS)
"""The chip after those of the verdicts."""
REFUNDED, NOT_DUE = ("refunded", "refunded_late", "refunded_on"), ("replaced", "nothing_paid", "claimed")
"""Cases of the deadline: the refund was made by what the reports tell, on a day that is known or not; there is nothing (more) to refund."""
FIRST = 1
"""The column of the day by which to refund."""


class ReportPage(ListPage):
    """Returned orders, each with who pays and who was charged, what it costs and by when to refund."""

    table_name = "returned"
    kinds = (*VERDICTS, Chip("yen", "breach", lambda: translate("Returned", "Charged wrongly")))

    def __init__(self, desk: Desk) -> None:
        """No returns yet."""
        super().__init__(desk, JudgedReturn, self.make_columns(), self.listed)
        self.labels = open_labels([], {})
        self.summary = build.label("", wrap=True)
        self.above = build.box(build.row(self.summary, margins=(16, 6, 12, 6), grow=self.summary))
        self.claims, self.calendar = build.button(), build.button()
        self.claims.clicked.connect(
            lambda: self.export("claim-pack", translate("Returned", "Excel workbook (*.xlsx);;PDF (*.pdf)"), claims_name(self.desk.as_of))
        )
        self.calendar.clicked.connect(
            lambda: self.export("deadlines", translate("Returned", "Calendar (*.ics)"), deadlines_name(self.desk.as_of))
        )
        self.question = PrimeQuestion(desk, lambda every: edits.tell_all_prime_returns(desk, every=every))
        self.categories = CategoryQuestion(desk)
        self.lay_out(self.table_name, self.question, self.categories, self.above, own=self.own_buttons())

    def own_buttons(self) -> Buttons:
        """The page's job: what may be had back from Amazon."""
        return Buttons(BarButton(self.claims, "save"))

    def listed(self) -> list[JudgedReturn]:
        """The rows of this page."""
        return self.desk.returns

    def make_columns(self) -> tuple[Column, ...]:
        """The columns, the verdict first."""
        return (
            verdict_column("verdict", JudgedReturn),
            order_column(),
            sku_column(),
            Column("payer", lambda: translate("Returned", "Pays"), lambda row: payer_words(row.payer), "payer", 76),
            Column("charged", lambda: translate("Returned", "Was charged"), lambda row: payer_words(row.charged), "charged", 84),
            Column("yen", lambda: translate("Returned", "Wrong by"), lambda row: figure(row.difference), "difference", 76, right=True),
            Column("cost", lambda: translate("Returned", "Cost"), cost_words, "cost", 104, right=True, spare=2),
            Column("why", lambda: translate("Column", "Why"), self.why_words, "why", 160, stretch=True),
            refund_column(spare=1)._replace(text=self.refund_words),
        )

    def count(self) -> None:
        """Show how many rows each verdict has, and of how many something stands charged to the wrong side."""
        wrong = sum(row.difference != 0 for row in self.model.rows)
        self.chips.show_counts([*self.model.counts, wrong][: len(self.kinds)])

    def refilter(self) -> None:
        """Show the chosen verdicts, or of them what was charged wrongly, that hold the text searched."""
        wanted = self.chips.wanted()

        def belongs(row: JudgedReturn) -> bool:
            return self.takes(row) and (WRONG not in wanted or row.difference != 0)

        self.model.filter(wanted=wanted - {WRONG}, needle=self.search, cause=belongs)

    def desk_lang(self) -> str:
        """The language of the moment."""
        return self.desk.lang

    def counted(self) -> dict[str, Any]:
        """What the last judging counted."""
        state = self.desk.state
        return dict(state.judged.get("returns", {})) if state else {}

    def load(self) -> None:
        """Take the returns that came, and say what they come to."""
        super().load()
        self.summary.setText("　".join(self.summary_lines()))
        self.above.setVisible(bool(self.desk.returns))
        counts = self.counted()
        self.question.show_counts(counts, translate("Returned", "All returns of this report are of SFP items"))
        self.categories.show_names(counts.get("unknown_categories", {}))
        self.restyle_main()

    def restyle_main(self) -> None:
        """How many orders the claim pack holds, to take off a refund, to claim, to give back and claimed; none without one."""
        wrong = [row for row in self.desk.returns if row.difference != 0]
        parts = pack_words(self.labels, sum(self.decided(LABEL, row) == "claimed" for row in wrong))
        words, none = translate("Returned", "Save label claims ({parts})…").format(parts=parts), translate("Returned", "Save label claims…")
        self.claims.setText(words if parts else none)
        self.claims.setMinimumWidth(max(self.claims.minimumWidth(), self.claims.sizeHint().width()))  # those beside it keep their places
        self.claims.setEnabled(bool(wrong))

    def summary_lines(self) -> list[str]:
        """The report in figures: its cost, and what was charged to the wrong side and is not settled."""
        from sellerdesk.workflows.returns.analysis import entries, whole

        self.labels = open_labels(self.desk.returns, self.all_decided())  # once for the main button, too: 10,000 take 60 ms
        total = whole(entries(self.desk.returns, {}, {}))
        words = [translate("Returned", "{count} orders returned").format(count=f"{len(self.desk.returns):,}")]
        cost = translate("Returned", "cost: {yen} (calculated, or what payments took where that is more)").format(yen=sum_words(total))
        return [*words, f"{cost} {left_out_words(total)}".strip(), *charged_words(self.labels)]

    def lacks_report(self) -> bool:
        """Whether there is no report at all: one whose refunds are made is there."""
        return not self.desk.returns

    def empty_words(self) -> tuple[str, str]:
        """What a returns report is, and where it comes from."""
        text = translate(
            "Returned", "Open the returns report of Seller Central (Orders, Manage Returns), as text or XML. Buyers' names are not kept."
        )
        return translate("Returned", "No returns yet"), text

    def refund_words(self, row: JudgedReturn) -> str:
        """The day by which to refund; that the refund is made, by the owner's word or the reports; or a dash where nothing is due."""
        from sellerdesk.workflows.judged.why import deadline_case

        case = deadline_case(row.findings) if row.refund_by and row.days_left is None else ""
        if row.refund_by and (case in REFUNDED or self.is_made(row)):
            return translate("Returned", "Refund made")
        return "–" if case in NOT_DUE else row.refund_by or "–"

    def why_words(self, row: JudgedReturn) -> str:
        """Why a row has its verdict, and what was done about its label where something else is left."""
        return translate("Returned", "; ").join(dict.fromkeys(filter(None, (why_of(self.desk_lang)(row.why), self.label_done(row)))))

    def label_done(self, row: JudgedReturn) -> str:
        """What the owner did about the label of a row; "" for nothing."""
        from sellerdesk.workflows.judged.settled_returns import label_done

        return label_done(row, self.all_decided(), self.desk.lang) if self.decided(LABEL, row) else ""

    def reasons(self, row: JudgedReturn) -> "Sequence[Reason]":
        """The verdicts on a return; what the owner decided of them asks for nothing more."""
        from sellerdesk.workflows.judged.settled_returns import return_reasons

        return return_reasons(row, self.all_decided(), self.desk.lang)

    def named(self, row: JudgedReturn) -> str:
        """The rule that its row names; where all is well though another side was charged than pays, that of the label, which says why."""
        return super().named(row) or (LABEL if row.payer != row.charged else "")

    def subject(self, row: JudgedReturn) -> str:
        """The order with what came back."""
        return f"{row.order_id} · {row.sku}"

    def lacks(self, reason: "Reason", row: JudgedReturn) -> Collection[str]:
        """The facts that a verdict waits for; one that hangs on a refund nobody told waits for that, too."""
        hangs = "refunded" in row.missing.split() and any(change.fact == "refunded" for change, _words in reason.changes)
        return (*reason.missing, "refunded") if hangs else reason.missing

    def add_fields(self, missing: list[str], row: JudgedReturn) -> None:
        """The field of a refund that no report tells, and of the facts of its items."""
        if "refunded" in missing:
            refund_field.add_open(self.content, self.desk, row)
        add_asked(self.content, self.desk, row.sku.split(", ") if row.sku else (), missing)

    def add_own(self, rows: list[JudgedReturn]) -> None:
        """Say what is known of the rows and decided, and offer what can be; what the cost is made of stands below the buttons, folded."""
        from sellerdesk.workflows.judged.why import has_case

        if not rows:
            return
        if len(rows) == 1:
            self.content.addLayout(self.answer(rows[0]))
            refund_field.add_told(self.content, self.desk, rows[0])
            refund_field.add_differing(self.content, self.desk, rows[0])
        if len(rows) == 1 and has_case(rows[0].findings, "returns.payer", "unmapped"):
            reason_field.add(self.content, self.desk, rows[0].reason)
        for act in acts(rows, self.all_decided()):
            self.add_decision(act, several=len(rows) > 1)
        if len(rows) == 1 and rows[0].cost:
            self.content.addWidget(CostFold(self.desk, rows[0].order_id))

    def add_last(self, rows: list[JudgedReturn]) -> None:
        """The note and the photos of one return."""
        if len(rows) == 1:
            self.content.addWidget(ReturnNotes(self.desk, rows[0].order_id))

    def answer(self, row: JudgedReturn) -> QGridLayout:
        """By when, and how much, of what is known; what is not known says so in the verdict's own words."""
        lines = [
            (translate("Returned", "Refund by"), *self.by_when(row)),
            (translate("Returned", "Wrong by"), translate("Returned", "¥{yen}").format(yen=figure(row.difference or None)), "text"),
            (translate("Returned", "Label"), self.label_done(row), "text"),
            (translate("Returned", "Cost"), cost_of(row), "text"),
        ]
        known = (bool(row.days_left is not None), bool(row.difference), bool(self.label_done(row)), row.cost is not None)
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        for number, (name, words, ink) in enumerate(line for line, there in zip(lines, known, strict=True) if there):
            grid.addWidget(build.label(name, token="muted"), number, 0)  # noqa: S106 (a colour)
            grid.addWidget(build.label(words, token=ink or "text", bold=True), number, 1, Qt.AlignmentFlag.AlignRight)
        return grid

    def is_made(self, row: JudgedReturn) -> bool:
        """Whether the owner said that nothing is to be refunded any more."""
        return self.decided(DEADLINE, row) in LEAVES

    def by_when(self, row: JudgedReturn) -> tuple[str, str]:
        """The last day for the refund with what is left until then, and its colour; or that the refund was made."""
        if self.is_made(row):
            return translate("Returned", "Refund made"), "muted"
        return f"{row.refund_by}  {time_left(row)}" if row.days_left is not None else "", left_ink(row)

    def add_decision(self, act: Act, *, several: bool) -> None:
        """Offer to decide of some rows what can be decided, or to take it back where it is; of `several` selected rows for how many."""
        if not act.rows:
            return
        done = all(self.decided(act.rule, row) == act.kind for row in act.rows)
        words = translate("Returned", "{act} ({count})") if several else "{act}"
        text = words.format(act=act.words()[done], count=f"{len(act.rows):,}")
        button, said = build.button(text, height=32), "" if done else act.words()[2]
        orders = [row.order_id for row in act.rows]
        decide = partial(self.decide, act.rule, orders, "" if done else act.kind, said)
        button.clicked.connect(partial(self.take_off, orders, said) if act.words is off_words and not done else decide)
        self.content.addSpacing(6)
        self.content.addLayout(build.row(button, None))

    def decided(self, rule: str, row: JudgedReturn) -> str:
        """What the owner decided about a rule's finding of a row."""
        return str(self.all_decided().get((rule, row.order_id), ""))

    def all_decided(self) -> Decided:
        """What the owner decided, by rule and order."""
        return self.desk.state.decided if self.desk.state else {}

    def decide(self, rule: str, orders: list[str], kind: str, said: str = "") -> None:
        """Keep a decision; the board follows, and a line says of how many, with a way back: `said`, or that one was taken back."""
        words = said or translate("Returned", "Decision taken back: {count}")
        self.keep(lambda: edits.decide(self.desk, rule, orders, kind), orders, kind, words)

    def take_off(self, orders: list[str], said: str) -> None:
        """Keep that labels were taken off their refunds: so these are made, and are not asked for once more."""
        chosen = {*orders}
        open_ones = [row for row in self.desk.returns if row.order_id in chosen and row.days_left is not None and not self.is_made(row)]
        refunded = [row.order_id for row in open_ones]
        self.keep(lambda: edits.take_off(self.desk, orders, refunded), orders, "refunded", said)

    def keep(self, change: Callable[[], bool], orders: list[str], kind: str, words: str) -> None:
        """Make a change once the press is over, and say of how many orders; those it is decided of stay in sight."""

        def act() -> None:
            if change():
                self.mark(orders, kind)
                self.desk.load()
                self.desk.said.emit(words.format(count=f"{len(orders):,}"), DONE)

        QTimer.singleShot(0, self, act)

    def mark(self, orders: list[str], kind: str) -> None:
        """Take note of what was decided on this page."""

    def export(self, what: str, kinds: str, suggested: str) -> None:
        """Ask for a file's name and have it written beside the window."""
        name, _kind = file_dialogs.to_write(self, translate("Returned", "Save file"), suggested, kinds)
        if name:
            self.write(what, Path(name))

    def write(self, what: str, file: Path) -> None:
        """Have a file written by the program's own command."""
        words = translate("Returned", "Writing {file}").format(file=file.name)
        self.desk.run(words, commands.export(self.desk.as_of, what, file=file), file=file)

    def restyle(self) -> None:
        """Words and colours."""
        self.calendar.setText(translate("Returned", "Deadlines to calendar…"))
        self.table.setAccessibleName(translate("Returned", "Returned orders"))
        self.categories.restyle()
        tint.fill_background(self.above, "base")
        tint.colour_text(self.summary, "text")
        super().restyle()
        self.claims.setMinimumWidth(0)  # the width that it kept was of other letters
        self.load()


def claims_name(day: date) -> str:
    """What the pack of claims is called."""
    return file_dialogs.dated(translate("Returned", "Claims for wrong labels"), day, ".xlsx")


def deadlines_name(day: date) -> str:
    """What the calendar of deadlines is called."""
    return file_dialogs.dated(translate("Returned", "Refund deadlines"), day, ".ics")
