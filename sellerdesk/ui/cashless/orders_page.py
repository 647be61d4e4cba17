"""The page キャッシュレス注文: which orders earn the rebate of 2020, what is open and until when, and how they were paid."""

from collections.abc import Collection
from functools import lru_cache, partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QSplitter, QStackedWidget, QVBoxLayout

from sellerdesk.domain.folding import folded
from sellerdesk.domain.judged_row import JudgedOrder
from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.lists.action_bar import ActionBar, BarButton, Buttons
from sellerdesk.ui.lists.columns import figure, muted, verdict_column
from sellerdesk.ui.lists.filter_chips import Chip, Chips, OnlyThese
from sellerdesk.ui.lists.page import Page, Parts
from sellerdesk.ui.lists.rows_model import Column, RowsModel
from sellerdesk.ui.lists.rows_table import RowsTable
from sellerdesk.ui.lists.saved_views import SavedViews
from sellerdesk.ui.lists.verdict import add_answer, add_grounds
from sellerdesk.ui.style import tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.empty_state import Empty

PANEL = 312
STATES = ("eligible", "open", "check", "not-eligible", "cancelled")
LOOKS = {"eligible": "ok", "open": "check", "check": "check", "not-eligible": "advice", "cancelled": "ok"}


def state_chip(state: str) -> Chip:
    """The chip of a state."""
    return Chip("clock" if state == "open" else "minus" if state == "cancelled" else LOOKS[state], LOOKS[state], lambda: state_words(state))


def state_words(state: str) -> str:
    """A state in the language of the moment."""
    return {
        "eligible": translate("Orders", "Eligible"),
        "open": translate("Orders", "Open"),
        "check": translate("Orders", "To check"),
        "not-eligible": translate("Orders", "Not eligible"),
        "cancelled": translate("Orders", "Cancelled"),
    }[state]


