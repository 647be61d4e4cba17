"""One answer for many offers: all of a category, of a shipping template, or whose title contains some words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QFormLayout, QLineEdit, QWidget

from sellerdesk.domain.folding import folded
from sellerdesk.domain.judged_row import JudgedRow
from sellerdesk.ui.desk import commands
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.offers.fact_answers import ASKED, CATEGORY, answer_words, answers_of
from sellerdesk.ui.style import tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.dialog import Dialog

EXAMPLES = 3
"""Offers that are named of those that an answer is for."""


class AnswerManyDialog(Dialog):
    """A condition, a fact and its answer; one change, that undo takes back."""

    def __init__(self, desk: Desk, parent: QWidget, fact: str = ASKED[0]) -> None:
        """An empty form that asks for a fact."""
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
        for name in ASKED:
            self.fact.addItem(fact_name(name, desk.lang), name)
        self.fact.setCurrentIndex(self.fact.findData(fact))
        self.answer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.yes, away = build.button(), build.button(translate("Where", "Cancel"))
        self.categories = self.known_of("category")
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
        self.value.setFocus()
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
        self.known = self.known_of(self.fact.currentData())
        self.answer.clear()
        self.answer.addItem(translate("Where", "Choose an answer"), "")
        for words, choice in answers_of(self.fact.currentData(), self.desk.as_of, self.desk.lang):
            self.answer.addItem(words, choice)

    def known_of(self, fact: str) -> dict[str, str]:
        """What is known of a fact, by SKU."""
        from sellerdesk.workflows.shop import facts

        return self.desk.attempt(lambda: facts.known_of(self.desk.store, fact)) or {}

    def touched(self) -> list[JudgedRow]:
        """The offers that the answer is for."""
        mark, text = self.by.currentData(), self.value.text().strip()
        if mark == "category=":
            wanted = folded(text)
            mine = {sku for sku, category in self.categories.items() if wanted and folded(category).strip() == wanted}
            return [row for row in self.desk.rows if row.sku in mine]
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

    def examples(self, rows: Sequence[JudgedRow]) -> str:
        """The first offers that the answer is for; before words are typed, the first that have no answer yet."""
        if rows:
            return "\n".join(first_names(rows, EXAMPLES))
        if self.value.text().strip():
            return translate("Where", "No offer matches yet.")
        asks = translate("Where", "Type words, and the offers that they are for are listed here.")
        if not (open_ := self.unanswered()):
            return asks
        return "\n".join([asks, translate("Where", "Without an answer yet:"), *first_names(open_, EXAMPLES - 2)])

    def unanswered(self) -> list[JudgedRow]:
        """The offers of which the fact is not known; for a category returns and payments wait, for every other their own verdicts."""
        fact = self.fact.currentData()
        if fact == CATEGORY:
            return [row for row in self.desk.rows if row.sku not in self.known]
        return [row for row in self.desk.rows if fact in row.missing.split()]

    def waiting_words(self, rows: Sequence[JudgedRow], changed: Sequence[JudgedRow]) -> str:
        """What known answers would be changed, and how many are new; before an answer is chosen, how many verdicts wait for one."""
        if not rows:
            return " "  # the dialog keeps its size
        if changed:
            new = sum(row.sku not in self.known for row in rows)
            known = ", ".join(answer_words(answer) for answer in dict.fromkeys(self.known[row.sku] for row in changed))
            words = translate("Where", "This changes the answers of {count} offers ({known}). Answered for the first time: {new}")
            return words.format(count=f"{len(changed):,}", known=known, new=f"{new:,}")
        if self.fact.currentData() == CATEGORY:
            return translate("Where", "Returns and payments of these offers are judged by it.")
        count = sum(self.fact.currentData() in row.missing.split() for row in rows)
        words = translate("Where", "Offers of these whose verdict waits for this answer: {count}")
        return words.format(count=f"{count:,}") if count else translate("Where", "No verdict on these offers waits for this answer.")

    def changed(self, rows: Sequence[JudgedRow]) -> list[JudgedRow]:
        """The offers of which another answer is known than the chosen one."""
        answer = self.answer.currentData()
        return [row for row in rows if answer and self.known.get(row.sku, answer) != answer]

    def count(self) -> None:
        """Say which offers it touches and which known answers it changes, and on the button how many of both."""
        rows = self.touched()
        changed = self.changed(rows)
        self.matching.setText(self.examples(rows))
        self.waiting.setText(self.waiting_words(rows, changed))
        tint.colour_text(self.waiting, "check" if changed else "muted")
        self.say_yes(len(rows), len(changed))
        self.yes.setEnabled(bool(rows and self.value.text().strip() and self.answer.currentData()))

    def say_yes(self, count: int, changed: int) -> None:
        """How many offers the button answers, and of how many it changes the answer, in a width that it keeps."""
        words = (
            translate("Where", "Answer them"),
            translate("Where", "Answer for {count} offers"),
            translate("Where", "Change {changed} answers"),
            translate("Where", "Answer for {count}, change {changed}"),
        )
        said = words[bool(count > changed) + 2 * bool(changed)]
        room = (text.format(count=build.MANY, changed=build.MANY) for text in words)
        build.say_in_place(self.yes, said.format(count=f"{count - changed:,}", changed=f"{changed:,}"), *room)

    def take(self) -> None:
        """Have it answered beside the window, and everything judged again."""
        where = self.by.currentData() + self.value.text().strip()
        command = commands.set_fact(self.desk.as_of, where, self.fact.currentData(), self.answer.currentData())
        self.desk.run(translate("Where", "Taking your answer"), command)
        self.close()


def first_names(rows: Sequence[JudgedRow], count: int) -> list[str]:
    """The first offers by name, and how many more there are."""
    rest = len(rows) - count
    more = [translate("Where", "and {count} more").format(count=f"{rest:,}")] if rest > 0 else []
    return [*(row.title or row.sku for row in rows[:count]), *more]
