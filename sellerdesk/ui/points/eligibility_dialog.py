"""Who may join the points programme: question after question, each answer kept at once and open to change without losing others."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.tasks import single_shot
from sellerdesk.ui.style import theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from sellerdesk.domain.finding import Finding

YES_NO = ("yes", "no", "unknown")
BUSINESSES = ("retail", "wholesale", "services", "manufacturing", "ryokan", "software", "unknown")
NUMBERS = ("capital", "employees")
WIDTH, HEIGHT = 640, 640
LAID_OUT_MS = 30
"""After so long the new questions have their places, and one can be brought into sight."""


class EligibilityDialog(FormDialog):
    """A window that may stay open beside the work; it ends by itself when the verdict stands."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Show what was answered, and the next question."""
        super().__init__(desk, parent)
        self.choices: dict[str, QButtonGroup] = {}
        self.fields: dict[str, QLineEdit] = {}
        self.content = QVBoxLayout()
        self.content.setContentsMargins(20, 14, 20, 14)
        self.content.setSpacing(10)
        self.area = build.scrolled(build.box(self.content), WIDTH - 40)
        self.mark = tint.picture("check", "check", 22)
        self.verdict, self.because = build.label("", "lead", bold=True, wrap=True), build.label("", "small", "muted", wrap=True)
        words = build.column(self.verdict, self.because, gap=2)
        self.banner = build.box(build.row(self.mark, 4, words, margins=(16, 10, 16, 10), grow=words))
        self.close_button = build.button()
        self.close_button.clicked.connect(self.close)
        self.kept = build.label("", "small", "muted", wrap=True)
        foot = build.row(self.kept, self.close_button, grow=self.kept, margins=(16, 8, 16, 12))
        self.fault.setContentsMargins(20, 4, 20, 4)
        self.setLayout(build.column(self.area, self.fault, self.banner, foot, gap=0, grow=self.area))
        self.resize(WIDTH, HEIGHT)
        self.in_view: str | None = None
        self.laid_out = single_shot(self, LAID_OUT_MS, lambda: self.show_question(self.in_view))
        desk.follow_in(self, self.tell)
        desk.rows_came.connect(self.tell)
        desk.account_changed.connect(self.tell)

    def tell(self) -> None:
        """Show everything anew: answered questions, the next one, and the verdict so far."""
        state = self.desk.state
        if state is None:
            return
        from sellerdesk.domain.account import QUESTIONS
        from sellerdesk.workflows.points import enrolment

        asks = self.in_view = enrolment.next_question(state.account, state.readings, self.desk.as_of)
        build.emptied(self.content)
        self.choices, self.fields = {}, {}
        for number, name in enumerate(
            [*(name for name in QUESTIONS if getattr(state.account, name) is not None), *([asks] if asks else [])]
        ):
            self.add(number + 1, name, getattr(state.account, name), is_next=name == asks)
        self.content.addStretch(1)
        self.setWindowTitle(translate("Interview", "May this shop join?"))
        self.close_button.setText(translate("Interview", "Close"))
        self.kept.setText(translate("Interview", "Each answer is kept at once; Undo takes it back."))
        self.tell_verdict()
        self.laid_out.start()

    def show_question(self, asks: str | None) -> None:
        """Bring a question into sight, and the keyboard to it."""
        field: QWidget | None = self.fields.get(asks or "")
        if field is None and asks in self.choices:
            field = self.choices[asks].buttons()[0]
        if field is not None:
            self.area.ensureWidgetVisible(field, 0, 120)
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self, number: int, name: str, answered: object, *, is_next: bool) -> None:
        """One question with its answers."""
        from sellerdesk.writers.words import say

        question = build.label(f"{number}. {say(self.desk.lang, f'question.{name}')}", bold=is_next, wrap=True)
        self.content.addWidget(question)
        if name in NUMBERS:
            self.content.addLayout(self.number(name, answered))
        else:
            self.content.addLayout(self.choice(name, BUSINESSES if name == "business" else YES_NO, answered))

    def choice(self, name: str, values: tuple[str, ...], answered: object) -> QVBoxLayout:
        """A question of which one answer is chosen."""
        group = QButtonGroup(self)
        rows, per_row = [], 3
        for value in values:
            button = QRadioButton(answer_words(value))
            button.setChecked(value == answered)
            button.setMinimumHeight(28)
            button.setProperty("answer", value)
            group.addButton(button)
            button.clicked.connect(partial(self.answer, name, value))
            rows.append(button)
        self.choices[name] = group
        lines = [build.row(*rows[start : start + per_row], None, gap=20) for start in range(0, len(rows), per_row)]
        return build.column(*lines, gap=2, margins=(16, 0, 0, 6))

    def number(self, name: str, answered: object) -> QVBoxLayout:
        """A question of a number; not knowing it is an answer, too."""
        field = QLineEdit("" if answered in (None, "unknown") else f"{answered:,}")
        field.setMinimumHeight(32)
        field.setMaximumWidth(220)
        field.setAccessibleName(name)
        field.setPlaceholderText(translate("Interview", "e.g. 10,000,000") if name == "capital" else translate("Interview", "e.g. 3"))
        field.setProperty("kept", field.text())
        field.editingFinished.connect(partial(self.answer_number, name))
        take, unknown = build.button(translate("Interview", "OK"), height=32), QRadioButton(answer_words("unknown"))
        unknown.setChecked(answered == "unknown")
        take.clicked.connect(partial(self.answer_number, name))
        take.setAutoDefault(False)
        unknown.clicked.connect(partial(self.answer, name, "unknown"))
        self.fields[name] = field
        unit = build.label(translate("Interview", "yen") if name == "capital" else translate("Interview", "people"), token="muted")  # noqa: S106 (a colour)
        return build.column(build.row(field, unit, take, 12, unknown, None), margins=(16, 0, 0, 6))

    def answer_number(self, name: str) -> None:
        """Take a number that was typed, once: Enter, the button and another field each end it."""
        field = self.fields[name]
        if field.text().strip() and field.text() != field.property("kept"):
            field.setProperty("kept", field.text())
            self.answer(name, field.text().strip())

    def has_unkept(self) -> bool:
        """Whether a number is typed that was not taken."""
        return any(field.text().strip() and field.text() != field.property("kept") for field in self.fields.values())

    def keep_typed(self) -> bool:
        """Keep the numbers that are typed; False where one is none."""
        typed = {name: field.text().strip() for name, field in self.fields.items() if field.text() != field.property("kept")}
        return bool(edits.tell_account(self.desk, {name: text for name, text in typed.items() if text}))

    def answer(self, name: str, value: str) -> None:
        """Keep an answer; the others stay. Also when the dialog is closed meanwhile."""
        QTimer.singleShot(0, self.desk, partial(self.take, name, value))

    def take(self, name: str, value: str) -> None:
        """Keep an answer; a number that is refused is open as before, and in sight: what is said of it takes room."""
        if not edits.tell_account(self.desk, {name: value}) and name in self.fields:
            self.fields[name].setProperty("kept", None)
            self.in_view = name
            self.laid_out.start()

    def tell_verdict(self) -> None:
        """Say the verdict so far, the answer that decided it, and the clause; below it, of a programme that has ended, that it has."""
        from sellerdesk.workflows.points import enrolment

        state = self.desk.state
        found = enrolment.judged(state.account, state.readings, self.desk.as_of) if state is not None else []
        eligible = next((finding for finding in found if finding.rule == "points.eligible"), None)
        self.banner.setVisible(eligible is not None)
        if state is None or eligible is None:
            return
        period = enrolment.past_period(found)
        verdict, because = verdict_words(eligible, self.desk.lang)
        if period is not None:
            verdict, because = met_words(state.account.applied_on, self.desk.as_of), verdict_words(period, self.desk.lang)[0]
        clauses = [clause_line(finding, self.desk.lang) for finding in (eligible, period) if finding is not None]
        outcome = (period or eligible).outcome
        self.verdict.setText(verdict)
        self.because.setText("\n".join([*([because] if because not in ("", verdict) else []), *clauses]))
        tint.repicture(self.mark, outcome, outcome)
        tint.fill_background(self.banner, f"{outcome}_bg")
        tint.colour_text(self.verdict, "text")
        self.verdict.setFont(theme.font("lead", bold=True))


