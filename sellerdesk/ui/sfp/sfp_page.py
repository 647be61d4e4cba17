"""The SFP tab: causes worst first, the offers of the chosen cause, why, and the facts that are missing."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from sellerdesk.domain.judged_row import JudgedRow
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.tasks import Act
from sellerdesk.ui.lists.action_bar import BarButton, Buttons
from sellerdesk.ui.lists.columns import figure, muted, verdict_column
from sellerdesk.ui.lists.rows_model import Column, field_of
from sellerdesk.ui.offers.columns import price_column, sku_column, title_column
from sellerdesk.ui.offers.offers_page import OffersPage
from sellerdesk.ui.sfp.cause_list import Cause, CauseList
from sellerdesk.ui.sfp.missing_facts import MissingFacts
from sellerdesk.ui.sfp.prime_templates import PrimeTemplates
from sellerdesk.ui.style import tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build

ACCOUNT_ALARM = "sfp.pre-order:preorder"
"""The cause that costs the shop its eligibility (S-33): a banner of its own."""
MISSING = "missing"
WORSE, BETTER = "worse", "better"
PLANNED = "planned"
OUTCOME_ORDER = ("breach", "check", "advice")


class SfpPage(OffersPage):
    """Page 出品 of SFP."""

    def __init__(self, desk: Desk) -> None:
        """An empty tab."""
        self.title, self.count = build.label("", "lead", bold=True), build.label("", token="muted")  # noqa: S106 (a colour)
        self.causes = CauseList()
        self.mend, self.many = build.button(), build.button()
        own = Buttons(BarButton(self.mend, "file-export"), [BarButton(self.many, "check")])
        super().__init__(desk, "sfp", self.make_columns(), "sfp_verdict", own)
        self.tally: Counter[str] = Counter()
        self.waiting, self.twins, self.untold = 0, 0, False
        self.moved: dict[str, frozenset[str]] = {}
        self.causes.chosen.connect(self.choose)
        self.only.released.connect(self.tell_causes)
        self.causes_title = build.label("", "small", "muted", bold=True)
        self.strip, self.question = MissingFacts(desk), PrimeTemplates(desk)
        self.banner, self.alarm, self.alarm_text = QWidget(), build.label("", "lead", bold=True), build.label("", wrap=True)
        self.alarm_show = build.button(height=32)
        self.alarm_show.clicked.connect(lambda: self.show_cause(ACCOUNT_ALARM))
        self.make_menu()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.lay_out())
        self.pages.addWidget(self.question)
        self.setLayout(build.column(self.pages, gap=0))
        desk.on_rows(self.recount)
        self.question.left.connect(lambda: self.pages.setCurrentIndex(0))
        desk.follow(self.restyle_tab)

    @staticmethod
    def make_columns() -> tuple[Column, ...]:
        """The columns, the verdict first."""
        return (
            verdict_column("sfp_verdict"),
            sku_column(),
            title_column(),
            Column("quantity", lambda: translate("Column", "Stock"), lambda row: figure(row.quantity), "quantity", 64, right=True, spare=1),
            price_column(),
            Column(
                "template",
                lambda: translate("Column", "Shipping template"),
                lambda row: row.shipping_template,
                "shipping_template",
                164,
                ink=muted,
                spare=2,
            ),
        )

    def lay_out(self) -> QWidget:
        """Banner, causes, table, why panel, strip, bar."""
        words = build.column(self.alarm, self.alarm_text, gap=1)
        picture = tint.picture("warning", "breach", 22)
        self.desk.follow(lambda: tint.repicture(picture, "warning", "breach"))
        self.banner.setLayout(build.row(picture, 4, words, self.alarm_show, margins=(16, 8, 16, 10), grow=words))
        left_head = build.box(build.row(self.causes_title, None, margins=(16, 8, 12, 8)))
        left = build.box(build.column(left_head, build.hairline(), self.causes, gap=0, grow=self.causes))
        head = build.box(build.row(self.title, self.count, self.only, None, self.views, margins=(16, 5, 12, 5)))
        middle = build.box(build.column(head, build.hairline(), self.stack, gap=0, grow=self.stack))
        self.desk.follow(lambda: tint.fill_backgrounds("base", left_head, left, head, middle))
        splitter = self.splitter(left, middle)
        return build.box(build.column(self.banner, splitter, self.strip, build.hairline(), self.bar, gap=0, grow=splitter))

    def _loaded(self) -> Iterator[Callable[[], None]]:
        """Ask which templates are Prime before anything else, when that was never told."""
        state = self.desk.state
        asks = state is not None and state.last is not None and state.prime_templates is None and bool(state.templates)
        self.pages.setCurrentIndex(1 if asks else 0)
        return super()._loaded()

    def to_take(self) -> list[Act]:
        """What takes rows that came, the parts of this tab among it."""
        return [self.question.load, self.strip.load, *super().to_take(), self.recount]

    def recount(self) -> None:
        """Count the causes of all rows anew."""
        self.tally, self.waiting, self.twins = Counter(), 0, 0
        moved = self.desk.state.judged.get("moved", {}) if self.desk.state else {}
        kept = {name: frozenset(moved.get(name, ())) for name in (WORSE, BETTER)}
        mine = {row.sku for row in self.model.rows if row.sfp_verdict is not None} if any(kept.values()) else set()
        self.moved = {name: skus & mine for name, skus in kept.items()}
        self.count_in(self.model.rows, 1)
        self.tell_causes()

    def count_in(self, rows: Sequence[JudgedRow], step: int) -> None:
        """Count the causes of rows in (1) or out (-1)."""
        for causes, times in Counter(map(field_of("causes"), rows)).items():
            for cause in causes.split():
                self.tally[cause] += times * step
        self.waiting += step * (len(rows) - list(map(field_of("missing"), rows)).count(""))
        named = (self.desk.state.prime_templates if self.desk.state else None) or ()
        judged = Counter(map(field_of("shipping_template"), (row for row in rows if row.sfp_verdict is not None))) if named else {}
        self.twins += step * sum(count for template, count in judged.items() if template and template not in named)

    def _changed(self, pairs: list[tuple[JudgedRow, JudgedRow]]) -> None:
        """Take rows that were judged anew, with their causes."""
        self.count_in([before for before, _after in pairs], -1)
        self.count_in([after for _before, after in pairs], 1)
        super()._changed(pairs)
        self.untold = not self.isVisible()
        if not self.untold:
            self.tell_causes()

    def showEvent(self, event: QShowEvent) -> None:
        """Come into sight: tell what changed meanwhile."""
        super().showEvent(event)
        if self.strip.stale:
            self.strip.freshen()
        if self.untold:
            self.untold = False
            self.tell_causes()

    def tell_causes(self) -> None:
        """Show the causes, and the alarm."""
        self.causes.load(self.cause_list(+self.tally, self.waiting))
        for button in (self.mend, self.many):
            button.setEnabled(any(self.model.counts))  # of no offer there is nothing to mend or to answer
        self.say_counts()
        alarms = self.tally[ACCOUNT_ALARM]
        self.banner.setVisible(bool(alarms))
        self.alarm.setText(translate("Sfp", "Pre-order items offered through SFP: {count}").format(count=f"{alarms:,}"))

    def cause_list(self, counts: Counter[str], waiting: int) -> list[Cause]:
        """All offers, then the causes worst first, then what is missing, then advice."""
        everything = self.whole()
        if not counts and not waiting:
            return [everything]
        from sellerdesk.workflows.judged.why import cause_words

        readings = self.desk.state.readings if self.desk.state else {}
        causes = [Cause(code, *self.in_order(cause_words(code, readings, self.desk.lang)), count) for code, count in counts.items()]
        causes.sort(key=lambda cause: (OUTCOME_ORDER.index(cause.outcome), cause.code != ACCOUNT_ALARM, -cause.offers))
        missing = (
            [Cause(MISSING, "check", translate("Sfp", "To find out"), translate("Sfp", "facts are missing"), waiting)] if waiting else []
        )
        advice = next((number for number, cause in enumerate(causes) if cause.outcome == "advice"), len(causes))
        return [everything, *causes[:advice], *missing, *causes[advice:], *self.on_list(), *self.since_last()]

    def whole(self) -> Cause:
        """All offers of this tab, or those that were asked for elsewhere."""
        if self.only.subjects:
            there = sum(map(self.takes, (row for row in self.model.rows if row.sfp_verdict is not None)))
            return Cause("", "", translate("Sfp", "Chosen offers"), translate("Sfp", "asked for elsewhere"), there)
        return Cause("", "", translate("Sfp", "All offers"), self.whole_words(), sum(self.model.counts))

    def whole_words(self) -> str:
        """What all offers of this tab are: those on a Prime template, and their twins on others, which are judged beside them."""
        if not self.twins:
            return translate("Sfp", "on a Prime template")
        return translate("Sfp", "twins among them: {count}").format(count=f"{self.twins:,}")

    def on_list(self) -> list[Cause]:
        """The offers for which a change is on the owner's list."""
        planned = self.planned()
        count = sum(row.sku in planned for row in self.model.rows if row.sfp_verdict is not None) if planned else 0
        words = translate("Sfp", "Planned"), translate("Sfp", "on your list of changes")
        return [Cause(PLANNED, "advice", *words, count)] if count else []

    def replan(self) -> None:
        """Count what is planned anew."""
        self.tell_causes()

    def since_last(self) -> list[Cause]:
        """What became worse or better since the report before."""
        words = {
            WORSE: ("breach", translate("Sfp", "Worse than last time"), translate("Sfp", "since the report before")),
            BETTER: ("ok", translate("Sfp", "Better than last time"), translate("Sfp", "since the report before")),
        }
        counts = {name: len(self.moved.get(name, ())) for name in words}
        return [Cause(name, *cells, counts[name]) for name, cells in words.items() if counts[name]]

    @staticmethod
    def in_order(words: tuple[str, str, str]) -> tuple[str, str, str]:
        """Outcome, title and clause, as a Cause takes them."""
        title, clause, outcome = words
        return outcome, title, clause

    def choose(self) -> None:
        """Show the cause that was chosen, of all offers: those asked for elsewhere may have none of it."""
        if self.causes.code() and self.only.subjects:
            self.only.release()
        else:
            self.refilter()

    def show_cause(self, code: str) -> None:
        """Choose a cause."""
        place = next((number for number, cause in enumerate(self.causes.causes.items) if cause.code == code), 0)
        self.causes.setCurrentIndex(self.causes.causes.index(place, 0))

    def filters(self) -> dict[str, str]:
        """The cause chosen."""
        return {"cause": self.causes.code()}

    def filter_by(self, chosen: dict[str, str]) -> None:
        """Choose a cause; one that is no more shows all."""
        self.show_cause(chosen.get("cause", ""))

    def make_menu(self) -> None:
        """What the one filled button makes."""
        self.menu = QMenu(self.mend)
        self.mend.setMenu(self.menu)
        self.leave, self.leave_note = self.menu.addAction(""), self.menu.addAction("")
        self.restock, self.restock_note = self.menu.addAction(""), self.menu.addAction("")
        for note in (self.leave_note, self.restock_note):
            note.setEnabled(False)
        self.leave.triggered.connect(lambda: self.preview("prime-template"))
        self.restock.triggered.connect(lambda: self.preview("restock"))
        self.many.clicked.connect(self.answer_where)
        self.desk.follow(self.restyle_mend)

    def preview(self, form: str) -> None:
        """Show what a mend file would hold."""
        from sellerdesk.ui.sfp.sfp_file_dialog import SfpFileDialog

        SfpFileDialog(self.desk, self.window(), form, self.in_sight()).show()

    def answer_where(self) -> None:
        """Take one answer for many offers."""
        from sellerdesk.ui.sfp.answer_many_dialog import AnswerManyDialog

        AnswerManyDialog(self.desk, self.window()).show()

    def restyle_mend(self) -> None:
        """Words of the bar."""
        self.mend.setText(translate("Sfp", "Make fix file ▾"))
        self.leave.setText(translate("Sfp", "Take off the Prime template…"))
        self.restock.setText(translate("Sfp", "Stock and restock dates…"))
        self.leave_note.setText(translate("Sfp", "SKU and shipping template alone: for offers that are to leave SFP"))
        self.restock_note.setText(translate("Sfp", "For offers that are in stock but sold as pre-orders; price and points stay"))
        self.many.setText(translate("Sfp", "One answer for many…"))

    def refilter(self) -> None:
        """Show the offers of the chosen cause that hold the text searched."""
        code = self.causes.code()
        self.panel.prefer = code.partition(":")[0]
        planned = self.planned()

        def belongs(row: JudgedRow) -> bool:
            if not self.takes(row) or not code:
                return self.takes(row)
            if code in self.moved or code == PLANNED:
                return row.sku in self.moved.get(code, planned)
            return bool(row.missing) if code == MISSING else code in row.causes.split()

        self.model.filter(wanted=frozenset(), needle=self.search, cause=belongs if code or self.only.subjects else None)

    def say_counts(self) -> None:
        """Say which cause is chosen, and how many offers it has."""
        super().say_counts()
        code = self.causes.code()
        self.title.setText(next((cause.title for cause in self.causes.causes.items if cause.code == code), ""))
        self.count.setText(translate("Sfp", "{count} offers").format(count=f"{len(self.model.shown):,}"))

    def show_only(self, subjects: Collection[str]) -> None:
        """Show exactly these offers, not the question about templates."""
        self.pages.setCurrentIndex(0)
        super().show_only(subjects)
        self.tell_causes()

    def widen(self) -> None:
        """Show all again."""
        self.only.release()
        self.show_cause("")

    def say_empty(self, there: int) -> None:
        """When no offer is a Prime one, say how that is changed."""
        state = self.desk.state
        if there or self.search or state is None or state.last is None:
            super().say_empty(there)
            return
        text = translate("Sfp", "No offer stands on a Prime shipping template, as far as the report and your answer tell.")
        self.empty.say(translate("Sfp", "No Prime offers"), text, "")

    def restyle_tab(self) -> None:
        """Words and colours of what this tab adds."""
        self.causes_title.setText(translate("Sfp", "Causes, worst first"))
        self.causes.setAccessibleName(translate("Sfp", "Causes"))
        self.alarm_text.setText(
            translate("Sfp", "Once Amazon sees them, your shop will lose its SFP eligibility (S-33). Change their shipping template today.")
        )
        self.alarm_show.setText(translate("Sfp", "Show these offers"))
        tint.fill_background(self.banner, "breach_bg")
        tint.colour_text(self.alarm, "breach")
        tint.colour_text(self.alarm_text, "text")
        for words in (self.causes_title, self.count):
            tint.colour_text(words, "muted")
        self.tell_causes()
