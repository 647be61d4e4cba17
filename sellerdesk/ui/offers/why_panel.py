"""Why an offer's verdict is as it is: the comparison, the smallest change, the clause; and the facts that can be answered."""

from collections.abc import Collection
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.tasks import Turns, single_shot
from sellerdesk.ui.lists.decision_field import DecisionField, decision_words
from sellerdesk.ui.lists.verdict import add_clauses, add_compared, add_head, add_section, passage_words
from sellerdesk.ui.offers.fact_answers import ANSWERS, AS_THEY_ARE, ASKED, CATEGORY, answer_words, answers_of
from sellerdesk.ui.style import plain, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.choice_field import ChoiceField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sellerdesk.domain.finding import Change
    from sellerdesk.ui.desk.desk import Desk
    from sellerdesk.workflows.judged.why import Reason, Why

WIDTH = 312
MARGINS = (20, 14, 20, 12)
PAUSE_MS = 20


class WhyPanel(QWidget):
    """The panel at the right; `group` ("points" or "sfp") chooses the rules it speaks of.

    The verdict of the rule `prefer` is told first. `changed` tells a kept intention, `passage` that an unclear passage is to be shown.
    """

    changed = Signal()
    passage = Signal(str)

    def __init__(self, desk: "Desk", group: str) -> None:
        """Nothing is selected yet."""
        super().__init__()
        self.desk, self.group = desk, group
        self.skus: list[str] = []
        self.told_of: list[str] = []
        self.asked: list[str] = []
        self.why: Why | None = None
        self.fields: dict[str, ChoiceField] = {}
        self.known: dict[str, str] = {}
        self.editing = self.prefer = ""
        self.stale = True
        self.content = QVBoxLayout()
        self.content.setContentsMargins(*MARGINS)
        self.content.setSpacing(6)
        self.whole = build.box(self.content)
        self.area = build.scrolled(self.whole, WIDTH)
        self.setLayout(build.column(self.area, gap=0))
        self.setMinimumWidth(WIDTH)
        self.turns = Turns(self, 0)
        self.pause = single_shot(self, PAUSE_MS, lambda: self.turns.start([self.look], self.tell))
        desk.follow(self.retell_soon)

    def show_skus(self, skus: list[str]) -> None:
        """Speak of the selected offers, from the top, once the table that they were chosen in is drawn."""
        if skus and skus != self.told_of:
            self.area.verticalScrollBar().setValue(0)
            self.told_of = skus
        self.skus = skus
        self.retell_soon()

    def retell_soon(self) -> None:
        """Say everything anew after what is drawn first, in two turns; of rows passed over in haste only the last is told."""
        self.stale = True
        self.turns.stop()
        self.pause.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Come into sight: say what was left unsaid."""
        super().showEvent(event)
        if self.stale:
            self.pause.start()

    def retell(self) -> None:
        """Say everything anew at once."""
        self.pause.stop()
        self.turns.stop()
        self.look()
        self.tell()

    def look(self) -> None:
        """Find what is to be said; out of sight that waits until it is looked at."""
        self.why = None  # should the look-up break, nothing is said of an offer chosen before
        if not self.isVisible():
            self.turns.stop()
        elif len(self.skus) == 1:
            self.why = self.found(self.skus[0])

    def found(self, sku: str) -> "Why | None":
        """What is known of one offer."""
        from sellerdesk.workflows.judged import why as judged_why

        return self.desk.attempt(lambda: judged_why.why(self.desk.store, sku, self.desk.as_of, self.desk.lang))  # type: ignore[no-any-return]

    def tell(self) -> None:
        """Say what was found."""
        self.stale = not self.isVisible()
        if self.stale:
            return
        build.emptied(self.content)
        self.fields = {}
        self.area.setAccessibleName(translate("Why", "Why, and how to fix it"))
        build.slim(self.area)
        tint.fill_backgrounds("base", self.area, build.viewport(self.area), self.whole)
        if self.why is not None:
            self.tell_one(self.why)
        elif len(self.skus) > 1:
            self.tell_many()
        else:
            self.tell_none()

    def tell_none(self) -> None:
        """Say what selecting does."""
        words = build.label(translate("Why", "Select a row to see why, and how to fix it."), token="muted", wrap=True)  # noqa: S106 (a colour)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for item in (None, words, None):
            self.content.addStretch(1) if item is None else self.content.addWidget(item)

    def tell_many(self) -> None:
        """Several offers: what is known of all alike is shown, and their facts can be answered together."""
        words = translate("Why", "{count} offers are selected").format(count=f"{len(self.skus):,}")
        self.content.addWidget(build.label(words, "title", bold=True, wrap=True))
        if self.group == "sfp":
            self.add_facts(self.common())
        self.content.addStretch(1)

    def common(self) -> dict[str, str]:
        """The facts of the selected offers; of very many nothing is looked up, for that would take seconds."""
        from sellerdesk.workflows.judged.answers import common_facts

        if len(self.skus) > edits.AT_ONCE:
            return dict.fromkeys(ASKED, AS_THEY_ARE)
        common = self.desk.attempt(lambda: common_facts(self.desk.store, self.skus)) or {}
        return {fact: AS_THEY_ARE if value is None else value for fact, value in common.items()}

    def tell_one(self, why: "Why") -> None:
        """One offer: every verdict that is not ok, or that all is well."""
        mine = [reason for reason in why.reasons if reason.rule.startswith(self.group + ".")]
        asked = [fact for fact in dict.fromkeys(fact for reason in mine for fact in reason.missing) if fact in ANSWERS]
        self.asked = asked if self.group == "sfp" else []
        waits = [reason for reason in mine if reason.missing and self.group == "sfp" and not self.is_told_by_report(reason)]
        worth = [reason for reason in mine if reason.outcome != "ok" and reason not in waits] or mine[:1]
        if waits and waits[0] not in worth and not any(reason.outcome in ("breach", "check") for reason in worth):
            worth = [waits[0], *worth]  # the row says "to check": its panel begins with that, not with what is only worth knowing
        for number, reason in enumerate(sorted(told_once(worth), key=lambda reason: reason.rule != self.prefer)):
            if number:
                self.content.addSpacing(8)
                self.content.addWidget(build.hairline())
                self.content.addSpacing(4)
            self.add_reason(reason, why, first=number == 0)
        if not mine:
            self.content.addWidget(build.label(translate("Why", "These rules do not speak of this offer."), wrap=True))
        if self.group == "sfp":
            self.add_facts(why.facts, leave_out=asked)
        self.content.addStretch(1)
        source = translate("Why", "Line {line} of the report").format(line=f"{why.line:,}")
        self.content.addWidget(build.label(source, "small", "muted", wrap=True))

    @staticmethod
    def is_told_by_report(reason: "Reason") -> bool:
        """Whether a verdict waits for something that no field asks for: only a report has it."""
        from sellerdesk.writers.words import messages

        return not messages()["comes_from"].keys().isdisjoint(reason.missing)

    def add_reason(self, reason: "Reason", why: "Why", *, first: bool) -> None:
        """One verdict: symbol and clause, the sentence, what was compared, the change, the clause in our words."""
        add_head(self.content, reason, f"{why.sku} · {why.title}", first=first)
        if first and self.asked:
            self.add_asked(self.asked, why.facts)
        if self.is_told_by_report(reason):
            add_section(self.content, translate("Why", "What to do"))
            self.content.addWidget(build.label(reason.fix, bold=True, wrap=True))
        if reason.changes and reason.outcome != "ok" and not reason.missing:
            add_section(self.content, translate("Why", "Smallest change"))
            self.content.addWidget(self.change_box(reason, why))
        if reason.outcome != "ok" and not reason.missing:
            self.content.addWidget(self.decision_field(reason, why))
        add_compared(self.content, reason)
        add_clauses(self.content, reason)
        if reason.ambiguity:
            self.content.addWidget(build.label(passage_words(reason), "small", "muted", wrap=True))
            button = build.flat(translate("Why", "How it is read…"))
            button.clicked.connect(lambda: self.passage.emit(reason.ambiguity))
            self.content.addWidget(button)

    def decision_field(self, one: "Reason", why: "Why") -> DecisionField:
        """What the owner decided about a finding: done, later, or not so with a reason; verdicts stay as they are."""
        field = DecisionField(decision_words(), one.decision, one.decided_why)
        field.decided.connect(partial(self.keep_decision, one.rule, why.sku))
        return field

    def keep_decision(self, rule: str, sku: str, kind: str, text: str) -> None:
        """Keep a decision, and show what stands."""
        edits.decide(self.desk, rule, [sku], kind, text)
        self.retell()

    def change_box(self, reason: "Reason", why: "Why") -> QWidget:
        """The smallest change with the button that keeps it as the owner's intention; what is not the owner's has no button."""
        lines = QVBoxLayout()
        lines.setContentsMargins(12, 10, 12, 12)
        lines.setSpacing(8)
        lines.addWidget(build.label(reason.fix, bold=True, wrap=True))
        for change, words in reason.changes:
            if change.kind != "mend":
                continue
            kept = why.intended.get(change.fact) == str(change.to) and change.subject == why.sku
            lines.addWidget(build.label(words, "small", "muted", wrap=True))
            text = translate("Why", "Take it off my list") if kept else translate("Why", "Put this change on my list")
            button = build.button(text, "undo" if kept else "ok", 32)
            button.clicked.connect(lambda _on=False, change=change, kept=kept: self.keep(change, kept=kept))
            lines.addLayout(build.row(button, None))
            if kept:
                note = translate("Why", "On your list: make this change in Seller Central. Nothing is sent from here.")
                lines.addWidget(build.label(note, "small", "muted", wrap=True))
        return build.box(lines, "accent_soft")

    def keep(self, change: "Change", *, kept: bool) -> None:
        """Keep an intention, or forget it."""
        edits.plan(self.desk, change, kept=kept)
        self.changed.emit()
        self.retell()

    def add_asked(self, asked: list[str], known: dict[str, str]) -> None:
        """The facts that verdicts wait for, named as missing, each with its field directly below."""
        from sellerdesk.writers.words import fact_name

        lines = QVBoxLayout()
        lines.setContentsMargins(12, 10, 12, 12)
        for fact in asked:
            words = translate("Why", "Not answered yet: {fact}").format(fact=fact_name(fact, self.desk.lang))
            lines.addWidget(build.label(words, token="check", bold=True, wrap=True))  # noqa: S106 (a colour)
            lines.addWidget(self.field(fact, known))
        self.content.addWidget(build.box(lines, "check_bg"))

    def add_facts(self, known: dict[str, str], leave_out: Collection[str] = ()) -> None:
        """The facts about the selected offers, each to be answered in place (F2 comes to the first that is not known)."""
        from sellerdesk.writers.words import fact_name

        add_section(self.content, translate("Why", "Facts about this item (F2)"))
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for fact in ASKED:
            if fact not in leave_out:
                words = build.label(fact_name(fact, self.desk.lang), token="muted", wrap=True)  # noqa: S106 (a colour)
                form.addRow(words, self.field(fact, known))
        self.content.addLayout(form)
        self.known = known
        if self.editing in self.fields:  # the field that was answered is made anew: the keyboard stays where it was
            self.fields[self.editing].setFocus(Qt.FocusReason.OtherFocusReason)
        self.editing = ""

    def field(self, fact: str, known: dict[str, str]) -> ChoiceField:
        """The field of a fact, at what is known."""
        from sellerdesk.writers.words import fact_name

        field = ChoiceField()
        field.setMinimumHeight(30)
        field.addItem(translate("Why", "Not known"), "")
        offered = {answer: words for words, answer in answers_of(fact, self.desk.as_of, self.desk.lang)}
        other = {known[fact]: answer_words(known[fact])} if fact in known and known[fact] not in offered else {}
        for answer, words in (offered | other).items():
            field.addItem(plain.shown(words), answer)
        field.setCurrentIndex(max(0, field.findData(known.get(fact, ""))))
        field.setAccessibleName(fact_name(fact, self.desk.lang))
        field.answered.connect(partial(self.answer, fact))
        self.fields[fact] = field
        return field

    def answer(self, fact: str) -> None:
        """Take the answer of a field, when it is another than before."""
        answer = self.fields[fact].currentData()
        if answer not in (AS_THEY_ARE, self.known.get(fact, "")):
            self.editing = fact if self.fields[fact].hasFocus() else ""
            take = edits.answer_and_judge if fact == CATEGORY else edits.answer
            QTimer.singleShot(0, self, partial(take, self.desk, self.skus.copy(), fact, answer))

    def edit_facts(self) -> None:
        """Go to the first fact that is not known, or the first of all."""
        if self.stale:
            self.retell()
        fields = list(self.fields.values())
        field = next((field for field in fields if field.currentData() == ""), fields[0] if fields else None)
        if field is not None:
            self.area.ensureWidgetVisible(field)
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)


def told_once(reasons: "Sequence[Reason]") -> "list[Reason]":
    """Verdicts that wait for the same facts are one, with the clauses of all."""
    import msgspec

    found: dict[object, Reason] = {}
    for number, one in enumerate(reasons):
        key = (one.missing, one.title, one.text) if one.missing else number
        before = found.get(key)
        clauses = tuple(dict.fromkeys((*before.clauses, *one.clauses))) if before else one.clauses
        found[key] = msgspec.structs.replace(before or one, clauses=clauses)
    return list(found.values())
