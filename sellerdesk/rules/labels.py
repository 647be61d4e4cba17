"""Whether the right side was charged for a return: its label, and what was held back from the refund.

Sources: clauses S-25…S-29. A label that Amazon pays is nobody's loss and never a breach. Where who pays is unclear,
returns.payer says so, and nothing is said here.
"""

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import Change, Facts, Finding, Verdict
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.rules.check import Check, Judge, NoParams, Run, lacking
from sellerdesk.rules.returns import programme

CHARGED = {"customer": "charged_buyer", "seller": "charged_shop"}


def label_payer(_params: NoParams, _run: Run) -> Judge[ReturnedItem]:
    """Whether the side that was charged for the label is the one that pays; a cancelled return has no label to pay."""

    def judge(item: ReturnedItem, _known: SkuFacts) -> Verdict | None:
        if item.status == "cancelled":
            return None
        if item.label_payer is None:
            return lacking("label_payer")
        if item.label_payer == "amazon":
            return Verdict("amazon", {"charged": "amazon"})
        if item.label_payer not in CHARGED:
            return Verdict("unknown_word", {"charged": item.label_payer})
        return compared(item, item.label_payer)

    return judge


def compared(item: ReturnedItem, charged: str) -> Verdict | None:
    """The side that was charged beside the one that pays."""
    if item.payer is None:
        return lacking(*item.unsettled) if item.unsettled else None
    told: Facts = {"expected": item.payer, "charged": charged, "yen": item.label_cost, "cost": cost(item.label_cost)}
    if item.payer == "mixed":
        return Verdict("mixed", told)
    if item.payer == charged:
        return Verdict("right", told)
    return Verdict(CHARGED[charged] + ("_non_member" if item.is_prime == "no" else ""), told)


def cost(yen: int | None) -> str:
    """Yen as a sentence shows them; "?" when not known."""
    return "?" if yen is None else f"{yen:,}"


def refund_amount(_params: NoParams, _run: Run) -> Judge[ReturnedItem]:
    """The refund beside the full one; nothing is said before there is one, and less may be right for what came back damaged."""

    def judge(item: ReturnedItem, _known: SkuFacts) -> Verdict | None:
        if item.status == "cancelled" or item.refunded == 0:
            return None
        if item.refunded is None or item.amount is None:
            return lacking(*(name for name in ("refunded", "amount") if getattr(item, name) is None))
        told: Facts = {"refunded": item.refunded, "full": item.amount, "held_back": item.amount - item.refunded}
        if item.refunded >= item.amount:
            return Verdict("full", told)
        return lacking("full_refund") if is_part(item) else held_back(item, told, item.amount - item.refunded)

    return judge


def is_part(item: ReturnedItem) -> bool:
    """Whether only a part of the order came back, or that is not known: its amount is then not the full refund."""
    return not item.alone or item.quantity is None or item.quantity != item.order_quantity


def held_back(item: ReturnedItem, told: Facts, less: int) -> Verdict:
    """What to say of a refund that is `less` yen short of the full one (S-25, S-27)."""
    if item.payer is None and item.unsettled:
        return lacking(*item.unsettled)
    if item.payer in ("customer", "seller") and item.label_cost is None:
        return lacking("label_cost")
    if item.payer == "customer" and item.label_cost is not None and less <= item.label_cost:
        return Verdict("shipping_taken_off", told)
    if item.payer == "seller" and less == item.label_cost:
        return Verdict("wrongly_taken_off", told)
    return Verdict("short", told)


def change_of_label(finding: Finding) -> tuple[Change, ...]:
    """The side that should have been charged; what the label was for, where it was for both."""
    if finding.case in ("mixed", "unknown_word"):
        return (Change(finding.subject, "label_payer", None, "answer"),)
    return (Change(finding.subject, "label_payer", finding.facts["expected"], "would"),)


def change_of_amount(finding: Finding) -> tuple[Change, ...]:
    """Refund what is missing of the full amount."""
    return (Change(finding.subject, "refunded", finding.facts["full"], "answer" if finding.case == "short" else "mend"),)


LABEL_CASES = (
    "right", "amazon", "charged_shop", "charged_buyer", "charged_shop_non_member", "charged_buyer_non_member", "mixed", "unknown_word",
)  # fmt: skip
AMOUNT_CASES = ("full", "shipping_taken_off", "wrongly_taken_off", "short")

CHECKS = (
    Check("label_payer", NoParams, programme, LABEL_CASES, ("label_payer", "label_cost"), label_payer, change_of_label),
    Check("refund_amount", NoParams, programme, AMOUNT_CASES, ("refunded", "amount", "label_cost"), refund_amount, change_of_amount),
)
