"""What the owner's decisions settled of a return: it counts in its verdict no more, and the panel says what was done."""

from collections.abc import Iterable, Mapping

import msgspec

from sellerdesk.domain.finding import Finding
from sellerdesk.domain.judged_row import JudgedReturn
from sellerdesk.workflows.judged.why import SETTLED, Reason, findings_of, reason_kept
from sellerdesk.workflows.judged.wrong_labels import UNTIL_REFUNDED, sides_of
from sellerdesk.workflows.returns.deadlines import LEAVES
from sellerdesk.workflows.returns.deadlines import RULE as DEADLINE
from sellerdesk.workflows.returns.rows import COST_OUT, standing
from sellerdesk.workflows.returns.wrong_labels import LABEL
from sellerdesk.writers import words

Decided = Mapping[tuple[str, str], str]
"""The kinds of decisions, by rule and order."""
SETTLES = {DEADLINE: LEAVES, LABEL: ("done", "claimed", "not-so")}
"""The decisions by which nothing is left to do about a finding, by its rule; "later" settles nothing."""
AMOUNT = "returns.refund-amount"
GIVEN_BACK = (AMOUNT, "wrongly_taken_off")
"""The rule and case of yen that were taken off the buyer's refund for a label of the shop's: they are back with the label's."""


def settled_rows(rows: Iterable[JudgedReturn], decided: Decided) -> list[JudgedReturn]:
    """The rows without what decisions settled; only rows that have such a decision are decoded: of 10,000 most have none."""
    orders = {order for (rule, order), kind in decided.items() if kind in SETTLES.get(rule, ())}
    return [settled(row, decided) if row.order_id in orders else row for row in rows]


def settled(row: JudgedReturn, decided: Decided) -> JudgedReturn:
    """A row whose verdict, reason and missing facts leave out what the owner's decisions settled; its findings stay whole.

    The yen of a label go with it, but those of one that was only claimed: they are still out.
    """
    found = findings_of(row.findings)
    off = is_taken_off(found, decided)
    left = [finding for finding in found if not is_settled(finding, decided) and not (off and is_untold_amount(finding))]
    verdict, why = standing(left[0] if left else None)
    label = next((finding for finding in found if finding.rule == LABEL and is_settled(finding, decided)), None)
    if label is None:
        return row._replace(verdict=verdict, why=why, missing=missing_of(left))
    kind = decided[LABEL, row.order_id]
    difference = row.difference if kind == "claimed" else 0
    why = why or f"{LABEL}:{code_of(label, kind)}"
    return row._replace(verdict=verdict, why=why, missing=missing_of(left), difference=difference, cost=cost_left(row, label, kind))


def cost_left(row: JudgedReturn, label: Finding, kind: str) -> int | None:
    """The cost of a return in yen without a wrong label that the owner has back; one that was only claimed, or is right, stays in it."""
    out = label.facts.get(COST_OUT)
    if row.cost is None or kind != "done" or not isinstance(out, int):
        return row.cost
    left = row.cost - out
    return left if left or not row.at_least else None


def missing_of(findings: Iterable[Finding]) -> str:
    """The facts that findings wait for, space-separated."""
    return " ".join(sorted({fact for finding in findings for fact in finding.missing}))


def is_settled(finding: Finding, decided: Decided) -> bool:
    """Whether the owner decided that nothing is left to do about a finding; one that is all right needs no decision."""
    if is_back_with_buyer(finding, decided):
        return True
    return finding.outcome != "ok" and decided.get((finding.rule, finding.subject), "") in SETTLES.get(finding.rule, ())


def is_taken_off(found: Iterable[Finding], decided: Decided) -> bool:
    """Whether the owner said that the label of a return was taken off its refund, and that this is made: then its yen are told, too."""
    label = next((finding for finding in found if finding.rule == LABEL and is_settled(finding, decided)), None)
    if label is None or decided.get((DEADLINE, label.subject), "") not in LEAVES:
        return False
    return code_of(label, decided[LABEL, label.subject]) == "settled_off"


def is_untold_amount(finding: Finding) -> bool:
    """Whether a verdict waits for the yen of a refund alone."""
    return finding.rule == AMOUNT and finding.missing == ("refunded",)


def is_back_with_buyer(finding: Finding, decided: Decided) -> bool:
    """Whether yen that were taken off a refund for a label are back with the buyer, as the owner said of the label."""
    return (finding.rule, finding.case) == GIVEN_BACK and decided.get((LABEL, finding.subject)) == "done"


def code_of(label: Finding, kind: str) -> str:
    """What was done about a label: the name of its words, in place of a case."""
    if kind in ("claimed", "not-so"):
        return {"claimed": "settled_claimed", "not-so": "settled_not_so"}[kind]
    sides = sides_of(label.case, label.facts)
    if sides == {"buyer"}:
        return "settled_back"
    return "settled_off" if sides == {"shop"} and label.case in UNTIL_REFUNDED else "settled_done"


def label_done(row: JudgedReturn, decided: Decided, lang: str) -> str:
    """What was done about the label of a return, in a few words; "" where nothing was."""
    kind = decided.get((LABEL, row.order_id), "")
    if kind not in SETTLES[LABEL]:
        return ""
    label = next((finding for finding in findings_of(row.findings) if finding.rule == LABEL and finding.outcome != "ok"), None)
    return "" if label is None else words.say(lang, SETTLED[code_of(label, kind)])


def return_reasons(row: JudgedReturn, decided: Decided, lang: str) -> tuple[Reason, ...]:
    """The verdicts on a return in words, the worst first; what was decided says so, and asks for nothing more."""
    made, found = decided.get((DEADLINE, row.order_id), "") in LEAVES, findings_of(row.findings)
    off = is_taken_off(found, decided)
    return tuple(
        taken_off_reason(finding, lang) if off and is_untold_amount(finding) else reason_left(finding, decided, lang, made=made)
        for finding in found
    )


def taken_off_reason(finding: Finding, lang: str) -> Reason:
    """The verdict on the yen of a refund that the owner said was made less the label: nothing more is asked."""
    title = words.say(lang, SETTLED["settled_off"])
    return msgspec.structs.replace(reason_kept(finding, lang), outcome="ok", title=title, text=title, fix="", changes=(), missing=())


def reason_left(finding: Finding, decided: Decided, lang: str, *, made: bool) -> Reason:
    """A verdict as the owner's decisions leave it; `made`: they said that nothing is left to refund."""
    reason = reason_kept(finding, lang)
    if finding.rule == DEADLINE and made:
        title = words.say(lang, "say.refund_recorded")
        return msgspec.structs.replace(reason, outcome="ok", title=title, text=title, fix="", changes=(), missing=())
    if finding.rule == LABEL and is_settled(finding, decided):
        code = code_of(finding, decided[LABEL, finding.subject])
        title = words.say(lang, SETTLED[code])
        if code == "settled_off":  # that it is not known whether it was taken off is over
            reason = msgspec.structs.replace(reason, text=title, compared="")
        return msgspec.structs.replace(reason, outcome="ok", title=title, fix="", changes=(), missing=())
    if is_back_with_buyer(finding, decided):
        return msgspec.structs.replace(reason, outcome="ok", title=words.say(lang, SETTLED["settled_back"]), fix="", changes=())
    if finding.case in UNTIL_REFUNDED and made:
        text, fix = words.say(lang, "say.label_refunded"), words.say(lang, "say.label_refunded_fix")
        return msgspec.structs.replace(reason, text=text, fix=fix)
    return reason
