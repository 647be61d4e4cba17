"""The refund of a return beside the full one: what was held back from it, and whether a label explains that.

Sources: clauses S-25 and S-27. Where who pays is unclear, returns.payer says so.
"""

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import Change, Facts, Finding, Verdict
from sellerdesk.domain.returned_item import ENDED, ReturnedItem
from sellerdesk.rules.engine.check import Check, Judge, NoParams, Run, lacking
from sellerdesk.rules.returns.charged import is_part
from sellerdesk.rules.scopes import programme


def refund_amount(_params: NoParams, _run: Run) -> Judge[ReturnedItem]:
    """The refund beside the full one; nothing is said before there is one, and less may be right for what came back damaged.

    Where a claim took the rest, or a part is held back, it is not to be refunded once more: the deadline's verdict says so.
    """

    def judge(item: ReturnedItem, _known: SkuFacts) -> Verdict | None:
        refunded = item.known_refund
        asks_for_none = item.resolution == "replacement" or item.nothing_paid
        if item.status in ENDED or refunded == 0 or (asks_for_none and not refunded):
            return None
        if refunded is None or item.amount is None:
            return lacking(*(name for name, known in (("refunded", refunded), ("amount", item.amount)) if known is None))
        full = item.full if is_part(item) and item.full is not None else item.amount
        less = full - refunded
        if less > 0 and (item.paid_claim or item.claim_held or waits_in_part(item)):
            return None
        facts: Facts = {"refunded": refunded, "full": full, "held_back": less}
        if less <= 0:
            return beyond(item, facts, -less)
        return lacking("full_refund") if is_part(item) and item.full is None else held_back(item, facts, less)

    return judge


def beyond(item: ReturnedItem, amounts: Facts, more: int) -> Verdict:
    """What to say of a refund of the full amount, or of `more` yen: of pieces that did not come back, where only some did.

    What other rows gave the shop for the order since, as after a SAFE-T claim, is of those pieces.
    """
    is_of_others = is_part(item) and item.full is not None and more > (item.quantity or 1)  # a yen of each piece is rounding
    if not is_of_others:
        return Verdict("full", amounts)
    is_given = item.given + (item.quantity or 1) >= more
    return Verdict("beyond_given" if is_given else "beyond_part", {**amounts, "more": more, "given": item.given})


def waits_in_part(item: ReturnedItem) -> bool:
    """Whether the refund that payment reports tell holds yen that Amazon still holds back, and the returns report tells of none."""
    return bool(item.paid_held and item.paid_part) and not item.refunded


def held_back(item: ReturnedItem, amounts: Facts, less: int) -> Verdict:
    """What to say of a refund that is `less` yen short of the full one (S-25, S-27)."""
    if item.payer is None and item.unsettled:
        return lacking(*item.unsettled)
    charged = item.label_type != "unpaid" and item.label_payer != "amazon"
    is_of_shipping = item.payer == "customer" and item.label_lack == 0  # by the columns of payments it is no label that lacks
    if not charged or is_of_shipping:  # where the buyer paid at the counter, or Amazon did, no label explains a smaller refund either
        return Verdict("short", amounts)
    if item.payer in ("customer", "seller") and item.label_cost is None:
        return lacking("label_cost")
    if item.payer == "customer" and item.label_cost:
        rest = less - item.label_cost
        facts = {**amounts, "label": item.label_cost, "unexplained": rest}
        return Verdict("shipping_taken_off", amounts) if rest <= 0 else Verdict("more_than_shipping", facts)
    if item.payer == "seller" and less == item.label_cost:
        return Verdict("wrongly_taken_off", amounts)
    return Verdict("short", amounts)


def change_of_amount(finding: Finding) -> tuple[Change, ...]:
    """Refund what is missing of the full amount, or of what the label leaves of it."""
    full = finding.facts["full"]
    if finding.case == "more_than_shipping" and isinstance(full, int) and isinstance(label := finding.facts["label"], int):
        return (Change(finding.subject, "refunded", full - label, "answer"),)
    return (Change(finding.subject, "refunded", full, "answer" if finding.case == "short" else "mend"),)


CASES = ("full", "beyond_part", "beyond_given", "shipping_taken_off", "wrongly_taken_off", "more_than_shipping", "short")
CHECKS = (Check("refund_amount", NoParams, programme, CASES, ("refunded", "amount", "label_cost"), refund_amount, change_of_amount),)
