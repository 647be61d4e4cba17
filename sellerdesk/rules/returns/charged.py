"""Whether the right side was charged for the label of a return.

Sources: clauses S-25…S-29. Only a label that Amazon bought and that cost something is a charge; one that the buyer pays at
the counter charges nobody. Where who pays is unclear, returns.payer says so, and nothing is said here.
"""

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import Change, Facts, Finding, Verdict
from sellerdesk.domain.returned_item import ENDED, STATUSES, ReturnedItem
from sellerdesk.rules.engine.check import Check, Judge, NoParams, Run, lacking
from sellerdesk.rules.returns.buyers_labels import is_label_off
from sellerdesk.rules.scopes import programme

COUNTER = ("counter_seller", "counter_seller_told")
"""Cases of postage that the buyer paid at the counter although it is the shop's."""
UNREFUNDED = ("charged_shop_take_off", "charged_shop_refund_unknown")
"""Cases of a label charged to the shop whose refund may still be made less by it."""
BUYER_PART = "charged_buyer_part"
"""The case of a label charged to the buyer of which a part was given back."""
TAKEN_OFF = "taken_off"
"""The case of a label of the shop's that was held back from the buyer's refund."""
NOT_OFF = "charged_buyer_whole"
"""The case of a label that the returns report calls the buyer's, where payments tell a refund of the whole price."""
OPEN_BACK = ("may_be_given_back", "buyer_held")
"""Cases of a label that the buyer paid for the shop, and of which a refund, held back or not, may hold the yen."""
OF_BOTH = "charged_both"
"""The case of a label charged to the buyer by the returns report, and to the shop by the payment reports, which is right."""
OF_ONE = "charged_one"
"""The case of several such labels of an order: payment reports took yen for them, and do not tell for which."""
UNSEEN = "charged_shop_unseen"
"""The case of a label that the returns report charges to the shop, and of which payments, which hold its time, show no charge."""
MAYBE_BACK = "charged_shop_part_back"
"""The case of a label charged to the shop of which a part may have come back."""


def label_payer(_params: NoParams, _run: Run) -> Judge[ReturnedItem]:
    """Whether the side that was charged for the label is the one that pays, by the kind of label and its cost."""

    def judge(item: ReturnedItem, _known: SkuFacts) -> Verdict | None:
        if item.status in ENDED:
            return None
        if item.label_payer == "amazon":
            return Verdict("amazon", {"charged": "amazon"})
        if item.payer is None:
            return None
        verdict = at_counter(item) if item.label_type == "unpaid" else bought(item)
        return verdict if verdict.case in FINE or item.status is None or item.status in STATUSES else lacking("return_status")

    return judge


def at_counter(item: ReturnedItem) -> Verdict:
    """A label that the buyer pays at the carrier's counter: Amazon charges nobody for it, whoever the report names."""
    if item.payer == "mixed":
        return Verdict("mixed", described(item))
    if item.payer == "customer":
        return Verdict("counter_customer", described(item))
    if is_paid_back(item):
        return Verdict("given_back", {**described(item), "full": full_refund(item)})
    if buyer_has(item) > 0:
        return Verdict("may_be_given_back", may_have(item))
    if item.label_beyond_held:
        return Verdict("buyer_held", {**described(item), "held": cost(item.label_beyond_held)})
    untold = "counter_seller_told" if item.label_cost else "counter_seller"  # a cost of 0 is what Amazon charged: nothing
    return Verdict(untold, {**described(item), "full": full_refund(item)})


def is_paid_back(item: ReturnedItem) -> bool:
    """Whether the buyer has back the whole cost of a label paid at the counter: as postage, or beyond what the order cost.

    Of a cost that nobody tells the returns report counts alone: what payments tell beyond the sale may also be too much.
    """
    has = buyer_has(item)
    may_be_more = not item.label_cost and item.label_beyond is not None and has > item.postage_back
    return has > 0 and has >= (item.label_cost or 0) and not may_be_more


def may_have(item: ReturnedItem) -> Facts:
    """What a verdict says of a label of which it is not known whether what was refunded beyond the sale is all of it."""
    return {**described(item), "back": cost(buyer_has(item))}


