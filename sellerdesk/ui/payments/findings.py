"""What was found in payments, in the panel: the most urgent first and open, each other one a line that opens."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from sellerdesk.domain.decision import ASKED_BACK, rule_of_return
from sellerdesk.ui.desk import clipboard, edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.outcome_words import DONE
from sellerdesk.ui.desk.tasks import single_shot
from sellerdesk.ui.lists.decision_field import DecisionField, decision_words
from sellerdesk.ui.lists.verdict import verdict_row, verdict_words
from sellerdesk.ui.offers.fact_answers import CATEGORY
from sellerdesk.ui.offers.fact_field import field, known_answer
from sellerdesk.ui.payments.months_table import money
from sellerdesk.ui.payments.not_checked import Unchecked, add_unchecked
from sellerdesk.ui.style import icons, plain, theme, tint
from sellerdesk.ui.style.month_words import day_words
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.fold import Fold, FoldButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sellerdesk.domain.finding import Finding

PANEL = 384
SHOWN = 40
"""Findings in the panel; the file of claims and the command list all."""
ABOVE = 40
"""Pixels from the top of the panel to the title of an open finding: its verdict stands there."""
LINE = 36
"""Pixels of a finding's line at least."""
RATE = "payments.referral-rate"
"""The rule that an item's category decides."""
DAY = len("2026-09-24")
NEAR = 7
"""Days left, at most, of a deadline that is said in red."""


