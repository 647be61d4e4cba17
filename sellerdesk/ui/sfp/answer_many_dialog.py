"""One answer for many offers: all of a category, of a shipping template, or whose title contains some words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QFormLayout, QLineEdit, QWidget

from sellerdesk.domain.folding import folded
from sellerdesk.domain.judged_row import JudgedRow
from sellerdesk.ui.desk import commands
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.offers.fact_answers import ANSWERS, answer_words
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.dialog import Dialog

EXAMPLES = 3
"""Offers that are named of those that an answer is for."""


class AnswerManyDialog(Dialog):
    """A condition, a fact and its answer; one change, that undo takes back."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """An empty form."""
        from sellerdesk.writers.words import fact_name

        super().__init__(desk, parent)
        self.setWindowTitle(translate("Where", "One answer for many offers"))
        self.by, self.value, self.fact, self.answer = QComboBox(), QLineEdit(), QComboBox(), QComboBox()
        for mark, words in (
            ("title~", translate("Where", "whose name contains")),
            ("template=", translate("Where", "on the shipping template")),
            ("category=", translate("Where", "of the category")),
        ):
            self.by.addItem(words, mark)
        for fact in ANSWERS:
            self.fact.addItem(fact_name(fact, desk.lang), fact)
        self.yes, away = build.button(), build.button(translate("Where", "Cancel"))
        self.fact.currentIndexChanged.connect(self.fill)
        self.fill()
        self.answer.currentIndexChanged.connect(self.count)
        self.yes.clicked.connect(self.take)
        away.clicked.connect(self.close)
        self.by.currentIndexChanged.connect(self.suggest)
        self.by.currentIndexChanged.connect(self.count)
        self.value.textChanged.connect(self.count)
        self.matching = build.label(token="muted")  # noqa: S106 (a colour)
        self.matching.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.matching.setMinimumHeight((EXAMPLES + 1) * self.matching.fontMetrics().lineSpacing())  # the dialog keeps its size
        self.waiting = build.label(" ", token="muted", wrap=True)  # noqa: S106 (as above)
        self.setLayout(build.column(self.form(), 8, build.row(None, away, self.yes), margins=(20, 16, 20, 16)))
        self.resize(520, self.sizeHint().height())
        self.count()

    def form(self) -> QFormLayout:
        """The fields with their names, and what they match below the words."""
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        rows: tuple[tuple[str, QWidget], ...] = (
            (translate("Where", "Offers"), self.by),
            (translate("Where", "Words"), self.value),
            ("", self.matching),
            (translate("Where", "Fact"), self.fact),
            ("", self.waiting),
            (translate("Where", "Answer"), self.answer),
        )
        for words, field in rows:
            if words:
                field.setMinimumHeight(32)
                field.setAccessibleName(words)
            form.addRow(build.label(words, token="muted"), field)  # noqa: S106 (a colour)
        return form

    def fill(self) -> None:
        """The answers of the chosen fact; none is chosen beforehand, for the first one may be the one that costs most."""
        self.answer.clear()
        self.answer.addItem(translate("Where", "Choose an answer"), "")
        for choice in ANSWERS[self.fact.currentData()]:
            self.answer.addItem(answer_words(choice), choice)

    def touched(self) -> list[JudgedRow] | None:
        """The offers that the answer is for; None for a category, which the list of offers does not hold."""
        mark, text = self.by.currentData(), self.value.text().strip()
        if mark == "category=":
            return None
        if mark == "template=":
            return [row for row in self.desk.rows if row.shipping_template == text]
        words = folded(text)
        return [row for row in self.desk.rows if words in row.search and words in folded(row.title)] if words else []

    def suggest(self) -> None:
        """Offer the names of the shipping templates while one is asked for: another spelling would match none."""
        names = [name for name, _count in self.desk.state.templates] if self.desk.state else []
        completer = QCompleter(names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.value.setCompleter(completer if self.by.currentData() == "template=" else None)  # type: ignore[arg-type]  # Qt takes none

    def examples(self, rows: Sequence[JudgedRow] | None) -> str:
        """The first offers that the answer is for, and how many more there are."""
        if rows is None:
            return translate("Where", "The offers of a category are found when it is answered.")
        if not rows:
            asks = translate("Where", "Type words, and the offers that they are for are listed here.")
            return translate("Where", "No offer matches yet.") if self.value.text().strip() else asks
        names, rest = [row.title or row.sku for row in rows[:EXAMPLES]], len(rows) - EXAMPLES
        more = [translate("Where", "and {count} more").format(count=f"{rest:,}")] if rest > 0 else []
        return "\n".join([*names, *more])

    def waiting_words(self, rows: Sequence[JudgedRow] | None) -> str:
        """Of how many of these offers a verdict waits for the fact: an answer about the others turns nothing."""
        if not rows:
            return " "  # the dialog keeps its size
        count = sum(self.fact.currentData() in row.missing.split() for row in rows)
        words = translate("Where", "Offers of these whose verdict waits for this answer: {count}")
        return words.format(count=f"{count:,}") if count else translate("Where", "No verdict on these offers waits for this answer.")

    def count(self) -> None:
        """Say which offers it touches, and on the button how many; of none there is nothing to answer."""
        rows = self.touched()
        self.matching.setText(self.examples(rows))
        self.waiting.setText(self.waiting_words(rows))
        count = None if rows is None else len(rows)
        words, none = translate("Where", "Answer for {count} offers"), translate("Where", "Answer them")
        build.say_in_place(self.yes, words.format(count=f"{count:,}") if count else none, words.format(count=build.MANY), none)
        self.yes.setEnabled(bool(self.value.text().strip()) and count != 0 and bool(self.answer.currentData()))

    def take(self) -> None:
        """Have it answered beside the window, and everything judged again."""
        where = self.by.currentData() + self.value.text().strip()
        command = commands.set_fact(self.desk.as_of, where, self.fact.currentData(), self.answer.currentData())
        self.desk.run(translate("Where", "Taking your answer"), command)
        self.close()
