"""The returns tab: who pays the shipping of this return, what it costs and by when to refund, answered while one types."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QComboBox, QSplitter, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.returns.calculator_form import CalculatorForm
from sellerdesk.ui.returns.deadline_strip import DeadlineStrip
from sellerdesk.ui.returns.waterfall import Part, Waterfall
from sellerdesk.ui.style import icons, theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build, file_dialogs
from sellerdesk.ui.widgets.wrapping_row import Flow

if TYPE_CHECKING:
    from sellerdesk.domain.return_costs import Figure
    from sellerdesk.rules.returns.assumptions import Assumptions
    from sellerdesk.workflows.returns.quote import Quote

FORM_WIDTH, FIGURE_GAP = 404, 16
FIGURES = ("cost", "refund", "account_charge", "refund_by")


class CalculatorPage(QWidget):
    """Page 計算 of 返品."""

    def __init__(self, desk: Desk) -> None:
        """An empty form; the lists come when the tab is first shown, after the window is painted."""
        super().__init__()
        self.desk = desk
        self.quote: Quote | None = None
        self.assumed: Assumptions | None = None
        self.form = CalculatorForm(desk)
        self.payer, self.because = build.label("", "title", bold=True, wrap=True), build.label("", wrap=True)
        self.clause = build.label("", "small", "muted", wrap=True)
        self.twin_mark = tint.picture("check", "check", 20)
        self.twin, self.twin_text = QWidget(), build.label("", bold=True, wrap=True)
        self.twin_more = build.label("", "small", "muted", wrap=True)
        self.titles = {name: build.label("", "small", "muted", bold=True) for name in FIGURES}
        self.values = {name: build.label("–", "figure", bold=True) for name in FIGURES}
        self.notes = {name: build.label("", "small", "muted") for name in FIGURES}
        self.days_title, self.days = build.label("", "small", "muted", bold=True), DeadlineStrip()
        self.lines_title, self.lines = build.label("", "small", "muted", bold=True), Waterfall()
        self.warnings, self.tariff = build.label("", wrap=True), build.label("", "small", "muted", wrap=True)
        self.copy, self.paper, self.clear, self.own = (build.button() for _ in range(4))
        self.note = build.label("", "small", "muted", wrap=True)
        self.copy.clicked.connect(self.copy_answer)
        self.clear.clicked.connect(self.forget)
        self.paper.clicked.connect(self.choose_paper)
        self.own.clicked.connect(self.show_assumed)
        self.form.changed.connect(self.tell)
        self.answer = self.lay_out_answer()
        self.areas = build.scrolled(self.form, FORM_WIDTH), build.scrolled(self.answer, FORM_WIDTH)
        self.splitter, self.drawn = self.parted(), False
        bar = build.box(
            build.row(self.copy, self.paper, self.clear, self.own, 12, self.note, margins=(16, 8, 16, 8), grow=self.note), "window"
        )
        self.setLayout(build.column(self.splitter, build.hairline(), bar, gap=0, grow=self.splitter))
        desk.take(self.form.fill)
        desk.accounted.connect(self.learn)
        desk.follow(self.dress)

    def parted(self) -> QSplitter:
        """The form and the answer with a line between them that can be drawn."""
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for area in self.areas:
            splitter.addWidget(area)
        splitter.setStretchFactor(1, 1)
        splitter.splitterMoved.connect(self.keep_drawn)
        return splitter

    def keep_drawn(self) -> None:
        """The owner drew the line between form and answer: it stays there."""
        self.drawn = True

    def give_room(self) -> None:
        """Give the form the width of its words: another language or larger letters need more."""
        width = self.form.sizeHint().width() + build.ROOM
        if not self.drawn and self.isVisible() and self.splitter.sizes()[0] < width:
            self.splitter.setSizes([width, max(FORM_WIDTH, self.splitter.width() - width)])

    def showEvent(self, event: QShowEvent) -> None:
        """Come into sight, perhaps in other letters than before."""
        super().showEvent(event)
        self.give_room()

    @property
    def reason(self) -> QComboBox:
        """The field of the reason."""
        return self.form.fields["reason"]  # type: ignore[return-value]  # a list

    @property
    def category(self) -> QComboBox:
        """The field of the category."""
        return self.form.fields["category"]  # type: ignore[return-value]  # a list

    def lay_out_answer(self) -> QWidget:
        """Who pays, why, the figures, the near twin, the days, the waterfall."""
        words = build.column(self.twin_text, self.twin_more, gap=1)
        self.twin.setLayout(build.row(self.twin_mark, words, margins=(12, 8, 12, 8), grow=words))
        figures = QWidget()
        side_by_side = Flow(figures, FIGURE_GAP)
        for name in FIGURES:
            side_by_side.addWidget(build.box(build.column(self.titles[name], self.values[name], self.notes[name], gap=1)))
        inner = (
            self.payer, self.because, self.clause, build.hairline(), figures, self.twin, self.days_title, self.days,
            self.lines_title, self.lines, self.warnings, self.tariff, None,
        )  # fmt: skip
        return build.box(build.column(*inner, gap=10, margins=(24, 14, 24, 10)))

    def fill(self) -> None:
        """Fill the lists, in the language of the moment."""
        self.form.fill()

    def assumptions(self) -> "Assumptions":
        """What the shop assumes: its days off, its readings, its own figures and fares."""
        from sellerdesk.rules.returns.assumptions import Assumptions

        return self.assumed or Assumptions()

    def learn(self) -> None:
        """Fetch what the shop assumes, and answer by it."""
        from sellerdesk.workflows.returns import assumptions

        store = self.desk.store
        self.assumed = self.desk.attempt(lambda: assumptions.load(store)) if store.exists() else None
        self.tell()

    def tell(self) -> None:
        """Answer what is typed; a quote takes well under a millisecond."""
        from sellerdesk.readers.quotes import typed
        from sellerdesk.workflows.returns.quote import quote

        inputs = self.form.inputs()
        asked = any(name in inputs for name in ("reason", "category"))
        item = typed(inputs)
        self.quote = self.desk.attempt(lambda: quote(item, self.desk.as_of, self.assumptions())) if asked else None
        self.say_answer()

    def say_answer(self) -> None:
        """The answer in words."""
        known = self.quote is not None
        for part in (self.because, self.clause, self.lines_title, self.lines, self.tariff):
            part.setVisible(known)
        self.copy.setEnabled(known)
        self.paper.setEnabled(known)
        self.say_figures()
        self.say_days()
        if self.quote is None:
            self.payer.setText(translate("Returns", "Choose a reason or a category, and see who pays the return shipping."))
            self.twin.hide()
            self.warnings.hide()
            return
        from sellerdesk.reports.words import told
        from sellerdesk.workflows.judged.why import clause_words
        from sellerdesk.workflows.terms import rule

        lang, finding = self.desk.lang, self.quote.finding
        self.payer.setText(self.payer_words(self.quote.payer))
        words = told(finding, rule(finding.rule), lang)
        self.because.setText(f"{words.text} {words.fix}".strip())
        self.clause.setText(
            "\n".join(f"{name}: {text} ({where})" for name, text, where in (clause_words(one, lang) for one in finding.clauses))
        )
        self.say_twins()
        self.say_lines()

    def say_figures(self) -> None:
        """The four figures, each with how far it can be trusted."""
        from sellerdesk.reports.quote_words import amount

        for name in FIGURES[:-1]:
            figure: Figure | None = getattr(self.quote.costs.figures, name) if self.quote else None
            self.values[name].setText("–" if figure is None or figure.yen is None else amount(figure, self.desk.lang))
            self.notes[name].setText(self.lacking(figure))
        due = self.quote.costs.refund_by if self.quote else None
        left = (due - self.desk.as_of).days if due else 0
        self.values["refund_by"].setText(f"{due:%Y-%m-%d}" if due else "–")
        late, days = translate("Returns", "overdue"), translate("Returns", "{days} days left").format(days=left)
        self.notes["refund_by"].setText("" if due is None else late if left < 0 else days)
        for part in (self.values["refund_by"], self.notes["refund_by"]):
            tint.ink(part, "breach" if due and left <= 1 else "text")

    def lacking(self, figure: "Figure | None") -> str:
        """Which inputs a figure waits for."""
        if figure is None or not figure.lacking:
            return ""
        from sellerdesk.reports.words import fact_names

        return translate("Returns", "without {inputs}").format(inputs=fact_names(figure.lacking[:2], self.desk.lang)) + (
            " …" if len(figure.lacking) > len(figure.lacking[:2]) else ""
        )

    def say_days(self) -> None:
        """The days to the deadline."""
        costs = self.quote.costs if self.quote else None
        due, arrived = (costs.refund_by if costs else None), (self.quote.item.arrived_on if self.quote else None)
        for part in (self.days_title, self.days):
            part.setVisible(due is not None)
        if due is not None and arrived is not None:
            self.days.show_days(arrived, due, self.desk.as_of, self.assumptions().calendar)

    def say_twins(self) -> None:
        """The near twins with the yen that they move, and what else is worth a warning."""
        if self.quote is None:
            return
        lang = self.desk.lang
        self.twin.setVisible(bool(self.quote.twins))
        names = "\n".join(f"{twin.row}  {twin.en if lang == 'en' else twin.ja}" for twin in self.quote.twins)
        self.twin_text.setText(f"{self.twin_words()}\n{names}" if self.quote.twins else "")
        self.say_warnings()

    def say_warnings(self) -> None:
        """What is worth a warning, and the table that the fare is from."""
        from sellerdesk.reports.quote_words import tariff_used, warnings
        from sellerdesk.workflows.fares import method_names

        if self.quote is None:
            return
        lang, item, found = self.desk.lang, self.quote.item, self.quote.costs.tariff
        told = warnings(item, self.quote.payer, self.quote.costs, method_names(), lang)
        self.warnings.setText("\n".join(told))
        self.warnings.setVisible(bool(told))
        table = tariff_used(found, lang)
        self.tariff.setText(translate("Returns", "Tariff: {name}").format(name=table) if table else "")

    def twin_words(self) -> str:
        """Who would pay with a near twin of the reason, and how much that is."""
        pays = translate("Returns", "With one of these reasons instead, the customer would pay:")
        if self.quote is not None and self.quote.payer == "customer":
            pays = translate("Returns", "With one of these reasons instead, your shop would pay:")
        difference = self.quote.difference if self.quote else None
        if difference is None:
            return pays
        return pays + " " + translate("Returns", "(a difference of ¥{yen})").format(yen=f"{difference:,}")

    def say_lines(self) -> None:
        """The waterfall of the cost, what is sunk apart."""
        from sellerdesk.reports.quote_words import amount, told
        from sellerdesk.reports.words import say

        if self.quote is None:
            return
        lang, costs = self.desk.lang, self.quote.costs
        whole = max([costs.figures.cost.yen or 0, costs.figures.sunk.yen or 0, 1])
        start, shown = 0, []
        for line in costs.lines:
            yen = line.figure.yen
            sunk = line.kind == "outbound"
            basis = ", ".join(line.clauses) or say(lang, "say.own_assumption")
            name, kind = say(lang, f"line.{line.kind}"), "sunk" if sunk else "part"
            shown.append(Part(name, amount(line.figure, lang), told(line.figure, lang), 0 if sunk else start, yen, whole, basis, kind))
            if line.figure.holds and not sunk:
                start += yen or 0
        cost = costs.figures.cost
        total = Part(say(lang, "figure.cost"), amount(cost, lang), told(cost, lang), 0, cost.yen, whole, "", "sum")
        self.lines.load([*shown[:-1], total, shown[-1]])

    @staticmethod
    def payer_words(payer: str) -> str:
        """Who pays, in one sentence."""
        return {
            "seller": translate("Returns", "Your shop pays the return shipping."),
            "customer": translate("Returns", "The customer pays the return shipping."),
            "check": translate("Returns", "Who pays is not certain yet."),
        }[payer]

    def copy_answer(self) -> None:
        """Put the whole answer on the clipboard as text."""
        QApplication.clipboard().setText("\n".join(self.answer_lines()))

    def answer_lines(self) -> list[str]:
        """The whole answer in lines: who pays and why, the figures, the tariff."""
        from sellerdesk.reports.quote_words import account_lines

        if self.quote is None:
            return []
        lines = [part.text() for part in (self.payer, self.because, self.clause)]
        more = [part.text() for part in (self.warnings, self.tariff) if part.text()]
        return "\n".join([*lines, *account_lines(self.quote.costs, self.desk.lang), *more]).split("\n")

    def choose_paper(self) -> None:
        """Ask for a file's name and write the answer as a PDF for the records."""
        suggested = f"return_{self.desk.as_of:%Y%m%d}.pdf"
        name, _kind = file_dialogs.to_write(self, translate("Returns", "Save as PDF"), suggested, "PDF (*.pdf)")
        if name:
            self.write_paper(Path(name))

    def write_paper(self, file: Path) -> None:
        """Write what was typed and the answer, with the day of the terms."""
        from sellerdesk.ui.paper.pdf import write_pdf

        day = translate("Returns", "By the terms of {day}").format(day=self.desk.as_of.isoformat())
        typed = [f"{label}: {text}" for label, text in self.form.typed_words()]
        if write_pdf(file, translate("Returns", "Account of a return"), [day, "", *typed, "", *self.answer_lines()]):
            self.desk.said.emit(translate("Returns", "“{file}” is saved.").format(file=file.name), "ok")
        else:
            self.desk.said.emit(
                translate("Returns", "“{file}” could not be written there. Choose another folder.").format(file=file.name), "breach"
            )

    def show_assumed(self) -> None:
        """Show the shop's own figures and fares."""
        from sellerdesk.ui.returns.assumptions_dialog import Assumed

        Assumed(self.desk, self.window()).show()

    def forget(self) -> None:
        """Empty the form."""
        for name in self.form.fields:
            self.form.set_text(name, "")

    def dress(self) -> None:
        """Words and colours."""
        titles = (
            translate("Returns", "Cost of this return"),
            translate("Returns", "Refund"),
            translate("Returns", "Charged by Amazon"),
            translate("Returns", "Refund by"),
        )
        for name, title in zip(FIGURES, titles, strict=True):
            self.titles[name].setText(title)
        for area in self.areas:
            build.slim(area)
        self.days_title.setText(translate("Returns", "How the deadline is counted: two business days after arrival (S-24)"))
        self.lines_title.setText(translate("Returns", "What it costs, line by line"))
        self.lines.setAccessibleName(translate("Returns", "What it costs, line by line"))
        self.twin_more.setText(translate("Returns", "A near twin of the reason. Read the buyer's words again before you decide."))
        self.copy.setText(translate("Returns", "Copy answer"))
        self.copy.setIcon(icons.icon("document", "on_accent"))
        self.copy.setFont(theme.font(bold=True))
        self.copy.setStyleSheet(theme.primary_style())
        self.clear.setText(translate("Returns", "Empty the form"))
        self.paper.setText(translate("Returns", "Save as PDF…"))
        self.own.setText(translate("Returns", "Own figures and fares…"))
        self.note.setText(translate("Returns", "An empty field means “not known”, never 0"))
        tint.on(self.twin, "check_bg")
        tint.repicture(self.twin_mark, "check", "check")
        tint.ink(self.warnings, "check")
        tint.on_all("base", self.form, self.answer)
        self.form.dress()
        self.give_room()
        self.learn()
