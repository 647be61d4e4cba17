"""What may be had back of an order by each rule: no yen is asked for twice, and none that came back already."""

import msgspec

from sellerdesk.domain.finding import Facts
from sellerdesk.domain.paid import PaidOrder


class Shares(msgspec.Struct, frozen=True):
    """Whole yen by what was too much: paid twice, more than the sale, a refund without a return, a label, shipping alone, the fee."""

    twice: int = 0
    over: int = 0
    unreturned: int = 0
    label: int = 0
    shipping: int = 0
    fee: int = 0


def is_whole(order: PaidOrder) -> bool:
    """Whether the files hold the whole sale of an order."""
    return order.sold is not None and not order.month_lacking


def beyond_of(order: PaidOrder) -> int:
    """The yen refunded beyond what was paid for the order, or for one item of it."""
    return 0 if order.sold is None else max(0, order.refunded - order.sold, order.over_back - order.over_paid)


def over_of(order: PaidOrder) -> int:
    """The yen refunded beyond what was paid, and beyond the return labels that the buyer had paid for the shop: those are due (S-26)."""
    return max(0, beyond_of(order) - order.label_buyer)


def overlap_of(order: PaidOrder) -> int:
    """The yen that a claim took although they were refunded, or beyond what was paid; at most, where the sale is not whole."""
    if order.claimed <= 0:
        return 0
    refunded = max(0, order.refunded)
    if not is_whole(order):
        return min(refunded, order.claimed)
    return max(0, min(order.claimed, refunded + order.claimed - (order.sold or 0) - beyond_of(order)))


def twice_of(order: PaidOrder) -> int:
    """What a claim took too much, beyond the labels that the buyer had paid for the shop and that refunds do not cover."""
    return max(0, overlap_of(order) - (max(0, order.label_buyer - beyond_of(order)) if is_whole(order) else 0))


def label_by_claim(order: PaidOrder) -> int:
    """The yen of a label that was held back from the refund of what came back (S-27), and that a claim gave the buyer after all.

    At most, where not all of it is sure (`is_label_by_claim`). What the returns report has among the wrong charges is asked for there.
    """
    if order.claimed <= 0 or order.due is None or order.due_back <= 0:
        return 0
    lack = max(0, order.due - order.due_back)
    off = min(order.label_off, lack)
    return max(0, off - max(0, lack - order.claimed) - order.report_label)


def is_label_by_claim(order: PaidOrder) -> bool:
    """Whether a claim surely gave back such a label: the customer pays it, and the buyer has what all but the label comes to."""
    whole = is_whole(order) and order.payer == "customer"
    return whole and order.refunded + order.claimed + order.label_off + 1 >= (order.sold or 0) + label_by_claim(order)  # a yen is rounding


def label_claimed(order: PaidOrder) -> int:
    """The yen of a label that a claim surely gave back to the buyer."""
    return label_by_claim(order) if is_label_by_claim(order) else 0


def beyond_in_all(order: PaidOrder) -> int | None:
    """The yen that refunds and claims gave the buyer beyond what was paid; None where the files have no sale."""
    return None if order.sold is None else beyond_of(order) + overlap_of(order)


def held_beyond(order: PaidOrder) -> int:
    """The yen beyond what was paid that are in refunds and claims which Amazon holds back."""
    more = max(0, order.refunded) + order.claimed + order.held + order.claim_held - (order.sold or 0)
    return max(0, more - (beyond_in_all(order) or 0)) if order.held or order.claim_held else 0


def unsure_of(order: PaidOrder) -> str:
    """The case of yen beyond what was paid that may be a label of the buyer: its cost is not told, or not who pays it; "" where none is."""
    return "label_payer_open" if order.label_unsettled != 0 else "label_cost_untold" if order.label_untold else ""


def sure_of(order: PaidOrder, yen: int) -> int:
    """What of some yen beyond what was paid is no label, whoever pays it; 0 where a label's cost is not told."""
    return 0 if order.label_untold or order.label_unsettled is None else max(0, yen - order.label_unsettled)