class Findings(QWidget):
    """The panel; `ticked` tells that another order is in the claim pack, or one less; `categories` asks to answer those of items."""

    ticked, categories = Signal(), Signal()
    widened = Signal()

    def __init__(self, desk: Desk) -> None:
        """Nothing was found yet."""
        super().__init__()
        self.desk = desk
        self.found: Sequence[Finding] = ()
        self.unchecked = Unchecked()
        self.open, self.left_out = "", set[str]()
        self.opened: QWidget | None = None
        self.decision: DecisionField | None = None
        self.follows = False  # a decision was made here: the finding that it is about stays in sight, with the keyboard in its field
        self.bring = single_shot(self, 0, self.show_opened)  # once the panel is laid out
        self.title, self.note, self.all = build.label("", "lead", bold=True), build.label("", token="muted"), build.flat(" ")  # noqa: S106 (a colour)
        self.all.clicked.connect(self.widened)
        self.content = QVBoxLayout()
        self.content.setContentsMargins(20, 8, 20, 12)
        self.content.setSpacing(4)
        self.panel = build.scrolled(build.box(self.content), PANEL)
        self.head = build.box(build.row(self.title, self.note, None, self.all, margins=(20, 8, 12, 7)))
        self.setLayout(build.column(self.head, build.hairline(), self.panel, gap=0, grow=self.panel))

    def show_findings(self, found: "Sequence[Finding]", about: str, count: int, not_checked: Unchecked) -> None:
        """Show findings, the first one open; `about` names the cell they are of, "" when these are all of `count`."""
        self.found, self.unchecked = found, not_checked
        keys = [key_of(finding) for finding in found]
        if self.open not in keys:
            self.open = keys[0] if keys else ""
        self.title.setText(about or translate("Payments", "Findings"))
        self.note.setText(translate("Payments", "{count} · most urgent first").format(count=f"{count:,}") if found else "")
        self.all.setText(translate("Payments", "Show all"))
        self.all.setVisible(bool(about))
        self.fill()

    def is_put_aside(self, finding: "Finding") -> bool:
        """Whether a finding goes below the open ones: a refund recorded as made, or one that the owner settled and looks at no more."""
        return bool(finding.facts.get("recorded") or ("decided" in finding.facts and key_of(finding) != self.open))

    def fill(self) -> None:
        """Lay the findings out."""
        here = QApplication.focusWidget()
        is_here = self.decision is not None and here is not None and self.decision.isAncestorOf(here)
        build.emptied(self.content)
        self.opened = self.decision = None
        for finding in self.found[:SHOWN]:
            if key_of(finding) == self.open:
                self.add_open(finding)
            else:
                self.content.addWidget(self.line(finding))
            self.content.addWidget(build.hairline())
        if len(self.found) > SHOWN:
            words = translate("Payments", "{count} more: the claim file and the Excel file hold all")
            self.content.addWidget(build.label(words.format(count=f"{len(self.found) - SHOWN:,}"), token="muted", wrap=True))  # noqa: S106 (a colour)
        add_unchecked(self.content, self.unchecked, self.desk, self.categories.emit, found=bool(self.found))
        self.content.addStretch(1)
        if self.follows and self.decision is not None:
            self.bring.start()
            if is_here:
                self.decision.choice.setFocus(Qt.FocusReason.OtherFocusReason)
        tint.fill_backgrounds("base", self, self.head, self.panel, build.viewport(self.panel))

    def line(self, finding: "Finding") -> QWidget:
        """A finding as a line, or two: symbol, words, order, and its yen at the right; the order and the yen are not cut."""
        kept, money = f" · {finding.subject}", settled_words(finding, self.desk.lang) or money_words(finding)
        words = f"{short_words(finding, self.desk.lang)}{kept}"
        made = FoldButton(words, kept, LINE)
        made.setAccessibleName(plain.shown(f"{verdict_words(theme.VERDICTS.index(finding.outcome))} {words} {money}"))
        made.setIcon(icons.icon(finding.outcome, finding.outcome))
        made.clicked.connect(partial(self.turn_to, key_of(finding)))
        is_settled = "decided" in finding.facts
        right = build.label(money, bold=not is_settled, token="muted" if is_settled else "text")
        return build.box(build.row(made, right, gap=4, grow=made))

    def turn_to(self, key: str) -> None:
        """Open another finding; the one that was open closes."""
        self.open, self.follows = key, False
        self.fill()
        self.bring.start()

    def show_opened(self) -> None:
        """Bring the open finding to the top of the panel."""
        if self.opened is not None:
            self.panel.verticalScrollBar().setValue(self.opened.y() - ABOVE)

    def add_open(self, finding: "Finding") -> None:
        """The open finding: verdict, sentence, yen, day, what to do, whether it goes into the claim pack; then what it rests on."""
        from sellerdesk.workflows.figures.table_names import in_table_words
        from sellerdesk.workflows.judged.why import clause_words
        from sellerdesk.workflows.terms import rules
        from sellerdesk.writers import words
        from sellerdesk.writers.words import fact_name

        worded = words.worded(in_table_words(finding, self.desk.as_of, self.desk.lang), rules()[finding.rule], self.desk.lang)
        self.content.addLayout(verdict_row(finding.outcome, finding.clauses))
        self.opened = build.label(short_words(finding, self.desk.lang), "title", bold=True, wrap=True)
        self.content.addWidget(self.opened)
        self.content.addWidget(build.label(finding.subject, "small", "muted", wrap=True))
        self.content.addWidget(build.label(worded.text, wrap=True))
        self.content.addLayout(answer_grid(finding, self.desk.as_of))
        if worded.fix and "decided" not in finding.facts:  # the field below says what was decided
            self.content.addWidget(build.label(worded.fix, bold=True, wrap=True))
        if finding.rule == RATE:
            known = known_answer(self.desk, CATEGORY, finding.subject)
            self.content.addWidget(build.label(fact_name(CATEGORY, self.desk.lang), "small", "muted"))
            self.content.addWidget(field(self.desk, CATEGORY, finding.subject, known))
        self.content.addLayout(self.acts(finding))
        if worded.compared != worded.text:
            head = translate("Payments", "Compared: {words}").format(words=worded.compared)
            self.content.addWidget(Fold(head, build.label(worded.compared, wrap=True)))
        for name in finding.clauses:
            _name, text, where = clause_words(name, self.desk.lang)
            self.content.addWidget(Fold(f"{name}: {text}", build.label(text, wrap=True), build.label(where, "small", "muted", wrap=True)))

    def acts(self, finding: "Finding") -> QVBoxLayout:
        """The tick of the claim pack, where something may come back, and a way to copy the number."""
        from sellerdesk.workflows.payments.found import may_come_back

        copy = build.button(translate("Payments", "Copy number"), "copy", 32)
        copy.clicked.connect(lambda: clipboard.put(self.desk, finding.subject))
        decision = self.decision_field(finding)
        if not may_come_back(finding):
            return build.column(build.row(None, copy), *decision)
        tick = QCheckBox(translate("Payments", "Into the claim pack"))
        tick.setChecked(finding.subject not in self.left_out)
        tick.toggled.connect(partial(self.put_in, finding.subject))
        return build.column(build.row(tick, None, copy), *decision)

    def decision_field(self, finding: "Finding") -> list[DecisionField]:
        """The field for what the owner decided; none of a refund to be made, or a label, that is decided about with its return."""
        if rule_of_return(finding.rule, finding.case):
            return []
        key = (finding.rule, finding.subject)
        made = edits.decision_of(self.desk, *key) if self.desk.state and self.desk.state.decided.get(key) else None
        kind, why, day = (made.kind, made.why, made.decided_at[:DAY]) if made else ("", "", "")
        self.decision = DecisionField(decision_words(claimable=finding.rule in ASKED_BACK), kind, why, day)
        self.decision.decided.connect(partial(self.decide, finding))
        return [self.decision]

    def decide(self, finding: "Finding", kind: str, why: str) -> None:
        """Keep a decision, or take it back, and say so with a way back; what may be had back follows."""
        if edits.decide(self.desk, finding.rule, [finding.subject], kind, why):
            self.follows = True
            self.desk.load()
            kept, back = translate("Payments", "{order}: {what}"), translate("Payments", "{order}: decision taken back")
            what = decision_words(claimable=True)[kind]
            self.desk.said.emit((kept if kind else back).format(order=finding.subject, what=what), DONE)

    def put_in(self, order: str, into: bool) -> None:  # noqa: FBT001 (a signal's argument)
        """Take an order into the claim pack, or out of it."""
        (self.left_out.discard if into else self.left_out.add)(order)
        self.ticked.emit()


