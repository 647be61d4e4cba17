"""The answer to a return: who pays, what it costs and what is refunded by when, what is missing, and the account line by line."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.returns.calculator_words import input_words
from sellerdesk.ui.returns.deadline_strip import MOST, DeadlineStrip
from sellerdesk.ui.returns.missing_inputs import NAMES, MissingInputs
from sellerdesk.ui.returns.waterfall import Part, Waterfall
from sellerdesk.ui.style import plain, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.wrapping_row import Flow

if TYPE_CHECKING:
    from sellerdesk.domain.assumptions import Assumptions
    from sellerdesk.domain.calendar import Calendar
    from sellerdesk.domain.return_costs import Figure, Line
    from sellerdesk.workflows.returns.quote import Quote

FIGURES = ("cost", "refund", "refund_by")
BESIDE = ("account_charge", "sunk")
"""Amounts that are no part of the cost: what Amazon takes from the payout, and what was spent when the order was shipped."""
BLANK = "\u00a0"
"""An empty note that is as high as a line: figures side by side stand on one line."""
NOTE = "\u3042" * 19
"""As wide as a note that names two inputs."""
NAMED = 2
"""Inputs that a note names at most."""
USUAL = 10_000
"""Yen of an item: most cost less, and take less room."""
FIGURE_GAP, URGENT = 28, 1
"""Pixels between the figures; business days left, at most, of a deadline that is shown as an alarm."""


class AnswerPanel(QWidget):
    """An answer; `compared` asks to see it beside that of its near twin."""

    compared = Signal()

    def __init__(self, desk: Desk) -> None:
        """Nothing is asked yet."""
        super().__init__()
        self.desk = desk
        self.quote: Quote | None = None
        self.payer, self.why = build.label("", "title", bold=True, wrap=True), build.fold()
        self.because, self.clause = build.label("", wrap=True), build.label("", "small", "muted", wrap=True)
        self.reasons = build.box(build.column(self.because, self.clause, gap=4, margins=(22, 0, 0, 0)))
        self.why.toggled.connect(self.reasons.setVisible)
        self.reasons.hide()
        self.titles = {name: build.label("", "small", "muted", bold=True) for name in (*FIGURES, *BESIDE)}
        self.values = {name: build.label("–", "figure" if name in FIGURES else "body", bold=True) for name in (*FIGURES, *BESIDE)}
        self.notes = {name: build.label("", "small", "muted", wrap=name in BESIDE) for name in (*FIGURES, *BESIDE)}
        self.missing, self.lines = MissingInputs(), Waterfall()
        self.twin_mark, self.twin = tint.picture("check", "check", 20), QWidget()
        self.twin_text, self.twin_more = build.label("", bold=True, wrap=True), build.label("", "small", wrap=True)
        self.compare = build.button("", height=32)
        self.compare.clicked.connect(self.compared)
        self.days_title, self.days = build.label("", "small", "muted", bold=True), DeadlineStrip()
        self.warnings = build.label("", wrap=True)
        self.lay_out()

    def lay_out(self) -> None:
        """Who pays, why, the figures, what is missing, the near twin, the account, the days."""
        words = build.column(self.twin_text, self.twin_more, gap=1)
        self.twin.setLayout(build.row(self.twin_mark, words, self.compare, margins=(12, 8, 12, 8), grow=words))
        figures = QWidget()
        side_by_side = Flow(figures, FIGURE_GAP)
        for name in FIGURES:
            side_by_side.addWidget(build.box(build.column(self.titles[name], self.values[name], self.notes[name], gap=1)))
        inner = (
            self.payer, self.why, self.reasons, build.hairline(), figures, self.missing, self.twin, self.warnings, self.lines,
            self.beside(), build.hairline(), self.days_title, self.days, None,
        )  # fmt: skip
        self.setLayout(build.column(*inner, gap=8, margins=(24, 12, 24, 10)))

    def beside(self) -> QGridLayout:
        """The amounts that are no part of the cost, one below the other."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        for line, name in enumerate(BESIDE):
            for place, part in enumerate((self.titles[name], self.values[name], self.notes[name])):
                grid.addWidget(part, line, place)
        return grid

    def show_quote(self, quote: "Quote", shop: "Assumptions", missing: tuple[str, ...], *, settled: bool = False) -> None:
        """Say an answer; `missing` are the inputs that it waits for, `settled`: no refund of it is due any more."""
        self.quote = quote
        self.missing.show_names(missing)
        self.say_payer(quote, shop)
        self.say_figures(quote)
        self.say_deadline(quote, shop.calendar, settled=settled)
        self.say_twins(quote, shop)
        self.say_lines(quote)

    def say_payer(self, quote: "Quote", shop: "Assumptions") -> None:
        """Who pays, and why."""
        from sellerdesk.workflows.judged.why import clause_words
        from sellerdesk.workflows.terms import rule
        from sellerdesk.writers.words import worded

        finding = quote.finding
        self.payer.setText(payer_words(quote.payer))
        words = worded(finding, rule(finding.rule), self.desk.lang)
        sides = self.both_sides(quote, shop) if quote.payer == "check" else ""
        self.because.setText("\n".join(filter(None, (f"{words.text} {words.fix}".strip(), sides))))
        clauses = (clause_words(clause, self.desk.lang) for clause in finding.clauses)
        self.clause.setText("\n".join(f"{name}: {text} ({where})" for name, text, where in clauses))
        if quote.payer == "check":
            self.why.setChecked(True)

    def both_sides(self, quote: "Quote", shop: "Assumptions") -> str:
        """What the return costs if the shop pays, and if the customer does, while that is open."""
        from sellerdesk.workflows.returns.quote import costs_by_payer
        from sellerdesk.writers.quote_words import amount

        costs = {side: costs.figures.cost for side, costs in costs_by_payer(quote.item, self.desk.as_of, shop).items()}
        if any(figure.yen is None for figure in costs.values()):
            return ""
        words = translate("Returns", "If your shop pays: {seller}. If the customer pays: {customer}.")
        return words.format(**{side: amount(figure, self.desk.lang) for side, figure in costs.items()})

    def say_figures(self, quote: "Quote") -> None:
        """Every amount, with how far it can be trusted."""
        from sellerdesk.writers.quote_words import amount

        figures = quote.costs.figures
        for name in (*FIGURES[:-1], *BESIDE):
            figure: Figure = getattr(figures, name)
            self.values[name].setText(self.not_filled() if figure.yen is None and name in BESIDE else amount(figure, self.desk.lang))
            if name in FIGURES and figure.yen is None:
                self.values[name].setText("–")
            self.note(name, self.lacking(figure))
            tint.colour_text(self.values[name], "check" if figure.yen is None and name in BESIDE else "text")
        self.note("refund", " · ".join(filter(None, (deducted_words(quote), self.lacking(figures.refund)))))

    def note(self, name: str, words: str) -> None:
        """Say something below an amount; in its own column, so that the next one stands where it stood."""
        note = self.notes[name]
        cut = note.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self.values[name].minimumWidth())
        note.setText((cut if name in FIGURES else words) or BLANK)
        plain.set_tip(note, words)

    def lacking(self, figure: "Figure") -> str:
        """Which inputs a figure waits for."""
        if not figure.lacking:
            return ""
        from sellerdesk.writers.words import say

        shown = say(self.desk.lang, "say.list_and").join(lacking_words(name, self.desk.lang) for name in figure.lacking[:NAMED])
        words = translate("Returns", "without {inputs}").format(inputs=shown)
        return words + (" …" if len(figure.lacking) > NAMED else "")

    @staticmethod
    def not_filled() -> str:
        """What stands in place of yen that wait for an input."""
        return translate("Returns", "not filled in")

    def say_deadline(self, quote: "Quote", calendar: "Calendar", *, settled: bool) -> None:
        """By when to refund, and how many business days are left; only what is due now is an alarm, and nothing that is settled."""
        from sellerdesk.workflows.returns.deadlines import open_days_left

        due, arrived, today = quote.costs.refund_by, quote.item.arrived_on, self.desk.as_of
        self.values["refund_by"].setText(f"{due:%Y-%m-%d} ({week(due)})" if due else "–")
        left = open_days_left(today, due, calendar, MOST) if due else 0
        late, days = translate("Returns", "overdue"), translate("Returns", "business days left: {days}").format(days=f"{left:,}")
        one = translate("Returns", "1 business day left")
        done = translate("Returns", "refunded or ended")
        words = "" if due is None else done if settled else late if due < today else one if left == 1 else days
        since = translate("Returns", "arrived {day}").format(day=arrived) if arrived else ""
        self.notes["refund_by"].setText(" · ".join(filter(None, (words, since))))
        for part in (self.values["refund_by"], self.notes["refund_by"]):
            tint.colour_text(part, "breach" if due and left <= URGENT and not settled else "text")
        for shown in (self.days_title, self.days):
            shown.setVisible(due is not None)
        if due is not None and arrived is not None:
            self.days.show_days((arrived, due), today, calendar, calm=settled)

    def say_twins(self, quote: "Quote", shop: "Assumptions") -> None:
        """The near twins with the yen that they move, and what else is worth a warning."""
        from sellerdesk.workflows.fares import method_names
        from sellerdesk.workflows.returns.quote import costs_by_payer
        from sellerdesk.writers.quote_words import amount, doubts, warnings
        from sellerdesk.writers.words import say

        lang = self.desk.lang
        self.twin.setVisible(bool(quote.twins))
        if quote.twins:
            names = "\n".join(f"{twin.row}  {twin.en if lang == 'en' else twin.ja}" for twin in quote.twins)
            self.twin_text.setText(f"{twin_words(quote)}\n{names}")
            then = costs_by_payer(quote.item, self.desk.as_of, shop)[quote.twins[0].payer].figures.cost
            moves = translate("Returns", "The cost would be {yen}.").format(yen=amount(then, lang)) if then.yen is not None else ""
            again = translate("Returns", "Read the buyer's words again before you decide.")
            self.twin_more.setText(" ".join(filter(None, (moves, again))))
            self.compare.setText(translate("Returns", "Compare with {row}…").format(row=quote.twins[0].row))
        of_packs = [say(lang, "say.packs_counted", packs=quote.packs)] if quote.packs else []
        found = [*warnings(quote.item, quote.payer, quote.costs, method_names(), lang), *doubts(quote.doubts, lang), *of_packs]
        self.warnings.setText("\n".join(found))
        self.warnings.setVisible(bool(found))

    def say_lines(self, quote: "Quote") -> None:
        """The waterfall of the cost; what was spent before stands below it."""
        from sellerdesk.writers.quote_words import amount
        from sellerdesk.writers.words import say

        start, cost = 0, quote.costs.figures.cost
        yen = translate("Returns", "yen")
        parts = [Part(translate("Returns", "What it costs, line by line"), yen, 0, None, translate("Returns", "By"), "head")]
        for line in quote.costs.lines:
            if line.kind == "outbound":
                continue
            parts.append(self.part(line, start, quote))
            start += (line.figure.yen or 0) if line.figure.holds else 0
        open_inputs = self.missing.words_of(cost.lacking)
        whole = amount(cost, self.desk.lang) if cost.yen is not None else "–"
        parts.append(Part(say(self.desk.lang, "figure.cost"), whole, 0, cost.yen, open_inputs, "sum"))
        parts.append(Part("", "", 0, None, "", "scale"))
        self.lines.load(parts, translate("Returns", "Added up"))

    def part(self, line: "Line", start: int, quote: "Quote") -> Part:
        """One line of the account; return shipping names the table of its fare."""
        from sellerdesk.writers.quote_words import amount, basis_words, tariff_in_short
        from sellerdesk.writers.words import say

        lang, figure = self.desk.lang, line.figure
        table = tariff_in_short(quote.costs.tariff, lang) if line.kind == "return_shipping" and figure.yen else None
        basis = table or basis_words(line, lang)
        yen = self.not_filled() if figure.yen is None else amount(figure, lang)
        return Part(say(lang, f"line.{line.kind}"), yen, start, figure.yen, basis, "part")

    def answer_lines(self) -> list[str]:
        """The whole answer in lines: who pays and why, the figures, the tariff."""
        from sellerdesk.writers.quote_words import account_lines, tariff_used

        if self.quote is None:
            return []
        lang = self.desk.lang
        table = tariff_used(self.quote.costs.tariff, lang)
        tariff = translate("Returns", "Tariff: {name}").format(name=table) if table else ""
        lines = [part.text() for part in (self.payer, self.because, self.clause)]
        more = [text for text in (self.warnings.text(), tariff) if text]
        return "\n".join([*lines, *account_lines(self.quote.costs, lang), *more]).split("\n")

    def restyle(self) -> None:
        """Words and colours."""
        titles = (
            translate("Returns", "Cost of this return"),
            translate("Returns", "Full refund"),
            translate("Returns", "Refund by"),
            translate("Returns", "Charged by Amazon (points apart)"),
            translate("Returns", "Sent out for (does not come back)"),
        )
        for name, title in zip((*FIGURES, *BESIDE), titles, strict=True):
            self.titles[name].setText(title)
        self.keep_room()
        self.why.setText(translate("Returns", "Why, and by which clause"))
        build.turn_fold(self.why)
        self.days_title.setText(translate("Returns", "How the deadline is counted: two business days after arrival (S-24)"))
        self.lines.setAccessibleName(translate("Returns", "What it costs, line by line"))
        tint.fill_background(self.twin, "check_bg")
        tint.repicture(self.twin_mark, "check", "check")
        tint.colour_text(self.twin_text, "check")
        tint.colour_text(self.warnings, "check")
        tint.fill_background(self, "base")

    def keep_room(self) -> None:
        """Room for an amount of a usual item, and a note below it: the figures beside it do not move when it comes to be known."""
        from sellerdesk.domain.return_costs import Figure
        from sellerdesk.writers.quote_words import amount

        usual = amount(Figure(USUAL, "at_least"), self.desk.lang)
        for name in FIGURES[:2]:
            value = self.values[name]
            value.ensurePolished()
            wide = self.notes[name].fontMetrics().horizontalAdvance(NOTE)
            value.setMinimumWidth(max(wide, value.fontMetrics().horizontalAdvance(usual)))