class OrdersPage(Page):
    """Orders with their states; the panel beside says why, and takes how they were paid."""

    searches = True

    def __init__(self, desk: Desk) -> None:
        """No orders yet."""
        super().__init__()
        self.desk = desk
        self.search = self.typed = ""
        self.model = RowsModel(self.make_columns(desk), "verdict", self, JudgedOrder)
        self.table, self.empty = RowsTable(self.model), Empty(desk, self.widen)
        self.stack = QStackedWidget()
        for page in (self.table, self.empty):
            self.stack.addWidget(page)
        self.chips, self.only = Chips(desk, tuple(map(state_chip, STATES))), OnlyThese(desk)
        self.only.released.connect(self.refilter)
        self.chips.clear.clicked.connect(self.only.release)
        self.category = build.choice(30)
        self.category.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)  # the chips give way, not its words
        self.asks_part = False
        self.views = SavedViews(desk, "orders", self.table, self)
        self.question_text, self.yes, self.no = build.label("", wrap=True), build.button(height=30), build.button(height=30)
        self.question = build.box(build.row(self.question_text, self.yes, self.no, margins=(16, 6, 12, 6), grow=self.question_text))
        self.alarm, self.alarm_mark = build.label("", bold=True, wrap=True), tint.picture("warning", "breach", 20)
        self.banner = build.box(build.row(self.alarm_mark, self.alarm, margins=(16, 6, 12, 6), grow=self.alarm))
        self.rebate, self.texts = build.label("", wrap=True), build.button()
        self.above = build.box(build.row(self.rebate, margins=(16, 6, 12, 6), grow=self.rebate))
        self.bar = ActionBar(desk, self.table, Buttons(others=[BarButton(self.texts, "document")]))
        self.content = QVBoxLayout()
        self.content.setContentsMargins(20, 14, 20, 12)
        self.content.setSpacing(6)
        self.whole = build.box(self.content)
        self.panel = build.scrolled(self.whole, PANEL)
        self.lay_out()
        self.chips.chosen.connect(self.refilter)
        self.category.currentIndexChanged.connect(self.refilter)
        self.yes.clicked.connect(lambda: self.answer(yes=True))
        self.no.clicked.connect(lambda: self.answer(yes=False))
        self.table.chosen.connect(self.tell)
        self.model.modelReset.connect(self.tell_shown)
        desk.other_shop.connect(self.forget)
        desk.on_rows(self.load)
        desk.follow(self.restyle)

    @staticmethod
    def make_columns(desk: Desk) -> tuple[Column, ...]:
        """The columns, the verdict first."""

        @lru_cache(maxsize=64)
        def why(code: str, lang: str) -> str:
            from sellerdesk.workflows.judged.why import order_why

            return order_why(code, lang)

        return (
            verdict_column("verdict", JudgedOrder),
            Column("state", lambda: translate("Orders", "State"), lambda row: state_words(row.state), "state", 96),
            Column("order", lambda: translate("Orders", "Order id"), lambda row: row.order_id, "order_rank", 176, ink=muted),
            Column("placed", lambda: translate("Orders", "Placed (Japan)"), lambda row: row.placed, "placed", 150, ink=muted, spare=1),
            Column("why", lambda: translate("Column", "Why"), lambda row: why(row.reason, desk.lang), "reason", 150, stretch=True),
            Column("amount", lambda: translate("Orders", "Amount"), lambda row: figure(row.amount), "amount", 80, right=True),
            Column("rebate", lambda: translate("Orders", "Rebate"), lambda row: figure(row.rebate), "rebate", 72, right=True),
            Column("left", lambda: translate("Orders", "Days left"), lambda row: figure(row.days_left), "days_left", 72, right=True),
            Column("skus", lambda: translate("Column", "Seller SKU"), lambda row: row.skus, "skus", 138, ink=muted, spare=2),
        )

    def lay_out(self) -> None:
        """Alarm, question, chips, table, panel, bar."""
        head = build.box(build.row(self.chips, self.only, None, self.category, self.views, margins=(16, 8, 12, 8)))
        left = build.box(build.column(head, build.hairline(), self.stack, gap=0, grow=self.stack))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for widget in (left, self.panel):
            splitter.addWidget(widget)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        splitter.setSizes([4000, PANEL + 48])
        self.setLayout(build.column(self.banner, self.question, self.above, splitter, build.hairline(), self.bar, gap=0, grow=splitter))
        self.desk.follow(lambda: tint.fill_backgrounds("base", head, left))

    def load(self) -> None:
        """Take the orders that came."""
        self.model.load(self.desk.orders)
        self.table.fit()
        self.count()

    def count(self) -> None:
        """Show how many orders are in which state, the alarm, the question about payment, and the yen."""
        state = self.desk.state
        totals = state.judged.get("orders", {}) if state else {}
        states = totals.get("states", {})
        self.chips.show_counts([states.get(name, 0) for name in STATES])
        unconfirmed = sum(row.reason == "unconfirmed" for row in self.desk.orders)
        due = sum(row.reason == "due" for row in self.desk.orders)
        self.banner.setVisible(bool(unconfirmed or due))
        words = translate(
            "Orders", "Shipped but not confirmed: {unconfirmed}. Three days or fewer left: {due}. Send the confirmations now."
        )
        self.alarm.setText(words.format(unconfirmed=f"{unconfirmed:,}", due=f"{due:,}"))
        self.ask()
        rebate = totals.get("rebate", {})
        yen = translate("Orders", "Rebate to buyers: eligible ¥{eligible}, still open ¥{open} (5%, rounded down for each order)")
        words = yen.format(eligible=f"{rebate.get('eligible', 0):,}", open=f"{rebate.get('open', 0):,}")
        unpriced = sum(totals.get("unpriced", {}).values())
        least = translate("Orders", "At least: {count} orders have no known amount.").format(count=f"{unpriced:,}")
        self.above.setVisible(bool(self.desk.orders))
        self.rebate.setText(f"{words} {least}" if unpriced else words)

    def ask(self) -> None:
        """Ask what most orders wait for: whether the shop took part in the project, then how they were paid."""
        missing = [row.missing.split() for row in self.desk.orders]
        part = sum("participant" in facts for facts in missing)
        waiting = part or sum("payment_method" in facts or "changed_payment" in facts for facts in missing)
        self.asks_part = bool(part)
        self.question.setVisible(bool(waiting))
        asks = (
            translate("Orders", "{count} orders wait for: did your shop take part in the cashless rebate project of METI?")
            if part
            else translate(
                "Orders", "No report tells how {count} orders were paid. Were cash on delivery and convenience store switched off?"
            )
        )
        self.question_text.setText(asks.format(count=f"{waiting:,}"))
        self.yes.setText(translate("Orders", "Yes, it took part") if part else translate("Orders", "Yes, all were cashless"))
        self.no.setText(translate("Orders", "No, it did not") if part else translate("Orders", "No, look at them"))

    def answer(self, *, yes: bool) -> None:
        """Take the answer to what is asked; every order follows."""
        if self.asks_part:
            edits.tell_account(self.desk, {"participant": "yes" if yes else "no"})
        elif yes:
            edits.tell_payment(self.desk, "cashless")
        else:
            self.show_state("check")

    def show_state(self, state: str) -> None:
        """Show the orders of one state."""
        self.chips.reset()
        self.chips.buttons[STATES.index(state)].setChecked(True)

    def parts(self) -> Parts:
        """The parts that the window works with."""
        return Parts(self.table, self.empty, self.bar, self.views)

    def seek(self, text: str, *, now: bool) -> None:
        """Search by order id and SKU."""
        self.search, self.typed = folded(text), text
        if now:
            self.refilter()

    def filters(self) -> dict[str, str]:
        """The chips pressed and the category chosen."""
        return {**self.chips.filters(), "category": str(self.category.currentData() or "")}

    def filter_by(self, chosen: dict[str, str]) -> None:
        """Press chips and choose a category."""
        self.chips.filter_by(chosen)
        self.category.setCurrentIndex(max(0, self.category.findData(chosen.get("category", ""))))

    def freshen(self) -> None:
        """Follow what was searched meanwhile."""
        self.refilter()

    def refilter(self) -> None:
        """Show the chosen states and category that hold the text searched."""
        wanted = {STATES[place] for place in self.chips.wanted()}
        category = self.category.currentData() or ""

        def belongs(row: JudgedOrder) -> bool:
            return self.only.takes(row.order_id) and (not wanted or row.state in wanted) and (not category or row.category == category)

        self.model.filter(wanted=frozenset(), needle=self.search, cause=belongs if wanted or category or self.only.subjects else None)

    def show_only(self, subjects: Collection[str]) -> None:
        """Show exactly these orders, the first one selected."""
        self.widen()
        self.only.keep(subjects)
        self.refilter()
        self.table.setFocus()

    def widen(self) -> None:
        """Show all again, or, where there are none, nothing more."""
        self.only.release()
        self.chips.reset()
        self.category.setCurrentIndex(0)

    def forget(self) -> None:
        """Another shop comes: what was pressed, searched, selected and scrolled to was of the one before."""
        self.search = self.typed = ""
        self.widen()
        self.table.start_anew()

    def tell_shown(self) -> None:
        """Show the table, or why it is empty."""
        shown = bool(self.model.shown)
        self.stack.setCurrentWidget(self.table if shown else self.empty)
        self.bar.allow(rows=shown)
        if not self.desk.orders:
            text = translate(
                "Orders",
                "Open “All orders” or “Unshipped orders”, or your own sheet of orders. Buyers' names and addresses are never read.",
            )
            self.empty.say(translate("Orders", "No orders yet"), text, "", opens=True)
        else:
            sought = translate("Orders", "No order matches “{text}”").format(text=self.typed)
            title = sought if self.typed else translate("Orders", "Nothing here")
            self.empty.say(title, translate("Orders", "No order matches."), translate("Orders", "Show all orders"))
        self.table.select([])

    def tell(self) -> None:
        """Say why, of the order that is selected; of several, only how they were paid."""
        rows: list[JudgedOrder] = [self.model.row(line) for line in self.table.selected_lines()]
        build.emptied(self.content)
        tint.fill_backgrounds("base", self.panel, build.viewport(self.panel), self.whole)
        if not rows:
            self.content.addWidget(build.label(translate("Orders", "Select an order to see why."), token="muted", wrap=True))  # noqa: S106 (a colour)
        elif len(rows) == 1:
            from sellerdesk.workflows.judged.why import order_reason

            state = self.desk.state
            unknown = state.judged.get("orders", {}).get("words", {}) if state else {}
            one = order_reason(rows[0], self.desk.as_of, self.desk.lang, unknown)
            add_answer(self.content, one, f"{rows[0].order_id} · {rows[0].skus}", first=True)
            self.add_payment((rows[0].order_id,))
            add_grounds(self.content, one)
        else:
            words = translate("Orders", "{count} orders are selected").format(count=f"{len(rows):,}")
            self.content.addWidget(build.label(words, "title", bold=True, wrap=True))
            self.add_payment(tuple(row.order_id for row in rows))
        self.content.addStretch(1)

    def add_payment(self, numbers: tuple[str, ...]) -> None:
        """The buttons that take how the selected orders were paid, where no report tells."""
        self.content.addSpacing(6)
        self.content.addWidget(build.label(translate("Orders", "How it was paid, if no report tells"), "small", "muted", bold=True))
        words = {
            "cashless": translate("Orders", "Card, points or gift card"),
            "other": translate("Orders", "Cash on delivery or convenience store"),
            "": translate("Orders", "Not known"),
        }
        for payment in ("cashless", "other", ""):
            button = build.button(words[payment], height=30)
            button.clicked.connect(partial(edits.tell_payment, self.desk, payment, numbers))
            self.content.addLayout(build.row(button, None))

    def fill_categories(self) -> None:
        """The campaign's ten categories, in the language of the moment."""
        from sellerdesk.workflows.files import campaign_categories
        from sellerdesk.writers.words import say

        chosen = self.category.currentData()
        self.category.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        self.category.clear()
        self.category.addItem(translate("Orders", "All categories"), "")
        for name in campaign_categories():
            self.category.addItem(say(self.desk.lang, f"category.{name}"), name)
        self.category.setCurrentIndex(max(0, self.category.findData(chosen)))
        self.category.blockSignals(False)  # noqa: FBT003 (as above)

    def restyle(self) -> None:
        """Words and colours."""
        self.fill_categories()
        self.category.setAccessibleName(translate("Orders", "Category of the campaign"))
        self.texts.setText(translate("Orders", "Reply to a buyer…"))
        self.table.setAccessibleName(translate("Orders", "Orders"))
        self.panel.setAccessibleName(translate("Why", "Why, and how to fix it"))
        tint.fill_background(self.banner, "breach_bg")
        tint.fill_background(self.question, "check_bg")
        tint.fill_background(self.above, "base")
        tint.colour_text(self.rebate, "text")
        tint.colour_text(self.alarm, "breach")
        tint.colour_text(self.question_text, "text")
        self.table.restyle()
        self.count()
        self.tell_shown()
