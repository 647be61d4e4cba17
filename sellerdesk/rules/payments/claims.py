"""What an order cost twice: a refund beside an A-to-z claim or a chargeback, and points that a refund did not give back.

Sources: clauses S-14, S-26 and P2-09. Whether a claim can be appealed, and until when, is Amazon's to say: no day is named.
"""

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import Facts, Verdict
from sellerdesk.domain.paid import PaidOrder
from sellerdesk.rules.engine.check import Check, Judge, NoParams, Run, everything, lacking
from sellerdesk.rules.payments.refunds import shown, would
from sellerdesk.rules.payments.shares import is_whole, overlap_of, shares, twice_of, unsure_of

TWICE = {"label_cost_untold": "twice_or_label", "label_payer_open": "twice_or_payer"}
"""Of a claim that may be a label of the buyer's the case in which it took just what was refunded."""


def paid_twice(_params: NoParams, _run: Run) -> Judge[PaidOrder]:
    """An order whose money went back by a refund, and once more by an A-to-z claim or a chargeback, or by one of more than was paid."""

    def judge(order: PaidOrder, _known: SkuFacts) -> Verdict | None:
        if order.claimed <= 0:
            return None
        facts: Facts = {"claimed": shown(order.claimed), "back": shown(order.refunded), "paid": shown(order.sold)}
        if order.refunded <= 0:
            return of_claim_alone(order, facts)
        if order.uneven:
            return lacking("sound_rows")
        whole = is_whole(order)
        if order.sold is not None and order.refunded + order.claimed <= order.sold:
            return Verdict("apart", facts)
        yen = shares(order).twice
        facts = {**facts, "yen": yen, "amount": shown(yen), "label": shown(order.label_buyer)}
        if not yen:
            return Verdict("with_label" if is_with_label(order) else "given_back", facts)
        case = unsure_case(order) or ("twice_label" if is_with_label(order) else "twice")
        return Verdict(case if whole else "may_be_twice", facts)

    return judge


def unsure_case(order: PaidOrder) -> str:
    """The case of a claim beside a refund that may be a label of the buyer's; each of the whole price was paid twice, it seems."""
    unsure, is_twice = unsure_of(order), order.claimed == order.refunded == order.sold
    return TWICE[unsure] if unsure and is_twice else unsure


def of_claim_alone(order: PaidOrder, facts: Facts) -> Verdict:
    """A claim beside which nothing was refunded: whether it took more than the buyer paid."""
    took = 0 if order.uneven or order.sold is None else max(0, order.claimed - order.sold)
    beyond = max(0, max(0, took - order.label_buyer) - order.given_back)
    facts = {**facts, "yen": beyond, "amount": shown(beyond), "month": order.month_lacking, "label": shown(order.label_buyer)}
    if not beyond:
        return Verdict("with_label" if took and order.label_buyer else "claim_alone", facts)
    case = unsure_of(order) or ("claim_label" if order.label_buyer else "claim_too_large")
    return Verdict(case if is_whole(order) else "claim_sale_not_whole", facts)


def is_with_label(order: PaidOrder) -> bool:
    """Whether a part of what a claim took is a return label that the buyer had paid for the shop."""
    return twice_of(order) < overlap_of(order)


def points_back(_params: NoParams, _run: Run) -> Judge[PaidOrder]:
    """Points that the sale gave, and that its refund did not give back."""

    def judge(order: PaidOrder, _known: SkuFacts) -> Verdict | None:
        if order.refunded - order.refunded_shipping <= 0 or order.sold is None:
            return None
        if order.uneven:
            return lacking("sound_rows")
        facts: Facts = {"yen": order.points_lost, "amount": shown(order.points_lost)}
        return Verdict("not_back" if order.points_lost else "back", facts)

    return judge


CHECKS = (
    Check("paid_twice", NoParams, everything, ("claim_alone", "apart", "given_back", "claim_too_large", "claim_sale_not_whole",
          "may_be_twice", "twice", "twice_label", "claim_label", "with_label", "label_cost_untold", "label_payer_open", *TWICE.values()),
          ("claimed", "refunded"), paid_twice, would("claimed", 0)),
    Check("paid_points_back", NoParams, everything, ("back", "not_back"), ("refunded",), points_back, would("refunded", 0)),
)  # fmt: skip