def lacking_words(name: str, lang: str) -> str:
    """What a figure waits for: an input by the short name that its field has, any other fact by its own."""
    from sellerdesk.workflows.returns.quote import is_input
    from sellerdesk.writers.words import fact_name

    field = NAMES.get(name, name)
    return input_words(field) if is_input(field) else fact_name(name, lang)


def week(day: date) -> str:
    """A day of the week, short, in the language of the window."""
    return QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)


def payer_words(payer: str) -> str:
    """Who pays, in one sentence."""
    return {
        "seller": translate("Returns", "Your shop pays the return shipping."),
        "customer": translate("Returns", "The customer pays the return shipping."),
        "check": translate("Returns", "Who pays is not certain yet."),
    }[payer]


def deducted_words(quote: "Quote") -> str:
    """What may be taken off the full refund (S-27), as far as that is known: it is not what the customer gets in the end."""
    figures = quote.costs.figures
    off, fare = figures.return_shipping_deducted, figures.fare.yen
    if quote.payer == "check":
        return translate("Returns", "less return shipping if the customer pays")
    if quote.payer == "seller" or figures.refund.yen is None or off.yen == 0:
        return ""
    if off.yen is None or fare is None:
        return translate("Returns", "less return shipping, not known yet")
    if figures.refund.lacking:  # how much of the fare it covers is open
        return translate("Returns", "up to ¥{yen} of shipping can be taken off").format(yen=f"{fare:,}")
    return translate("Returns", "¥{yen} of shipping can be taken off").format(yen=f"{off.yen:,}")


def twin_words(quote: "Quote") -> str:
    """Who would pay with a near twin of the reason, and how much that is; the twins follow."""
    pays = translate("Returns", "With one of these reasons instead, the customer would pay")
    if quote.payer == "customer":
        pays = translate("Returns", "With one of these reasons instead, your shop would pay")
    if quote.difference is None:
        return f"{pays}:"
    return translate("Returns", "{pays} (a difference of ¥{yen}):").format(pays=pays, yen=f"{quote.difference:,}")
