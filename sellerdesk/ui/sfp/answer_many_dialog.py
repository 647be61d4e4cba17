"""One answer for many offers: all of a category, of a shipping template, or whose title contains some words."""

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from sellerdesk.domain.folding import folded
from sellerdesk.ui.desk import commands
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.offers.fact_answers import ANSWERS, answer_words
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.dialog import Dialog


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
        self.by.currentIndexChanged.connect(self.count)
        self.value.textChanged.connect(self.count)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        rows: tuple[tuple[str, QWidget], ...] = (
            (translate("Where", "Offers"), self.by),
            (translate("Where", "Words"), self.value),
            (translate("Where", "Fact"), self.fact),
            (translate("Where", "Answer"), self.answer),
        )
        for words, field in rows:
            field.setMinimumHeight(32)
            field.setAccessibleName(words)
            form.addRow(build.label(words, token="muted"), field)  # noqa: S106 (a colour)
        self.setLayout(build.column(form, 8, build.row(None, away, self.yes), margins=(20, 16, 20, 16)))
        self.resize(520, self.sizeHint().height())
        self.count()

    def fill(self) -> None:
        """The answers of the chosen fact; none is chosen beforehand, for the first one may be the one that costs most."""
        self.answer.clear()
        self.answer.addItem(translate("Where", "Choose an answer"), "")
        for choice in ANSWERS[self.fact.currentData()]:
            self.answer.addItem(answer_words(choice), choice)

    def touched(self) -> int | None:
        """How many offers the answer is for; None for a category, which the list of offers does not hold."""
        mark, text = self.by.currentData(), self.value.text().strip()
        if mark == "category=":
            return None
        if mark == "template=":
            return sum(row.shipping_template == text for row in self.desk.rows)
        words = folded(text)
        return sum(words in row.search and words in folded(row.title) for row in self.desk.rows) if words else 0

    def count(self) -> None:
        """Say on the button how many offers it touches; of none there is nothing to answer."""
        count = self.touched()
        words = translate("Where", "Answer for {count} offers").format(count=f"{count:,}") if count else translate("Where", "Answer")
        self.yes.setText(words)
        self.yes.setEnabled(bool(self.value.text().strip()) and count != 0 and bool(self.answer.currentData()))

    def take(self) -> None:
        """Have it answered beside the window, and everything judged again."""
        where = self.by.currentData() + self.value.text().strip()
        command = commands.set_fact(self.desk.as_of, where, self.fact.currentData(), self.answer.currentData())
        self.desk.run(translate("Where", "Taking your answer"), command)
        self.close()