def verdict_words(finding: "Finding", lang: str) -> tuple[str, str]:
    """A verdict, and what it rests on; one that waits for an answer is not certain yet, and rests on what is lacking."""
    from sellerdesk.domain.finding import MISSING
    from sellerdesk.workflows.terms import rule
    from sellerdesk.writers.words import worded

    words = worded(finding, rule(finding.rule), lang)
    return (translate("Interview", "Not certain yet."), words.text) if finding.case == MISSING else (words.text, words.compared)


def clause_line(finding: "Finding", lang: str) -> str:
    """The first clause of a finding: its number, its words and where it stands."""
    from sellerdesk.workflows.judged.why import clause_words

    number, text, where = clause_words(finding.clauses[0], lang)
    return f"{number}: {text} ({where})"


def met_words(applied_on: date | None, as_of: date) -> str:
    """That the shop meets the conditions of a programme that has ended (days of Japan); one that applied need not be told when it may."""
    if applied_on is None or applied_on > as_of:
        return translate("Interview", "The shop meets the conditions. It may join only while the programme runs.")
    return translate("Interview", "The shop meets the conditions, and applied on {day}.").format(day=applied_on)


def answer_words(value: str) -> str:
    """An answer in the language of the moment."""
    return {
        "yes": translate("Interview", "Yes"),
        "no": translate("Interview", "No"),
        "unknown": translate("Interview", "Don't know"),
        "retail": translate("Interview", "Retail"),
        "wholesale": translate("Interview", "Wholesale"),
        "services": translate("Interview", "Services"),
        "manufacturing": translate("Interview", "Manufacturing, construction, transport and others"),
        "ryokan": translate("Interview", "Ryokan (inns, hotels)"),
        "software": translate("Interview", "Software, information processing"),
    }[value]