def bought(item: ReturnedItem) -> Verdict:
    """A label that Amazon bought, or of which it is not told; another kind is asked about once it cost something."""
    if item.label_cost == 0:
        return Verdict("nothing_charged", described(item))
    if item.label_payer is None:
        return lacking("label_payer")
    if item.label_payer not in ("customer", "seller"):
        return Verdict("unknown_word", {"charged": item.label_payer, **item.where})
    if item.label_type not in ("prepaid", None):
        return Verdict("other_label", {**described(item), "kind": item.label_type, **item.where})
    return compared(item)


def is_named_charge(item: ReturnedItem) -> bool:
    """Whether the returns report names a charge of the shop's for a label, so that this rule says what of it is still out."""
    is_known = item.status is None or item.status in STATUSES
    return is_known and item.label_payer == "seller" and item.label_type in ("prepaid", None) and item.label_cost != 0


def compared(item: ReturnedItem) -> Verdict:
    """The side that was charged beside the one that pays; that the buyer is no Prime member changes nothing, and is said (AMB-18)."""
    if item.payer in ("mixed", item.label_payer):
        return Verdict("mixed" if item.payer == "mixed" else "right", described(item))
    ambiguity = "AMB-18" if item.is_prime == "no" else None
    if item.label_payer == "customer" and is_of_both(item):
        case = OF_ONE if item.label_shared else OF_BOTH
        return Verdict(case, {**described(item), "taken": cost(item.label_of_shop)}, ambiguity=ambiguity)
    if item.label_payer == "customer":
        return charged_buyer(item, ambiguity)
    case, rest = charged_shop(item)
    is_unseen = item.label_unseen and rest != 0 and case == "charged_shop"
    case, rest = (UNSEEN, rest) if is_unseen else with_maybe_back(item, case, rest)
    named = still_charged(item) if case in UNREFUNDED else rest
    facts = {
        **described(item),
        "yen": rest,
        "cost": cost(named),
        "back": cost(item.label_back),
        "more": cost(open_back(item)),
        "held": cost(item.label_held),
        "refund_by": item.refund_by,
        "full": full_refund(item),
    }
    facts |= {"label": named} if case in UNREFUNDED else {}
    facts |= {"label": still_charged(item)} if case == MAYBE_BACK else {}
    return Verdict(case, facts, ambiguity=ambiguity)


def is_of_both(item: ReturnedItem) -> bool:
    """Whether payments took a label from the shop that the returns report calls the buyer's, and the refund lacks none of it."""
    is_whole = bool(item.known_refund) and not lacking_of(item)
    return bool(item.label_of_shop) and is_whole and not item.label_later and not buyer_has(item) and not item.label_beyond_held


def charged_buyer(item: ReturnedItem, ambiguity: str | None) -> Verdict:
    """A label charged to the buyer although the shop pays, less what of it was given back as postage, or beyond the full refund."""
    back, rest = buyer_has(item), (item.label_cost or 0) - buyer_has(item)
    if item.label_later:
        return Verdict("refunded_later", described(item))
    if item.label_cost is None and back > item.postage_back:
        return Verdict("may_be_given_back", may_have(item), ambiguity=ambiguity)
    if item.label_beyond_held and rest <= item.label_beyond_held:
        return Verdict("buyer_held", {**described(item), "held": cost(item.label_beyond_held)}, ambiguity=ambiguity)
    back, rest = back + item.label_beyond_held, rest - item.label_beyond_held
    if not back:
        case = without_any_back(item)
        facts = {**described(item), "refunded": cost((item.paid_back or 0) + item.paid_shipping)} if case == NOT_OFF else described(item)
        return Verdict(case, facts, ambiguity=ambiguity)
    if rest <= 0:
        by_postage = item.postage_back >= (item.label_cost or 1)
        given = item.postage_back if by_postage else back
        return Verdict("buyer_given_back" if by_postage else "buyer_refunded", {**described(item), "back": cost(given)})
    return Verdict(BUYER_PART, {**described(item), "yen": rest, "cost": cost(rest), "back": cost(back)}, ambiguity=ambiguity)