def key_of(finding: "Finding") -> str:
    """What a finding is known by."""
    return f"{finding.rule} {finding.subject}"


def short_words(finding: "Finding", lang: str) -> str:
    """A finding in a few words."""
    from sellerdesk.workflows.terms import rules
    from sellerdesk.writers import words

    if finding.facts.get("recorded"):
        return words.say(lang, "say.refund_recorded_short")
    short = rules()[finding.rule].case[finding.case].short
    return short.in_(lang) if short else ""


def settled_words(finding: "Finding", lang: str) -> str:
    """How the owner settled a finding; "" where it is open."""
    from sellerdesk.writers.words import say

    kind = finding.facts.get("decided")
    return say(lang, f"decision.{kind}") if kind else ""


def money_words(finding: "Finding") -> str:
    """The yen of a finding; "" where none are known."""
    from sellerdesk.workflows.payments.report import yen_of

    yen = yen_of(finding)
    return money(yen) if yen else ""


def answer_grid(finding: "Finding", today: date) -> QGridLayout:
    """The yen and the last day; a day that is not known says so."""
    from sellerdesk.workflows.payments.found import day_of, may_come_back

    back = translate("Payments", "You may get back") if may_come_back(finding) else translate("Payments", "Amount")
    lines: list[tuple[str, QLabel]] = [(back, build.label(money_words(finding), "lead", bold=True))] if money_words(finding) else []
    by, until = day_of(finding), translate("Payments", "By when")
    unknown = translate("Payments", "not told in these reports")
    if not finding.facts.get("recorded"):  # what is recorded as made is due no more
        lines.append((until, deadline_label(by, today) if by else build.label(unknown, token="muted", wrap=True)))  # noqa: S106 (a colour)
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    grid.setVerticalSpacing(4)
    for number, (name, label) in enumerate(lines):
        grid.addWidget(build.label(name, token="muted"), number, 0)  # noqa: S106 (a colour)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(label, number, 1)
    return grid


def deadline_label(by: str, today: date) -> QLabel:
    """The last day and how many days are left, in red where it is near or past."""
    left = (date.fromisoformat(by) - today).days
    words = translate("Payments", "{count} days left") if left >= 0 else translate("Payments", "{count} days over")
    token = "breach" if left <= NEAR else "text"
    return build.label(f"{day_words(by)}  {words.format(count=f'{abs(left):,}')}", "lead", token, bold=True)