def held_off(order: PaidOrder) -> int:
    """The yen of a label that were held back from the refund of what came back (S-27): of an item not refunded at all none were.

    Where the returns report tells more of the refund than payments do, it is believed, as the rules of returns believe it.
    """
    if order.due is None or order.due_back <= 0:
        return 0
    due = order.due if order.due_refunded is None else order.due_refunded
    due = due if order.due_back <= due else order.due_in_all or order.due  # what is still on its way may be refunded, too
    reported = order.reported - (order.back_in_all - order.due_back)  # the report has the shipping in it, which is no part of what is due
    lack = max(0, due + order.back_more - max(order.due_back, reported))
    return min(lack, order.label_cost) if order.label_cost and order.payer == "customer" else lack  # each label is taken off once


def fee_kept(fee: int, came_back: int, given: int) -> int:
    """What Amazon kept of the fee on what was refunded, in yen; below 0 where more came back.

    `came_back` came with the refund, `given` by rows of the fee alone since (below 0: they charged more).
    """
    return fee - came_back - given


def fee_of_order(order: PaidOrder, fee: int) -> int:
    """What Amazon kept of the fee (yen) of a refunded order by all rows that name it."""
    return max(0, fee_kept(fee, order.fee_back, order.fee_given))


def fee_wanted(order: PaidOrder) -> int:
    """The yen of the fee that Amazon kept beyond what it may: of the whole order, or of single items of it where that is more."""
    if order.fee_kept_most is None:
        return order.fee_alone
    return max(0, fee_of_order(order, order.fee or 0) - order.fee_kept_most, order.fee_beyond)


def own_label(order: PaidOrder, label: int) -> int:
    """The yen of some of its labels that the shop pays itself."""
    return label if order.payer == "seller" else min(label, order.label_own or 0) if order.payer == "mixed" else 0


def given_since(asked: int, left: int) -> Facts:
    """What was given back of some yen that were asked for, where something was and something is left of them."""
    return {"given_since": asked - left} if asked > left > 0 else {}


def beside_safe_t(left: int, safe: int, asked: int) -> int:
    """What of some yen that the shop was given (`left`, of them `safe` by SAFE-T claims) may be for other yen that are asked for.

    A wrongly charged label, a fee and shipping for a late delivery are no grounds of a SAFE-T claim: what that gave is of one of them only
    where it is just its yen.
    """
    return left if abs(safe - asked) <= 1 else left - safe


def given_for_labels(order: PaidOrder, label: int) -> int:
    """What of the yen that the shop was given for an order may be for labels of so many yen."""
    return beside_safe_t(order.given_back, min(order.safe_t, order.given_back), label)


def shares(order: PaidOrder) -> Shares:
    """The yen of an order that each rule may ask for: what the shop was given back is taken off, one after the other.

    A label that the shop pays itself is not asked for: what is given is of the fee, unless that is more than is out of the fee.
    """
    beyond, over = (beyond_of(order), over_of(order)) if is_whole(order) else (0, 0)
    fee, label = fee_wanted(order), max(0, order.label - held_off(order))
    wanted, left = [twice_of(order) + label_claimed(order), over, max(0, order.unreturned - beyond)], order.given_back
    for place, yen in enumerate(wanted):
        wanted[place], left = max(0, yen - left), max(0, left - yen)
    safe = max(0, min(order.safe_t, order.given_back) - (order.given_back - left))
    is_of_fee = 0 < left - safe - (label - own_label(order, label)) <= fee + 1  # a yen is rounding
    for yen in (label - own_label(order, label) if is_of_fee else label, order.shipping_alone, fee):
        given = min(yen, beside_safe_t(left, safe, yen))
        left, safe = left - given, max(0, safe - given) if given > left - safe else safe
        wanted.append(yen - given)
    return Shares(*wanted)