def without_any_back(item: ReturnedItem) -> str:
    """The case of a label charged to the buyer of which nothing came back: it was not taken off a refund that payments tell to be whole.

    Whether the buyer paid it in another way no report tells. The returns report alone may tell a refund before the label was taken off.
    """
    if is_label_off(item, lacking_of(item)):
        return TAKEN_OFF
    full, paid = full_refund(item), (item.paid_back or 0) + item.paid_shipping
    is_whole = item.no_label and full is not None and paid + (item.quantity or 1) >= full
    return NOT_OFF if is_whole else "charged_buyer"


def buyer_has(item: ReturnedItem) -> int:
    """The yen of a label that the buyer has back: postage that was given back, and what was refunded beyond the full refund.

    Of an order whose sale the payments tell it is its part of what they tell beyond that: that part may stand on another item. The
    returns report may count postage as refunded, payments tell it apart. A yen of each piece is rounding.
    """
    full, whole = full_of(item), full_refund(item)
    beyond = 0 if full is None else max(item.paid_back or 0, item.paid_part or 0) - full
    beyond = beyond if item.label_beyond is None else item.label_beyond
    told = 0 if whole is None else (item.refunded or 0) - whole
    beyond, told = (yen if yen > (item.quantity or 1) else 0 for yen in (beyond, told))
    return max(item.postage_back + beyond, told)


def lacking_of(item: ReturnedItem) -> int:
    """The yen that a refund lacks of the full one; 0 where there is none, or either is not known."""
    full, refunded = full_of(item), item.known_refund
    return max(0, full - refunded) if full and refunded else 0


def label_lack(item: ReturnedItem) -> int | None:
    """The yen that a refund lacks and that may be a label (S-27); None where there is no refund, or it is not known."""
    full, refunded = full_refund(item), (item.known_refund or 0) + settled_besides(item)
    if full is None and item.paid_due is not None and settled_besides(item):
        full = item.paid_due + (item.label_cost or 0)
    if not refunded or (full is None and item.label_lack is None):
        return None
    return max(0, (full or 0) - refunded) if item.label_lack is None else item.label_lack


def settled_besides(item: ReturnedItem) -> int:
    """The yen that the buyer has beside refunds, where nothing is to be refunded any more: by a claim, or by a refund that is held back.

    A label cannot be taken off these.
    """
    if item.claim_covers:
        return item.paid_claim or 0
    held = item.paid_held or 0
    is_whole = held and not item.paid_part and item.paid_due is not None
    return held if is_whole and (item.refunded or 0) + held + (item.quantity or 1) >= (item.paid_due or 0) else 0


def full_of(item: ReturnedItem) -> int | None:
    """The yen of the full refund of what came back, whatever was refunded; None where it is not known."""
    return item.full if is_part(item) else item.amount


def still_charged(item: ReturnedItem) -> int | None:
    """The yen of a label less what of the charge was given back; None where its cost is not known."""
    return None if item.label_yen is None else max(0, item.label_yen - item.label_back)


def with_maybe_back(item: ReturnedItem, case: str, rest: int | None) -> tuple[str, int | None]:
    """A case of such a label with the yen that are surely still out: others that the shop was given for the order may be of the label."""
    if not rest or not open_back(item):
        return case, rest
    if item.label_held >= rest:
        return "charge_held", 0
    sure = max(0, rest - open_back(item))
    return (MAYBE_BACK if sure else "charge_may_be_returned"), sure


def open_back(item: ReturnedItem) -> int:
    """The yen that the shop was given for the order, or that Amazon still holds back, and that may be of its label."""
    return item.label_maybe_back + item.label_held


def charged_shop(item: ReturnedItem) -> tuple[str, int | None]:
    """The case of a label that the shop was charged although the customer pays, and the yen that are still out.

    What was held back from the refund is recovered (S-27), and so is what was given back of the charge: only the rest is out. A refund
    that is not told leaves both ways open. So does one of 0 yen where the label is no less than the refund: what the label is above
    that is out in any case.
    """
    full, refunded, out = full_refund(item), item.known_refund, still_charged(item)
    if item.label_back and not out:
        return "charge_returned", 0
    if item.nothing_paid:  # there is no refund that it could be taken off
        return "charged_shop", out
    held_back = label_lack(item)
    if held_back is None:
        return without_refund(out, full, refunded)
    if out is None:
        return ("charged_shop_refund_unknown" if held_back else "charged_shop"), None
    rest = max(0, out - held_back)
    return ("charged_shop", rest) if rest else ("recovered", 0)


