"""The returns tab: who pays the shipping of this return, answered while one types."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QFormLayout, QSplitter, QWidget

from sellerdesk.ui import icons, theme
from sellerdesk.ui.desk import Desk
from sellerdesk.ui.translate import translate
from sellerdesk.ui.widgets import parts

if TYPE_CHECKING:
    from sellerdesk.workflows.quote import Quote

FORM_WIDTH = 404
FIGURES = 4


class ReturnsTab(QWidget):
    """Page 計算 of 返品."""

    def __init__(self, desk: Desk) -> None:
        """An empty form; the reasons come when the tab is first shown, after the window is painted."""
        super().__init__()
        self.desk = desk
        self.quote: Quote | None = None
        self.reason, self.category = QComboBox(), QComboBox()
        self.reason_label, self.category_label = parts.label(), parts.label()
        self.payer, self.because = parts.label("", "title", bold=True, wrap=True), parts.label("", wrap=True)
        self.clause = parts.label("", "small", "muted", wrap=True)
        self.twin_mark = parts.picture("check", "check", 20)
        self.twin, self.twin_text = QWidget(), parts.label("", bold=True, wrap=True)
        self.twin_more = parts.label("", "small", "muted", wrap=True)
        self.figure_titles = [parts.label("", "small", "muted", bold=True) for _ in range(FIGURES)]
        self.figures_note = parts.label("", "small", "muted", wrap=True)
        self.copy, self.note = parts.button(), parts.label("", "small", "muted")
        self.copy.clicked.connect(self.copy_answer)
        self.form, self.answer = self.lay_out_form(), self.lay_out_answer()
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(parts.scrolled(self.form, FORM_WIDTH))
        splitter.addWidget(parts.scrolled(self.answer, FORM_WIDTH))
        splitter.setStretchFactor(1, 1)
        bar = parts.box(parts.row(self.copy, 12, self.note, None, margins=(16, 8, 16, 8)), "window")
        self.setLayout(parts.column(splitter, parts.hairline(), bar, gap=0, grow=splitter))
        desk.take(self.fill)
        desk.follow(self.dress)

    def lay_out_form(self) -> QWidget:
        """Reason and category; both can be typed."""
        form = QFormLayout()
        form.setContentsMargins(20, 14, 20, 16)
        form.setHorizontalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in ((self.reason_label, self.reason), (self.category_label, self.category)):
            field.setEditable(True)
            field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            field.setMinimumHeight(32)
            field.setMinimumContentsLength(12)
            field.editTextChanged.connect(self.tell)
            completer = field.completer()
            if completer is not None:
                completer.setFilterMode(Qt.MatchFlag.MatchContains)
                completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            words.setBuddy(field)
            form.addRow(words, field)
        return parts.box(form)

    def lay_out_answer(self) -> QWidget:
        """Who pays, why, the near twin, and the place of the amounts."""
        self.twin.setLayout(parts.row(self.twin_mark, parts.column(self.twin_text, self.twin_more, gap=1), margins=(12, 8, 12, 8)))
        figures = []
        for title in self.figure_titles:
            figures += [parts.column(title, parts.label("–", "figure", "muted", bold=True), gap=1), None]
        return parts.box(
            parts.column(
                self.payer,
                self.because,
                self.clause,
                parts.hairline(),
                self.twin,
                parts.row(*figures, gap=16),
                self.figures_note,
                None,
                gap=10,
                margins=(24, 14, 24, 10),
            )
        )

    def fill(self) -> None:
        """Fill in the 22 reasons and the free categories, in the language of the moment; what was typed stays."""
        from sellerdesk.workflows.quote import free_categories, reasons_on

        lang, now = self.desk.lang, (self.reason.currentText(), self.category.currentText())
        reasons = [f"{one.row}  {one.en if lang == 'en' else one.ja}" for one in reasons_on(self.desk.as_of)]
        at = self.reason.currentIndex()
        chosen = at if at >= 0 and self.reason.itemText(at) == now[0] else -1
        for field, items, text in ((self.reason, reasons, now[0]), (self.category, free_categories(self.desk.as_of, lang), now[1])):
            field.blockSignals(True)  # noqa: FBT003 (Qt's signature)
            field.clear()
            field.addItems(items)
            field.setCurrentIndex(-1)
            field.setEditText(text)
            field.blockSignals(False)  # noqa: FBT003 (as above)
        if 0 <= chosen < self.reason.count():
            self.reason.setCurrentIndex(chosen)
        self.tell()

    def tell(self) -> None:
        """Answer what is typed; a quote takes about a millisecond."""
        from sellerdesk.domain.returned_item import ReturnedItem
        from sellerdesk.workflows.quote import quote

        typed, category = self.reason.currentText().strip(), self.category.currentText().strip()
        row, _space, words = typed.partition("  ")
        reason = row if row.isdecimal() and words else typed
        item = ReturnedItem("1", reason or None, category or None)
        self.quote = self.desk.attempt(lambda: quote(item, self.desk.as_of)) if reason or category else None
        self.say_answer()

    def say_answer(self) -> None:
        """The answer in words."""
        known = self.quote is not None
        for part in (self.because, self.clause):
            part.setVisible(known)
        self.copy.setEnabled(known)
        if self.quote is None:
            self.payer.setText(translate("Returns", "Choose a reason or a category, and see who pays the return shipping."))
            self.twin.hide()
            return
        from sellerdesk.reports.words import told
        from sellerdesk.workflows.showing import clause_words
        from sellerdesk.workflows.terms import rule

        lang, finding = self.desk.lang, self.quote.finding
        self.payer.setText(self.payer_words(self.quote.payer))
        words = told(finding, rule(finding.rule), lang)
        self.because.setText(f"{words.text} {words.fix}".strip())
        self.clause.setText(
            "\n".join(f"{name}: {text} ({where})" for name, text, where in (clause_words(one, lang) for one in finding.clauses))
        )
        self.twin.setVisible(bool(self.quote.twins))
        names = "\n".join(f"{twin.row}  {twin.en if lang == 'en' else twin.ja}" for twin in self.quote.twins)
        self.twin_text.setText(f"{self.twin_words()}\n{names}" if self.quote.twins else "")

    def twin_words(self) -> str:
        """Who would pay with a near twin of the reason."""
        if self.quote is not None and self.quote.payer == "customer":
            return translate("Returns", "With one of these reasons instead, your shop would pay:")
        return translate("Returns", "With one of these reasons instead, the customer would pay:")

    @staticmethod
    def payer_words(payer: str) -> str:
        """Who pays, in one sentence."""
        return {
            "seller": translate("Returns", "Your shop pays the return shipping."),
            "customer": translate("Returns", "The customer pays the return shipping."),
            "check": translate("Returns", "Who pays is not certain yet."),
        }[payer]

    def copy_answer(self) -> None:
        """Put the answer on the clipboard as text."""
        from PySide6.QtWidgets import QApplication

        QApplication.clipboard().setText("\n".join(part.text() for part in (self.payer, self.because, self.clause)))

    def dress(self) -> None:
        """Words and colours."""
        self.reason_label.setText(translate("Returns", "&Reason"))
        self.category_label.setText(translate("Returns", "&Category"))
        for words, field in ((self.reason_label, self.reason), (self.category_label, self.category)):
            words.setTextFormat(Qt.TextFormat.AutoText)
            parts.ink(words, "muted")
            field.setAccessibleName(words.text().replace("&", ""))
        titles = (
            translate("Returns", "Cost of this return"),
            translate("Returns", "Refund"),
            translate("Returns", "Charged by Amazon"),
            translate("Returns", "Refund by"),
        )
        for label, title in zip(self.figure_titles, titles, strict=True):
            label.setText(title)
        self.figures_note.setText(translate("Returns", "Amounts and the deadline come with the next version."))
        self.twin_more.setText(translate("Returns", "A near twin of the reason. Read the buyer's words again before you decide."))
        self.copy.setText(translate("Returns", "Copy answer"))
        self.copy.setIcon(icons.icon("document", "on_accent"))
        self.copy.setFont(theme.font(bold=True))
        self.copy.setStyleSheet(theme.primary_style())
        self.note.setText(translate("Returns", "An empty field means “not known”, never 0"))
        parts.on(self.twin, "check_bg")
        parts.repicture(self.twin_mark, "check", "check")
        parts.on_all("base", self.form, self.answer)
        if self.reason.count():
            self.fill()
        else:
            self.say_answer()
