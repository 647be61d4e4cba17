"""What claims took of an order: beside a refund, or alone, and points that did not come back.

Sources: clauses S-14, S-26, S-27 and P2-09. Whether a claim can be appealed, and until when, is Amazon's to say: no day is named.
"""

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import Facts, Verdict
from sellerdesk.domain.paid import PaidOrder
from sellerdesk.rules.engine.check import Check, Judge, NoParams, Run, everything, lacking
from sellerdesk.rules.payments.refunds import ONE_YEN, shown, would
from sellerdesk.rules.payments.shares import (
    given_since,
    is_label_by_claim,
    is_whole,
    label_by_claim,
    label_claimed,
    overlap_of,
    shares,
    sure_of,
    twice_of,
    unsure_of,
)

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
        if order.sold is not None and order.refunded + order.claimed <= order.sold:
            return within_sale(order, facts)
        return beyond_sale(order, facts)

    return judge


def beyond_sale(order: PaidOrder, facts: Facts) -> Verdict:
    """A refund and a claim of more than was paid together; at most, where the files do not hold the whole sale."""
    yen = shares(order).twice
    facts = {**facts, **given_since(twice_of(order) + label_claimed(order), yen)}
    facts = {**facts, "yen": yen, "amount": shown(yen), "label": shown(label_claimed(order) or order.label_buyer)}
    if not yen:
        return Verdict("with_label" if is_with_label(order) else "given_back", facts)
    unsure = unsure_case(order) if is_whole(order) else ""
    if unsure:
        return unsure_of_label(order, facts, yen, (unsure, "twice_open"))
    case = "twice_and_label" if label_claimed(order) else "twice_label" if is_with_label(order) else "twice"
    return Verdict(case if is_whole(order) else "may_be_twice", facts)


def within_sale(order: PaidOrder, facts: Facts) -> Verdict:
    """A refund and a claim within what was paid: whether the claim gave back the label that was held back from the refund (S-27)."""
    most = label_by_claim(order)
    if most <= ONE_YEN:
        return Verdict("apart", facts)
    is_sure = is_label_by_claim(order)
    yen = shares(order).twice if is_sure else max(0, most - order.given_back)
    facts = {**facts, "yen": yen, "amount": shown(yen), "label": shown(most)}
    return Verdict("given_back" if not yen else "label_by_claim" if is_sure else "label_by_claim_open", facts)


def unsure_of_label(order: PaidOrder, facts: Facts, yen: int, cases: tuple[str, str]) -> Verdict:
    """Yen too much of which some may be the buyer's label: by the second case those that surely are none, else all by the first."""
    unsure, open_ = cases
    sure = sure_of(order, yen)
    return Verdict(open_, {**facts, "yen": sure, "amount": shown(sure), "open": shown(yen - sure)}) if sure else Verdict(unsure, facts)


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
        return Verdict("with_label", facts) if took and order.label_buyer else of_claim_within(order, facts)
    if not is_whole(order):
        return Verdict("claim_sale_not_whole", facts)
    if unsure := unsure_of(order):
        return unsure_of_label(order, facts, beyond, (unsure, "claim_open"))
    return Verdict("claim_label" if order.label_buyer else "claim_too_large", facts)


def of_claim_within(order: PaidOrder, facts: Facts) -> Verdict:
    """A claim of no more than was paid: one of an order without a return stands nowhere else, and is named with all that it took."""
    yen = max(0, order.claimed - order.given_back)
    if order.requested or order.by_amazon or not yen:
        return Verdict("claim_alone", facts)
    return Verdict("claim_no_return", {**facts, "yen": yen, "amount": shown(yen), "claimed_on": order.claimed_on})


def is_with_label(order: PaidOrder) -> bool:
    """Whether a part of what a claim took is a return label that the buyer had paid for the shop."""
    return twice_of(order) < overlap_of(order)


def points_back(_params: NoParams, _run: Run) -> Judge[PaidOrder]:
    """Points that the sale gave, and that its refund or a claim did not give back."""

    def judge(order: PaidOrder, _known: SkuFacts) -> Verdict | None:
        if (order.refunded - order.refunded_shipping <= 0 and not order.points_lost) or order.sold is None:
            return None
        if order.uneven:
            return lacking("sound_rows")
        facts: Facts = {"yen": order.points_lost, "amount": shown(order.points_lost)}
        return Verdict("not_back" if order.points_lost else "back", facts)

    return judge


CHECKS = (
    Check("paid_twice", NoParams, everything, ("claim_alone", "claim_no_return", "apart", "label_by_claim",
          "label_by_claim_open", "given_back", "claim_too_large", "claim_sale_not_whole", "may_be_twice", "twice", "twice_label",
          "twice_and_label", "twice_open", "claim_label", "claim_open", "with_label", "label_cost_untold", "label_payer_open",
          *TWICE.values()),
          ("claimed", "refunded"), paid_twice, would("claimed", 0)),
    Check("paid_points_back", NoParams, everything, ("back", "not_back"), ("refunded",), points_back, would("refunded", 0)),
)  # fmt: skip
