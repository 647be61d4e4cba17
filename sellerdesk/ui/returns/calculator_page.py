"""The page 計算: which item came back and why, and at once who pays, what it costs and by when to refund."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QSplitter, QStackedWidget, QWidget

from sellerdesk.domain.calculation import Calculation
from sellerdesk.ui.desk import clipboard
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.lists.page import Page
from sellerdesk.ui.returns import answer_paper
from sellerdesk.ui.returns.answer_panel import AnswerPanel
from sellerdesk.ui.returns.calculator_form import REMEMBERED, CalculatorForm
from sellerdesk.ui.returns.item_card import ItemCard
from sellerdesk.ui.returns.item_search import Found, ItemSearch, is_settled
from sellerdesk.ui.returns.kept_answers import KeptAnswers
from sellerdesk.ui.returns.missing_inputs import missing_of
from sellerdesk.ui.returns.open_returns_list import OpenReturnsList
from sellerdesk.ui.style import icons, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build, file_dialogs

if TYPE_CHECKING:
    from sellerdesk.domain.assumptions import Assumptions
    from sellerdesk.workflows.returns.from_item import FoundItem
    from sellerdesk.workflows.returns.quote import Quote

FORM_WIDTH = 440


class CalculatorPage(Page):
    """Page 計算 of 返品; `opens` asks for a report, `deadlines` for the page of deadlines."""

    opens = Signal()
    deadlines = Signal()

    def __init__(self, desk: Desk) -> None:
        """An empty form; the lists come when the tab is first shown, after the window is painted."""
        super().__init__()
        self.desk = desk
        self.quote: Quote | None = None
        self.assumed: Assumptions | None = None
        self.head, self.search, self.card = build.label("", bold=True), ItemSearch(desk), ItemCard()
        self.head.setBuddy(self.search)
        self.form, self.kept = CalculatorForm(desk), KeptAnswers(desk)
        self.answer, self.start, self.right = AnswerPanel(desk), OpenReturnsList(desk), QStackedWidget()
        self.next, self.copy, self.paper, self.own = (build.button() for _ in range(4))
        self.note = build.label("", "small", "muted", wrap=True)
        self.left = self.lay_out_form()
        self.areas = build.scrolled(self.left, FORM_WIDTH), build.scrolled(self.answer, FORM_WIDTH)
        self.right.addWidget(self.start)
        self.right.addWidget(self.areas[1])
        self.splitter, self.drawn = self.parted(), False
        buttons = build.row(self.next, self.copy, self.paper, 12, self.note, self.own, margins=(16, 8, 16, 8), grow=self.note)
        bar = build.box(buttons, "window")
        self.setLayout(build.column(self.splitter, build.hairline(), bar, gap=0, grow=self.splitter))
        self.connect_parts()

    def connect_parts(self) -> None:
        """What is pressed, typed and chosen."""
        self.copy.clicked.connect(lambda: clipboard.put(self.desk, "\n".join(self.answer.answer_lines())))
        self.next.clicked.connect(self.go_on)
        self.paper.clicked.connect(self.choose_paper)
        self.own.clicked.connect(self.show_assumed)
        self.form.changed.connect(self.tell)
        self.search.chosen.connect(self.take)
        self.search.nothing.connect(self.card.show_nothing)
        self.card.dropped.connect(self.drop_item)
        self.card.by_hand.connect(lambda: self.form.seek_field("reason"))
        self.card.opens.connect(self.opens)
        self.start.chosen.connect(self.take)
        self.start.deadlines.connect(self.deadlines)
        self.answer.missing.sought.connect(self.form.seek_field)
        self.answer.compared.connect(self.compare)
        self.kept.taken.connect(self.take_up)
        self.kept.due.connect(self.keep)
        again = QShortcut(QKeySequence.StandardKey.New, self)
        again.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        again.activated.connect(self.go_on)
        self.desk.on_rows(self.form.fill)
        self.desk.shop_left.connect(self.kept.pause.stop)  # what waits to be kept is of the shop, report or day before
        self.desk.rows_came.connect(self.restore)
        self.desk.rows_came.connect(self.learn)
        self.desk.account_changed.connect(self.learn)
        self.desk.follow(self.restyle)

    def lay_out_form(self) -> QWidget:
        """The search, the card, the fields, and the calculations before."""
        top = build.column(self.head, self.search, self.card, 4, self.form, gap=6, margins=(20, 10, 20, 8))
        return build.box(build.column(top, self.kept, None, gap=0, grow=self.kept))

    def parted(self) -> QSplitter:
        """The form and the answer with a line between them that can be drawn."""
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for area in (self.areas[0], self.right):
            splitter.addWidget(area)
        splitter.setStretchFactor(1, 1)
        splitter.splitterMoved.connect(self.keep_drawn)
        return splitter

    def keep_drawn(self) -> None:
        """The owner drew the line between form and answer: it stays there."""
        self.drawn = True

    def give_room(self) -> None:
        """Give the form the width of its words: another language or larger letters need more."""
        width = max(FORM_WIDTH, self.left.minimumSizeHint().width() + build.ROOM)
        if not self.drawn and self.isVisible() and self.splitter.sizes()[0] != width:
            self.splitter.setSizes([width, max(FORM_WIDTH, self.splitter.width() - width)])

    def showEvent(self, event: QShowEvent) -> None:
        """Come into sight, perhaps in other letters than before."""
        super().showEvent(event)
        self.give_room()

    def hideEvent(self, event: QHideEvent) -> None:
        """Go out of sight: what was typed is kept."""
        super().hideEvent(event)
        if self.kept.pause.isActive():
            self.keep()

    @property
    def reason(self) -> QComboBox:
        """The field of the reason."""
        return self.form.fields["reason"]  # type: ignore[return-value]  # a list

    @property
    def category(self) -> QComboBox:
        """The field of the category."""
        return self.form.fields["category"]  # type: ignore[return-value]  # a list

    def seek_item(self) -> bool:
        """Put the cursor into the page's own search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        return True

    def fill(self) -> None:
        """Fill the lists, in the language of the moment, and take up what was begun before the last end."""
        self.form.fill()
        self.restore()

    # the answer

    def assumptions(self) -> "Assumptions":
        """What the shop assumes: its days off, its readings, its own figures and fares."""
        from sellerdesk.domain.assumptions import Assumptions

        return self.assumed or Assumptions()

    def learn(self) -> None:
        """Fetch what the shop assumes, and answer by it."""
        from sellerdesk.workflows.returns import assumptions

        store = self.desk.store
        self.assumed = self.desk.attempt(lambda: assumptions.load(store)) if store.exists() else None
        self.tell()

    def tell(self) -> None:
        """Answer what is typed; a quote takes well under a millisecond."""
        from sellerdesk.workflows.returns.quote import quote, typed_item

        inputs = self.form.inputs()
        asked = any(name not in REMEMBERED for name in inputs)
        item = typed_item(inputs)
        self.quote = self.desk.attempt(lambda: quote(item, self.desk.as_of, self.assumptions())) if asked else None
        settled = self.card.item is not None and is_settled(self.desk, self.card.item.order_id)
        self.card.tell_settled(settled=settled)
        missing = missing_of(self.quote, inputs, self.form.wrong) if self.quote else ()
        if self.quote is not None:
            self.answer.show_quote(self.quote, self.assumptions(), missing, settled=settled)
            self.kept.pause.start()
        self.form.tell_details(missing)
        self.right.setCurrentIndex(int(self.quote is not None))
        self.say_bar()

    def say_bar(self) -> None:
        """What can be done with the answer, or with the returns that wait."""
        known = self.quote is not None
        for button in (self.copy, self.paper):
            button.setEnabled(known)
        choose, again = translate("Returns", "Work out the selected return"), translate("Returns", "Work out the next return")
        self.next.setText(again if known else choose)
        self.next.setEnabled(known or bool(self.start.rows))
        kept = translate("Returns", "This answer stays among the calculations on the left")
        self.note.setText(kept if known else translate("Returns", "An empty field means “not known”, never 0"))

    # the item

    def take(self, found: Found) -> None:
        """Fill the form with what is known of an item."""
        from sellerdesk.workflows.returns.from_item import from_item

        store = self.desk.store
        item = self.desk.attempt(lambda: from_item(store, self.desk.as_of, found.sku, found.order_id))
        if item is None:
            return
        if self.quote is not None:
            self.close_begun()
        self.search.setText(found.order_id or found.sku)
        self.fill_with(item.inputs)
        self.show_item(item)
        lacking = next((name for name in ("reason", "from_prefecture", "method") if not self.form.text(name)), "reason")
        self.form.seek_field(lacking)

    def fill_with(self, inputs: dict[str, str]) -> None:
        """Put these inputs into the form, and nothing else but what a shop nearly always has alike."""
        self.form.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        self.form.empty()
        for name, text in inputs.items():
            if name in self.form.fields:
                self.form.set_text(name, text)
        self.form.blockSignals(False)  # noqa: FBT003 (as above)
        self.tell()

    def show_item(self, item: "FoundItem") -> None:
        """Show on the card what was found."""
        self.card.show_item(item, self.form.said_of(item.inputs), self.desk.returns)
        self.tell()

    def drop_item(self) -> None:
        """Take the item out; the fields stay as they are."""
        self.search.clear()
        self.show_hint()
        self.tell()
        self.kept.pause.start()

    def show_hint(self) -> None:
        """Say on the card what the search is for."""
        self.card.show_hint(reports=bool(self.desk.rows or self.desk.returns))

    def go_on(self) -> None:
        """Work out the next return: this answer is kept, the form is emptied; from the list, take the selected one."""
        if self.quote is None:
            self.start.choose()
            return
        self.close_begun()
        self.search.clear()
        self.show_hint()
        self.fill_with({})
        self.search.setFocus()

    def compare(self) -> None:
        """Show the answer beside that of its near twin."""
        from sellerdesk.ui.returns.compare_dialog import CompareDialog

        if self.quote is not None and self.quote.twins:
            dialog = CompareDialog(self.desk, self, self.quote, self.assumptions())
            dialog.taken.connect(lambda row: self.form.set_text("reason", row))
            dialog.show()

    # what is kept

    def begun(self) -> Calculation | None:
        """The calculation in the form; None while it is empty."""
        if self.quote is None:
            return None
        item, cost = self.card.item, self.quote.costs.figures.cost
        names = (item.sku, item.order_id, item.title) if item else ("", "", "")
        row = str(self.quote.finding.facts.get("row", ""))
        return Calculation(self.desk.now().isoformat(), self.form.inputs(), *names, row, cost.yen, cost.bound, begun=True)

    def keep(self) -> None:
        """Keep what stands in the form."""
        newest = self.begun()
        if newest is not None:
            self.kept.keep(newest)

    def close_begun(self) -> None:
        """Keep what stands in the form as one of the calculations before."""
        self.keep()
        self.kept.close_begun()

    def restore(self) -> None:
        """Take up what was begun, when the form is empty; show the shop's calculations."""
        if self.desk.state is None:
            return  # nothing was read of the shop yet, or it cannot be
        newest = self.kept.load()
        if self.quote is not None:
            return
        if newest is not None:
            self.put_back(newest)
            return
        self.show_hint()
        for name in REMEMBERED:
            text = next((calculation.inputs[name] for calculation in self.kept.kept if name in calculation.inputs), "")
            if text and not self.form.text(name):
                self.form.set_text(name, text)
        self.say_bar()

    def take_up(self, calculation: Calculation) -> None:
        """Take up a calculation from before; what stands in the form is kept."""
        if self.quote is not None:
            self.close_begun()
        self.put_back(calculation)

    def put_back(self, calculation: Calculation) -> None:
        """Put a kept calculation into the form."""
        from sellerdesk.workflows.returns.from_item import FoundItem

        self.search.setText(calculation.order_id or calculation.sku)
        self.fill_with(calculation.inputs)
        self.show_item(
            FoundItem(calculation.sku, calculation.order_id, calculation.title, calculation.inputs)
        ) if calculation.sku or calculation.order_id else self.show_hint()

    def choose_paper(self) -> None:
        """Ask for a file's name and write the answer as a PDF for the records."""
        suggested = file_dialogs.dated(translate("Returns", "Account of a return"), self.desk.as_of, ".pdf")
        name, _kind = file_dialogs.to_write(self, translate("Returns", "Save as PDF"), suggested, "PDF (*.pdf)")
        if name:
            self.write_paper(Path(name))

    def write_paper(self, file: Path) -> None:
        """Write what was typed and the answer."""
        typed = [f"{label}: {text}" for label, text in self.form.typed_words()]
        answer_paper.write(self.desk, file, typed, self.answer.answer_lines())

    def show_assumed(self) -> None:
        """Show the shop's own figures and fares."""
        from sellerdesk.ui.returns.assumptions_dialog import Assumed

        Assumed(self.desk, self.window()).show()

    def restyle(self) -> None:
        """Words and colours."""
        for area in self.areas:
            build.slim(area)
        self.head.setText(translate("Returns", "By SKU, name or order number"))
        build.fill_in(self.next, "returns")
        self.copy.setText(translate("Returns", "Copy answer"))
        self.copy.setIcon(icons.icon("copy"))
        self.paper.setText(translate("Returns", "Save as PDF…"))
        self.paper.setIcon(icons.icon("page"))
        self.own.setText(translate("Returns", "Own figures and fares…"))
        for part in (self.search, self.card, self.answer, self.start, self.form, self.kept):
            part.restyle()
        tint.fill_backgrounds("base", self.form, self.kept)
        if self.card.item is None:
            self.show_hint()
        self.give_room()
        self.learn()