def without_refund(out: int | None, full: int | None, refunded: int | None) -> tuple[str, int | None]:
    """The case of such a label before a refund that is told, and the yen that are still out whatever was refunded."""
    if refunded == 0 and (full is None or out is None or out < full):
        return "charged_shop_take_off", out
    if refunded == 0 and full is not None and out is not None:  # 0 yen may be all that such a label left of the refund
        return "charged_shop_refund_unknown", (out - full) or None
    return "charged_shop_refund_unknown", out


def described(item: ReturnedItem) -> Facts:
    """What a verdict says of a label: who pays, who was charged, and its yen; and where rows of the report name other yen for it."""
    facts: Facts = {"expected": item.payer, "charged": item.label_payer, "yen": item.label_cost, "cost": cost(item.label_cost)}
    return {**facts, "label_costs": tuple(map(cost, item.label_costs))} if item.label_costs else facts


def full_refund(item: ReturnedItem) -> int | None:
    """The yen of the full refund; None where it is not known, or where the refund of a part of an order may be of more than that."""
    if not is_part(item):
        return item.amount
    beyond = item.full is not None and (item.known_refund or 0) > item.full + (item.quantity or 1)  # a yen of each piece is rounding
    return None if beyond else item.full


def cost(yen: int | None) -> str:
    """Yen as a sentence shows them; "?" when not known."""
    return "?" if yen is None else f"{yen:,}"


def is_part(item: ReturnedItem) -> bool:
    """Whether only a part of the order came back, or that is not known: its amount is then not the full refund."""
    return not item.alone or item.quantity is None or item.quantity != item.order_quantity


def change_of_label(finding: Finding) -> tuple[Change, ...]:
    """What settles a label: an answer, the refund that takes it off or gives it back, or the side that should have been charged."""
    asked = {"mixed": "payer", "unknown_word": "label_payer", "other_label": "label_type"}
    if finding.case in asked:
        return (Change(finding.subject, asked[finding.case], None, "answer"),)
    if finding.case in OPEN_BACK:
        return (Change(finding.subject, "payer", "customer", "would"),)
    if finding.case in (*COUNTER, *UNREFUNDED):
        return (changed_refund(finding, more=finding.case in COUNTER),)
    return (Change(finding.subject, "label_payer", finding.facts["expected"], "would"),)


def changed_refund(finding: Finding, *, more: bool) -> Change:
    """The refund that gives the label's cost back (`more`) or takes it off; an answer where its yen are not known.

    Of a part of an order no report tells the full refund, and a label as dear as the order leaves none: nothing but another
    payer would turn that.
    """
    full, yen = finding.facts["full"], finding.facts["yen" if more else "label"]
    if not isinstance(full, int) or (not more and isinstance(yen, int) and yen >= full):
        return Change(finding.subject, *(("payer", "customer") if more else ("label_payer", finding.facts["expected"])), "would")
    if not isinstance(yen, int) or not yen:
        return Change(finding.subject, "refunded", None, "answer")
    return Change(finding.subject, "refunded", full + yen if more else max(0, full - yen), "mend")


FINE = (
    "nothing_charged",
    "counter_customer",
    "given_back",
    "right",
    "recovered",
    "charge_returned",
    "buyer_given_back",
    "buyer_refunded",
    "refunded_later",
)
LABEL_CASES = (
    *FINE, "amazon", *COUNTER, "other_label", "charged_shop", UNSEEN, MAYBE_BACK, "charge_may_be_returned", "charge_held", *UNREFUNDED,
    "charged_buyer", BUYER_PART, TAKEN_OFF, NOT_OFF, *OPEN_BACK, OF_BOTH, OF_ONE, "mixed", "unknown_word",
)  # fmt: skip
LABEL_READS = ("label_type", "label_payer", "label_cost", "amount", "refunded")

CHECKS = (Check("label_payer", NoParams, programme, LABEL_CASES, LABEL_READS, label_payer, change_of_label),)
